"""Dates: the zero rule of the regulations, the full form, the line under the title, drafts."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fields import ThangNam
from generator.wording.dates import (
    BLANK,
    long_date,
    place_and_date,
    short_date,
    short_or_blank,
)

DATE_LINE = re.compile(r"^\S.*, ngày (0[1-9]|[12]\d|3[01]) tháng (0[12]|[3-9]|1[0-2]) năm \d{4}$")


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (dt.date(2026, 1, 9), "09/01/2026"),
        (dt.date(2026, 5, 27), "27/5/2026"),
        (dt.date(2019, 3, 11), "11/3/2019"),
        (dt.date(2021, 6, 4), "04/6/2021"),
        (dt.date(2018, 4, 3), "03/4/2018"),
        (dt.date(2026, 2, 28), "28/02/2026"),
        (dt.date(2025, 10, 20), "20/10/2025"),
        (dt.date(2024, 12, 1), "01/12/2024"),
    ],
)
def test_short_dates_are_those_of_the_guideline_itself(day, written):
    assert short_date(day) == written


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (dt.date(2026, 2, 3), "ngày 03 tháng 02 năm 2026"),
        (dt.date(2025, 10, 20), "ngày 20 tháng 10 năm 2025"),
        (dt.date(2022, 10, 14), "ngày 14 tháng 10 năm 2022"),
        (dt.date(2022, 11, 4), "ngày 04 tháng 11 năm 2022"),
        (dt.date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (dt.date(2026, 9, 10), "ngày 10 tháng 9 năm 2026"),
        (dt.date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
    ],
)
def test_long_dates(day, written):
    assert long_date(day) == written


@pytest.mark.parametrize("month", range(1, 13))
def test_only_the_months_one_and_two_get_a_zero(month):
    written = long_date(dt.date(2026, month, 15)).split(" tháng ")[1].split()[0]
    assert written == (f"0{month}" if month < 3 else str(month))


@pytest.mark.parametrize("day", range(1, 32))
def test_a_day_under_ten_gets_a_zero(day):
    written = long_date(dt.date(2026, 5, day)).split()[1]
    assert written == (f"0{day}" if day < 10 else str(day))


@pytest.mark.parametrize(
    ("place", "day", "line"),
    [
        ("Cần Thơ", dt.date(2022, 10, 14), "Cần Thơ, ngày 14 tháng 10 năm 2022"),
        ("Tuy Phước", dt.date(2022, 11, 4), "Tuy Phước, ngày 04 tháng 11 năm 2022"),
        ("TP. Hà Tĩnh", dt.date(2024, 11, 14), "TP. Hà Tĩnh, ngày 14 tháng 11 năm 2024"),
        ("Phường Ngô Quyền", dt.date(2026, 6, 1), "Phường Ngô Quyền, ngày 01 tháng 6 năm 2026"),
        (None, dt.date(2026, 6, 1), "ngày 01 tháng 6 năm 2026"),
        ("", dt.date(2026, 6, 1), "ngày 01 tháng 6 năm 2026"),
    ],
)
def test_the_line_under_the_title(place, day, line):
    assert place_and_date(place, day) == line


def test_a_draft_leaves_room_for_day_month_and_year():
    line = place_and_date("Hà Nội", None)
    assert line.replace("\u00a0", " ") == "Hà Nội, ngày     tháng     năm     "


def test_the_room_on_a_draft_is_not_squeezed_or_broken_by_word():
    assert set(BLANK) == {"\u00a0"}
    assert len(BLANK) >= 4


def test_a_pattern_with_blanks_still_finds_the_draft_form():
    assert re.fullmatch(r"Hà Nội, ngày\s+tháng\s+năm\s+", place_and_date("Hà Nội", None))


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_fits_the_pattern_of_the_regulation(day):
    assert DATE_LINE.fullmatch(place_and_date("Hà Nội", day))


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)))
def test_a_short_date_reads_back_as_the_same_day(day):
    d, m, y = map(int, short_date(day).split("/"))
    assert dt.date(y, m, d) == day


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)))
def test_short_and_long_form_show_the_same_figures(day):
    assert re.findall(r"\d+", long_date(day)) == short_date(day).split("/")


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (ThangNam(2026, 11), "ngày_tháng 11 năm 2026", "_/11/2026"),
        (ThangNam(2026, 2), "ngày_tháng 02 năm 2026", "_/02/2026"),
        (ThangNam(2027), "ngày_tháng_năm 2027", "_/_/2027"),
        (None, "ngày_tháng_năm_", "_"),
        (dt.date(2027, 1, 8), "ngày 08 tháng 01 năm 2027", "08/01/2027"),
    ],
)
def test_what_is_known_of_a_day_is_printed_and_the_rest_left_blank(
    day: dt.date | ThangNam | None, long: str, short: str
) -> None:
    assert long_date(day) == long.replace("_", BLANK)
    assert short_or_blank(day) == short.replace("_", BLANK)
    assert place_and_date("Lộc Vân", day) == f"Lộc Vân, {long_date(day)}"
