"""What our own workbook says besides its cells: the values as it went out, the keys still there."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.opening.content import Refusal
from generator.opening.pool import tables
from generator.sheets.outgoing import KEY, ORIGINALS
from generator.wording.compare import same


class Came(NamedTuple):
    """What came back: the values by key as they went out, and all keys that are still there."""

    originals: Mapping[str, Mapping[str, str]] = {}
    keys: frozenset[str] = frozenset()


def came_back(path: Path) -> Came:
    """Read what our own workbook says besides its cells; nothing of any other."""
    found = tables(path)
    if isinstance(found, Refusal):
        return Came()
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
