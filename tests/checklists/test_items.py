"""The items a checklist comes to: what is inherited, what an include brings along."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checklists.checks import check_checklist
from generator.checklists.conditions import holds, parse
from generator.checklists.items import Item, items
from generator.checklists.load import names, read_checklist
from generator.model.checklist import CO_QUAN_NHAN, DanhMuc
from generator.shipped import DATA
from tests.checklists.lists import checklist, doc, item


def by_code(found: DanhMuc) -> dict[str, Item]:
    return {each.ma: each for each in items(found)}


def shipped(name: str) -> DanhMuc:
    found = read_checklist(names(DATA / "ha-tinh-2024")[name])
    assert found.problems == []
    assert found.danh_muc
    return found.danh_muc


def test_an_item_without_documents_asks_for_itself() -> None:
    (only,) = items(checklist(item("1", ten="Bản kê khai tài sản")))
    assert [each.ten for each in only.van_ban] == ["Bản kê khai tài sản"]
    assert (only.cho, only.so_bo, only.truoc_ngay) == (("don_vi",), 1, None)


def test_a_section_gives_its_items_what_they_leave_open() -> None:
    found = by_code(
        checklist(
            item(
                "1", cho=["ca_nhan"], so_bo="2", gui_ve="Ban Tổ chức Thành ủy",
                qua="Văn phòng Thành ủy", thoi_han={"truoc_ngay": "07/12"},
                hinh_thuc=["giay"], nguon="V:Seed3", ap_dung="uy_quyen",
                muc=[item("1.1"), item("1.2", so_bo="3", cho=["tap_the"], nguon="I")],
            )
        )
    )  # fmt: skip
    assert list(found) == ["1.1", "1.2"]
    first, second = found.values()
    assert (first.so_bo, second.so_bo) == (2, 3)
    assert (first.cho, second.cho) == (("ca_nhan",), ("tap_the",))
    assert (first.nguon, second.nguon) == ("V:Seed3", "I")
    for each in (first, second):
        assert each.gui_ve == "Ban Tổ chức Thành ủy (qua Văn phòng Thành ủy)"
        assert each.truoc_ngay == "07/12"
        assert each.van_ban[0].hinh_thuc == ("giay",)
        assert not holds(each.ap_dung, {})
        assert holds(each.ap_dung, {"uy_quyen": True})


def test_conditions_of_section_and_item_must_both_hold() -> None:
    section = item("1", dieu_kien="goi_y", muc=[item("1.1", dieu_kien="không mien_213")])
    (only,) = items(checklist(section))
    assert holds(only.dieu_kien, {"goi_y": True})
    assert not holds(only.dieu_kien, {"goi_y": True, "mien_213": True})
    assert not holds(only.dieu_kien, {})


def test_an_included_item_goes_by_the_including_one() -> None:
    found = by_code(
        checklist(
            item(
                "1", cho=["ca_nhan"], so_bo="2", ap_dung="uy_quyen", gui_ve="Ban Tổ chức",
                muc=[item("1.1"), item("1.2", so_bo="3", dieu_kien="goi_y")],
            ),
            item(
                "3", thoi_han={"truoc_ngay": "07/12"}, nguon="I",
                muc=[item("3.6", so_bo="1", ap_dung="dien_quan_ly = cap_huyen", gom=["1"])],
            ),
        )
    )  # fmt: skip
    assert list(found) == ["1.1", "1.2", "3.6/1.1", "3.6/1.2"]
    inner = found["3.6/1.2"]
    assert inner.ten == "Thành phần 1.2"
    assert (inner.so_bo, inner.cho, inner.truoc_ngay) == (1, ("ca_nhan",), "07/12")
    assert (inner.gui_ve, inner.nguon) == ("Ban Tổ chức", "I")
    assert holds(inner.ap_dung, {"dien_quan_ly": "cap_huyen"})
    assert not holds(inner.ap_dung, {"uy_quyen": True})
    assert not holds(inner.dieu_kien, {})
    assert holds(inner.dieu_kien, {"goi_y": True})


def test_an_include_without_its_own_number_of_copies_keeps_the_items() -> None:
    found = by_code(checklist(item("1", so_bo="3"), item("2", gom=["1"])))
    assert found["2/1"].so_bo == 3


def test_an_include_of_an_include_is_opened_to_the_end() -> None:
    found = by_code(checklist(item("1"), item("2", gom=["1"]), item("3", gom=["2"])))
    assert list(found) == ["1", "2/1", "3/2/1"]


@pytest.mark.parametrize(
    "mucs",
    [
        [item("1", gom=["1"])],
        [item("1", gom=["2"]), item("2", gom=["1"])],
        [item("1", muc=[item("1.1", gom=["1"]), item("1.2")])],
    ],
)
def test_an_include_that_leads_back_ends(mucs: list[dict[str, object]]) -> None:
    assert len(items(checklist(*mucs))) <= 4


def test_an_include_that_leads_nowhere_asks_for_nothing() -> None:
    assert items(checklist(item("1", gom=["9"]))) == ()


def test_a_condition_that_cannot_be_read_counts_as_not_written() -> None:
    (only,) = items(checklist(item("1", dieu_kien="goi_y nhưng", van_ban=[doc("a", cua="&")])))
    assert only.dieu_kien is None
    assert only.van_ban[0].cua is None


@pytest.mark.parametrize(
    "condition",
    [
        "khieu_na",
        "goi_y và khieu_na",
        "không khieu_na",
        "loai_don_vi = phuong_xa",
        "loai_don_vi",
        "goi_y = co",
        "lanh_dao_so trong (co)",
    ],
)
def test_a_condition_nobody_can_answer_counts_as_not_written(condition: str) -> None:
    """A slip of the pen must not make an item that has to be handed in fall away."""
    written = checklist(
        item("1", dieu_kien=condition, ap_dung=condition,
             van_ban=[doc("a", cua=condition, dieu_kien=condition)]),
        dac_diem={"lanh_dao_so": "lãnh đạo sở"},
    )  # fmt: skip
    (only,) = items(written)
    assert (only.dieu_kien, only.ap_dung) == (None, None)
    assert (only.van_ban[0].cua, only.van_ban[0].dieu_kien) == (None, None)
    assert {each.code for each in check_checklist(written)} <= {"KD703", "KD704"}
    assert check_checklist(written)


@pytest.mark.parametrize("condition", ["khieu_nai", "lanh_dao_so", "loai_don_vi = xa"])
def test_a_condition_that_can_be_answered_stands(condition: str) -> None:
    written = checklist(item("1", dieu_kien=condition), dac_diem={"lanh_dao_so": "lãnh đạo sở"})
    (only,) = items(written)
    assert only.dieu_kien == parse(condition)
    assert check_checklist(written) == []


def test_if_any_is_said_of_a_document_or_of_the_whole_item() -> None:
    found = by_code(
        checklist(
            item("1", neu_co="có", van_ban=[doc("a"), doc("b")]),
            item("2", van_ban=[doc("a", neu_co="có"), doc("b")]),
        )
    )
    assert [each.neu_co for each in found["1"].van_ban] == [True, True]
    assert [each.neu_co for each in found["2"].van_ban] == [True, False]


def test_the_list_of_ha_tinh_has_its_items_and_its_oddities() -> None:
    found = by_code(shipped("ha-tinh-2024"))
    assert list(found) == [
        "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "3.4",
        "3.5", "3.6/1.1", "3.6/1.2", "3.6/1.3", "3.6/1.4", "3.6/1.5", "3.6/1.6", "3.7/2.2",
        "3.7/2.3",
    ]  # fmt: skip
    assert [found[f"1.{i}"].so_bo for i in range(1, 7)] == [2, 3, 2, 2, 2, 2]
    assert {found[f"3.6/1.{i}"].so_bo for i in range(1, 7)} == {1}
    assert {each.truoc_ngay for ma, each in found.items() if ma[0] == "3"} == {"07/12"}
    assert {each.truoc_ngay for ma, each in found.items() if ma[0] != "3"} == {None}
    assert {ma: len(each.van_ban) for ma, each in found.items() if len(each.van_ban) > 1} == {
        "3.1": 2, "3.2": 2, "3.3": 2, "3.4": 2, "3.5": 8,
    }  # fmt: skip
    assert {each.nguon for each in found.values()} == {"V:Seed3"}


def test_qd_366_has_nine_items_and_so_has_its_predecessor() -> None:
    for name in ("qd-366-dieu-17", "qd-124"):
        assert list(by_code(shipped(name))) == [str(number) for number in range(1, 10)]


@pytest.mark.parametrize("name", ["qd-366-dieu-17", "qd-124"])
def test_what_the_competent_level_issues_is_not_the_units_to_hand_in(name: str) -> None:
    own = {each.ma for each in items(shipped(name)) if each.nguoi_nop == CO_QUAN_NHAN}
    assert own == {"4", "5", "6"}


def test_only_the_list_of_ha_tinh_is_an_annex() -> None:
    annexes = {name for name in names(DATA / "xa-loc-van-2026") if shipped(name).la_phu_luc}
    assert annexes == {"ha-tinh-2024"}


def test_mau_04_has_the_four_items_of_collectives() -> None:
    found = by_code(shipped("hd-43-mau-04"))
    assert list(found) == ["1", "2", "3", "4"]
    assert {each.truoc_ngay for each in found.values()} == {"01/02"}


codes = st.sampled_from(["1", "2", "3", "4", "5"])


@given(st.lists(st.tuples(codes, st.lists(codes, max_size=2)), min_size=1, max_size=5))
def test_whatever_includes_what_the_items_are_finite_and_end_at_real_ones(
    written: list[tuple[str, list[str]]],
) -> None:
    made = checklist(*(item(ma, gom=gom) for ma, gom in dict(written).items()))
    plain = {muc.ma for muc in made.muc if not muc.gom}
    for each in items(made):
        way = each.ma.split("/")
        assert way[-1] in plain
        assert len(way) == len(set(way))
