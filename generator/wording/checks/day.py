"""Checks the days that a letter names against the day of its signature and the calendar.

No text prescribes this: nobody cites what is not yet signed, and a deadline lies ahead.
"""

import datetime as dt
import re
from collections.abc import Iterator

from generator.problems import DataPath, Place, Problem, problem
from generator.wording.dates import short_date
from generator.wording.read_days import DAY, day_of

_CITED = r"số\s+\d+[^\s,;]*[/-][^\s,;]+,?\s+ngày\s+"
_DAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_ORDINALS = "".join(
    rf"(?<!{each} )" for each in ("lần", "họp", "phiên", "kỳ", "nghị", "khoá", "khóa", "hạng")
)
_WEEKDAY = rf"{_ORDINALS}\b(?P<thu>{'|'.join(_DAYS)}|thứ [2-7]),?\s*\(?(?:ngày\s+)?"
_DUE = (
    r"(?:gửi|nộp|báo cáo|hoàn thành|đăng ký|xong)\b(?:(?!\bđã\b)[^.;]){0,120}?"
    r"\b(?:trước|chậm nhất|muộn nhất|đến hết)(?: là)?(?: \d+ giờ(?: \d+)?(?: phút)?,?)?\s+ngày\s+"
)
_HELD = r"^[\W\d]*thời gian\b[^;]*?\bngày\s+"


def _dated(before: str) -> tuple[re.Pattern[str], ...]:
    return (re.compile(before + DAY, re.IGNORECASE),)


_NAMED_BEHIND = rf"\s*\((?P<thu>{'|'.join(_DAYS)}|thứ [2-7])\)"
_CITATIONS, _WEEKDAYS, _DEADLINES, _MEETINGS = map(_dated, (_CITED, _WEEKDAY, _DUE, _HELD))
_WEEKDAYS += (re.compile(DAY + _NAMED_BEHIND, re.IGNORECASE),)
_YEARLESS = r"(?P<ngay>\d{1,2})/(?P<thang>\d{1,2})(?![\d/-]|[.,]\d| năm)"
_UNDATED = tuple(re.compile(e + _YEARLESS, re.IGNORECASE) for e in (_WEEKDAY, _DUE, _HELD))
_YEARLY = re.compile(
    r"hằng|hàng (?:năm|quý|tháng)|mỗi năm|các năm|định kỳ|thường niên", re.IGNORECASE
)
_YEAR_AHEAD = re.compile(r"(?:/|năm )\d{4}(?!\d)")
"""A year that stands for several days: «trước ngày 10/11; … trước ngày 20/11/2026»."""
_PAST = re.compile(r"\bđã\b", re.IGNORECASE)
_AHEAD = frozenset({"cong-van", "ke-hoach", "huong-dan", "thong-bao", "giay-moi", "chi-thi"})
"""Kinds that tell people what to do; others also tell what was."""
_INVITATION = "giay-moi"


def check_days(text: str, path: DataPath, loai: str, day: dt.date | None) -> Iterator[Problem]:
    """Check the days of a text.

    Args:
        text: the text as typed.
        path: where it is in the data.
        loai: the kind of letter.
        day: the day of signature; None where it is not known yet.

    Yields:
        KD280 for a weekday that is not that of its day, KD297 for a deadline or a day of meeting
        without its year; with a day of signature KD278 for a paper that was signed later, KD279 for
        a deadline or an invitation in the past. Each at its line.
    """
    for n, line in enumerate(text.split("\n")):
        for at, typed, named in _found(_WEEKDAYS, line):
            if (right := _DAYS[named.weekday()]) != _weekday(typed):
                place = Place(path=(*path, n, at))
                yield problem(
                    "KD280", place, viet=typed, ngay=short_date(named), dung=_called(right)
                )
        for at, typed in _without_year(line) if loai in _AHEAD else ():
            yield problem("KD297", Place(path=(*path, n, at)), viet=typed)
        if day is None:
            continue
        values = {"ky": short_date(day)}
        for at, _, named in _found(_CITATIONS, line):
            if named > day:
                place = Place(path=(*path, n, at))
                yield problem("KD278", place, ngay=short_date(named), **values)
        if loai not in _AHEAD or _PAST.search(line):
            continue
        due = [*_found(_DEADLINES, line), *(_found(_MEETINGS, line) if loai == _INVITATION else ())]
        for at, _, named in due:
            if named < day:
                place = Place(path=(*path, n, at))
                yield problem("KD279", place, ngay=short_date(named), **values)


def _without_year(line: str) -> Iterator[tuple[int, str]]:
    """Yield where a line names a day ahead by day and month only, and not one of every year."""
    if _YEARLY.search(line):
        return
    said = {}
    for pattern in _UNDATED:
        for found in pattern.finditer(line):
            if not _YEAR_AHEAD.search(line, found.end()):
                said[found.start("ngay")] = f"{found['ngay']}/{found['thang']}"
    yield from sorted(said.items())


def _found(patterns: tuple[re.Pattern[str], ...], line: str) -> Iterator[tuple[int, str, dt.date]]:
    """Yield where a pattern is found, the weekday it names, and its day if there is such a day."""
    for pattern in patterns:
        for found in pattern.finditer(line):
            if named := day_of(found):
                yield found.start(), found.groupdict().get("thu") or "", named


def _weekday(typed: str) -> str:
    """Return a weekday as spelt in `_DAYS`: «thứ 2» is «thứ hai»."""
    number = typed[-1]
    return _DAYS[int(number) - 2] if number.isdigit() else typed.lower()


def _called(weekday: str) -> str:
    first, second = weekday.split()
    return f"{first} {second.capitalize()}" if first == "thứ" else "Chủ nhật"
