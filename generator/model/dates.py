"""The one reader of typed dates: in YAML, in Excel cells and on the command line."""

import re

_SIGN = r"\s*([/.\-\u2010-\u2013])\s*"
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{1,2}})\s*\2\s*(\d{{4}}|\d{{2}})", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SIGN}(\d{{1,2}})\s*\2\s*(\d{{1,2}})", re.ASCII)
_WORDS = re.compile(
    r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.ASCII | re.IGNORECASE
)
_YEARLY = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{1,2}})", re.ASCII)
_CENTURY = 2000


def day_parts(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a typed date; None if the text has another form.

    Offices write 14/11/2026, 14-11-2026, 14.11.2026, 05/01/26 (always 20..), 2026-11-14 and «ngày
    14 tháng 11 năm 2026». Whether there is such a day in the calendar is for the caller to ask.
    """
    typed = text.strip()
    if found := _YEAR_FIRST.fullmatch(typed):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _DAY_FIRST.fullmatch(typed):
        year = int(found[4])
        return year if len(found[4]) == 4 else _CENTURY + year, int(found[3]), int(found[1])
    if found := _WORDS.fullmatch(typed):
        return int(found[3]), int(found[2]), int(found[1])
    return None


def yearly_parts(text: str) -> tuple[int, int] | None:
    """Return day and month of a date that comes every year («07/12»); None for another form."""
    found = _YEARLY.fullmatch(text.strip())
    return (int(found[1]), int(found[3])) if found else None
