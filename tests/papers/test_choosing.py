"""A blank form keeps its prompts, a finished paper chooses; a unit without a seal is not asked for one."""

from dataclasses import replace
from typing import Any

import pytest

from generator.papers.choosing import reviewed_at, workplace
from generator.papers.review_forms import report, self_review
from generator.papers.unit_year import UnitYear, signing_title, to_sign
from generator.regulations.seals import without_seal
from tests.papers import unit_data
from tests.papers.test_rating_lists import unit, year_of


def of_kind(loai: str, **more: Any) -> UnitYear:
    data = unit()
    data["don_vi"] = {**data["don_vi"], "loai": loai, **more}
    return year_of(data)


def titles(year: UnitYear, kind: str) -> list[str]:
    form = year.che_do.bieu_mau["01" if kind == "tap_the" else "02A"]
    made = report(year, 0, form) if kind == "tap_the" else self_review(year, 0, form)
    return [block["tieu_de"] for block in made["khoi_ky"]]


@pytest.mark.parametrize(("blank", "wanted"), [(True, True), (False, False)])
@pytest.mark.parametrize("kind", ["tap_the", "ca_nhan"])
def test_only_a_blank_form_leaves_alternatives(kind: str, blank: bool, wanted: bool) -> None:
    keys = unit_data.COLLECTIVE if kind == "tap_the" else unit_data.LEADER
    whole = unit_data.review(keys, 2026, "Đạt.")
    about = {"tap_the": [{"ten": "Chi ủy", **whole}]} if kind == "tap_the" else {
        "ca_nhan": [unit_data.person("lanh_dao", 2026, "Nguyễn Văn Một", "Đạt.")]
    }  # fmt: skip
    year = replace(year_of(unit(**about)), de_trong=blank)
    assert any("(" in each for each in titles(year, kind)) is wanted


@pytest.mark.parametrize(
    ("loai", "own", "prescribed"),
    [
        ("dang_bo_co_so", "(Ký, ghi rõ họ tên và đóng dấu)", "(Ký, ghi rõ họ tên và đóng dấu)"),
        ("dang_bo_bo_phan", "(Ký, ghi rõ họ tên)",
         "(Ký, ghi rõ họ tên và đóng dấu) (Đảng ủy bộ phận không có con dấu)"),
        ("chi_bo", "(Ký, ghi rõ họ tên và đóng dấu, nếu có)",
         "(Ký, ghi rõ họ tên và đóng dấu, nếu có)"),
    ],
)  # fmt: skip
def test_who_has_no_seal_is_not_asked_for_one(loai: str, own: str, prescribed: str) -> None:
    year = of_kind(loai)
    assert to_sign(year) == own
    assert to_sign(year, "(Ký, ghi rõ họ tên và đóng dấu)") == prescribed
    blank = replace(year, de_trong=True)
    assert to_sign(blank) == "(Ký, ghi rõ họ tên và đóng dấu)"


def test_what_is_only_inferred_of_seals_is_marked_so() -> None:
    assert {key: each.verified for key, each in without_seal().items()} == {
        "dang_bo_bo_phan": True, "chi_bo": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("loai", "title"),
    [("chi_bo", "T/M CHI BỘ"), ("dang_bo_co_so", "T/M ĐẢNG ỦY"), ("ubnd", "T/M TẬP THỂ LÃNH ĐẠO")],
)
def test_a_signer_who_is_not_known_has_the_title_of_the_body(loai: str, title: str) -> None:
    body = {"cap_uy": "Đảng ủy phường Bắc"} if loai == "dang_bo_co_so" else {}
    year = of_kind(loai, **({"ten": "Ủy ban nhân dân xã", "cap_uy": "Ủy ban nhân dân xã"}
                            if loai == "ubnd" else body))  # fmt: skip
    assert signing_title(year) == title


@pytest.mark.parametrize(
    ("loai", "ten", "khoi", "place"),
    [
        ("chi_bo", "Chi bộ thôn Đông", None, "địa phương"),
        ("xa", "Đảng bộ xã Lộc Vân", "tham_muu_dang", "địa phương"),
        ("chi_bo", "Chi bộ Trường Mầm non", "su_nghiep", "đơn vị"),
        ("ban", "Chi bộ Ban Tổ chức", None, "cơ quan"),
        ("chi_bo", "Chi bộ Cơ quan Ủy ban nhân dân", "hanh_chinh", "cơ quan"),
    ],
)
def test_a_report_says_where_its_collective_leads(
    loai: str, ten: str, khoi: str | None, place: str
) -> None:
    data = unit(tap_the=[{"ten": "Tập thể"}])
    data["don_vi"] = {**data["don_vi"], "loai": loai, "ten": ten}
    if khoi:
        data["don_vi"]["khoi_co_quan"] = khoi
    year = year_of(data)
    assert reviewed_at(year, year.data.tap_the[0]) == place
    blank = replace(year, de_trong=True)
    assert reviewed_at(blank, blank.data.tap_the[0]) == "địa phương (cơ quan, đơn vị)"


@pytest.mark.parametrize(
    ("kind", "name", "block", "place"),
    [
        ("chi_bo", "Chi bộ bản Nà Lầu", None, "địa phương"),
        ("chi_bo", "Chi bộ số 3, tổ dân phố Bắc", None, "địa phương"),
        ("dang_bo_bo_phan", "Đảng bộ bộ phận ấp Tây", None, "địa phương"),
        ("chi_bo", "Chi bộ Nhà xuất bản Tỉnh", "su_nghiep", "đơn vị"),
        ("chi_bo", "Chi bộ Công ty Nhật Bản", None, "đơn vị"),
        ("chi_bo", "Chi bộ Hội Nông dân", "hoi_quan_chung", "cơ quan"),
        ("khac", "Tổ công tác", None, "đơn vị"),
    ],
)
def test_a_unit_has_the_word_of_its_kind(
    kind: str, name: str, block: str | None, place: str
) -> None:
    assert workplace(kind, name, block) == place
