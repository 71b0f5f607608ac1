"""What a cell of a workbook means for its value."""

import pytest

from generator.sheets.layout import Cot, sheets
from generator.sheets.merging import Outcome, agree, outcome, went_out

NAME = next(each for each in sheets()["ca_nhan"].cot if each.khoa == "ho_ten")
BIRTH = next(each for each in sheets()["ca_nhan"].cot if each.khoa == "ngay_sinh")
DAY = next(each for each in sheets()["ca_nhan"].cot if each.khoa == "ngay_vao_dang")
POST = next(each for each in sheets()["ca_nhan"].cot if each.khoa == "chuc_vu.dang")

S, C, X, K = Outcome.SAME, Outcome.CHANGED, Outcome.CLEARED, Outcome.CLASH


@pytest.mark.parametrize(
    ("came", "now", "went", "expected"),
    [
        ("a", "a", "a", S),
        ("b", "a", "a", C),  # the clerk changed it
        ("a", "b", "a", S),  # somebody else did: the workbook takes nothing back
        ("c", "b", "a", K),  # both did
        ("b", "b", "a", S),  # both the same
        ("", "a", "a", X),
        ("", "b", "a", K),
        ("", "", "a", S),
        ("b", "", "", C),
        ("b", "a", None, C),  # nothing is known of how it went out
        ("", "a", None, X),
    ],
)
def test_our_own_workbook_is_held_against_what_went_out(
    came: str, now: str, went: str | None, expected: Outcome
) -> None:
    assert outcome(POST, came, now, went, own=True) is expected


@pytest.mark.parametrize(
    ("came", "now", "expected"),
    [("a", "a", S), ("b", "a", C), ("b", "", C), ("", "a", S), ("BÍ THƯ", "Bí thư", S)],
)
def test_an_empty_cell_of_another_office_says_nothing(
    came: str, now: str, expected: Outcome
) -> None:
    assert outcome(POST, came, now, None, own=False) is expected


@pytest.mark.parametrize(
    ("cot", "one", "other", "own", "expected"),
    [
        (NAME, "NGUYỄN VĂN AN", "Nguyễn Văn An", False, True),
        (NAME, "NGUYỄN VĂN AN", "Nguyễn Văn An", True, False),  # a clerk meant to change it
        (NAME, "Nguyễn Văn Hoà", "Nguyễn Văn Hòa", False, True),
        (NAME, "Nguye\u0302\u0303n Văn An", "Nguyễn Văn An", True, True),
        (DAY, "05/12/2026", "5.12.2026", True, True),
        (DAY, "05/12/2026", "06/12/2026", False, False),
        (BIRTH, "1970", "05/12/1970", False, True),  # says no more than is known
        (BIRTH, "05/12/1970", "1970", False, False),
        (BIRTH, "1970", "05/12/1970", True, False),
        (BIRTH, "1971", "05/12/1970", False, False),
        (POST, "Bí thư  Chi bộ", "Bí thư Chi bộ", True, True),
    ],
)
def test_values_agree_as_a_reader_sees_them(
    cot: Cot, one: str, other: str, own: bool, expected: bool
) -> None:
    assert agree(cot, one, other, own=own) is expected


def test_a_column_that_was_empty_when_it_went_out_is_known_to_have_been() -> None:
    assert went_out({"k": {"a": "1"}}, "k", "b") == ""
    assert went_out({"k": {"a": "1"}}, "other", "a") is None
