"""Breaks a name or title into lines of a narrow column, where three sign side by side.

`titles.whole_words` keeps words together and lets Word break the rest; in a column of 54 mm that
leaves «T/M» or «PHÓ» alone, and tears a long name inside a syllable. No text prescribes the breaks.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from generator.regulations.word_units import word_units
from generator.wording.compare import fold
from generator.wording.titles import leading_words

ONE_OF_THREE = 10.8
"""The width of one of three columns, in the em of its letters: 54 mm at 14 points."""

_EM = {
    0.28: "ijl./", 0.33: "ft-", 0.39: "Is", 0.45: "cerz", 0.5: "agovxyJ", 0.56: "bdđhknpquS",
    0.61: "FP", 0.67: "BELTZ", 0.73: "ACDĐKNRUVXYw", 0.78: "GHOQ", 0.84: "m", 0.95: "M", 1.0: "W",
}  # fmt: skip
"""The widths of bold letters of Times New Roman in em."""
_WIDTHS = {letter: em for em, letters in _EM.items() for letter in letters}
_BLANK, _OTHER = 0.25, 0.5
_LINE, _INSIDE, _ALONE, _LAST, _BEHIND, _OVER = 30, 40, 60, 35, 20, 1000
"""What a line costs, a break inside a word of several syllables, one syllable alone, alone at the
end, «và» at the end of a line, a line that is too wide."""


def in_narrow_lines(text: str, width: float) -> str:
    r"""Return a text with line breaks, so that each line fits a column.

    As few lines as possible; rather one more than a break inside a word («văn phòng») or a syllable
    that stands alone. A text that fits stays as it is.

    >>> in_narrow_lines("T/M ỦY BAN KIỂM TRA TỈNH ỦY", ONE_OF_THREE)
    'T/M ỦY BAN\nKIỂM TRA TỈNH ỦY'
    """
    words = text.split()
    if "\n" in text or _width(words) <= width:
        return text
    inside = _inside(words)
    # The cheapest way to break the first n words, with where its last line begins.
    best: list[tuple[float, int]] = [(0, 0)]
    for end in range(1, len(words) + 1):
        best.append(
            min(
                (
                    best[start][0]
                    + inside[start]
                    + _cost(words[start:end], width, last=end == len(words)),
                    start,
                )
                for start in range(end)
            )
        )
    breaks = [len(words)]
    while breaks[-1]:
        breaks.append(best[breaks[-1]][1])
    return "\n".join(" ".join(words[a:b]) for a, b in pairwise(reversed(breaks)))


def _cost(line: Sequence[str], width: float, *, last: bool) -> float:
    used = _width(line)
    alone = (_LAST if last else _ALONE) if len(line) == 1 else 0
    behind = _BEHIND if not last and fold(line[-1]) in leading_words() else 0
    # Of equal breaks the one whose lines are of one length.
    return _LINE + alone + behind + (_OVER * used if used > width else (width - used) ** 2 / width)


def _inside(words: Sequence[str]) -> list[int]:
    """Return for each word what a break before it costs: how many words of the tables it breaks."""
    bare = [fold(word) for word in words]
    cost = [0] * len(words)
    for start in range(len(words)):
        for unit in _units():
            if tuple(bare[start : start + len(unit)]) == unit:
                for at in range(start + 1, start + len(unit)):
                    cost[at] += _INSIDE
    return cost


@cache
def _units() -> tuple[tuple[str, ...], ...]:
    tables = word_units().values()
    found = {tuple(fold(name).split(" ")) for table in tables for name in table.ten}
    return tuple(each for each in found if len(each) > 1)


def width_of(word: str) -> float:
    """Return how wide the bold letters of a word are, in em."""
    return sum(map(_wide, word))


def _width(words: Sequence[str]) -> float:
    return sum(_BLANK + width_of(word) for word in words) - _BLANK


@cache
def _wide(sign: str) -> float:
    return _WIDTHS.get(unicodedata.normalize("NFD", sign)[0], _OTHER)
