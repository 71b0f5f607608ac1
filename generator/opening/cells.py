"""The tables of a received Word file, cell by cell: where a sign stands says what it marks."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from generator.opening.word import lines_within
from generator.opening.word_parts import CONTROL, W, parsed

_TABLE, _ROW, _CELL, _WIDE = f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}tcPr/{W}gridSpan"
_CONTENT = f"{W}sdtContent"
_MOST = 20
"""Columns that a cell may cover; more is damage."""

Cell = tuple[str, ...]
"""The lines of a cell, as `FileContent.lines` has them."""


class Table(NamedTuple):
    """The rows of a table by columns of its grid.

    A cell that covers several columns stands in the first of them, the others are empty.
    """

    rows: tuple[tuple[Cell, ...], ...]

    @property
    def lines(self) -> list[str]:
        """Everything that it says, in reading order."""
        return [line for row in self.rows for cell in row for line in cell]


def tables_of(body: bytes) -> Iterator[Table]:
    """Yield the tables of a body in reading order, those around other tables left out.

    Args:
        body: that of a file that was read, as `FileContent.body` has it.
    """
    for each in parsed(body).iter(_TABLE):
        if next(each.iterdescendants(_TABLE), None) is None:
            yield Table(tuple(tuple(_cells(row)) for row in _within(each, _ROW)))


def _within(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, also those in a content control."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == CONTROL:
            for content in child.iterchildren(_CONTENT):
                yield from _within(content, tag)


def _cells(row: etree._Element) -> Iterator[Cell]:
    for cell in _within(row, _CELL):
        yield tuple(lines_within(cell))
        wide = cell.find(_WIDE)
        said = "" if wide is None else wide.get(f"{W}val") or ""
        for _ in range(1, min(int(said), _MOST) if said.isdecimal() else 1):
            yield ()
