"""Checks spans of time that a text names: the end after the beginning, days as many as it says.

No text prescribes this; the calendar does.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.problems import DataPath, Place, Problem, problem
from generator.wording.dates import short_date
from generator.wording.read_days import day_of, day_pattern

_AT = r"(?:\d{1,2} giờ(?: \d{1,2})?(?: phút)?,? )?"
_TO = rf"(?: \([^()]*\))? đến (?:hết )?{_AT}(?:ngày )?{day_pattern('b_')}"
_IN_PART = r"(?:ngày )?(?P<a_ngay>\d{1,2})(?:/(?P<a_thang>\d{1,2})(?:/(?P<a_nam>\d{4}))?)?(?![\d/])"
"""A beginning may leave out month and year."""
_SPAN = re.compile(
    r"(?:(?P<so>\d{1,3})(?: \([^()\d]+\))? ngày(?P<lam> làm việc)?[,:]? \(?(?:kể )?(?:tính )?)?"
    rf"\btừ {_AT}{_IN_PART}{_TO}",
    re.IGNORECASE,
)
_LONG = re.compile(rf"\btừ {_AT}(?:ngày )?{day_pattern('a_')}{_TO}", re.IGNORECASE)
_MONTHS = re.compile(
    r"\btừ tháng (?P<a>\d{1,2})(?:/(?P<a_nam>\d{4}))? đến (?:hết )?"
    r"tháng (?P<b>\d{1,2})/(?P<nam>\d{4})",
    re.IGNORECASE,
)
_HOUR = r"(?P<gio>\d{1,2}) ?(?:giờ|h|g|:) ?(?P<phut>\d{2})?"
_BEGUN = re.compile(
    rf"(?:thời gian|bắt đầu|khai mạc|\bhồi|\blúc|\bvào)\b[^\d;.]{{0,30}}{_HOUR}", re.IGNORECASE
)
_ENDED = re.compile(
    rf"(?:kết thúc|bế mạc|lập xong)\b[^\d;.]{{0,40}}{_HOUR}(?: phút)?,? cùng ngày", re.IGNORECASE
)
_PART = r"(?:buổi )?(?P<buoi>sáng|chiều)\b"
_CLOCK = r"(?P<gio>\d{1,2}) ?(?:giờ|h)\b"
_PARTS_OF_DAY = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        rf"(?<!đến ){_CLOCK}(?: ?\d{{1,2}})?(?: phút)?(?: |, (?=\w+ ngày)){_PART}",
        rf"{_PART},? (?:thứ \w+,? )?(?:ngày [\d/]+)?,? ?(?:lúc |từ |hồi )?{_CLOCK}",
    )
)
_HOURS = {"sáng": range(13), "chiều": (*range(7), *range(11, 24))}
_WEEKEND = 5
_DAYS_OFF, _TET = 2, ((1, 15), (2, 28))
"""Holidays in a row; and when the many of the lunar new year may fall."""
_HEAD = 10
"""Lines of minutes in which their beginning stands."""


class _Span(NamedTuple):
    cho: int
    dau: dt.date
    cuoi: dt.date
    so: int
    lam_viec: bool


def check_spans(text: str, path: DataPath) -> Iterator[Problem]:
    """Check the spans of days of a text.

    Args:
        text: the text as typed.
        path: where it is in the data.

    Yields:
        KD291 for a span that ends before it begins, KD292 for days that cannot be as many as it
        says. Each at its line.
    """
    for n, line in enumerate(text.split("\n")):
        for found in _MONTHS.finditer(line):
            first = (int(found["a_nam"] or found["nam"]), int(found["a"]))
            if first > (int(found["nam"]), int(found["b"])):
                values = {
                    "dau": f"tháng {first[1]}/{first[0]}",
                    "cuoi": f"tháng {found['b']}/{found['nam']}",
                }
                yield problem("KD291", Place(path=(*path, n, found.start())), **values)
        for span in _spans(line.replace("*", " ")):
            place = Place(path=(*path, n, span.cho))
            values = {"dau": short_date(span.dau), "cuoi": short_date(span.cuoi)}
            if span.cuoi < span.dau:
                yield problem("KD291", place, **{k: f"ngày {v}" for k, v in values.items()})
            elif span.so and not _fits(span):
                days = (span.cuoi - span.dau).days + 1
                said = f"{span.so:02} ngày" + " làm việc" * span.lam_viec
                yield problem("KD292", place, viet=said, so=days, **values)


def check_parts_of_day(text: str, path: DataPath) -> Iterator[Problem]:
    """Check that an hour is of the part of the day beside it: KD193, «14 giờ, sáng ngày …»."""
    for n, line in enumerate(text.split("\n")):
        for pattern in _PARTS_OF_DAY:
            for found in pattern.finditer(line):
                part = found["buoi"].lower()
                if int(found["gio"]) not in _HOURS[part]:
                    place = Place(path=(*path, n, found.start("gio")))
                    yield problem("KD193", place, gio=found["gio"], buoi=part)


def check_minutes(text: str, path: DataPath) -> Iterator[Problem]:
    """Check that minutes end after they begin: KD171 at the line of the end.

    Only an end «cùng ngày» is compared, with the first hour of the first lines.
    """
    begun = None
    for n, line in enumerate(text.split("\n")):
        ended = _ENDED.search(line)
        if begun is None and ended is None and n < _HEAD:
            begun = _BEGUN.search(line)
        if begun and ended and _minutes(ended) <= _minutes(begun):
            place = Place(path=(*path, n, ended.start("gio")))
            values = {"dau": _clock(begun), "cuoi": _clock(ended)}
            yield problem("KD171", place, o="biên bản", **values)


def _spans(line: str) -> Iterator[_Span]:
    seen = set()
    for pattern in (_SPAN, _LONG):
        for found in pattern.finditer(line):
            span = _span(found)
            if span and found.end() not in seen:
                seen.add(found.end())
                yield span


def _span(found: re.Match[str]) -> _Span | None:
    """Return a span of days; None where the calendar has no such day, or the year may be another.

    A beginning without its year is of the year of the end only within one month: «từ ngày 28/12 đến
    ngày 03/01/2027».
    """
    named = found.groupdict()
    month = int(named["b_thang"])
    begun = int(named["a_thang"] or month)
    last = day_of(found, "b_")
    if last is None or (not named["a_nam"] and begun != month):
        return None
    try:
        first = dt.date(int(named["a_nam"] or last.year), begun, int(named["a_ngay"]))
    except ValueError:
        return None
    count = int(named.get("so") or 0)
    return _Span(found.start(), first, last, count, bool(named.get("lam")))


def _fits(span: _Span) -> bool:
    """Return whether so many days lie in a span, both its ends counted or one of them.

    Working days may be fewer than the days of the week say, by those off, and Saturdays may be of
    them.
    """
    days = (span.cuoi - span.dau).days + 1
    dates = [span.dau + dt.timedelta(n) for n in range(days)]
    working = sum(each.weekday() < _WEEKEND for each in dates)
    if span.lam_viec:
        around_tet = any(_TET[0] <= (each.month, each.day) <= _TET[1] for each in dates)
        return span.so <= days and (around_tet or span.so >= working - _DAYS_OFF)
    without_sundays = sum(each.weekday() <= _WEEKEND for each in dates)
    return span.so in {days, days - 1, working, without_sundays}


def _minutes(found: re.Match[str]) -> int:
    return int(found["gio"]) * 60 + int(found["phut"] or 0)


def _clock(found: re.Match[str]) -> str:
    return f"{int(found['gio']):02} giờ {found['phut'] or '00'}"
