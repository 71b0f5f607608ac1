"""What our own workbook says besides its cells: the values as it went out, the keys still there."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.opening.tables import Table
from generator.sheets.layout import Cot, sheets
from generator.sheets.outgoing import KEY, ORIGINALS, columns, shown
from generator.sheets.rows import Came, Cell, Read, SheetRow
from generator.wording.compare import same


def came_back(found: Iterable[Table]) -> Came:
    """Return what the sheets of our own workbook say besides their cells; nothing of any other."""
    originals: dict[str, Mapping[str, str]] = {}
    keys: set[str] = set()
    for each in found:
        if each.name == ORIGINALS:
            originals |= dict(filter(None, map(_original, each.rows)))
        elif each.rows and each.rows[0] and same(str(each.rows[0][0]), KEY):
            keys |= {str(row[0]) for row in each.rows[1:] if row and row[0]}
    return Came(originals, frozenset(originals), frozenset(keys))


def without_untouched(
    table: Table, originals: Mapping[str, Mapping[str, str]]
) -> tuple[Table, int]:
    """Return a sheet whose rows are empty where they show just what went out, and their cells.

    Nearly all rows of a workbook that comes back are such rows; reading each cell of them as of a
    list of anybody's would take most of the time. A row with any mark (struck out, merged, an
    error) is read like others.
    """
    code = next((code for code, each in sheets().items() if each.trang == table.name), None)
    own = columns(sheets()[code]) if code else []
    heads = [str(each) for each in table.rows[0]] if table.rows else []
    if not own or heads != [KEY, *(each.dau for each in own)]:
        return table, 0
    marks = table.marks
    marked = {row for row, _ in (*marks.struck, *marks.broken, *marks.covered)}
    marked |= {row for row, _ in marks.covered.values()}
    rows = list(table.rows)
    count = 0
    for number, row in enumerate(rows):
        before = originals.get(str(row[0])) if number and row else None
        if before is not None and number not in marked and _shows(own, row, before):
            rows[number] = ()
            count += len(own)
    return replace(table, rows=rows), count


def _shows(own: Sequence[Cot], row: Sequence[object], before: Mapping[str, str]) -> bool:
    """Return whether a row shows just the values that went out."""
    cells = [*row[1:], *[""] * (len(own) + 1 - len(row))]
    return not any(cells[len(own) :]) and all(
        cell == shown(cot, before.get(cot.khoa, ""))
        for cot, cell in zip(own, cells[: len(own)], strict=True)
    )


def touched(read: Read) -> Read:
    """Return what a workbook says without the cells of our own rows that are as they went out.

    They change nothing, whatever the data says by now, and are nearly all of a workbook that comes
    back from another process.
    """
    came = read.ve
    rows = [replace(each, o=_changed(each, came.originals)) for each in read.rows]
    left = tuple(row for row, whole in zip(rows, read.rows, strict=True) if row.o or not whole.khoa)
    originals = {each.khoa: came.originals[each.khoa] for each in left if each.khoa in came.went}
    kept = sum(len(each.o) for each in read.rows) - sum(len(each.o) for each in rows)
    return replace(read, rows=left, ve=came._replace(originals=originals), giu=read.giu + kept)


def _changed(row: SheetRow, originals: Mapping[str, Mapping[str, str]]) -> Mapping[str, Cell]:
    before = originals.get(row.khoa) if row.khoa else None
    if before is None:
        return row.o
    return {key: cell for key, cell in row.o.items() if cell.chu != before.get(key, "")}


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
