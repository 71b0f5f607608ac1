"""Reads the level at which a person rates themselves on a form."""

import re
from collections.abc import Callable, Container, Iterable, Sequence
from functools import cache

from generator.opening.boxes import BOX, CROSSED, EMPTY
from generator.opening.written import Line, Run
from generator.received.choosing import chosen as which
from generator.received.folded import unaccented
from generator.received.headings import below
from generator.received.marks_on_names import OnLine, on_line
from generator.regulations.che_do import BieuMau

_TYPED = re.compile(r"(?<!\w)[xv√](?!\w)")
KEY = "xep_loai"
_SHORT = re.compile(r"(?<!\w)(?:(htxsnv)|(httnv)|((?:khong|ko|k|chua)\s?htnv)|(htnv))(?!\w)")
"""The levels by their initials, in the order of `_RANKS`."""

_RANKS = (0, 1, 3, 2)
_OLD = re.compile(r"(?<!\w)(?:du tu cach|vi pham tu cach|han che ve nang luc)(?!\w)")
"""What levels that are no more have beside the words of today's.

Members were «đủ tư cách, hoàn thành tốt nhiệm vụ» before 2018, officials «hoàn thành nhiệm vụ nhưng
còn hạn chế về năng lực» by Nghị định 56/2015/NĐ-CP.
"""


def answers(lines: tuple[str, ...], form: BieuMau) -> list[tuple[str, str]]:
    """Return each heading that asks for a level, with the text below it.

    If the heading «xếp loại» has subheadings («1. Cán bộ…», «2. Đảng viên»), only these are
    returned: the answers are below them.
    """
    keys = [part.khoa for part in form.phan]
    if KEY not in keys:
        return []
    first = keys.index(KEY)
    written = [
        (form.phan[index].tieu_de, text)
        for index, text in below(lines, form).items()
        if index >= first
    ]
    return written[1:] or written


def chosen(
    answer: str, levels: Sequence[str], apart: Callable[[], Container[str]] = frozenset
) -> set[str]:
    """Return the levels that an answer chooses, in every way that people choose.

    The ticked ones if it has boxes, else the named, else those marked as the reader of returned
    forms knows it (`choosing`): our own forms name all levels and print no boxes.

    Args:
        answer: the text below the heading, as `headings.page` has it.
        levels: the names of the levels.
        apart: gives the lines that are drawn otherwise than those around them; asked only where
            neither words nor boxes say it.
    """
    if is_old(answer):
        return set()
    names = list(map(unaccented, levels))
    if "nv" in answer:
        answer = _SHORT.sub(lambda found: names[_RANKS[(found.lastindex or 1) - 1]], answer)
    said = _said(answer, names)
    if len(said) == 1:
        plain = (on_line(_line(each), names, 0) for each in answer.split("\n"))
        return said | _ticked(plain) if _TYPED.search(answer) else said
    drawn = apart()
    rows = [_line(each, bold=each in drawn) for each in answer.split("\n")]
    marks = [on_line(row, names, 0) for row in rows]
    asking = [
        row for row, each in zip(rows, marks, strict=True) if each.names or _is_mark(row, each)
    ]
    ticked = _ticked(marks)
    choice = which(asking, names)
    # What is left over behind an empty box was not chosen yet.
    sure = choice.name and not choice.why and (choice.name in ticked or EMPTY not in answer)
    return {choice.name} if sure else said


def is_old(answer: str) -> bool:
    """Return whether an answer, `unaccented`, is a level that no regime has any more."""
    return bool(_OLD.search(answer))


def _ticked(marks: Iterable[OnLine]) -> set[str]:
    return {each.name for row in marks for each in row.names if each.ticked}


def _line(text: str, *, bold: bool = False) -> Line:
    return Line((Run(text, bold=bold),), 0)


def _is_mark(row: Line, found: OnLine) -> bool:
    """Return whether a line is nothing but a mark, of which nobody knows what it marks."""
    return found.unclear and sum(map(str.isalnum, row.text)) <= 1


def _said(answer: str, names: Sequence[str]) -> set[str]:
    """Return the levels whose boxes are ticked; where there is no box, those that are named."""
    named: set[str] = set()
    ticked: set[str] = set()
    rest = answer
    # Longest first: «không hoàn thành nhiệm vụ» contains «hoàn thành nhiệm vụ».
    for level in sorted(names, key=len, reverse=True):
        for before, after in _boxes(level).findall(rest):
            named.add(level)
            if CROSSED in before + after:
                ticked.add(level)
        rest = _words(level).sub("#", rest)
    return ticked if EMPTY in answer or CROSSED in answer else named


@cache
def _words(level: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, level.split())))


@cache
def _boxes(level: str) -> re.Pattern[str]:
    """Return a pattern that finds a level, with or without a box.

    Its groups are the box before the level and the box after it, each empty if missing. A box
    followed by a word is not taken as the box after: it belongs to what follows.
    """
    return re.compile(rf"({BOX})?\s*{_words(level).pattern}(?:\s?:?\s?({BOX})(?!\s*[a-z]))?")
