"""What our own workbook says besides its cells: the values as it went out, the keys still there."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.opening.tables import Table
from generator.sheets.outgoing import KEY, ORIGINALS
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
    return replace(read, rows=left, ve=came._replace(originals=originals), giu=kept)


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
