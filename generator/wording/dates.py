"""Formats dates and the place-and-date line.

Days below 10 and the months 1 and 2 get a leading zero, other months never: HD 05-HD/VPTW, clause
on place and date (p. 9–10 of the issued text); likewise HD 36-HD/VPTW and Phụ lục I of
NĐ 30/2020/NĐ-CP.
"""

import datetime as dt
import re

from generator.model.birth import NgaySinh
from generator.model.fields import ThangNam

BLANK = "\u00a0" * 5
"""Space on a draft for a handwritten number.

No-break spaces: Word does not break the line at them, cleaning the text does not collapse them, and
a pattern with `\\s` still matches them.
"""


_NAMES_A_DAY = re.compile(r"ngày|hôm|\d\s*[/.\-]\s*\d{1,2}\s*[/.\-]|\d/\d", re.IGNORECASE)


def names_a_day(hour: str) -> bool:
    """Return whether the hour of a meeting says its day too: «11 giờ 30, ngày 08/12/2026»."""
    return _NAMES_A_DAY.search(hour) is not None


def _day_month(day: dt.date) -> tuple[str, str]:
    return f"{day.day:02}", _month(day.month)


def _month(month: int) -> str:
    return f"{month:02}" if month < 3 else str(month)


def short_date(day: dt.date) -> str:
    """Format a date for running text: «09/01/2026», «27/5/2026»."""
    return shown_day(day.year, day.month, day.day)


def shown_day(year: int, month: int, day: int) -> str:
    """Format a day that somebody wrote as `short_date`, even if no calendar has it."""
    return f"{day:02}/{_month(month)}/{year}"


def birth(day: NgaySinh | None) -> str:
    """Format a date of birth as far as it is known: «20/6/1946», «02/1965», «1946»."""
    if day is None:
        return ""
    if day.thang is None:
        return str(day.nam)
    if day.ngay is None:
        return f"{_month(day.thang)}/{day.nam}"
    return shown_day(day.nam, day.thang, day.ngay)


def iso_shown(day: str) -> str:
    """Return an ISO date as `short_date`, any other text unchanged."""
    try:
        return short_date(dt.date.fromisoformat(day))
    except ValueError:
        return day


def short_or_blank(day: dt.date | ThangNam | None) -> str:
    """Format a date as `short_date` does, with blanks for what is not known: «     /11/2026»."""
    match day:
        case ThangNam(nam, thang):
            return f"{BLANK}/{_month(thang) if thang else BLANK}/{nam}"
        case None:
            return BLANK
    return short_date(day)


def long_date(day: dt.date | ThangNam | None) -> str:
    """Format a date in full: «ngày 03 tháng 02 năm 2026».

    What is not known is left blank for handwriting or a stamp: «ngày      tháng 11 năm 2026».
    """
    match day:
        case ThangNam(nam, thang):
            month = f" {_month(thang)} " if thang else BLANK
            return f"ngày{BLANK}tháng{month}năm {nam}"
        case None:
            return f"ngày{BLANK}tháng{BLANK}năm{BLANK}"
    d, m = _day_month(day)
    return f"ngày {d} tháng {m} năm {day.year}"


def place_and_date(place: str | None, day: dt.date | ThangNam | None) -> str:
    """Return the place-and-date line: «Hà Nội, ngày 03 tháng 02 năm 2026».

    Args:
        place: the place as printed; without it the line begins with the date.
        day: the signing day, as far as it is known; None for a draft.

    Returns:
        The line.
    """
    return f"{place}, {long_date(day)}" if place else long_date(day)
