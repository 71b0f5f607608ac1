"""Reads which column of a row is ticked."""

from generator.opening.boxes import CROSSED, EMPTY
from generator.opening.written import Line
from generator.received.choosing import NONE
from generator.received.said import plain
from generator.returned.outline import Grid, Slot
from generator.returned.table_fits import Cells, Fit, joined, unclear
from generator.returned.values import Read

_TICKS = frozenset(f"xXvV×+√{CROSSED}")
"""Signs that tick by themselves, as they stand after `opening.boxes`."""

_NOTHING = frozenset({"", "0", "khong"})
"""What is written, without signs, where something is not so."""


def ticked(grid: Grid, slot: Slot, row: Cells, fit: Fit) -> tuple[Read, tuple[Line, ...]]:
    """Return under which name a row is ticked, and the lines of that cell."""
    found: list[tuple[str, tuple[Line, ...]]] = []
    other = ""
    for at, name in enumerate(grid.heads):
        lines = row.get(fit.columns[at][0], ()) if at in fit.columns else ()
        if name not in slot.chon:
            continue
        said = "".join(joined(lines).split())
        if said and {*said} <= _TICKS:
            found.append((name, lines))
        elif said != EMPTY and (unclear(lines) or _word(said) not in _NOTHING):
            other = other or f"không rõ «{joined(lines).strip()}» có phải dấu chọn"
    if len(found) == 1:
        return Read(found[0][0], other), found[0][1]
    return Read("", "đánh dấu quá một ô" if found else other or NONE), ()


def _word(said: str) -> str:
    return "".join(filter(str.isalnum, plain(said))).lower()
