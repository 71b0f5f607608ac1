"""What was read from a workbook: rows with their cells, and the cells that were not taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.problems import Problem


class Spot(NamedTuple):
    """A cell of a workbook: the name of its sheet, and the cell («B17»)."""

    trang: str
    o: str


class Cell(NamedTuple):
    """A cell that was taken: where, and its value as a data file writes it; «» for an empty cell.

    Days are «05/12/2026» (births also «12/1970», «1970»), levels in words, choices by their code,
    yes and no «có» and «không», counts and points as figures («27.5»).
    """

    spot: Spot
    chu: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: the code of the sheet of `cot.yaml` whose columns it has, its own key, its cells.

    `khoa` is the hidden key of a row of our own workbook, «» in lists of other offices; `spot` is
    its first cell; `o` holds the cells that were taken by the key of their column: a column that
    the list has not, and a cell that was told, are missing.
    """

    loai: str
    khoa: str
    spot: Spot
    o: Mapping[str, Cell]


class Told(NamedTuple):
    """A cell, or a row by its first cell, that was not taken, and why."""

    spot: Spot
    vi_sao: Problem


class Mapped(NamedTuple):
    """A column of a list: where its head stands, the head, and the key it was read as («»: none).

    `chac` is False where the head was guessed from what stands below it.
    """

    spot: Spot
    dau: str
    loai: str
    khoa: str
    chac: bool = True


@dataclass(frozen=True, slots=True)
class Read:
    """All that one workbook says: rows taken, cells told, columns found."""

    rows: tuple[SheetRow, ...] = ()
    told: tuple[Told, ...] = ()
    cot: tuple[Mapped, ...] = ()
