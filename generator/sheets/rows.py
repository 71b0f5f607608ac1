"""What was read from a workbook: rows with their cells, and the cells that were not taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """A cell, a column by its head, a row or a sheet by its first cell that was not taken, and why.

    A warning may also be about a part of a cell whose rest was taken (KD819).
    """

    spot: Spot
    vi_sao: Problem


class Mapped(NamedTuple):
    """A column of a list: where its head stands, the head, and the key it was read as.

    Without a key it was not taken; without `loai` it holds no data: a running number, the key of
    our own rows.

    `chac` is False where the head was guessed from what stands below it.
    """

    spot: Spot
    dau: str
    loai: str
    khoa: str
    chac: bool = True


class LeftOut(NamedTuple):
    """A row that is no line of a list, or none that could be read: its first cell, what it is.

    `la` is said to a clerk («tên đơn vị», «hàng cộng», «hàng ẩn»); `chu` all that it shows; `khoa`
    its own key in our own workbook: a row that is hidden or could not be read is not gone.
    """

    spot: Spot
    la: str
    chu: str
    khoa: str = ""


class Came(NamedTuple):
    """What came back of our own workbook; nothing for a list of another office.

    `originals` are the values, by key, as the rows went out; `went` are all keys that went out,
    `keys` those that are still there, `copied` those that stand in more than one row; `trang` are
    the codes of the sheets that are still there with their column of keys.
    """

    originals: Mapping[str, Mapping[str, str]] = {}
    went: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    copied: frozenset[str] = frozenset()
    trang: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Read:
    """All that one workbook says: rows taken, cells told, columns found, rows left out.

    Every cell of a sheet that Excel shows is a cell of `rows`, or in `told`, or joined (`noi`) to
    one of these, or stands in a column of `cot` that is not taken, or in a row of `bo_qua`; a sheet
    without any column in `cot` is told as a whole. `noi` gives for a cell whose text went into the
    value of another, as a given name in its own column, that other cell. `ve` is what our own
    workbook says besides; `giu` counts cells of it that nobody touched and that are left out here.
    `tren` are the lines over the list of each sheet that is no sheet of ours and was not chosen by
    its name.
    """

    rows: tuple[SheetRow, ...] = ()
    told: tuple[Told, ...] = ()
    cot: tuple[Mapped, ...] = ()
    bo_qua: tuple[LeftOut, ...] = ()
    noi: Mapping[Spot, Spot] = field(default_factory=dict)
    ve: Came = field(default_factory=Came)
    giu: int = 0
    tren: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
