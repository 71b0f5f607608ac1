"""Reads the level at which a person rates themselves on a form."""

import re
from collections.abc import Sequence
from functools import cache

from generator.opening.boxes import BOX, CROSSED, EMPTY
from generator.received.folded import unaccented
from generator.received.headings import below
from generator.regulations.che_do import BieuMau

KEY = "xep_loai"


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


def chosen(answer: str, levels: Sequence[str]) -> set[str]:
    """Return the levels that an answer chooses: the ticked ones if it has boxes, else the named."""
    named: set[str] = set()
    ticked: set[str] = set()
    rest = answer
    # Longest first: «không hoàn thành nhiệm vụ» contains «hoàn thành nhiệm vụ».
    for level in sorted(map(unaccented, levels), key=len, reverse=True):
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
