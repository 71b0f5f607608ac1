"""The words of a text that count when a heading is looked for that was not copied."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from generator.opening.remembered import remembered

_MARK = r"(?:[ivx]{1,5}|1?\d|[a-k])"
NUMBER = rf"(?:phan )?(?:{_MARK}[^a-z0-9\n\t]+){{0,2}}?(?:{_MARK}[^a-z0-9]+)?"
"""The number before a heading: «Phần II.», «1.1», «a)»; a line break may follow only its end.

Points («58/70») in the cell before are none: no form has twenty headings below one.
"""

LINE = re.compile(rf"[\n\t][^a-z0-9\n\t]*{NUMBER}(?=[a-z])")
WORD = re.compile("[a-z0-9]+")
SMALL = frozenset("va cac nhung ve viec duoc cua cong tac su trong hang".split())  # noqa: SIM905 - read as a text


class Counting(NamedTuple):
    """The words of a text that count, where each ends, and which is the first of each line.

    `lines` has the lines and columns by where they start, `begins` where those start that have the
    same first word: only few begin as a heading does. A text is taken apart once, for hundreds of
    headings are looked for in it.
    """

    said: list[str]
    ends: list[int]
    lines: dict[int, int]
    begins: dict[str, list[int]]


@lru_cache(maxsize=2)
def counting(text: str) -> Counting:
    """Return the words of a text, as `headings.page` has it, and where they stand."""
    said: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for line in text.split("\n"):
        words = line_words(line)
        said += [word for word, _, _ in words]
        starts += [at + start for _, start, _ in words]
        ends += [at + end for _, _, end in words]
        at += len(line) + 1
    lines: dict[int, int] = {}
    begins: dict[str, list[int]] = {}
    for each in LINE.finditer(f"\n{text}"):
        start, end = max(each.start() - 1, 0), each.end() - 1
        first = bisect_left(starts, end)
        if first < len(said):
            lines[start] = first
            begins.setdefault(said[first], []).append(start)
    return Counting(said, ends, lines, begins)


@remembered
def line_words(line: str) -> list[tuple[str, int, int]]:
    """Return the words of a line that count, each with where it begins and ends."""
    found = ((word[0], *word.span()) for word in WORD.finditer(line))
    return [each for each in found if each[0] not in SMALL]
