"""A place of a file is fields; what is typed into them is edits, and nothing of anybody is lost."""

from typing import TYPE_CHECKING

import pytest

from generator.desk.fields import (
    LABELS,
    around,
    edits_of,
    fields_at,
    identity,
    known_as,
    with_ends_of,
)
from generator.desk.muc import path_of
from generator.editing.edits import Insert, Remove, Set, changed
from generator.model.unit import DonViNam
from generator.reading.yaml_text import Tree
from generator.setup.keys import groups

if TYPE_CHECKING:
    from generator.problems import DataPath

TREE: Tree = {
    "loai": "don-vi",
    "ca_nhan": [
        {"ho_ten": "An", "vai_tro": "lanh_dao", "dac_diem": ["một", "hai"]},
        {"ho_ten": "Bình", "cham_diem": {"chung": "20"}},
    ],
}


def test_a_group_is_its_single_values_with_those_it_lacks_and_the_groups_below_it() -> None:
    fields, inside = fields_at(TREE, ("ca_nhan", 0), DonViNam)
    names = [each.khoa for each in fields]
    assert names[:2] == ["ho_ten", "vai_tro"]
    assert "ngay_sinh" in names
    assert [each.ten for each in inside] == ["dac_diem"]
    level = next(each for each in fields if each.khoa == "vai_tro")
    assert "khong_lanh_dao" in level.chon
    assert fields[0].ten == "Họ và tên"
    assert fields[0].ai == "An"


def test_a_list_of_texts_has_an_empty_field_behind_it_and_one_of_groups_leads_to_them() -> None:
    fields, inside = fields_at(TREE, ("ca_nhan", 0, "dac_diem"), DonViNam)
    assert [each.gia_tri for each in fields] == ["một", "hai", ""]
    assert inside == []
    fields, inside = fields_at(TREE, ("ca_nhan",), DonViNam)
    assert fields == []
    assert [each.ten for each in inside] == ["An", "Bình"]


def test_what_is_not_there_is_a_field_to_fill_in() -> None:
    (field,), _ = fields_at(TREE, ("ca_nhan", 0, "ngay_sinh"), DonViNam)
    assert (field.gia_tri, field.ten) == ("", "Ngày sinh")
    assert around(TREE, ("ca_nhan", 9, "ho_ten")) == ("ca_nhan",)


@pytest.mark.parametrize(
    ("muc", "before", "typed", "edit"),
    [
        ("ca_nhan.0.ho_ten", "An", "Anh", Set(("ca_nhan", 0, "ho_ten"), "Anh")),
        ("ca_nhan.0.ma", "", "a", Set(("ca_nhan", 0, "ma"), "a")),
        ("ca_nhan.0.vai_tro", "lanh_dao", "", Remove(("ca_nhan", 0, "vai_tro"))),
        ("ca_nhan.0.dac_diem.2", "", "ba", Insert(("ca_nhan", 0, "dac_diem"), 2, "ba")),
        ("ca_nhan.0.ma", "", "", None),
        ("ca_nhan.0.ho_ten", "An", "An\r\n", None),
    ],
)
def test_what_is_typed_is_an_edit(muc: str, before: str, typed: str, edit: object) -> None:
    known = {muc: identity(TREE, path_of(muc))}
    edits, clashes = edits_of(TREE, {muc: typed}, {muc: before}, known)
    assert clashes == []
    assert edits == ([edit] if edit else [])


def test_items_are_removed_from_behind() -> None:
    at = "ca_nhan.0.dac_diem"
    both = {f"{at}.0": "", f"{at}.1": ""}
    known = {muc: identity(TREE, path_of(muc)) for muc in both}
    edits, _ = edits_of(TREE, both, {f"{at}.0": "một", f"{at}.1": "hai"}, known)
    tree = TREE
    for each in edits:
        tree = changed(tree, each)
    assert isinstance(tree, dict)
    assert tree["ca_nhan"][0]["dac_diem"] == []  # type: ignore[index,call-overload]


@pytest.mark.parametrize(
    ("muc", "before", "known"),
    [
        ("ca_nhan.0.ho_ten", "Ân", "An"),  # another value stands there
        ("ca_nhan.0.ho_ten", "An", "Bình"),  # another person stands there
        ("ca_nhan.7.ho_ten", "An", "An"),  # nobody stands there
    ],
)
def test_what_is_not_as_it_was_seen_is_a_clash_with_both(muc: str, before: str, known: str) -> None:
    edits, (clash,) = edits_of(TREE, {muc: "Mới"}, {muc: before}, {muc: known})
    assert edits == []
    assert (clash.luc_mo, clash.dinh_ghi) == (before, "Mới")


def test_what_somebody_else_typed_too_is_no_clash() -> None:
    muc = "ca_nhan.0.ho_ten"
    assert edits_of(TREE, {muc: "An"}, {muc: "Ân"}, {muc: "An"}) == ([], [])


def test_paths_are_plain_values() -> None:
    path: DataPath = ("ca_nhan", 0)
    assert known_as(TREE, path) == "An"


def test_of_two_people_with_one_name_the_birthday_tells_which_was_meant() -> None:
    two: Tree = {
        "ca_nhan": [
            {"ho_ten": "An", "ngay_sinh": "03/10/1969"},
            {"ho_ten": "An", "ngay_sinh": "06/02/1951"},
        ]
    }
    (field, *_), _ = fields_at(two, ("ca_nhan", 0), None)
    left: Tree = {"ca_nhan": two["ca_nhan"][1:]}  # type: ignore[index,call-overload]
    key = "ca_nhan.0.ma"
    edits, clashes = edits_of(left, {key: "an-1"}, {key: ""}, {key: field.ai})
    assert edits == []
    assert len(clashes) == 1


def test_an_entry_without_a_name_is_known_by_what_it_holds() -> None:
    tree: Tree = {"diem": [{"tieu_chi": "I.1", "diem": "5"}, {"tieu_chi": "I.2", "diem": "5"}]}
    (_, field), _ = fields_at(tree, ("diem", 0), None)
    left: Tree = {"diem": tree["diem"][1:]}  # type: ignore[index,call-overload]
    edits, clashes = edits_of(
        left, {"diem.0.diem": "4"}, {"diem.0.diem": "5"}, {"diem.0.diem": field.ai}
    )
    assert edits == []
    assert len(clashes) == 1


@pytest.mark.parametrize(
    ("old", "typed", "new"),
    [
        ("a\nb\n", "a\r\nb\r\n", "a\nb\n"),
        ("a\r\nb\r\n", "a\nb\n", "a\r\nb\r\n"),
        ("a\r\nb\nc\n", "a\r\nb\r\nc\r\n", "a\r\nb\nc\n"),
        ("a\r\nb\nc\n", "a\nx\nb\nc", "a\r\nx\nb\nc"),
        ("a", "a\nb", "a\nb"),
        ("", "", ""),
    ],
)
def test_lines_that_were_not_typed_end_as_they_did(old: str, typed: str, new: str) -> None:
    assert with_ends_of(typed, old) == new


def test_a_field_has_a_name_of_its_own_only_if_the_data_knows_it() -> None:
    assert LABELS.keys() <= {key.name for group in groups() for key in group.keys}
