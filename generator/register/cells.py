"""Reads the cells of a register: number, date, state."""

import datetime as dt
import re

from generator.model.dates import day_parts, yearly_parts
from generator.register.entry import NAMES, TrangThai
from generator.register.names import symbols_of
from generator.register.series import Series, year_named
from generator.wording.compare import fold, same

_STATES = {
    TrangThai.GIU: ("đang giữ",),
    TrangThai.CAP: ("", "cấp", "phát hành", "đã phát hành"),
    TrangThai.HUY: ("hủy", "hủy bỏ", "đã hủy bỏ"),
}
_CANCELLED = re.compile(
    rf"(?:số )?(?:đã |bị )?{fold('hủy')}(?: bỏ)?(?: số)?(?:\s*[,;:.(–-].*)?", re.DOTALL
)
_NUMBER = re.compile(
    r"(?:số\s*:?\s*)?(\d{1,6})\.?(?:\s*[-/‐-–]\s*(.*))?",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
_YEAR = re.compile(r"\d{4}[-/](?=\D)", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)
_FIRST_SERIAL, _LAST_SERIAL = 32_874, 73_050
"""01/01/1990 and 31/12/2099: other numbers are no date of a register."""

_DAY_ZERO, _FROM_1904 = dt.date(1899, 12, 30), 1462
_CLOCK = re.compile(r"[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$", re.ASCII)
_BEFORE = re.compile(r"^(?:.*,\s*)?(?=ngày\s)|^ngày\s*:?\s*(?=\d{1,2}\s*[/.-])", re.IGNORECASE)


def number_of(text: str, symbols: frozenset[str]) -> int | None:
    """Parse «05» or «05-CV/ĐU»; None for a date, another type's symbol, or no number at all."""
    found = _NUMBER.fullmatch(text)
    if found is None or int(found[1]) == 0:
        return None
    kind = re.split(r"[-/‐-–]", _YEAR.sub("", found[2] or "", count=1))[0].strip()
    if kind.isdecimal() or (fold(kind) in symbols_of(None) - symbols):
        return None
    return int(found[1])


def says_cancelled(text: str) -> bool:
    """Return whether a note says that its number is cancelled: «đã hủy», «(Hủy)», «hủy: sai»."""
    return _CANCELLED.fullmatch(fold(text).strip("()[]«»\"'. ")) is not None


def iso_of(text: str, series: Series, *, since_1904: bool = False) -> str | None:
    """Return a date in ISO format; empty for empty text, None for what is no date.

    Args:
        text: as typed or as Excel keeps it: also «ngày 05 tháng 01 năm 2026», the number of a day
            that was not formatted as a date (46027), and day and month alone where the series is
            that of a year.
        series: of the line.
        since_1904: the numbers of days count from 1904.
    """
    typed = _CLOCK.sub("", " ".join(text.split()).rstrip(".;, "))
    if not typed:
        return ""
    if (found := _SERIAL.fullmatch(typed)) and _number(found, since_1904) >= _FIRST_SERIAL:
        number = _number(found, since_1904)
        return None if number > _LAST_SERIAL else (_DAY_ZERO + dt.timedelta(number)).isoformat()
    bare = _BEFORE.sub("", typed)
    parts = day_parts(bare)
    if parts is None and (year := year_named(series.ky)) and (of_year := yearly_parts(bare)):
        parts = int(year), of_year[1], of_year[0]
    try:
        return dt.date(*parts).isoformat() if parts else None
    except ValueError:
        return None


def _number(found: re.Match[str], since_1904: bool) -> int:
    return int(found[1]) + (_FROM_1904 if since_1904 else 0)


def state_of(text: str) -> TrangThai | None:
    """Return a state by any of its names; None for an unknown one."""
    return next(
        (
            each
            for each, words in _STATES.items()
            if any(same(word, text) for word in (NAMES[each], *words))
        ),
        None,
    )
