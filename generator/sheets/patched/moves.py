"""Where the rows of a sheet go when some are repeated or dropped, and those below pushed."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.sheets.patched.cell_names import LAST_ROW, Area, At


class Line(NamedTuple):
    """A row as it will stand: the row of the template that it repeats, and in which round."""

    row: int
    round: int


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of the template, both ends included, and the lines that stand in their place."""

    first: int
    last: int
    lines: Sequence[Line]


class Spot(NamedTuple):
    """A line: the number of its block, and its own in there."""

    block: int
    line: int


class Moves:
    """The way of each row of one sheet; blocks do not overlap and come in order."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Work out where each block begins."""
        self.blocks = blocks
        self._starts = [each.first for each in blocks]
        self._begin: list[int] = []
        self._behind = [0]
        self._lines: list[dict[int, list[int]]] = []
        for block in blocks:
            self._begin.append(block.first + self._behind[-1])
            self._behind.append(
                self._behind[-1] + len(block.lines) - (block.last - block.first + 1)
            )
            there: dict[int, list[int]] = {}
            for number, line in enumerate(block.lines):
                there.setdefault(line.row, []).append(number)
            self._lines.append(there)

    def block_of(self, row: int) -> int | None:
        """Return the number of the block in which a row of the template lies."""
        number = bisect_right(self._starts, row) - 1
        return number if number >= 0 and row <= self.blocks[number].last else None

    def begins(self, block: int) -> int:
        """Return the row at which the lines of a block begin."""
        return self._begin[block]

    def pushed(self, row: int) -> int:
        """Return where a row outside of every block goes, be it below the end of the sheet."""
        return row + self._behind[bisect_right(self._starts, row)]

    def copies(self, row: int) -> list[int]:
        """Return the rows at which a row of the template stands; the last of a sheet stays it."""
        block = self.block_of(row)
        if block is None:
            return [LAST_ROW if row == LAST_ROW else min(self.pushed(row), LAST_ROW)]
        return [self._begin[block] + each for each in self._lines[block].get(row, ())]

    def first(self, row: int, last: int) -> int | None:
        """Return the first row at which one of these rows of the template stands, if any does."""
        return self._end(row, last, low=True)

    def last(self, first: int, row: int) -> int | None:
        """Return the last row at which one of these rows of the template stands, if any does."""
        return self._end(first, row, low=False)

    def _end(self, first: int, last: int, *, low: bool) -> int | None:
        at = first if low else last
        while first <= at <= last:
            block = self.block_of(at)
            if block is None:
                return self.copies(at)[0]
            held = self.blocks[block]
            of = [n for n, line in enumerate(held.lines) if first <= line.row <= last]
            if of:
                return self._begin[block] + (of[0] if low else of[-1])
            at = held.last + 1 if low else held.first - 1
        return None

    def near(self, row: int, spot: Spot) -> int | None:
        """Return where a row of a block stands in the same round as a line, the nearest one."""
        lines = self.blocks[spot.block].lines
        same = [
            each for each in self._lines[spot.block].get(row, ())
            if lines[each].round == lines[spot.line].round
        ]  # fmt: skip
        nearest = min(same, key=lambda each: abs(each - spot.line), default=None)
        return None if nearest is None else self._begin[spot.block] + nearest

    def spot(self, row: int) -> Spot | None:
        """Return the first line that repeats a row of a block."""
        block = self.block_of(row)
        lines = self._lines[block].get(row) if block is not None else None
        return Spot(block, lines[0]) if block is not None and lines else None

    def areas(self, area: Area) -> Iterator[Area]:
        """Yield what becomes of an area: within a block one a round, else one that grows."""
        top, bottom = area.first.row, area.last.row
        block = self.block_of(top)
        if block is None or self.block_of(bottom) != block:
            grown = self.grown(area)
            if grown is not None:
                yield grown
            return
        run: list[int] = []
        before: Line | None = None
        for number, line in enumerate([*self.blocks[block].lines, None]):
            again = line is None or (before is not None and line.row <= before.row)
            if run and (again or not top <= line.row <= bottom):  # type: ignore[union-attr]
                ends = self._begin[block] + run[0], self._begin[block] + run[-1]
                yield Area(At(ends[0], area.first.column), At(ends[1], area.last.column))
                run = []
            if line is not None and top <= line.row <= bottom:
                run.append(number)
            before = line

    def grown(self, area: Area) -> Area | None:
        """Return the area from the first to the last row at which its rows stand."""
        first = self.first(area.first.row, area.last.row)
        last = self.last(area.first.row, area.last.row)
        if first is None or last is None:
            return None
        return Area(At(first, area.first.column), At(last, area.last.column))
