"""A date of birth may be known by its year alone, or by month and year."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.birth import NgaySinh, may_be_same
from generator.model.person import CaNhan
from generator.wording.dates import birth


def born(text: str) -> NgaySinh | None:
    return CaNhan.model_validate({"ho_ten": "Tạ Xuân Hải", "ngay_sinh": text}).ngay_sinh


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1946", "1946"),
        ("năm 1946", "1946"),
        ("Sinh năm 1946", "1946"),
        ("--/--/1946", "1946"),
        ("-/-/1946", "1946"),
        ("../../1946", "1946"),
        ("…/…/1946", "1946"),
        ("__/__/1946", "1946"),
        ("00/00/1946", "1946"),
        ("--/1946", "1946"),
        ("02/1965", "02/1965"),
        ("2/1965", "02/1965"),
        ("8/1942", "8/1942"),
        ("02-1965", "02/1965"),
        ("02.1965", "02/1965"),
        ("--/02/1965", "02/1965"),
        ("tháng 02/1965", "02/1965"),
        ("tháng 2 năm 1965", "02/1965"),
        ("05/02/1965", "05/02/1965"),
        ("1965-02-05", "05/02/1965"),
        ("19/8/1942", "19/8/1942"),
    ],
)
def test_what_is_known_is_read_and_prints_so(typed: str, printed: str) -> None:
    assert birth(born(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("khoảng 1946", "KD149"),
        ("46", "KD149"),
        ("19461", "KD149"),
        ("02/65", "KD149"),
        ("Xuân 1946", "KD149"),
        ("13/1965", "KD112"),
        ("00/13/1965", "KD112"),
        ("31/02/1965", "KD112"),
    ],
)
def test_what_is_no_date_of_birth_is_refused(typed: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        born(typed)
    assert [each["type"] for each in refused.value.errors()] == [code]


@settings(deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2030, 1, 1)), st.sampled_from([1, 2, 3]))
def test_what_is_stored_is_read_again(day: dt.date, known: int) -> None:
    one = NgaySinh(*(day.year, day.month, day.day)[:known])
    assert born(str(one)) == one
    assert born(birth(one)) == one


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("1946", "28/05/1946", True),
        ("05/1946", "28/05/1946", True),
        ("05/1946", "28/06/1946", False),
        ("1946", "1947", False),
        ("27/05/1946", "28/05/1946", False),
    ],
)
def test_dates_are_alike_when_what_both_give_agrees(one: str, other: str, alike: bool) -> None:
    left, right = born(one), born(other)
    assert left
    assert right
    assert may_be_same(left, right) is may_be_same(right, left) is alike
