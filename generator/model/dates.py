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
_BLANK = r"(?:[-\u2010-\u2015_.…?xX]{1,20}|00?)"
_BETWEEN = r"\s*[/.\-]\s*"
_LEFT_OPEN = rf"(?:ngày\s*(?:{_BLANK}\s*)?)?"
_YEAR_ONLY = re.compile(
    rf"(?:{_LEFT_OPEN}tháng\s*(?:{_BLANK}\s*)?)?(?:năm\s+)?(?:{_BLANK}?{_BETWEEN}){{0,2}}(\d{{4}})",
    re.ASCII | re.IGNORECASE,
)
_MONTH_ONLY = re.compile(
    rf"(?:{_LEFT_OPEN}tháng\s+|{_BLANK}?{_BETWEEN})?(\d{{1,2}})(?:{_BETWEEN}|\s+năm\s+)(\d{{4}})",
    re.ASCII | re.IGNORECASE,
)


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


def partial_parts(text: str) -> tuple[int, int | None] | None:
    """Return year and month of a date whose day, or day and month, is left open.

    Offices write 2026, 11/2026, 11-2026, «tháng 11 năm 2026», and the blanks of a paper to be
    signed: «…/11/2026», «--/--/1946», «ngày … tháng 11 năm 2026». None for any other text.
    """
    typed = text.strip()
    if found := _YEAR_ONLY.fullmatch(typed):
        return int(found[1]), None
    if found := _MONTH_ONLY.fullmatch(typed):
        return int(found[2]), int(found[1])
    return None
