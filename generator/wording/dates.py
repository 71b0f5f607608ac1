"""Dates and the place-and-date line.

A day below 10 and the months 1 and 2 get a leading zero, other months never: HD 05-HD/VPTW, the
clause on place and date (p. 9–10 of the issued text), and the same in HD 36-HD/VPTW and in
Phụ lục I of NĐ 30/2020/NĐ-CP.
"""

import datetime as dt

BLANK = "\u00a0" * 5
"""Room to write a number by hand on a draft.

No-break spaces: Word neither breaks the line there nor lets a later clean-up squeeze them into one;
a pattern with `\\s` still matches them.
"""


def _day_month(day: dt.date) -> tuple[str, str]:
    return f"{day.day:02}", f"{day.month:02}" if day.month < 3 else str(day.month)


def short_date(day: dt.date) -> str:
    """Write a date inside text: «09/01/2026», «27/5/2026»."""
    d, m = _day_month(day)
    return f"{d}/{m}/{day.year}"


def iso_shown(day: str) -> str:
    """Return an ISO date as an office writes it; whatever else was typed as it is."""
    try:
        return short_date(dt.date.fromisoformat(day))
    except ValueError:
        return day


def long_date(day: dt.date | None) -> str:
    """Write a date in full: «ngày 03 tháng 02 năm 2026»; None leaves blanks to fill in by hand."""
    if day is None:
        return f"ngày{BLANK}tháng{BLANK}năm{BLANK}"
    d, m = _day_month(day)
    return f"ngày {d} tháng {m} năm {day.year}"


def place_and_date(place: str | None, day: dt.date | None) -> str:
    """Write the line under the title: «Hà Nội, ngày 03 tháng 02 năm 2026».

    Args:
        place: the place as it is to stand there; without it the line begins with the date.
        day: the signing day; None for a draft.

    Returns:
        The line.
    """
    return f"{place}, {long_date(day)}" if place else long_date(day)
