"""Remembers what a function says of a line of text: forms repeat most of theirs in every file."""

from collections.abc import Callable
from typing import TypeVar

Line = TypeVar("Line", str, bytes)
Said = TypeVar("Said")

_MOST, _LONGEST = 1024, 250
"""Lines remembered of each function, twice over, and their letters: together some megabytes.

What is longer was written by one person for one file, and is worked out each time.
"""


def remembered(
    function: Callable[[Line], Said], *, most: int = _MOST, longest: int = _LONGEST
) -> Callable[[Line], Said]:
    """Return a pure function of a line that works out each short line once.

    Args:
        function: what is worked out; what it raises is not remembered.
        most: lines remembered; up to twice as many are.
        longest: letters of a line that is remembered.
    """
    return _Known(function, most, longest).__getitem__


class _Known(dict[Line, Said]):
    """What is known of lines, which looking up in a dict tells without a call of Python.

    When there are too many, only those stay that are asked for again before there are once more.
    """

    def __init__(self, function: Callable[[Line], Said], most: int, longest: int) -> None:
        super().__init__()
        self._function: Callable[[Line], Said] = function
        self._most, self._longest = most, longest
        self._before: dict[Line, Said] = {}

    def __missing__(self, line: Line) -> Said:
        if len(line) > self._longest:
            return self._function(line)
        said = self._before[line] if line in self._before else self._function(line)
        if len(self) >= self._most:
            self._before = dict(self)
            self.clear()
        self[line] = said
        return said
