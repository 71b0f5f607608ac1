"""Works out what a workbook changes in a campaign: new, changed, gone, unchanged, told, asked."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from generator.problems import DataPath, Place, Problem, problem
from generator.reading.model_shape import is_needed, meaning, takes
from generator.sheets import reasons
from generator.sheets.change_plan import Added, CellChange, Plan
from generator.sheets.layout import MODELS, UNIT, Cot, sheets
from generator.sheets.matching import (
    Known,
    New,
    Target,
    name_in,
    named_by,
    outside,
    said_in,
    target,
)
from generator.sheets.merging import Outcome, agree, outcome, went_out
from generator.sheets.own_rows import OwnRow, plain
from generator.sheets.rows import Came, Cell, Read, SheetRow, Spot, Told
from generator.sheets.two_units import Newcomer, in_two
from generator.wording.compare import fold, same

_NEEDED = {"ca_nhan": ("ho_ten",), "tap_the": ("ten",), "ho_so": ("muc",),
           "thoi_han": ("viec", "ngay")}  # fmt: skip
_NAMES = {"ca_nhan": "ho_ten", "tap_the": "ten"}
_HERE = {
    UNIT: "chuyển đơn vị thì chuyển mục của người ấy sang tệp đơn vị mới; không thì ghi lại tên cũ",
    "": "đổi tên thì sửa ở trang Cá nhân, Tập thể; ghi lại tên cũ ở ô này",
}


@dataclass(slots=True)
class _Making:
    """A plan under construction; `met` are the items that a row of the workbook is about."""

    known: Known
    came: Came
    doi: dict[tuple[Path, DataPath, str], CellChange] = field(default_factory=dict)
    moi: dict[int, Added] = field(default_factory=dict)
    giu: int = 0
    told: list[Told] = field(default_factory=list)
    met: set[tuple[Path, DataPath]] = field(default_factory=set)

    def tell(self, spot: Spot, found: Problem) -> None:
        self.told.append(Told(spot, found))


class _Line(NamedTuple):
    """A line of a sheet: its rows, the one that is an item of a list, whom that one is about."""

    rows: list[SheetRow]
    first: SheetRow | None
    birth: str
    target: Target | None


def planned(read: Read, known: Known) -> Plan:
    """Return what a workbook changes.

    Args:
        read: what it says.
        known: the rows of the campaign.

    Returns:
        The plan, with what reading told first.
    """
    making = _Making(known, read.ve, giu=read.giu)
    lines = _lines(making, read.rows)
    doubled, twice = _doubled(lines), in_two(_newcomers(lines), known.units)
    later: list[tuple[SheetRow, str]] = []
    for number, line in enumerate(lines):
        if number in doubled:
            why = problem("KD843", Place(), ai=name_in(line.rows[0]), kia=doubled[number])
            making.tell(line.rows[0].spot, why)
            continue
        if number in twice:
            making.tell(line.rows[0].spot, twice[number])
            continue
        new = None
        if line.first is not None and line.target is not None:
            new = _taken(making, line.first, line.target)
        for row in line.rows:
            if row is line.first:
                continue
            if new is not None:
                _fill(making, row, new)
            elif not isinstance(line.target, Problem) or row.khoa:
                later.append((row, line.birth))
    added = [New(each.don_vi, each.ai) for each in making.moi.values() if each.loai in _NAMES]
    for row, birth in later:
        _taken(making, row, target(row, known, birth, added))
    complete = [each for each in making.moi.values() if _is_complete(making, each)]
    told = sorted([*read.told, *making.told], key=lambda each: _order(each.spot))
    changes = tuple(making.doi.values())
    return Plan(changes, tuple(complete), _gone(making), making.giu, tuple(told), read.cot)


def _lines(making: _Making, rows: Sequence[SheetRow]) -> list[_Line]:
    """Return the lines of all sheets, each with whom it is about."""
    together: dict[tuple[str, str], list[SheetRow]] = {}
    for row in _as_meant(making, rows):
        together.setdefault((row.spot.trang, _number(row.spot)), []).append(row)
    found = []
    for its in together.values():
        birth = next(filter(None, (said_in(row, "ngay_sinh") for row in its)), "")
        first = next((row for row in its if row.loai in _NEEDED), None)
        which = target(first, making.known, birth) if first else None
        found.append(_Line(its, first, birth, which))
    return found


def _as_meant(making: _Making, rows: Sequence[SheetRow]) -> Iterator[SheetRow]:
    """Yield the rows; one that was copied with its hidden key and typed over is a new one.

    Of rows that say the same name under one key nobody can tell which is meant: all are told.
    """
    copied: dict[str, list[SheetRow]] = {}
    for row in rows:
        if row.khoa and row.khoa in making.came.copied:
            copied.setdefault(row.khoa, []).append(row)
        else:
            yield row
    for key, its in copied.items():
        went = making.came.originals.get(key, {})
        own = [row for row in its if plain(name_in(row)) == plain(went.get(named_by(row.loai), ""))]
        for row in its:
            if len(own) == 1:
                yield row if row is own[0] else replace(row, khoa="")
            else:
                why = problem("KD843", Place(), ai=name_in(row), kia="dòng khác cùng khóa ẩn")
                making.tell(row.spot, why)


def _doubled(lines: Sequence[_Line]) -> dict[int, str]:
    """Return the lines of lists that are about the same one as another line of the same sheet.

    Of two people with one name in a list, whom the data has once, nobody can tell which is meant.
    """
    same_one: dict[Hashable, list[int]] = {}
    for number, line in enumerate(lines):
        if line.first is None or line.first.khoa:
            continue
        sheet, loai = line.first.spot.trang, line.first.loai
        match line.target:
            case OwnRow(tep=tep, goc=goc) if loai in _NAMES:
                same_one.setdefault((sheet, tep, goc), []).append(number)
            case New(don_vi, ai) if loai in _NAMES:
                same_one.setdefault((sheet, don_vi, fold(ai), line.birth), []).append(number)
            case _:
                pass
    return {
        number: "dòng ô " + ", ".join(lines[n].rows[0].spot.o for n in its if n != number)
        for its in same_one.values()
        if len(its) > 1
        for number in its
    }


def _newcomers(lines: Sequence[_Line]) -> Iterator[Newcomer]:
    for number, line in enumerate(lines):
        match line.target:
            case New(don_vi, ai) if line.first is not None and line.first.loai == "ca_nhan":
                yield Newcomer(number, ai, line.birth, don_vi)
            case _:
                pass


def _taken(making: _Making, row: SheetRow, found: Target) -> int | None:
    """Take a row that is about somebody; return the number of the new item it begins."""
    match found:
        case OwnRow():
            making.met.add((found.tep, found.goc))
            if why := _is_another(making, row, found):
                making.tell(*why)
                return None
            for cot in sheets()[row.loai].cot:
                if cot.khoa in row.o and cot.khoa != UNIT:
                    _cell(making, row, found, cot, row.o[cot.khoa])
        case New() if row.loai in _NEEDED:
            number = len(making.moi)
            making.moi[number] = Added(row.spot, row.loai, found.don_vi, found.ai, {})
            _fill(making, row, number)
            return number
        case New():
            its = [number for number, each in making.moi.items()
                   if (each.don_vi, fold(each.ai)) == (found.don_vi, fold(found.ai))]  # fmt: skip
            _fill(making, row, its[-1])
        case Problem():
            making.tell(row.spot, found)
    return None


def _is_another(making: _Making, row: SheetRow, hang: OwnRow) -> tuple[Spot, Problem] | None:
    """Return why a row with the key of one is about another: then none of its cells is taken.

    So it is where somebody sorted the columns in sight and not the hidden keys beside them, or
    typed another name where only the sheet of people has names.
    """
    if not row.khoa:
        return None
    came = making.came.originals.get(row.khoa, {})
    for cot in sheets()[row.loai].cot:
        if cot.khoa not in row.o:
            continue
        spot, said = row.o[cot.khoa]
        now = hang.o.get(cot.khoa, "")
        says_whom = cot.khoa in {UNIT, "hoi_nghi", "doi_tuong"} or _is_name(row.loai, cot)
        if says_whom and plain(said) not in {plain(now), plain(came.get(cot.khoa, now))}:
            cach = _HERE.get(cot.khoa, _HERE[""])
            told = {"cot": cot.dau, "ai": hang.ai, "nay": now, "bang": said, "cach": cach}
            return spot, problem("KD837", Place(), **told)
        if cot.khoa in _NEEDED.get(row.loai, ()) and not said:
            # Who empties the cells of a line means the line, which may be more than was looked at.
            return spot, problem("KD835", Place(), cot=cot.dau)
    others = _others_called(making.known, row, hang)
    return (row.spot, problem("KD844", Place(), ai=hang.ai, ghi=name_in(row))) if others else None


def _others_called(known: Known, row: SheetRow, hang: OwnRow) -> list[OwnRow]:
    """Return whom else in the unit a person or body is called after by a row with its key."""
    name, birth = name_in(row), said_in(row, "ngay_sinh")
    if row.loai not in _NAMES or not name or same(name, hang.ai):
        return []
    return [
        each
        for each in known.named(row.loai, name, hang.don_vi)
        if (each.tep, each.goc) != (hang.tep, hang.goc)
        and (row.loai != "ca_nhan" or birth in ("", each.o["ngay_sinh"]))
    ]


def _fill(making: _Making, row: SheetRow, number: int) -> None:
    """Add the cells of a row to a new item."""
    item = making.moi[number]
    values = dict(item.o)
    for cot in sheets()[row.loai].cot:
        cell = row.o.get(cot.khoa)
        if cell is None or not cell.chu or cot.khoa == UNIT or _is_name(row.loai, cot):
            continue
        if not _fits(item.loai, cot, cell.chu):
            making.tell(cell.spot, _unfit(item.loai, cot, cell.chu))
        elif values.setdefault(cot.khoa, cell.chu) != cell.chu:
            told = {"ai": item.ai, "cot": cot.dau, "bang": cell.chu, "kia": values[cot.khoa]}
            making.tell(cell.spot, problem("KD839", Place(), truoc="dòng kia", **told))
    making.moi[number] = item._replace(o=values)


def _is_name(loai: str, cot: Cot) -> bool:
    """Return whether a column only says whom a row is about."""
    return cot.kieu == "ten" and loai not in _NAMES and loai != "ho_so"


def _cell(making: _Making, row: SheetRow, hang: OwnRow, cot: Cot, cell: Cell) -> None:
    now = hang.o.get(cot.khoa, "")
    went = went_out(making.came.originals, row.khoa, cot.khoa)
    own = went is not None  # of a sheet copied to another workbook nothing is known any more
    what = outcome(cot, cell.chu, now, went, own=own)
    if what is Outcome.SAME:
        making.giu += 1
        return
    found = _hindrance(row, cot, cell.chu)
    if found is None and what is Outcome.CLASH:
        found = problem("KD833", Place(), ai=hang.ai, cot=cot.dau, luc_xuat=went or "",
                        nay=now, bang=cell.chu)  # fmt: skip
    if found is not None:
        making.tell(cell.spot, found)
        return
    place = (hang.tep, hang.goc, cot.khoa)
    if making.known.chosen and hang.don_vi != making.known.only:
        making.tell(cell.spot, outside(making.known, hang.don_vi))
        return
    change = CellChange(cell.spot, hang, cot.khoa, cot.dau, now, cell.chu)
    first = making.doi.setdefault(place, change)
    if first is not change and not agree(cot, first.sau, cell.chu, own=own):
        kia, truoc = first.sau, f"ô {first.spot.o} trang «{first.spot.trang}»"
        told = {"ai": hang.ai, "cot": cot.dau, "bang": cell.chu, "kia": kia, "truoc": truoc}
        making.tell(cell.spot, problem("KD839", Place(), **told))


def _hindrance(row: SheetRow, cot: Cot, came: str) -> Problem | None:
    """Return why a value cannot be written."""
    if cot.khoa == UNIT or _is_name(row.loai, cot):
        return None  # says whom, as `_is_another` has seen
    if not came:
        needed = is_needed(MODELS[row.loai], cot.duong)
        return problem("KD835", Place(), cot=cot.dau) if needed else None
    if row.loai == "kiem_phieu" or _fits(row.loai, cot, came):
        return None  # of votes the reader took a count
    return _unfit(row.loai, cot, came)


def _fits(loai: str, cot: Cot, value: str) -> bool:
    if cot.khoa == reasons.COLUMN:
        return reasons.code_of(value) is not None
    return takes(MODELS[loai], cot.duong, value)


def _unfit(loai: str, cot: Cot, said: str) -> Problem:
    meant = meaning(MODELS[loai], cot.duong)
    if cot.khoa == reasons.COLUMN:
        meant = "chọn một trong: " + "; ".join(dict.fromkeys(reasons.reasons().values()))
    return problem("KD836", Place(), nhap=said, cot=cot.dau, nghia=meant)


def _is_complete(making: _Making, each: Added) -> bool:
    lacking = next((key for key in _NEEDED[each.loai] if not each.o.get(key)), None)
    if lacking is None:
        return True
    head = next(cot.dau for cot in sheets()[each.loai].cot if cot.khoa == lacking)
    making.tell(each.spot, problem("KD838", Place(), cot=head))
    return False


def _gone(making: _Making) -> tuple[OwnRow, ...]:
    """Return the items that went out and did not come back on a sheet that is still there.

    One that a row is about although its key is lost, as of a line that was typed again, is there.
    """
    came = making.came
    return tuple(
        row
        for (loai, key), row in making.known.by_key.items()
        if loai in _NEEDED
        and loai in came.trang
        and key in came.went
        and key not in came.keys
        and (row.tep, row.goc) not in making.met
        and (not making.known.chosen or row.don_vi == making.known.only)
    )


def _number(spot: Spot) -> str:
    return spot.o.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _order(spot: Spot) -> tuple[str, int, int, str]:
    number = _number(spot)
    return spot.trang, int(number or 0), len(spot.o), spot.o
