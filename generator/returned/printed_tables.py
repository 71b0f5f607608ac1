"""Reads off the tables of a form that was printed with marked values: heads, rows, places."""

from collections.abc import Iterator, Sequence

from generator.received.said import spaced
from generator.returned.marked_values import found_in
from generator.returned.outline import OTHER, Grid, Row, Slot
from generator.returned.probe import Marks, Printed

_FEWEST = 4
"""The columns from which on a table is one to fill in: heads and signatures stand in two."""

_GROWING = ("nhiem_vu",)
_TICKED = "phan_tich"

Cells = dict[int, str]


def grids(form: Printed) -> dict[int, Grid]:
    """Return the tables to fill in, by their number in the file."""
    rows: dict[int, dict[int, Cells]] = {}
    for line in form.lines:
        if line.cell is not None:
            row = rows.setdefault(line.cell.table, {}).setdefault(line.cell.row, {})
            before = row.get(line.cell.column, "")
            row[line.cell.column] = f"{before} {spaced(line.text)}".strip()
    found = {
        number: _grid([*its.values()], form.marks)
        for number, its in rows.items()
        if any(len(row) >= _FEWEST for row in its.values())
    }
    return {number: grid for number, grid in found.items() if any(row.slots for row in grid.rows)}


def _grid(rows: Sequence[Cells], marks: Marks) -> Grid:
    head, *others = rows
    heads = tuple(head.get(column, "") for column in range(max(head) + 1))
    names = next((each for each in marks.names if {*each} <= {*heads}), None)
    if names:
        return Grid(heads, tuple(_ticked(others, names, heads)))
    read = tuple(_row(each, marks) for each in others)
    grows = any(slot.path[:1] == _GROWING for row in read for _, slot in row.slots)
    return Grid(heads, read, grows)


def _ticked(rows: Sequence[Cells], names: tuple[str, ...], heads: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a table in which a column is ticked, known by their number: «I», «I.1»."""
    group = ""
    for row in rows:
        fixed = [text for column, text in sorted(row.items()) if heads[column] not in names]
        number = fixed[0].strip(" .") if fixed else ""
        code = f"{group}.{number}" if number.isdecimal() and group else number
        group = group if number.isdecimal() else number
        if code:
            slot = Slot((OTHER, _TICKED, code), "muc", chon=names)
            yield Row(" ".join(fixed), ((heads.index(names[0]), slot),))


def _row(row: Cells, marks: Marks) -> Row:
    found = {column: found_in(text, text, marks) for column, text in sorted(row.items())}
    fixed = " ".join(row[column] for column, its in found.items() if not its)
    return Row(fixed, tuple((column, its[0].slot) for column, its in found.items() if its))
