"""Finds the tables of a form in a file, by the heads of their columns in whatever order."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.opening.written import Line
from generator.received.said import words_of
from generator.returned.aligning import aligned
from generator.returned.outline import Grid, Slot
from generator.returned.values import Read, as_count, as_points, as_text

Cells = dict[int, tuple[Line, ...]]
"""A row of a file: the lines of its cells, by column; those that say nothing are not there."""

Tables = dict[int, dict[int, Cells]]

_ENOUGH = 0.6
"""The share of its heads that a table must have to be the one of the form."""

_TOP = 3
"""Rows in which the heads of a table may stand."""


class Fit(NamedTuple):
    """A table of the file that has the heads of the form: its number, the row of the heads.

    `columns` are those of the form, with the place in the file and what is doubtful about it;
    `head` is the row of the heads.
    """

    number: int
    top: int
    columns: dict[int, tuple[int, str]]
    head: Cells


def tables_of(lines: Sequence[Line]) -> Tables:
    """Return the rows of the tables of a file, by their numbers."""
    found: Tables = {}
    for line in lines:
        if line.cell is not None:
            row = found.setdefault(line.cell.table, {}).setdefault(line.cell.row, {})
            row[line.cell.column] = (*row.get(line.cell.column, ()), line)
    return found


def fit_of(grid: Grid, tables: Tables, number: int) -> Fit | None:
    """Return how a table of the file is that of a form; None if it is not."""
    rows = tables[number]
    heads = sum(bool(each) for each in grid.heads)
    for row in sorted(rows)[:_TOP]:
        columns = _columns(grid, rows[row])
        if len(columns) >= _ENOUGH * heads:
            return Fit(number, row, columns, rows[row])
    return None


def rows_below(tables: Tables, fit: Fit) -> list[Cells]:
    """Return the rows of a table below its heads."""
    rows = tables[fit.number]
    return [rows[each] for each in sorted(rows) if each > fit.top]


def _columns(grid: Grid, row: Cells) -> dict[int, tuple[int, str]]:
    """Return where each column of the form stands, by its head, in whatever order they are."""
    heads = {place: words_of(joined(its)).words for place, its in sorted(row.items())}
    wanted = {column: words_of(head).words for column, head in enumerate(grid.heads) if head}
    found: dict[int, tuple[int, str]] = {}
    for column, words in wanted.items():
        same = [place for place, head in heads.items() if head == words]
        if same:
            found[column] = (
                same[0],
                "" if len(same) == 1 else f"có hai cột «{grid.heads[column]}»",
            )
    places = sorted(place for place in heads if place not in {place for place, _ in found.values()})
    left = [column for column in wanted if column not in found]
    texts = [joined(row[place]) for place in places]
    for column, hit in zip(left, aligned([grid.heads[each] for each in left], texts), strict=True):
        if hit:
            found[column] = (places[hit.first], f"cột «{grid.heads[column]}» bị gõ khác")
    return found


def misshapen(row: Cells, head: Cells) -> str:
    """Return why cells of a row may stand below the head of another column."""
    covered = {its[0].span.covered for its in head.values() if its[0].span}
    for place, (line, *_) in row.items():
        if line.span is None or not covered:
            continue
        above = head[place][0].span if place in head else None
        if line.span.covered not in covered or (above and above.wide != line.span.wide):
            return "dòng có số ô khác hàng đầu cột"
    return ""


def merged(rows: Sequence[Cells]) -> str:
    """Return that cells one below the other are merged: what they say holds for several rows."""
    tall = any(its[0].span and its[0].span.tall for row in rows for its in row.values())
    return "bảng có ô gộp nhiều dòng" if tall else ""


def says(lines: Sequence[Line]) -> bool:
    """Return whether letters or digits stand in a cell."""
    return any(map(str.isalnum, joined(lines)))


_NOTHING = re.compile(r"[\s.…_·‥:;,]*[-–—]*[\s.…_·‥:;,]*")


def unclear(lines: Sequence[Line]) -> str:
    """Return that a cell says something with signs alone, such as «as above»."""
    text = joined(lines)
    if says(lines) or _NOTHING.fullmatch(text):
        return ""
    return f"ô chỉ có dấu «{text.strip()}»"


def joined(lines: Sequence[Line]) -> str:
    """Return the text of a cell."""
    return " ".join(line.text.strip() for line in lines)


def read_cell(slot: Slot, lines: Sequence[Line], most: Decimal | None) -> Read:
    """Return what a cell says, by the kind of what is asked."""
    if not lines:
        return Read("")
    if slot.kieu == "diem":
        return as_points(joined(lines), most)
    if slot.kieu == "so":
        return as_count(joined(lines))
    return as_text(lines)


def short(text: str) -> str:
    """Return the first words of a text, to name a row."""
    words = text.split()
    return text if len(words) <= 8 else " ".join(words[:8]) + "…"


def is_numbering(row: Cells) -> bool:
    """Return whether a row numbers the columns: «(1)», «(2)», «(3)»; «A», «B», «1», «2»."""
    said = [joined(row[place]).strip(" ()[].") for place in sorted(row) if says(row[place])]
    numbers = [int(each) for each in said if each.isdecimal()]
    letters = [each for each in said if not each.isdecimal()]
    rising = all(two == one + 1 for one, two in pairwise(numbers))
    return len(numbers) >= _FEWEST and rising and all(len(each) == 1 for each in letters)


_FEWEST = 3
"""Numbers one beside the other that are those of columns."""
