"""Remembers what a function says of a line of text: forms repeat most of theirs in every file."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Said = TypeVar("Said")

_MOST, _LONGEST = 8192, 250
"""Lines remembered of each function, and their letters: together some megabytes.

What is longer was written by one person for one file, and is worked out each time.
"""


def remembered(function: Callable[[str], Said]) -> Callable[[str], Said]:
    """Return a pure function of a line that works out each short line once."""
    known = lru_cache(maxsize=_MOST)(function)

    @wraps(function)
    def said(line: str) -> Said:
        return known(line) if len(line) <= _LONGEST else function(line)

    return said
