"""What our own workbook says besides its cells: the values as it went out, the keys still there."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.opening.grid import cell_name
from generator.opening.tables import Table
from generator.sheets.layout import UNIT, Cot, sheets
from generator.sheets.outgoing import KEY, ORIGINALS, columns, shown
from generator.sheets.own_rows import plain
from generator.sheets.rows import Came, Cell, Read, SheetRow, Spot
from generator.wording.compare import same

_TOP = 20
"""Rows in which the head of the keys is looked for: a clerk may put a title above it."""

_WHOM = frozenset({UNIT, "hoi_nghi", "doi_tuong", "ten", "ho_ten", "ngay_sinh", "muc", "viec"})
"""Columns that say whom a row is about: they stay, to be held against its key."""

Originals = Mapping[str, Mapping[str, str]]


class Slim(NamedTuple):
    """A sheet without the rows that nobody touched; `giu` counts their cells.

    `nguyen` are the cells of the other rows that show what went out.
    """

    table: Table
    giu: int = 0
    nguyen: frozenset[Spot] = frozenset()


def came_back(found: Iterable[Table]) -> Came:
    """Return what the sheets of our own workbook say besides their cells; nothing of any other."""
    originals: dict[str, Mapping[str, str]] = {}
    keys: Counter[str] = Counter()
    there: set[str] = set()
    for each in found:
        if each.name == ORIGINALS:
            originals |= dict(filter(None, map(_original, each.rows)))
            continue
        top = next((n for n, row in enumerate(each.rows[:_TOP]) if row and _is_key(row[0])), None)
        if top is None:
            continue
        there.update(code for code, own in sheets().items() if same(own.trang, each.name))
        keys.update(plain(str(row[0])) for row in each.rows[top + 1 :] if row and row[0])
    twice = frozenset(key for key, times in keys.items() if times > 1)
    return Came(originals, frozenset(originals), frozenset(keys), twice, frozenset(there))


def _is_key(cell: object) -> bool:
    return isinstance(cell, str) and same(cell, KEY)


def without_untouched(table: Table, came: Came) -> Slim:
    """Return a sheet whose rows are empty where they show just what went out.

    Nearly all rows of a workbook that comes back are such rows; reading each cell of them as of a
    list of anybody's would take most of the time. Of a row with any mark (struck out, merged, an
    error) every cell is read, and so is a row whose key stands there twice. A row of an empty list
    in which only the unit stands, as it went out, is empty too.
    """
    code = next((code for code, each in sheets().items() if each.trang == table.name), None)
    own = columns(sheets()[code]) if code else []
    heads = [str(each) for each in table.rows[0]] if table.rows else []
    if not own or heads != [KEY, *(each.dau for each in own)]:
        return Slim(table)
    marks = table.marks
    marked = {row for row, _ in (*marks.struck, *marks.broken, *marks.covered)}
    marked |= {row for row, _ in marks.covered.values()}
    rows = list(table.rows)
    count = 0
    unchanged: set[Spot] = set()
    for number, row in enumerate(rows[1:], 1):
        key = plain(str(row[0])) if row else ""
        before = came.originals.get(key)
        if number in marked or key in came.copied:
            continue
        if not key and not any(row[2:]):
            rows[number] = ()
        elif before is not None:
            alike = _alike(own, row, before)
            if len(alike) == len(own) and not any(row[len(own) + 1 :]):
                rows[number] = ()
                count += len(own)
            else:
                unchanged.update(Spot(table.name, cell_name(number, column)) for column in alike)
    return Slim(replace(table, rows=rows), count, frozenset(unchanged))


def _alike(own: Sequence[Cot], row: Sequence[object], before: Mapping[str, str]) -> list[int]:
    """Return the columns of a row that show just the value that went out."""
    cells = [*row[1:], *[""] * (len(own) + 1 - len(row))]
    return [
        number
        for number, (cot, cell) in enumerate(zip(own, cells[: len(own)], strict=True), 1)
        if cell == shown(cot, before.get(cot.khoa, ""))
    ]


def touched(read: Read, unchanged: frozenset[Spot] = frozenset()) -> Read:
    """Return what a workbook says without the cells of our own rows that are as they went out.

    They change nothing, whatever the data says by now, and are nearly all of a workbook that comes
    back from another process. What says whom a row is about stays.

    Args:
        read: what it says.
        unchanged: cells that show what went out, however they were read: a text that a list of
            anybody's would mean otherwise («-») is the value that stood there.
    """
    came = read.ve
    rows = [replace(each, o=_changed(each, came.originals, unchanged)) for each in read.rows]
    left = tuple(row for row in rows if row.khoa in came.copied or _says(row, came.originals))
    originals = {each.khoa: came.originals[each.khoa] for each in left if each.khoa in came.went}
    kept = sum(len(each.o) for each in read.rows) - sum(len(each.o) for each in left)
    told = tuple(each for each in read.told if each.spot not in unchanged)
    ve = came._replace(originals=originals)
    return replace(read, rows=left, told=told, ve=ve, giu=read.giu + kept)


def _says(row: SheetRow, originals: Originals) -> bool:
    """Return whether a row says anything that did not go out."""
    before = originals.get(row.khoa) if row.khoa else None
    return before is None or any(cell.chu != before.get(key, "") for key, cell in row.o.items())


def _changed(row: SheetRow, originals: Originals, unchanged: frozenset[Spot]) -> Mapping[str, Cell]:
    before = originals.get(row.khoa) if row.khoa else None
    if before is None:
        return row.o
    found = {}
    for key, cell in row.o.items():
        went = before.get(key, "")
        if cell.spot in unchanged:
            cell = cell._replace(chu=went)  # noqa: PLW2901 - the same cell, as it went out
        if key in _WHOM or cell.chu != went:
            found[key] = cell
    return found


def _original(row: object) -> tuple[str, Mapping[str, str]] | None:
    match row:
        case [str(key), str(said), *_]:
            try:
                values = json.loads(said)
            except ValueError:
                return None
            return (key, values) if isinstance(values, dict) and key else None
        case _:
            return None
