"""What a workbook comes to: cells that change values, new items, items that are gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.problems import DataPath
from generator.sheets.own_rows import OwnRow
from generator.sheets.rows import Mapped, Spot, Told

ASKED = frozenset({"KD830", "KD833", "KD853", "KD854", "KD856", "KD864", "KD866"})
"""What a clerk must decide; everything else that is told must be corrected in the workbook."""


class CellChange(NamedTuple):
    """A cell that changes a value: where, of whom, the head of its column, before and after.

    `hang` is the row that holds the value; `khoa` the key of the column.
    """

    spot: Spot
    hang: OwnRow
    khoa: str
    cot: str
    truoc: str
    sau: str


class Added(NamedTuple):
    """A new item: of which list, of which unit (code; «» for the campaign), its values by path.

    `spot` is the first cell of the line that brings it.
    """

    spot: Spot
    loai: str
    don_vi: str
    ai: str
    o: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a workbook comes to.

    `mat` are the items that went out in it and did not come back; `giu` counts the cells that say
    what the data says.
    """

    doi: tuple[CellChange, ...] = ()
    moi: tuple[Added, ...] = ()
    mat: tuple[OwnRow, ...] = ()
    giu: int = 0
    told: tuple[Told, ...] = ()
    cot: tuple[Mapped, ...] = ()

    @property
    def asked(self) -> tuple[Told, ...]:
        """What a clerk must decide."""
        return tuple(each for each in self.told if each.vi_sao.code in ASKED)

    @property
    def wrong(self) -> tuple[Told, ...]:
        """What was not taken and is no question."""
        return tuple(each for each in self.told if each.vi_sao.code not in ASKED)


def path_of(hang: OwnRow, khoa: str) -> DataPath:
    """Return the place of a column's value in the file of a row."""
    return (*hang.goc, *khoa.split("."))


def by_file(changes: Sequence[CellChange]) -> dict[Path, list[CellChange]]:
    """Return changes by the file that they change, in order."""
    found: dict[Path, list[CellChange]] = {}
    for each in changes:
        found.setdefault(each.hang.tep, []).append(each)
    return found
