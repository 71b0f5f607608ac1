"""Finds the header of a register in a sheet: one row or several, under any of the usual titles.

The titles are data: `ten-cot.yaml`.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from generator.opening.grid import Grid
from generator.register.names import symbols_of, type_names
from generator.regulations.data_files import tree_of
from generator.wording.compare import fold

FILE = Path(__file__).with_name("ten-cot.yaml")

NUMBER, DAY, SUBJECT, SYMBOL, ORDER = "Số", "Ngày", "Trích yếu", "Ký hiệu", "Thứ tự"
NEEDED = (NUMBER, DAY, SUBJECT)
"""Columns without which nothing can be registered."""

TOP = 20
"""Rows in which a header is looked for: a title, the office, notes stand above it."""

_DEEPEST = 3
"""Rows of a header with merged titles."""

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SHORT = {"vb": "văn bản", "nd": "nội dung", "sl": "số lượng", "kí": "ký", "và": "", "của": ""}
_AROUND = re.compile(r"^văn bản (?:đi )?|(?: văn bản)?(?: đi)?$")


@dataclass(frozen=True, slots=True)
class Head:
    """The header of a sheet: its rows, and the column of each title of `ten-cot.yaml` it has."""

    first: int
    last: int
    columns: dict[str, int]

    @property
    def missing(self) -> list[str]:
        """The needed columns it has not."""
        return [title for title in NEEDED if title not in self.columns]


def head_of(grid: Grid) -> Head | None:
    """Find the header: the row, or the rows below one another, that name the most columns.

    Returns:
        None if no row names the number and, besides it, the date or the trích yếu.
    """
    top = min(TOP, grid.height)
    found = (
        Head(first, first + depth - 1, columns)
        for first in range(top)
        for depth in range(1, min(_DEEPEST, top - first) + 1)
        if (columns := _columns(grid, first, depth)) and NUMBER in columns
    )
    best = min(found, key=lambda each: (-len(each.columns), each.last - each.first), default=None)
    if best is None or len(best.missing) >= len(NEEDED) - 1:
        return None
    # A title merged downwards stands in a row above, which belongs to the header too.
    tops = (grid.marks.covered.get((best.last, each)) for each in best.columns.values())
    return replace(best, first=min([best.first, *(top[0] for top in tops if top)]))


def title_of(text: str) -> str | None:
    """Return the column an office means by a title; None for any other text."""
    found = _known(text)
    return found[1] if found else None


def plain(text: str) -> str:
    """Return a title without what offices write differently: signs, brackets, short forms."""
    bare = _BRACKETS.sub(" ", unicodedata.normalize("NFC", text).casefold())
    words = "".join(sign if sign.isalnum() else " " for sign in bare).split()
    return " ".join(" ".join(_SHORT.get(word, word) for word in words).split())


def _columns(grid: Grid, first: int, depth: int) -> dict[str, int]:
    """Return the column of each title named by these rows; among equals the first one shown."""
    best: dict[str, tuple[bool, int, int]] = {}
    for column in range(grid.width):
        texts = [grid.title(row, column) for row in range(first, first + depth)]
        found = next(filter(None, map(_known, _readings(texts))), None)
        if found:
            rank, title = found
            place = (column in grid.hidden_columns, rank, column)
            best[title] = min(place, best.get(title, place))
    columns = {title: column for title, (_, _, column) in best.items()}
    return dict(sorted(columns.items(), key=lambda each: each[1]))


def _readings(texts: list[str]) -> Iterable[str]:
    """Yield the ways to read the texts of a column from top to bottom, the likeliest first."""
    filled = [text for number, text in enumerate(texts) if text and text not in texts[:number]]
    if texts[-1]:
        yield texts[-1]
    yield " ".join(filled)
    if not texts[-1] and filled:
        yield filled[-1]


def _known(text: str) -> tuple[int, str] | None:
    name = plain(text)
    if not name:
        return None
    bare = _AROUND.sub("", name)
    for known, form in ((_titles(), name), (_titles(), bare), (_unaccented(), name)):
        if form in known:
            return known[form]
    kind = name.removeprefix("số ")
    if kind != name and (fold(kind) in symbols_of(None) or fold(kind) in _types()):
        return len(_titles()), NUMBER
    return None


@cache
def _titles() -> dict[str, tuple[int, str]]:
    """Return the columns by title, with the rank of the title among those of its column."""
    return {
        plain(name): (rank, column)
        for column, entry in tree_of(FILE).items()
        for rank, name in enumerate(entry["ten"])
    }


@cache
def _unaccented() -> dict[str, tuple[int, str]]:
    """Return the same for titles typed without any accent: «Trich yeu»."""
    bare: dict[str, tuple[int, str]] = {}
    for name, found in _titles().items():
        letters = unicodedata.normalize("NFD", name.replace("đ", "d"))
        typed = "".join(each for each in letters if not unicodedata.combining(each))
        bare.setdefault(typed, found)
    return bare


@cache
def _types() -> frozenset[str]:
    return frozenset(map(fold, type_names().values()))
