"""Works out what a workbook changes in a campaign: new, changed, gone, unchanged, told, asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.model.base import Model
from generator.model.campaign import ThoiHan
from generator.model.handed_in import NopHoSo
from generator.model.meeting import KiemPhieu
from generator.model.person import CaNhan
from generator.model.unit import TapThe
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.model_shape import meaning, takes
from generator.sheets.layout import UNIT, Cot, sheets
from generator.sheets.matching import Known, New, Target, target
from generator.sheets.merging import Outcome, agree, outcome, went_out
from generator.sheets.own_rows import OwnRow
from generator.sheets.rows import Came, Cell, Mapped, Read, SheetRow, Spot, Told

ASKED = frozenset({"KD830", "KD833"})
"""What a clerk must decide; everything else that is told must be corrected in the workbook."""

MODELS: dict[str, type[Model]] = {
    "ca_nhan": CaNhan, "tap_the": TapThe, "xep_loai": CaNhan, "diem": CaNhan,
    "noi_cu_tru": CaNhan, "ho_so": NopHoSo, "thoi_han": ThoiHan, "kiem_phieu": KiemPhieu,
}  # fmt: skip
"""What a row of a sheet is an item of; levels and points are the same in a collective."""

_NEEDED = {"ca_nhan": ("ho_ten",), "tap_the": ("ten",), "ho_so": ("muc",),
           "thoi_han": ("viec", "ngay")}  # fmt: skip
_NAMES = {"ca_nhan": "ho_ten", "tap_the": "ten"}
_HERE = {
    UNIT: "chuyển đơn vị thì làm ở trang Đơn vị của phần mềm, hoặc ghi lại tên cũ ở ô này",
    "": "đổi tên thì sửa ở trang Cá nhân, Tập thể; ghi lại tên cũ ở ô này",
}


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


@dataclass(slots=True)
class _Making:
    """A plan under construction."""

    known: Known
    came: Came
    doi: dict[tuple[Path, DataPath, str], CellChange] = field(default_factory=dict)
    moi: dict[tuple[str, int], Added] = field(default_factory=dict)
    giu: int = 0
    told: list[Told] = field(default_factory=list)


def planned(read: Read, known: Known) -> Plan:
    """Return what a workbook changes.

    Args:
        read: what it says.
        known: the rows of the campaign.

    Returns:
        The plan, with what reading told first.
    """
    making = _Making(known, read.ve, giu=read.giu)
    lines: dict[tuple[str, str], list[SheetRow]] = {}
    for row in read.rows:
        lines.setdefault((row.spot.trang, _number(row.spot)), []).append(row)
    later: list[tuple[SheetRow, str]] = []
    for its in lines.values():
        birth = next((r.o["ngay_sinh"].chu for r in its if "ngay_sinh" in r.o), "")
        first = next((row for row in its if row.loai in _NEEDED), None)
        new = _taken(making, first, birth, ()) if first else None
        for row in its:
            if row is first:
                continue
            if isinstance(new, New):
                _fill(making, row, _newest(making, new))
            elif not (isinstance(new, Problem) and first is not None and not row.khoa):
                later.append((row, birth))
    added = [New(each.don_vi, each.ai) for each in making.moi.values()]
    for row, birth in later:
        _taken(making, row, birth, added)
    complete = [each for each in making.moi.values() if _is_complete(making, each)]
    gone = _gone(known, read.ve)
    told = sorted([*read.told, *making.told], key=lambda each: _order(each.spot))
    return Plan(
        tuple(making.doi.values()), tuple(complete), gone, making.giu, tuple(told), read.cot
    )


def path_of(hang: OwnRow, khoa: str) -> DataPath:
    """Return the place of a column's value in the file of a row."""
    return (*hang.goc, *khoa.split("."))


def _taken(making: _Making, row: SheetRow, birth: str, added: Iterable[New]) -> Target:
    """Take a row; return whom it is about."""
    found = target(row, making.known, birth, added)
    match found:
        case OwnRow():
            for cot in sheets()[row.loai].cot:
                if cot.khoa in row.o:
                    _cell(making, row, found, cot, row.o[cot.khoa])
        case New() if row.loai in _NEEDED:
            making.moi[row.loai, len(making.moi)] = Added(
                row.spot, row.loai, found.don_vi, found.ai, {}
            )
            _fill(making, row, next(reversed(making.moi)))
        case New():
            _fill(making, row, _newest(making, found))
        case Problem():
            making.told.append(Told(row.spot, found))
    return found


def _newest(making: _Making, new: New) -> tuple[str, int]:
    return next(
        key
        for key, each in reversed(making.moi.items())
        if (each.don_vi, each.ai) == (new.don_vi, new.ai) and each.loai in _NAMES
    )


def _fill(making: _Making, row: SheetRow, key: tuple[str, int]) -> None:
    """Add the cells of a row to a new item."""
    item = making.moi[key]
    values = dict(item.o)
    for cot in sheets()[row.loai].cot:
        cell = row.o.get(cot.khoa)
        if cell is None or not cell.chu or cot.khoa == UNIT or _is_name(row.loai, cot):
            continue
        if not takes(MODELS[item.loai], tuple(cot.khoa.split(".")), cell.chu):
            making.told.append(Told(cell.spot, _unfit(item.loai, cot, cell)))
        elif values.setdefault(cot.khoa, cell.chu) != cell.chu:
            told = {"ai": item.ai, "cot": _head(cot), "bang": cell.chu, "kia": values[cot.khoa]}
            making.told.append(Told(cell.spot, problem("KD839", Place(), truoc="dòng kia", **told)))
    making.moi[key] = item._replace(o=values)


def _is_name(loai: str, cot: Cot) -> bool:
    """Return whether a column only says whom a row is about."""
    return cot.kieu == "ten" and loai not in _NAMES and loai != "ho_so"


def _cell(making: _Making, row: SheetRow, hang: OwnRow, cot: Cot, cell: Cell) -> None:
    own, now = bool(row.khoa), hang.o.get(cot.khoa, "")
    went = went_out(making.came.originals, row.khoa, cot.khoa)
    what = outcome(cot, cell.chu, now, went, own=own)
    if what is Outcome.SAME:
        making.giu += 1
        return
    found = _hindrance(row, hang, cot, cell.chu)
    if found is None and what is Outcome.CLASH:
        found = problem("KD833", Place(), ai=hang.ai, cot=_head(cot), luc_xuat=went or "",
                        nay=now, bang=cell.chu)  # fmt: skip
    if found is not None:
        making.told.append(Told(cell.spot, found))
        return
    place = (hang.tep, hang.goc, cot.khoa)
    change = CellChange(cell.spot, hang, cot.khoa, _head(cot), now, cell.chu)
    first = making.doi.setdefault(place, change)
    if first is not change and not agree(cot, first.sau, cell.chu, own=own):
        kia, truoc = first.sau, f"ô {first.spot.o} trang «{first.spot.trang}»"
        told = {"ai": hang.ai, "cot": _head(cot), "bang": cell.chu, "kia": kia, "truoc": truoc}
        making.told.append(Told(cell.spot, problem("KD839", Place(), **told)))


def _hindrance(row: SheetRow, hang: OwnRow, cot: Cot, came: str) -> Problem | None:
    """Return why a value cannot be written."""
    head, now = _head(cot), hang.o.get(cot.khoa, "")
    if cot.khoa in {UNIT, "hoi_nghi"} or _is_name(row.loai, cot) or cot.khoa == "doi_tuong":
        cach = _HERE.get(cot.khoa, _HERE[""])
        return problem("KD837", Place(), cot=head, ai=hang.ai, nay=now, bang=came, cach=cach)
    if not came:
        needed = cot.khoa in _NEEDED.get(row.loai, ())
        return problem("KD835", Place(), cot=head) if needed else None
    if row.loai == "kiem_phieu":
        return None  # the reader took a count
    if takes(MODELS[row.loai], tuple(cot.khoa.split(".")), came):
        return None
    return _unfit(row.loai, cot, Cell(row.spot, came))


def _unfit(loai: str, cot: Cot, cell: Cell) -> Problem:
    said = meaning(MODELS[loai], tuple(cot.khoa.split(".")))
    return problem("KD836", Place(), nhap=cell.chu, cot=_head(cot), nghia=said)


def _is_complete(making: _Making, each: Added) -> bool:
    lacking = next((key for key in _NEEDED[each.loai] if not each.o.get(key)), None)
    if lacking is None:
        return True
    head = next(_head(cot) for cot in sheets()[each.loai].cot if cot.khoa == lacking)
    making.told.append(Told(each.spot, problem("KD838", Place(), cot=head)))
    return False


def _gone(known: Known, came: Came) -> tuple[OwnRow, ...]:
    return tuple(
        row
        for (loai, key), row in known.by_key.items()
        if loai in _NEEDED and key in came.went and key not in came.keys
    )


def _head(cot: Cot) -> str:
    return cot.dau or "Chức vụ"


def _number(spot: Spot) -> str:
    return spot.o.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _order(spot: Spot) -> tuple[str, int, int, str]:
    number = _number(spot)
    return spot.trang, int(number or 0), len(spot.o), spot.o


def by_file(changes: Sequence[CellChange]) -> dict[Path, list[CellChange]]:
    """Return changes by the file that they change, in order."""
    found: dict[Path, list[CellChange]] = {}
    for each in changes:
        found.setdefault(each.hang.tep, []).append(each)
    return found
