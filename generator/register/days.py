"""Tells dates that cannot belong to the series of their line, or hardly."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.campaign import NhiemKy
from generator.register.series import Series, first_day, year_named
from generator.wording.dates import iso_shown, short_date

_YEARS = re.compile(r"(\d{4})-(\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Misdated:
    """What is wrong with a date: `impossible`, or only doubtful for the reason `why`."""

    impossible: bool
    why: str = ""


def misdated(
    series: Series, day: str, terms: Sequence[NhiemKy] = (), today: dt.date | None = None
) -> Misdated | None:
    """Judge the date of a line by the years its series names and by the terms of the body.

    A term lasts until the next one begins; where that day is not known, a year more than its name
    says is only doubtful, because congresses are put off. The last day of a term may be the first
    of the next: who signed decides. A congress has no years of its own.

    Args:
        series: of the line.
        day: ISO date or empty, which is another problem.
        terms: of the body, as far as known.
        today: dates after it are doubtful; None if that does not matter.

    Returns:
        None for a date that fits.
    """
    if not day:
        return None
    year, named = int(day[:4]), _YEARS.fullmatch(series.ky)
    if named is None:
        own = year_named(series.ky)
        if own is not None and year != int(own):
            return Misdated(impossible=True)
        return _not_yet(day, today)
    first, last = int(named[1]), int(named[2])
    start, end = _bounds(series.ky, terms)
    if day < min(start or "9999", f"{first}-01-01") or day > max(end or "", f"{last + 1}-12-31"):
        return Misdated(impossible=True)
    if start and day < start:
        return Misdated(impossible=False, why=f"trước ngày nhiệm kỳ bắt đầu ({iso_shown(start)})")
    if end and day > end:
        return Misdated(impossible=False, why=f"sau ngày nhiệm kỳ sau bắt đầu ({iso_shown(end)})")
    if not end and year > last:
        return Misdated(impossible=False, why="sau năm cuối của nhiệm kỳ")
    return _not_yet(day, today)


def _not_yet(day: str, today: dt.date | None) -> Misdated | None:
    if today is None or day <= today.isoformat():
        return None
    return Misdated(impossible=False, why=f"sau hôm nay ({short_date(today)})")


def _bounds(ky: str, terms: Sequence[NhiemKy]) -> tuple[str, str]:
    """Return the first days of a term and of the next one, empty where not known."""
    begun = sorted((start.isoformat(), each.ten) for each in terms if (start := first_day(each)))
    own = next((number for number, (_, name) in enumerate(begun) if name == ky), None)
    if own is None:
        return "", ""
    return begun[own][0], begun[own + 1][0] if own + 1 < len(begun) else ""
