"""Days are read as people write them in a text."""

import datetime as dt
import re

import pytest

from generator.wording.read_days import day_of, day_pattern, days_of

DAY = dt.date(2026, 2, 3)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ngày 03/02/2026", [DAY]),
        ("Sinh ngày: 3/2/2026; ngày 03 tháng 02 năm 2026", [DAY, DAY]),
        ("ngày 03/02 năm 2026", [DAY]),
        ("| 1 | 29/02/2003 |", [None]),
        ("số 30/2020/NĐ-CP, 12/03/02/2026, 03/02/2026/QĐ", []),
    ],
)
def test_days_of_a_line(text: str, days: list[dt.date | None]) -> None:
    assert [each.ngay for each in days_of(text)] == days


def test_a_day_says_where_it_stands_and_how_it_is_written() -> None:
    text = "họp ngày 03/02/2026, ngày 04/02/2026"
    assert [(each.cho, each.viet) for each in days_of(text)] == [
        (9, "03/02/2026"),
        (26, "04/02/2026"),
    ]
    assert [each.cho for each in days_of(text, 12)] == [26]
    assert [each.cho for each in days_of(text, 0, 20)] == [9]


def test_two_days_of_one_pattern_have_their_marks() -> None:
    found = re.fullmatch(f"{day_pattern('a_')} - {day_pattern('b_')}", "03/02/2026 - 31/02/2026")
    assert found
    assert (day_of(found, "a_"), day_of(found, "b_")) == (DAY, None)
