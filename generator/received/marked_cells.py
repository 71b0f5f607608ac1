"""Turns tables in which one of several names is marked in a cell of its own into names with boxes.

Who types a form draws a table of the levels and puts an «x» beside, below or behind one of them. As
lines, its cells no longer say where the «x» stood; the table does. What reads boxes reads it then.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.opening.boxes import CROSSED, EMPTY
from generator.opening.cells import Cell, Table, tables_of
from generator.opening.content import FileContent
from generator.received.folded import letters, rows

_SIGNS = frozenset(f"xXvV×+√{CROSSED}")
_NOTHING = frozenset({"", EMPTY, "0", "-", "–"})
_BRACKETS = str.maketrans("", "", "[]() \t\u00a0\n")
_NUMBER = re.compile(r"^\s*(?:[-–+•*]|[a-dA-D1-4][.)]|[IVXivx]+[.)])\s*")
_FEWEST = 2
"""Names from which on something is chosen among them."""


def with_boxes(seen: FileContent, *choices: Sequence[str]) -> FileContent:
    """Return a file with boxes before the names that it marks in cells of their own.

    Args:
        seen: the file; only a Word file has cells.
        choices: sets of names, of each of which one is to be chosen.
    """
    if not seen.body:
        return seen
    lines = seen.lines
    alone = frozenset(rows(lines).letters)
    for names in choices:
        # Where the names stand alone on lines, as in cells; a box on such a line is read as it is.
        wanted = {letters(name): name for name in names}
        if len(alone & wanted.keys()) >= _FEWEST and not _have_boxes(lines, wanted):
            lines = _boxed(lines, seen.body, wanted)
    return seen if lines is seen.lines else replace(seen, lines=lines)


def _have_boxes(lines: tuple[str, ...], wanted: dict[str, str]) -> bool:
    named = zip(lines, rows(lines).letters, strict=True)
    return any((EMPTY in line or CROSSED in line) and plain in wanted for line, plain in named)


def _boxed(lines: tuple[str, ...], body: bytes, wanted: dict[str, str]) -> tuple[str, ...]:
    found = [*lines]
    start = 0
    for table in tables_of(body):
        told = table.lines
        at = _place(found, told, start)
        if at is None:
            continue
        instead = _told(table, wanted)
        if instead is not None:
            found[at : at + len(told)] = told = instead
        start = at + len(told)
    return tuple(found)


def _place(lines: Sequence[str], told: Sequence[str], start: int) -> int | None:
    if not told:
        return None
    places = (i for i in range(start, len(lines)) if lines[i] == told[0])
    return next((i for i in places if list(lines[i : i + len(told)]) == told), None)


class _Named(NamedTuple):
    row: int
    column: int
    name: str


class _Set(NamedTuple):
    """Names to choose from, with the place of the cell that marks each."""

    names: tuple[str, ...]
    marks: tuple[tuple[int, int], ...]
    title: tuple[int, int] | None = None


def _told(table: Table, wanted: dict[str, str]) -> list[str] | None:
    """Return the lines of a table with its marks as boxes; None if it marks none of the names."""
    grid = table.rows
    named = [
        _Named(i, j, wanted[plain])
        for i, row in enumerate(grid)
        for j, cell in enumerate(row)
        if len(cell) == 1 and (plain := letters(_NUMBER.sub("", cell[0]))) in wanted
    ]
    if len({each.name for each in named}) < _FEWEST or len({*named}) > len(wanted):
        return None
    sets = _beside(grid, named) or _below(grid, named) or _behind(grid, named)
    return [*_lines(grid, named, sets)] if sets else None


def _mark(grid: Sequence[Sequence[Cell]], row: int, column: int) -> bool | None:
    """Return whether a cell is marked; None where it says something else, or is not there."""
    if not (0 <= row < len(grid) and 0 <= column < len(grid[row])):
        return None
    said = "".join(grid[row][column]).translate(_BRACKETS)
    if said in _NOTHING:
        return False
    return True if len(said) == 1 and said in _SIGNS else None


def _beside(grid: Sequence[Sequence[Cell]], named: Sequence[_Named]) -> list[_Set]:
    """Return the set of names that stand in several columns, each with a cell of its own beside."""
    if len({each.column for each in named}) == 1:
        return []
    for step in (1, -1):
        marks = tuple((each.row, each.column + step) for each in named)
        if all(_mark(grid, *each) is not None for each in marks):
            return [_Set(tuple(each.name for each in named), marks)]
    return []


def _below(grid: Sequence[Sequence[Cell]], named: Sequence[_Named]) -> list[_Set]:
    """Return the sets of names that are the heads of columns, one for each row below."""
    if len({each.row for each in named}) > 1:
        return []
    names = tuple(each.name for each in named)
    found: list[_Set] = []
    for row in range(named[0].row + 1, len(grid)):
        marks = tuple((row, each.column) for each in named)
        known = [_mark(grid, *each) for each in marks]
        if None in known:
            break
        if any(known) or any(grid[row]) or not found:
            found.append(_Set(names, marks))
    return found


def _behind(grid: Sequence[Sequence[Cell]], named: Sequence[_Named]) -> list[_Set]:
    """Return the sets of names below each other, one for each column that marks some of them."""
    if len({each.column for each in named}) > 1:
        return []
    names = tuple(each.name for each in named)
    width = max(map(len, grid))
    columns = [
        column
        for column in range(width)
        if all(_mark(grid, each.row, column) is not None for each in named)
    ]
    used = [each for each in columns if any(_mark(grid, one.row, each) for one in named)]
    above = named[0].row - 1
    titled = [each for each in columns if above >= 0 and _says(grid, above, each)]
    kept = (titled if len(titled) > 1 else used) or columns[:1]
    several = len(kept) > 1
    return [
        _Set(
            names,
            tuple((each.row, column) for each in named),
            (above, column) if several and column in titled else None,
        )
        for column in kept
    ]


def _says(grid: Sequence[Sequence[Cell]], row: int, column: int) -> bool:
    return column < len(grid[row]) and bool(grid[row][column])


def _lines(
    grid: Sequence[Sequence[Cell]], named: Sequence[_Named], sets: Sequence[_Set]
) -> Iterator[str]:
    """Yield what a table says, each set behind what stands before its last mark."""
    gone = {(each.row, each.column) for each in named}
    gone |= {mark for each in sets for mark in each.marks}
    gone |= {each.title for each in sets if each.title}
    ends = {max(each.marks): each for each in sets}
    for i, row in enumerate(grid):
        for j, cell in enumerate(row):
            if (i, j) not in gone:
                yield from cell
            if (i, j) in ends:
                yield from _set(grid, ends[i, j])


def _set(grid: Sequence[Sequence[Cell]], chosen: _Set) -> Iterator[str]:
    if chosen.title:
        yield from grid[chosen.title[0]][chosen.title[1]]
    boxes = (CROSSED if _mark(grid, *each) else EMPTY for each in chosen.marks)
    yield " ".join(f"{box} {name}" for box, name in zip(boxes, chosen.names, strict=True))
