"""Reads the days of a list: as Excel keeps them, or in any form in which they are typed."""

import datetime as dt
import re
from typing import NamedTuple

from generator.model.dates import day_parts, partial_parts

_DAY_ZERO, _FROM_1904 = dt.date(1899, 12, 30), 1462
_YEARS = range(1900, 2101)
_SERIALS = range(7_306, 73_051)
"""01/01/1920 to 31/12/2099; whole numbers below are years."""

_SIGN = r"\s*[/.,\-\u2010-\u2013\\]\s*"
_CLOCK = re.compile(
    r"[T\s,]+\d{1,2}(?::|h|g)\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:AM|PM|SA|CH|Z))?$", re.IGNORECASE
)
_LEAD = re.compile(
    rf"^(?:sinh\s+)?(?:ngày\s*:?\s*(?=\d{{1,2}}{_SIGN})|năm\s*:?\s*(?=\d{{4}}$))", re.IGNORECASE
)
_BORN = re.compile(r"^(?:sinh|sn)\b\s*:?\s*(?:năm|ngày(?!\s+\d+\s+tháng))?\s*", re.IGNORECASE)
_MONTH_WORD = re.compile(rf"^(?:t|th|thg|tháng)\.?\s*(?=\d{{1,2}}{_SIGN}\d{{4}}$)", re.IGNORECASE)
_SHORT_YEAR = re.compile(rf"\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}\d{{2}}", re.ASCII)
_MIXED = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{1,2}}){_SIGN}(\d{{4}})", re.ASCII)
_EXPORTED = re.compile(r"\d{4,5}\.0|\d{5}", re.ASCII)
"""A year or the number of a day that another program wrote as a text."""

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
_MONTHS = 12


class Day(NamedTuple):
    """A day as the data writes it, or why a value is none: `loi`, in words."""

    chu: str = ""
    loi: str = ""


def day_of(value: object, text: str, form: str, *, birth: bool, since_1904: bool = False) -> Day:
    """Read a day.

    Args:
        value: the value of the cell: text, number, day.
        text: what it shows, cleaned.
        form: its number format, as Excel names it.
        birth: of a birth the year, or month and year, are enough.
        since_1904: the workbook counts days from 1904.

    Returns:
        «05/12/2026»; of a birth also «12/1970», «1970». A real day of Excel is taken as it is; in a
        text the day comes before the month, and a year of two figures is refused.
    """
    if isinstance(value, bool | dt.time | dt.timedelta):
        return Day(loi="không phải là ngày")
    if isinstance(value, dt.date):
        return _kept(value, form, birth=birth)
    if isinstance(value, int | float):
        return _number(float(value), birth=birth, since_1904=since_1904)
    if number := _EXPORTED.fullmatch(text.strip("' ")):
        return _number(float(number[0]), birth=birth, since_1904=since_1904)
    return _typed(text, birth=birth)


def _kept(value: dt.date, form: str, *, birth: bool) -> Day:
    """Return a day of Excel; where only month and year are shown, only they were typed."""
    day = value.date() if isinstance(value, dt.datetime) else value
    if (number := (day - _DAY_ZERO).days) in _YEARS:
        return Day(loi=f"ô định dạng ngày mà số gõ vào là {number}: gõ lại năm ở ô định dạng chữ")
    if day.year not in _YEARS:
        return Day(loi=f"năm {day.year} không đúng")
    shown = _QUOTED.sub("", form).lower()
    if "y" in shown and "d" not in shown:
        partly = f"{value.month:02}/{value.year}" if "m" in shown else str(value.year)
        return Day(partly) if birth else Day(loi=f"chỉ có {partly}, thiếu ngày")
    if "d" in shown and "y" not in shown and "m" in shown:
        return Day(loi=f"ô chỉ hiện {value:%d/%m}, chưa rõ có đúng năm {value.year} không")
    return Day(_written(value))


def _number(value: float, *, birth: bool, since_1904: bool) -> Day:
    if value.is_integer() and int(value) in _YEARS:
        year = int(value)
        return Day(str(year)) if birth else Day(loi=f"chỉ có năm {year}, thiếu ngày, tháng")
    number = int(value) + (_FROM_1904 if since_1904 else 0)
    if number in _SERIALS:
        return Day(_written(_DAY_ZERO + dt.timedelta(number)))
    return Day(loi="là số, không phải là ngày")


def _typed(text: str, *, birth: bool) -> Day:
    typed = " ".join(text.strip("' ").split()).rstrip(".;, ")
    typed = _CLOCK.sub("", typed)
    bare = _LEAD.sub("", typed)
    if birth:
        bare = _BORN.sub("", bare)
    bare = _MONTH_WORD.sub("", bare).strip()
    if _SHORT_YEAR.fullmatch(bare):
        return Day(loi="năm chỉ có hai chữ số")
    if mixed := _MIXED.fullmatch(bare):
        bare = "/".join(mixed.groups())
    if parts := day_parts(bare):
        try:
            day = dt.date(*parts)
        except ValueError:
            return Day(loi="không có ngày này trong lịch (ngày viết trước, tháng viết sau)")
        return Day(_written(day)) if day.year in _YEARS else Day(loi="năm không đúng")
    if partly := partial_parts(bare):
        year, month = partly
        if year not in _YEARS or (month is not None and not 1 <= month <= _MONTHS):
            return Day(loi="không có tháng, năm như vậy")
        said = str(year) if month is None else f"{month:02}/{year}"
        return Day(said) if birth else Day(loi=f"chỉ có {said}, thiếu ngày")
    return Day(loi="không phải là ngày")


def _written(day: dt.date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"
