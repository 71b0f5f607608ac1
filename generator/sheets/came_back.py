"""What our own workbook says besides its cells: the values as it went out, the keys still there."""

import json
from collections.abc import Iterable, Mapping

from generator.opening.tables import Table
from generator.sheets.outgoing import KEY, ORIGINALS
from generator.sheets.rows import Came
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
    return Came(originals, frozenset(keys))


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
