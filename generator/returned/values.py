"""Reads what was filled in at one place: paragraphs, a line, points, a day, a count."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from generator.model.dates import day_parts
from generator.opening.written import Line
from generator.received.said import plain
from generator.returned.cutting import part
from generator.wording import review

_LEADER = r"(?:[.…_·‥]\s?){3,}|…+|_{2,}|\t+"
_LEFT = re.compile(rf"(?:\s|{_LEADER})+")
_RIGHT = re.compile(rf"(?:\s|{_LEADER})+$")
_INSIDE = re.compile(r"[.…_]{4,}|…{2,}|\t")
_NUMBER = re.compile(r"(?<!\d)(?<!\d[.,])\d+(?:[.,]\d+)?")
_WHOLE = re.compile(r"\d{1,5}(?:[.,]\d{1,2})?")
_DAY = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:/|-|\.|\s*tháng\s*)\s*(\d{1,2})\s*(?:/|-|\.|,?\s*năm\s*)\s*(\d{4})(?!\d)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"^\D*?(?:(\d{1,2})\s*[/.-]\s*)?(\d{4})\D*$")
_MONTHS = 12


_BEHIND = ' :.;,-–)”"»\u00a0…'
"""What may stand between a heading and an answer on the same line."""


class Read(NamedTuple):
    """A value as data writes it, empty for none, and what is doubtful about it."""

    value: str
    why: str = ""


def as_text(lines: Sequence[Line], start: int = 0, *, marks: bool = True) -> Read:
    """Return paragraphs as a text of our YAML: a line each, with the few marks.

    Args:
        lines: the lines of the answer.
        start: where in the first it begins, behind the fixed text.
        marks: whether bold and italic are kept as marks; a name or post has none in the data.
    """
    rows: list[str] = []
    why = ""
    for number, line in enumerate(lines):
        begin = 0 if number else start
        own = as_answered(line, begin) if begin else line
        first, last = _within(own.text, begin)
        if not any(map(str.isalnum, own.text[first:last])):
            continue
        row = (_marked if marks else _plain)(part(own, first, last))
        if _INSIDE.search(row):
            why = why or "còn dòng chấm giữa câu"
        if any(run.struck for run in line.runs) and not all(run.struck for run in line.runs):
            why = why or "có chữ bị gạch ngang"
        rows.append(f"{line.bullet}{row}" if line.bullet and not begin else row)
    return Read("\n".join(rows), why)


def _within(text: str, begin: int) -> tuple[int, int]:
    """Return where an answer begins and ends between the dotted lines around it.

    The full stop of a sentence that a dotted line follows at once stays.
    """
    own = text[begin:]
    left = _LEFT.match(own)
    first = begin + (left.end() if left else 0)
    if begin:
        first += len(text[first:]) - len(text[first:].lstrip(_BEHIND))
    right = _RIGHT.search(text, first)
    if right is None:
        return first, len(text)
    sentence = len(text[first : right.start()].split()) >= _SENTENCE
    stop = right[0].startswith(".") and (sentence or right[0][1:2] == "…")
    return first, right.start() + stop


_SENTENCE = 4
"""Words from which on an answer is a sentence, whose full stop is not a dot of the line."""


def as_answered(line: Line, start: int) -> Line:
    """Return a line without the look that its answer only has from the fixed text before."""
    at, look = 0, (False, False)
    for run in line.runs:
        if at < start:
            look = (run.bold, run.italic)
        elif (run.bold, run.italic) != look and run.text.strip():
            return line
        at += len(run.text)
    if not any(look):
        return line
    return replace(line, runs=tuple(replace(run, bold=False, italic=False) for run in line.runs))


_MORE = re.compile(r"\w\s*:\s*\w|\d{9}")
"""A label, or a telephone number, in what is asked for in one line."""


def as_line(lines: Sequence[Line], start: int = 0) -> Read:
    """Return what stands on one line; more lines than one are doubtful."""
    text, why = as_text(lines, start, marks=False)
    rows = text.split("\n")
    if len(rows) > 1:
        return Read(" ".join(rows), "ghi nhiều dòng")
    if _MORE.search(text):
        return Read(text.strip(" ;"), why or "dòng còn ghi điều khác")
    return Read(text.strip(" ;"), why)


def as_points(text: str, most: Decimal | None) -> Read:
    """Return points: «27,5», out of «27.5/30», «…27,5…/30 điểm»."""
    body = re.sub(rf"/\s*{most}(?!\d)\s*(?:điểm)?", " ", text) if most is not None else text
    return _number(body, "không rõ số điểm", _POINT_WORDS, most)


def as_count(text: str) -> Read:
    """Return a count: «7», out of «07 phiếu»."""
    read = _number(text, "không rõ con số", _COUNT_WORDS, None)
    return read._replace(why=read.why or "không phải số nguyên") if "," in read.value else read


def _number(text: str, unclear: str, words: frozenset[str], most: Decimal | None) -> Read:
    """Return the number in a text; whatever else stands there makes it doubtful."""
    found = _NUMBER.findall(text)
    if not found:
        return Read("", unclear if any(each.isalnum() for each in text) else "")
    value = Decimal(found[0].replace(",", "."))
    shown = review.points(value)
    if len(found) > 1:
        return Read(shown, "có hơn một con số")
    if not _WHOLE.fullmatch(found[0]):
        return Read(shown, "số viết khác thường")
    if most is not None and value > most:
        return Read(shown, f"quá {most} điểm")
    before, _, after = text.partition(found[0])
    if not _is_bare(before, frozenset()) or not _is_bare(after, words):
        return Read(shown, "có chữ, dấu cạnh con số")
    return Read(shown)


_POINT_WORDS = frozenset({"diem", "d"})
_COUNT_WORDS = frozenset({"phieu"})


def _is_bare(text: str, words: frozenset[str]) -> bool:
    """Return whether a text beside a number is only a leader, or a word that may stand there."""
    rest = re.sub(_LEADER, " ", text).strip(" \t\n\u00a0:.")
    return plain(rest).lower() in {"", *words}


def as_day(text: str, *, partly: bool = False) -> Read:
    """Return a day as «05/12/2026»; with `partly` also a month and year, or a year alone."""
    found = list(_DAY.finditer(text))
    if len(found) == 1:
        day, month, year = map(int, found[0].groups())
        shown = f"{day:02}/{month:02}/{year}"
        rest = f"{_PLACE.sub('', text[: found[0].start()])} {text[found[0].end() :]}"
        if not _is_day(shown):
            return Read(shown, "không có ngày này")
        return Read(shown, "có chữ, số cạnh ngày" if _BESIDE_DAY.search(rest) else "")
    if len(found) > 1:
        return Read("", "có hơn một ngày")
    whole = _PARTS.match(text) if partly else None
    if whole:
        told = f"{int(whole[1]):02}/" if whole[1] else ""
        fine = not whole[1] or 1 <= int(whole[1]) <= _MONTHS
        return Read(f"{told}{whole[2]}", "" if fine else "không có tháng này")
    digits = re.sub(r"(?:năm\s*)?\d{4}", "", text, flags=re.IGNORECASE)
    return Read("", "không rõ ngày" if any(map(str.isdecimal, digits)) else "")


_PLACE = re.compile(r"^[^\d,]{0,60},")
"""The place before a day: «Tân Thành, ngày …»."""

_BESIDE_DAY = re.compile(r"\d|(?!\b(?:ngày|sinh|tháng|năm)\b)\b[^\W\d_]+", re.IGNORECASE)


def _is_day(text: str) -> bool:
    parts = day_parts(text)
    try:
        return parts is not None and bool(dt.date(*parts))
    except ValueError:
        return False


_STAR = re.compile(r"([\\*]|\[\^)")
_HEADING = re.compile(r"^(#{1,2}\s|-{3,}$)")


def _marked(line: Line) -> str:
    """Return a line with bold and italic as marks, everything else as typed."""
    spans = [
        (run.text.replace("\u00a0", " "), run.bold, run.italic)
        for run in line.runs
        if not run.struck
    ]
    marked = (
        _in_marks(_STAR.sub(r"\\\1", text), "*" * (2 * bold + italic))
        for text, bold, italic in _joined(spans)
    )
    shown = re.sub(r"(?<=\S)  +(?=\S)", " ", "".join(marked).strip())
    return f"\\{shown}" if _HEADING.match(shown) else shown


def _plain(line: Line) -> str:
    """Return a line as typed, however it is drawn."""
    text = "".join(run.text.replace("\u00a0", " ") for run in line.runs if not run.struck)
    return re.sub(r"(?<=\S)  +(?=\S)", " ", text.strip())


def _joined(spans: Sequence[tuple[str, bool, bool]]) -> list[tuple[str, bool, bool]]:
    """Join neighbours drawn alike; blanks are drawn as what stands before them."""
    found: list[tuple[str, bool, bool]] = []
    for text, bold, italic in spans:
        if not text.strip() and found:
            before = found[-1]
            found[-1] = (before[0] + text, before[1], before[2])
        elif found and found[-1][1:] == (bold, italic):
            found[-1] = (found[-1][0] + text, bold, italic)
        else:
            found.append((text, bold, italic))
    return found


def _in_marks(text: str, sign: str) -> str:
    """Put marks close around a text: they hold only at the edge of words."""
    bare = text.strip()
    if not sign or not any(map(str.isalnum, bare)):
        return text
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return f"{before}{sign}{bare}{sign}{after}"
