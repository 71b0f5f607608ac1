"""Numbers and dates of a register are read in the ways offices type them."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.register.cells import iso_of, number_of, says_cancelled
from generator.register.names import symbols_of
from generator.register.series import Series

TERM, YEAR = Series("cong-van", "2025-2030"), Series("cong-van", "2026")
DAY = "2026-01-05"


@pytest.mark.parametrize(
    ("text", "series", "day"),
    [
        ("05/01/2026", TERM, DAY), ("5/1/2026", TERM, DAY), ("05/01/26", TERM, DAY), ("5.1.2026", TERM, DAY),
        ("5-1-2026", TERM, DAY), ("05 / 01 / 2026", TERM, DAY), ("2026-01-05", TERM, DAY),
        ("2026-01-05 00:00:00", TERM, DAY), ("2026-01-05T08:30:00", TERM, DAY), ("05/01/2026.", TERM, DAY),
        ("ngày 05 tháng 01 năm 2026", TERM, DAY), ("Ngày 5 tháng 1 năm 2026", TERM, DAY),
        ("05 tháng 01 năm 2026", TERM, DAY), ("ngày 05/01/2026", TERM, DAY), ("Ngày: 05/01/2026", TERM, DAY),
        ("Lộc Vân, ngày 05 tháng 01 năm 2026", TERM, DAY), ("46027", TERM, DAY), ("46027.5", TERM, DAY),
        ("05/01", YEAR, DAY), ("05/01", TERM, None), ("", TERM, ""), ("  ", TERM, ""),
        ("31/02/2026", TERM, None), ("hôm qua", TERM, None), ("2026", TERM, None), ("12", TERM, None),
        ("99999", TERM, None), ("10000", TERM, None), ("05/01/2026, 06/01/2026", TERM, None),
        ("05/13/2026", TERM, None), ("tháng 01/2026", TERM, None),
    ],
)  # fmt: skip
def test_a_date_is_read(text: str, series: Series, day: str | None) -> None:
    assert iso_of(text, series) == day


def test_days_may_count_from_1904() -> None:
    assert iso_of("44565", TERM, since_1904=True) == DAY


@settings(deadline=None)
@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_the_number_of_a_day_is_that_day(day: dt.date) -> None:
    assert iso_of(str((day - dt.date(1899, 12, 30)).days), TERM) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1), ("01", 1), ("05-CV/ĐU", 5), ("Số 12 - CV/ĐU", 12), ("Số: 12", 12), ("12.", 12),
        ("05–CV/ĐU", 5), ("05‑CV/ĐU", 5), ("05/CV-ĐU", 5), ("01-QĐ/ĐU", None), ("12a", None), ("0", None),
        ("05/01/2026", None), ("", None), ("Tháng 01", None), ("1234567", None),
    ],
)  # fmt: skip
def test_a_number_is_read(text: str, number: int | None) -> None:
    assert number_of(text, symbols_of("cong-van")) == number


@pytest.mark.parametrize(
    ("text", "cancelled"),
    [
        ("đã hủy", True), ("Đã huỷ", True), ("(hủy)", True), ("Hủy số", True), ("Số đã hủy.", True),
        ("hủy bỏ", True), ("hủy: ghi nhầm", True), ("Hủy, thay bằng số 15", True),
        ("hủy bỏ công văn số 3", False), ("Hủy kết quả bầu cử", False), ("", False),
        ("thay cho số đã hủy", False),
    ],
)  # fmt: skip
def test_a_note_says_that_its_number_is_cancelled(text: str, *, cancelled: bool) -> None:
    assert says_cancelled(text) is cancelled
