"""Finds the signing dates of a file and checks that it belongs to the review year."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.opening.remembered import remembered
from generator.received.expected import Expected, Finding
from generator.received.folded import rows
from generator.wording.dates import shown_day

_HEAD = 14
_WORDS = r"(\d{1,2})\s*thang\s*(\d{1,2})\s*,?\s*nam\s*(20\d\d)"
_DAY = rf"(?:{_WORDS}|(\d{{1,2}})\s*[/.-]\s*(\d{{1,2}})\s*[/.-]\s*(20\d\d|\d\d))"
_ENDS = re.compile(rf"(?:^|[,\t]|\s{{2}})\s*(?:ngay\s*)?{_DAY}[\s.)]*$")
_NAMED = re.compile(_DAY)
_BEHIND = "".join(filter(str.isspace, map(chr, range(0x3001)))) + ".)"
"""What may stand behind the year at the end of a line."""
_PERHAPS = re.compile(r"\d\s*(?:thang|[/.-])")
"""What every day has; most lines have none."""
_MEETING = re.compile(rf"^\W*(?:hom nay|hoi|vao hoi|vao luc)\b.*?\bngay\s*{_DAY}")
_SIGNED = re.compile(rf"^\W*[^\d:]{{2,40}},\s*ngay\s*{_WORDS}")
"""How a paper is dated where it is signed: place and day in words, as no deadline in a table is."""
_CITED = re.compile(r":\s*$|\bso\s+\d|/|(?:\w+\W+){9}")
_ALONE = re.compile(r"\s*20\d\d\s*$")
_COLUMNS = re.compile(r"\t+|[ \u00a0]{5,}")
_ANY_DAY = re.compile(rf"ngay\s*{_WORDS}")
_YEAR = re.compile(r"\bnam\s*:?\s*(20\d\d)\b")
_TITLE = re.compile(r"^\W*[a-z ]{0,60}\bnam\s*:?\s*20\d\d\W*$")
_PERIOD = re.compile(
    r"^\W*(?:quy (?:i{1,3}|iv|[1-4])|(?:6|sau) thang (?:dau|cuoi) nam)\W*(?:nam )?20\d\d\W*$"
)
"""The period of a review that is not that of the year."""

_CODE = re.compile(r"\bmau\b.{0,12}hd\s?kd.{0,4}dg\s?20\d\d")


class Day(NamedTuple):
    """A date as written, which may not exist in the calendar."""

    nam: int
    thang: int
    ngay: int


@lru_cache(maxsize=4)
def signing_days(lines: tuple[str, ...]) -> list[Day]:
    """Return the signing dates of a paper, in order of occurrence.

    A signing date ends its line, alone or after the place and a comma; a meeting date follows
    «Hồi … giờ …». Dates after a colon («Ngày vào Đảng: …»), in a sentence, or after a document
    number do not count.
    """
    found: list[Day] = []
    plain = rows(lines).unaccented
    for line, after in zip(plain, (*plain[1:], ""), strict=False):
        # In a narrow column the year may be on the next line.
        whole = f"{line} {after}" if line.endswith("nam") and _ALONE.match(after) else line
        found += _signing_days(whole)
    return found


@remembered
def _signing_days(plain: str) -> list[Day]:
    found: list[Day] = []
    if not _PERHAPS.search(plain):
        return found
    for part in _COLUMNS.split(plain):
        ends = part.rstrip(_BEHIND)[-1:].isdecimal()
        match = _ENDS.search(part) if ends else None
        match = match or (_MEETING.search(part) if "ngay" in part else None)
        if match and not _CITED.search(part[: match.start() + 1]):
            day, month, year = (int(each) for each in match.groups() if each)
            found.append(Day(_whole(year), month, day))
    return found


@lru_cache(maxsize=4)
def days_named(lines: tuple[str, ...]) -> frozenset[Day]:
    """Return every date in a text."""
    text = "\n".join(rows(lines).unaccented)
    found = ([int(each) for each in match.groups() if each] for match in _NAMED.finditer(text))
    return frozenset(Day(_whole(year), month, day) for day, month, year in found)


def _whole(year: int) -> int:
    return year + 2000 * (year < 100)


def last_signed(lines: tuple[str, ...]) -> dt.date | None:
    """Return the latest day on which a paper says that it was signed or its meeting held, or None.

    Only a day that can be nothing else counts: with the place before it, at the head of the paper,
    or behind the hour of a meeting. A deadline in a table has the form of a day of signing.
    """
    found: set[Day] = set()
    for index, line in enumerate(rows(lines).unaccented):
        for part in _COLUMNS.split(line) if _PERHAPS.search(line) else ():
            if index < _HEAD or _SIGNED.search(part) or _MEETING.search(part):
                found.update(_signing_days(part))
    return max(filter(None, map(_calendar, found)), default=None)


def _calendar(day: Day) -> dt.date | None:
    try:
        return dt.date(*day)
    except ValueError:
        return None


def in_time(day: Day, year: int) -> bool:
    """Return whether a day is in the signing period: 1 June of the year to 30 June of the next."""
    given = _calendar(day)
    return given is not None and dt.date(year, 6, 1) <= given <= dt.date(year + 1, 6, 30)


def wrong_year(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for a title of another year or a signing date outside the review."""
    told = _years(seen.lines)
    if told and due.nam not in told:
        listed = ", ".join(map(str, sorted(told)))
        yield Finding(Ket.SAI_MAU, f"đầu tệp ghi năm {listed}, không phải năm {due.nam}")
        return
    head = zip(seen.lines, rows(seen.lines).unaccented[:_HEAD], strict=False)
    period = next((line for line, plain in head if _PERIOD.match(plain)), "") if due.form else ""
    if period:
        reason = f"đầu tệp ghi «{period.strip()}», không phải cả năm {due.nam}"
        yield Finding(Ket.CAN_XEM_LAI, reason)
    days = signing_days(seen.lines)
    wrong = next((each for each in days if not in_time(each, due.nam)), None)
    if wrong:
        other = not told and all(each.nam not in {due.nam, due.nam + 1} for each in days)
        ket = Ket.SAI_MAU if other else Ket.CAN_XEM_LAI
        yield Finding(ket, f"ngày ký {shown_day(*wrong)} không phải của đợt năm {due.nam}")
    elif not told and not days and due.titles:
        yield Finding(Ket.CAN_XEM_LAI, f"không thấy ghi năm {due.nam}")


def _years(lines: tuple[str, ...]) -> set[int]:
    """Return the years named at the top; years on title lines replace those in sentences."""
    head = [
        _ANY_DAY.sub("", _CODE.sub("", line))
        for line in rows(lines).unaccented[:_HEAD]
        if "20" in line
    ]
    titles = [line for line in head if _TITLE.search(line)]
    return {int(year) for line in titles or head for year in _YEAR.findall(line)}
