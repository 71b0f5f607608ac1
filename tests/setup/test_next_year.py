"""A campaign hands on to the next year who there is, and nothing of what they did."""

from typing import Any

import pytest

from generator import shipped
from generator.model import Dot
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.reading.yaml_text import Tree, parse
from generator.setup import next_year
from generator.setup.next_year import next_campaign, next_unit, weaknesses

SAMPLE = shipped.DATA / "xa-loc-van-2026"


def tree_of(name: str) -> dict[str, Tree]:
    tree = parse((SAMPLE / name).read_text("utf-8"))
    assert isinstance(tree, dict)
    return tree


@pytest.fixture(scope="module")
def old() -> dict[str, Tree]:
    return tree_of("don-vi/chi-bo-co-quan-dang.yaml")


@pytest.fixture(scope="module")
def new(old: dict[str, Tree]) -> DonViNam:
    return DonViNam.model_validate(next_unit(old, 2027).tep)


def test_the_people_of_a_unit_come_along_with_birthday_post_and_role(
    old: dict[str, Tree], new: DonViNam
) -> None:
    before = DonViNam.model_validate(old)
    assert new.don_vi == before.don_vi
    assert new.ky == before.ky
    assert [(e.ho_ten, e.ngay_sinh, e.chuc_vu, e.vai_tro, e.dung_dau) for e in new.ca_nhan] == [
        (e.ho_ten, e.ngay_sinh, e.chuc_vu, e.vai_tro, e.dung_dau) for e in before.ca_nhan
    ]
    assert [(e.ten, e.vai_tro, e.thanh_vien) for e in new.tap_the] == [
        (e.ten, e.vai_tro, e.thanh_vien) for e in before.tap_the
    ]


def test_nothing_of_the_year_comes_along(new: DonViNam) -> None:
    assert not new.hoi_nghi
    assert not new.ho_so
    assert new.ngay_nop_ho_so is None
    for each in (*new.ca_nhan, *new.tap_the):
        assert each.xep_loai.tu_nhan is None
        assert (each.uu_diem, each.khac_phuc, each.nhiem_vu, each.ngay) == ({}, (), (), None)
        assert (each.cham_diem, each.ket_qua, each.han_che) == (None, None, None)
    assert {each.loai_tru for each in new.ca_nhan} == {None}


def test_the_weaknesses_of_each_are_asked_about(old: dict[str, Tree], new: DonViNam) -> None:
    asked = new.han_che_ky_truoc
    assert asked["Trịnh Thị Thu Thảo"] == (
        "Chưa thành thạo phần mềm mới nên xử lý hồ sơ điện tử còn chậm trong nửa đầu năm.",
        "Phối hợp với các thôn có việc chưa kịp thời, phải nhắc lại hai lần.",
    )
    assert asked["Chi ủy Chi bộ Cơ quan Đảng, Mặt trận"] == (
        "Theo dõi việc thực hiện cam kết của đảng viên chủ yếu dồn vào cuối năm.",
    )
    assert asked.keys() <= {*(e.ho_ten for e in new.ca_nhan), *(e.ten for e in new.tap_the)}


def test_people_with_a_file_of_their_own_keep_it() -> None:
    unit: dict[str, Tree] = {"loai": "don-vi", "don_vi": {"ma": "a"}}
    own: dict[str, Tree] = {
        "loai": "ca-nhan",
        "ho_ten": "Lê Thị Mẫu",
        "han_che": "Chậm",
        "ngay": "01/12/2026",
    }
    found = next_unit(unit, 2027, [own])
    assert found.nguoi == ({"loai": "ca-nhan", "ho_ten": "Lê Thị Mẫu"},)
    assert found.tep["han_che_ky_truoc"] == {"Lê Thị Mẫu": ["Chậm"]}


def test_what_was_named_of_namesakes_is_told_of_neither() -> None:
    people: list[Tree] = [
        {"ho_ten": "Nguyễn Văn Hoà", "ma": "hoa-1", "han_che": "Nóng nảy"},
        {"ho_ten": "Nguyễn Văn Hòa", "ma": "hoa-2", "han_che": "Đi muộn"},
    ]
    found = next_unit({"don_vi": {"ma": "a"}, "ca_nhan": people}, 2027)
    assert "han_che_ky_truoc" not in found.tep
    assert found.trung_ten == ("Nguyễn Văn Hòa",)


@pytest.mark.parametrize(
    ("review", "named"),
    [
        ({"han_che": "1. Chậm.\n- Nể nang\n\n  chậm. \n"}, ["Chậm.", "Nể nang"]),
        ({"han_che": "Không có."}, []),
        ({}, []),
        ({"khac_phuc": "Không có", "han_che": "Chậm"}, ["Chậm"]),
        (
            {
                "han_che": "Chậm",
                "khac_phuc": [
                    {"han_che": "Thu đảng phí chậm", "tinh_trang": "dang_khac_phuc"},
                    {"han_che": "Đi muộn", "tinh_trang": "da_khac_phuc"},
                ],
            },
            ["Chậm", "Thu đảng phí chậm"],
        ),
    ],
)
def test_weaknesses_are_one_a_line_with_those_still_open(review: Any, named: list[str]) -> None:
    assert weaknesses(review) == named


def test_the_campaign_keeps_its_body_and_gets_the_new_year() -> None:
    before = tree_of("dot.yaml")
    found = Dot.model_validate(next_campaign(before, 2027))
    assert found.ten == "Kiểm điểm, đánh giá, xếp loại chất lượng năm 2027 của Đảng bộ xã Lộc Vân"
    assert found.nam == 2027
    assert found.co_quan == Dot.model_validate(before).co_quan
    assert found.noi_nhan
    assert found.thoi_han == ()
    assert found.che_do  # the same regime, so its own values still fit


def test_values_of_another_regime_stay_behind() -> None:
    before: dict[str, Tree] = {
        "ten": "Kiểm điểm năm 2024", "nam": "2024", "co_quan": {"ten": "Huyện ủy Thanh Giang"},
        "che_do": {"a": "b"}, "danh_muc": "x", "phan_bo_diem": {"pl4": {"I.1": "12"}},
        "the_thuc": {"dau_cau": {}},
    }  # fmt: skip
    found = next_campaign(before, 2026)
    assert found.keys() == {"ten", "nam", "co_quan"}
    assert next_campaign(before, 2024).keys() >= {"che_do", "danh_muc", "the_thuc"}


@pytest.mark.parametrize(
    ("level", "year", "kept"),
    [("cap_huyen", 2024, True), ("cap_huyen", 2025, False), ("cap_xa", 2025, True),
     ("trung_uong", 2025, True), ("cap_tinh", 2025, True)],
)  # fmt: skip
def test_a_level_of_management_comes_along_if_the_year_has_it(
    level: str, year: int, kept: bool
) -> None:
    person: Tree = {"ho_ten": "Lê Thị Mẫu", "dien_quan_ly": level}
    found = next_unit({"ca_nhan": [person]}, year).tep["ca_nhan"]
    assert (found == [person]) is kept


def test_keys_that_no_model_has_stay_behind() -> None:
    person: Tree = {
        "ho_ten": "Lê Thị Mẫu",
        "ghi_chu": "x",
        "chuc_vu": {"dang": "Bí thư", "la": "x"},
    }
    found = next_unit({"don_vi": {"ma": "a", "la": "x"}, "ca_nhan": [person, "x"]}, 2027).tep
    assert found == {
        "loai": "don-vi",
        "don_vi": {"ma": "a"},
        "ca_nhan": [{"ho_ten": "Lê Thị Mẫu", "chuc_vu": {"dang": "Bí thư"}}],
    }


def test_the_day_of_a_comment_by_the_place_of_residence_stays_behind() -> None:
    person: Tree = {"ho_ten": "A", "noi_cu_tru": {"xa": "Lộc Vân", "ngay_nhan_xet": "01/12/2026"}}
    found = next_unit({"ca_nhan": [person]}, 2027).tep["ca_nhan"]
    assert found == [{"ho_ten": "A", "noi_cu_tru": {"xa": "Lộc Vân"}}]


@pytest.mark.parametrize(
    ("keys", "model"),
    [("_CAMPAIGN", Dot), ("_OF_REGIME", Dot), ("_UNIT", DonViNam), ("_COLLECTIVE", TapThe), ("_PERSON", CaNhan)],
)  # fmt: skip
def test_every_key_that_is_handed_on_is_one_of_its_model(keys: str, model: Any) -> None:
    assert set(getattr(next_year, keys)) <= set(model.model_fields)
