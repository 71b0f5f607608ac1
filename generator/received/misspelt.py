"""Finds a heading of which many words were typed with a letter too few, too many or wrong."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher

_PART = re.compile(r"[^\n\t]+")
_SLIPS = 0.08
"""The share of the letters of a heading that may be typed wrong."""

_WIDEST = 4
"""How many times as long as its letters and figures a heading is typed at most."""

_SHORTEST = 20
"""Letters from which on two headings are never so near to each other."""


def misspelt(text: str, wanted: str, signs: Callable[[str], str]) -> tuple[int, int] | None:
    """Return where a whole line or column of a text is nearly a heading, letter by letter.

    Args:
        text: what stands where the heading is missing.
        wanted: the letters and figures of the heading.
        signs: gives those of a line, without the number before it.
    """
    most = int(_SLIPS * len(wanted))
    if len(wanted) < _SHORTEST:
        return None
    for line in _PART.finditer(text):
        if not len(wanted) - most <= len(line[0]) <= _WIDEST * len(wanted):
            continue
        said = signs(line[0])
        if abs(len(said) - len(wanted)) <= most:
            compared = SequenceMatcher(None, said, wanted, autojunk=False)
            if compared.quick_ratio() >= 1 - _SLIPS and compared.ratio() >= 1 - _SLIPS:
                return max(line.start() - 1, 0), line.end()
    return None
