"""Decides cell by cell what a workbook changes: as it went out, as it is, as it came back."""

from collections.abc import Mapping
from enum import Enum

from generator.model.birth import may_be_same, read_birth
from generator.model.dates import day_parts
from generator.sheets.layout import Cot
from generator.sheets.own_rows import plain
from generator.wording.compare import same


class Outcome(Enum):
    """What a cell means for its value."""

    SAME = "same"
    CHANGED = "changed"
    CLEARED = "cleared"
    CLASH = "clash"


def outcome(cot: Cot, came: str, now: str, went: str | None, *, own: bool) -> Outcome:
    """Return what a cell means for its value.

    Args:
        cot: its column.
        came: what it says.
        now: what the data says.
        went: what it said when it went out; None if that is not known.
        own: whether the workbook is ours: there an empty cell clears its value. In a list of
            another office it says nothing, and a name in other letters is the same name.
    """
    if agree(cot, came, now, own=own):
        return Outcome.SAME
    if not own:
        return Outcome.CHANGED if came else Outcome.SAME
    if went is not None and agree(cot, came, went, own=True):
        return Outcome.SAME  # nobody touched the cell: the data moved on
    if went is not None and not agree(cot, now, went, own=True):
        return Outcome.CLASH
    return Outcome.CHANGED if came else Outcome.CLEARED


def agree(cot: Cot, one: str, other: str, *, own: bool) -> bool:
    """Return whether two values of a column are the same; `own` as in `outcome`."""
    if plain(one) == plain(other):
        return True
    if not (one and other):
        return cot.kieu == "co_khong" and {one, other} == {"", "không"}
    match cot.kieu:
        case "ngay":
            return day_parts(one) is not None and day_parts(one) == day_parts(other)
        case "ngay_sinh":
            return _says_no_more(one, other) if not own else one == other
        case _:
            return not own and same(one, other)


def went_out(originals: Mapping[str, Mapping[str, str]], key: str, column: str) -> str | None:
    """Return what a cell said when the workbook went out; None if that is not known."""
    return originals[key].get(column, "") if key in originals else None


def _says_no_more(birth: str, known: str) -> bool:
    """Return whether a day of birth of a list says no more than the data does."""
    try:
        told, there = read_birth(birth), read_birth(known)
    except ValueError:
        return False
    parts = [sum(part is not None for part in each) for each in (told, there)]
    return may_be_same(told, there) and parts[0] <= parts[1]
