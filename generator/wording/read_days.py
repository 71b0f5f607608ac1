"""Reads the days that a text names: «03/02/2026», «03 tháng 02 năm 2026»."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple


def day_pattern(mark: str = "") -> str:
    """Return the pattern of a day with its month and year; its groups begin with `mark`."""
    return (
        rf"(?P<{mark}ngay>\d{{1,2}})(?:/| tháng )(?P<{mark}thang>\d{{1,2}})"
        rf"(?:/| năm )(?P<{mark}nam>\d{{4}})(?![\d/])"
    )


DAY = day_pattern()
_DAY = re.compile(rf"(?<![\d/.-]){DAY}")


class Named(NamedTuple):
    """A day as a text names it; None where no calendar has it."""

    cho: int
    viet: str
    ngay: dt.date | None


def day_of(found: re.Match[str], mark: str = "") -> dt.date | None:
    """Return the day that `day_pattern` found; None where it is not one, or in part only."""
    year, month, day = (found[f"{mark}{part}"] for part in ("nam", "thang", "ngay"))
    if not (year and month and day):
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def days_of(line: str, start: int = 0, end: int | None = None) -> Iterator[Named]:
    """Yield the days that a line names between two of its places."""
    for found in _DAY.finditer(line, start, len(line) if end is None else end):
        yield Named(found.start(), found[0], day_of(found))
