"""What the model refuses becomes a problem that names the key and says what to write."""

from typing import Any

import pytest

from generator.model import Dot, SaoLuc, VanBan
from generator.model.base import Model
from generator.problems import Problem
from generator.reading import model_shape as shape
from generator.reading.validate import validate
from generator.reading.yaml_text import parse
from tests.reading import sound


def one(yaml: str, model: type[Model] = VanBan) -> Problem:
    tree = parse("loai: cong-van\ntrich_yeu: Kiểm điểm\nnoi_dung: Thực hiện.\n" + yaml)
    assert isinstance(tree, dict), tree
    value, problems = validate(tree, model)
    assert value is None
    (problem,) = problems
    return problem


@pytest.mark.parametrize(
    ("text", "model"), [(sound.DOT, Dot), (sound.LETTER, VanBan), (sound.COPY, SaoLuc)]
)
def test_a_sound_file_becomes_its_model(text: str, model: type[Model]) -> None:
    tree = parse(text)
    assert isinstance(tree, dict)
    value, problems = validate(tree, model)
    assert problems == []
    assert type(value) is model


@pytest.mark.parametrize(
    ("yaml", "hint"),
    [
        ("nơi_nhận: [VP]", "«noi_nhan»?"),
        ("kinhgui: [VP]", "«kinh_gui»?"),
        ("chuc_vu: Bí thư", "viết dưới «ky:» và thụt vào"),
        ("cap_tren: Đảng bộ tỉnh", "«cap_tren» là khoá bên trong «co_quan»"),
        ("tiêu đề: Danh mục", "«tieu_de» là khoá bên trong «phu_luc»"),
        ("ky: {ho_ten: Mẫu, kinh_gui: VP}", "«kinh_gui» là khoá ngoài cùng: viết sát lề trái"),
        ("ky: {ho_tenn: Mẫu}", "«ho_ten»?"),
        ("ky: {email: a}", "các khoá dùng được ở đây: quyen_han, chuc_vu, kiem, ho_ten"),
        ("phu_luc: [{tieu_de: A, noi_dung: B, so_trang: 2}]", "nhan, tieu_de, kem_theo, noi_dung"),
    ],
)
def test_an_unknown_key_gets_the_mend_that_fits(yaml: str, hint: str) -> None:
    found = one(yaml)
    assert found.code == "KD101"
    assert hint in found.mend


def test_a_missing_key_is_told_with_its_meaning() -> None:
    _, problems = validate({"loai": "cong-van", "noi_dung": "Thực hiện."}, VanBan)
    assert [p.message for p in problems] == ["thiếu khoá «trich_yeu» (Trích yếu nội dung)"]


def test_a_required_key_left_empty_is_not_called_missing() -> None:
    _, problems = validate(
        {"loai": "cong-van", "trich_yeu": None, "noi_dung": "Thực hiện."}, VanBan
    )
    assert [(p.code, p.place.path) for p in problems] == [("KD103", ("trich_yeu",))]


def test_an_optional_key_left_empty_counts_as_not_given() -> None:
    tree = parse(
        "loai: cong-van\ntrich_yeu: A\nnoi_dung: B\nso:\nngay:\nky:\nnoi_nhan:\nphu_luc:\n"
    )
    assert isinstance(tree, dict)
    value, problems = validate(tree, VanBan)
    assert problems == []
    assert value == VanBan(loai="cong-van", trich_yeu="A", noi_dung="B")


@pytest.mark.parametrize(
    ("yaml", "code", "told"),
    [
        ("kinh_gui: Các chi bộ", "KD105", "ở đây là chữ"),
        ("kinh_gui: {so: 1}", "KD105", "ở đây là các khoá con"),
        ("phu_luc: Danh mục", "KD105", "«phu_luc»"),
        ("dia_danh: [Tân Hòa]", "KD106", "«dia_danh»"),
        ("do_khan: [Khẩn]", "KD106", "«do_khan»"),
        ("so: [1]", "KD106", "«so»"),
        ("ngay: {a: b}", "KD107", "«a: b»"),
        ("noi_nhan: [{Lưu: VT}]", "KD107", "«Lưu: VT»"),
        ("noi_nhan: [[VT]]", "KD066", "«noi_nhan»"),
        ("ky: Mẫu", "KD108", "ở đây là chữ"),
        ("ky: [Mẫu]", "KD108", "ở đây là danh sách"),
        ("phu_luc: [Danh mục]", "KD108", "«phu_luc»"),
        ("phu_luc: [~, ]", "KD108", "«phu_luc»"),
        ("co_quan: {ten: Đảng ủy, khoi: nhà nước}", "KD110", "«nhà nước»"),
        ("giu_nguyen_dau_cau: [có]", "KD106", "«giu_nguyen_dau_cau»"),
    ],
)
def test_the_wrong_kind_of_value_is_told_as_what_it_is(yaml: str, code: str, told: str) -> None:
    found = one(yaml)
    assert (found.code, told in found.message) == (code, True), found


def test_a_fixed_choice_lists_what_can_be_written_and_the_likely_one() -> None:
    found = one("do_khan: thuong khan")
    assert "có phải ý đồng chí là «Thượng khẩn»?" in found.mend
    assert "Khẩn, Thượng khẩn, Hoả tốc, Hỏa tốc" in found.mend


def test_a_long_value_is_quoted_short_and_on_one_line() -> None:
    found = one("ngay: |\n" + "  ngày mười bốn tháng mười một\n" * 40)
    assert found.code == "KD111"
    assert len(found.message) < 100
    assert "\n" not in found.message


def test_braces_in_a_value_are_only_text() -> None:
    assert "«{nhap} {0}»" in one("ngay: '{nhap} {0}'").message


def test_an_error_of_a_kind_not_foreseen_is_still_told_in_vietnamese() -> None:
    class Later(Model):
        ty_le: float

    _, (found,) = validate({"ty_le": "cao"}, Later)
    assert found.code == "KD109"
    assert found.message == "giá trị «cao» không dùng được cho khoá «ty_le»"


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("ky",), ["quyen_han", "chuc_vu", "kiem", "ho_ten"]),
        (("thoi_han", 3), ["viec", "ngay", "ap_dung", "gui_ve", "qua", "nguon"]),
        (("ten",), []),
        (("khong_co", 1, "gi"), []),
    ],
)
def test_the_keys_of_a_place_come_from_the_model(path: Any, keys: list[str]) -> None:
    assert shape.keys(Dot, path) == keys


def test_only_keys_with_choices_have_choices() -> None:
    assert shape.choices(Dot, ("co_quan", "khoi")) == ("dang", "nha_nuoc")
    assert shape.choices(Dot, ("ten",)) == ()
    assert shape.meaning(Dot, ("khong_co",)) == ""
