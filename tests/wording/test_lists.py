"""Lists are punctuated as the pack says, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.lists import punctuated, without_dash, without_mark
from tests.wording.packs import HD05, ND30

PARTY, STATE = HD05.dau_cau.noi_nhan, ND30.dau_cau.noi_nhan
ITEMS = st.lists(st.sampled_from(["Như trên", "- Các chi bộ,", "Ban Tổ chức;", "Lưu Văn phòng."]))


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("Như trên", "Như trên"),
        ("Như trên ,", "Như trên"),
        ("Như trên;.", "Như trên"),
        ("Các đồng chí…", "Các đồng chí…"),
        ("Các đồng chí v.v...", "Các đồng chí v.v..."),
        ("Các chi bộ v.v.", "Các chi bộ v.v."),
    ],
)
def test_marks_after_an_item_go_but_the_dots_of_an_ellipsis(typed: str, bare: str) -> None:
    assert without_mark(typed) == bare


@pytest.mark.parametrize(
    ("typed", "bare"),
    [("- A", "A"), ("– A", "A"), ("  — A ", "A"), ("-A", "-A"), ("A - B", "A - B")],
)
def test_a_dash_before_an_item_goes_if_a_blank_follows(typed: str, bare: str) -> None:
    assert without_dash(typed) == bare


@given(ITEMS)
def test_every_item_ends_with_the_mark_of_its_place(items: list[str]) -> None:
    printed = punctuated(items, PARTY)
    assert len(printed) == len(items)
    for item in printed[:-1]:
        assert item.endswith(PARTY.giua.gia_tri)
    if printed:
        assert printed[-1].endswith(PARTY.cuoi.gia_tri)
    assert all(item.startswith(f"{PARTY.gach.gia_tri} ") for item in printed)
    assert all("- -" not in item for item in printed)


@given(ITEMS)
def test_punctuating_twice_is_punctuating_once(items: list[str]) -> None:
    once = punctuated(items, STATE)
    assert punctuated(once, STATE) == once


def test_typed_marks_are_kept_when_the_office_asks_for_it() -> None:
    assert punctuated(["- A;", "B,"], PARTY, keep=True) == ("- A;", "- B,")


def test_the_last_mark_and_the_dash_may_be_another() -> None:
    assert punctuated(["A", "B"], PARTY, dashed=False, last=",")[-1] == "B,"
    assert punctuated(["A"], PARTY, last="") == ("- A",)


def test_a_group_has_its_head_with_a_colon_and_its_items_with_a_plus() -> None:
    marks = PARTY
    items = ["Như trên", "Bản điện tử:", "+ Các chi bộ,", "+ Ban Xây dựng Đảng", "Lưu Văn phòng"]
    assert punctuated(items, marks) == (
        "- Như trên;", "- Bản điện tử:", "+ Các chi bộ;", "+ Ban Xây dựng Đảng;", "- Lưu Văn phòng.",
    )  # fmt: skip
