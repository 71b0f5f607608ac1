"""Cuts lines of a file: a part of one, drawn as it was, and where a second fixed text begins."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from generator.opening.written import Line, Run
from generator.received.said import words_of

_BREAK = re.compile(r"\t+|[ \u00a0]{3,}|(?<=[.;:!?…])\s+|(?<=\S)\s+(?=\d\.\s)")
_COLUMNS = 3
"""Blanks from which on what follows stands in a column of its own."""

_ONLY_NUMBER = re.compile(r"[\W_]*(?:[ivxIVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|\w)?[\W_]*")


def cut(
    lines: Sequence[Line], wanted: Collection[tuple[str, ...]]
) -> tuple[list[Line], frozenset[int]]:
    """Cut lines where a second fixed text begins.

    «Họ và tên: …    Ngày sinh: …» stands on one line in some forms; «… còn chậm. 2. Nguyên nhân:»
    is a heading that ran into the answer above.

    Args:
        lines: the lines of a file.
        wanted: the words of the fixed texts.

    Returns:
        The lines, and which of them began inside a paragraph.
    """
    headings = {words[:2]: words for words in wanted if len(words) > 1}
    found: list[Line] = []
    inside: set[int] = set()
    for line in lines:
        at = 0
        text = line.text
        for each in _BREAK.finditer(text):
            said = words_of(text[each.end() :]).words
            heading = headings.get(said[:2])
            begins = heading is not None and said[: len(heading)] == heading
            if begins and not _ONLY_NUMBER.fullmatch(text[at : each.start()]):
                found.append(part(line, at, each.start()))
                at = each.end()
                if "\t" not in each[0] and len(each[0]) < _COLUMNS:
                    inside.add(len(found))
        found.append(part(line, at, len(text)) if at else line)
    return found, frozenset(inside)


def part(line: Line, begin: int, end: int) -> Line:
    """Return a part of a line, drawn as it was."""
    runs: list[Run] = []
    at = 0
    for run in line.runs:
        text = run.text[max(begin - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if text:
            runs.append(replace(run, text=text))
    ringed = tuple(each - begin for each in line.ringed if begin <= each <= end)
    return replace(line, runs=tuple(runs), ringed=ringed, bullet="" if begin else line.bullet)
