"""The lists of a campaign as rows of the workbook, each with its key and its place in the data."""

import datetime as dt
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.model import Dot
from generator.model.base import Model
from generator.model.levels import WORDS
from generator.model.meeting import HoiNghi
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.problems import DataPath
from generator.reading.units import Unit
from generator.sheets import reasons
from generator.sheets.layout import UNIT, sheets

ALL_VOTES = "Tổng số phiếu"
"""What stands for a subject in the row of a meeting's own figures."""

BETWEEN = " | "
"""Stands between the parts of a key."""


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row: the code of its sheet, its key, its unit, whom it is about, its place, its values.

    `tep` is its file, and `goc` the path of its item there; `o` holds the values by the key of
    their column, written as `rows.Cell` says, also what a person has from the unit or the campaign.
    A row of votes that is not in the data yet has the path at which it would stand.
    """

    loai: str
    khoa: str
    don_vi: str
    ai: str
    tep: Path
    goc: DataPath
    o: Mapping[str, str]


def own_rows(folder: Path, dot: Dot | None, units: Sequence[Unit]) -> list[OwnRow]:
    """Return all rows of a campaign: those of its units in order, then its deadlines.

    Args:
        folder: the campaign folder.
        dot: the campaign; its deadlines are left out if it could not be read.
        units: the units wanted.
    """
    found = [row for unit in units for row in _numbered(_of_unit(unit))]
    deadlines = (
        OwnRow("thoi_han", _key("", "thoi_han", each.viec), "", each.viec, folder / "dot.yaml",
               ("thoi_han", index), _values("thoi_han", each))
        for index, each in enumerate(dot.thoi_han if dot else ())
    )  # fmt: skip
    return [*found, *_numbered(deadlines)]


def unit_names(units: Sequence[Unit]) -> dict[str, str]:
    """Return the names of units by code."""
    return {unit.data.don_vi.ma: unit.data.don_vi.ten for unit in units}


def plain(text: str) -> str:
    """Return a text composed, with single blanks: what a cell cannot show otherwise."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def value_text(value: Any) -> str:
    """Return a value of the data as a cell says it (`rows.Cell`); «» for none."""
    match value:
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case Decimal():
            return f"{value.normalize():f}"
        case str():
            return value
        case dt.date():
            return f"{value:%d/%m/%Y}"
        case _:
            return str(value)


def subject_of(nam: DonViNam, row: DataPath) -> CaNhan | TapThe:
    """Return the person or collective at a path of the unit: («ca_nhan», 3)."""
    list_, index = str(row[0]), int(row[1])
    found: CaNhan | TapThe = getattr(nam, list_)[index]
    return found


def name_of(subject: CaNhan | TapThe) -> str:
    """Return the name of a person or collective."""
    return subject.ho_ten if isinstance(subject, CaNhan) else subject.ten


def _of_unit(unit: Unit) -> Iterator[OwnRow]:
    nam = unit.data
    head = {UNIT: nam.don_vi.ten}
    for index, person in enumerate(nam.ca_nhan):
        place, goc = _place(unit, index)
        known_by = (person.ma,) if person.ma else (person.ho_ten, value_text(person.ngay_sinh))
        for loai in ("ca_nhan", "xep_loai", "diem", "noi_cu_tru"):
            named = {} if sheets()[loai].dong == "ca_nhan" else {"ten": person.ho_ten}
            values = head | _values(loai, person) | named
            yield OwnRow(loai, _key(nam.don_vi.ma, loai, "ca_nhan", *known_by), nam.don_vi.ma,
                         person.ho_ten, place, goc, values)  # fmt: skip
    for index, body in enumerate(nam.tap_the):
        for loai in ("tap_the", "xep_loai", "diem"):
            values = head | _values(loai, body) | {"ten": body.ten}
            key = _key(nam.don_vi.ma, loai, "tap_the", body.ma or body.ten)
            yield OwnRow(loai, key, nam.don_vi.ma, body.ten, unit.file, ("tap_the", index), values)
    for index, meeting in enumerate(nam.hoi_nghi):
        yield from _votes(unit, index, meeting)
    for index, paper in enumerate(nam.ho_so):
        parts = (paper.muc, paper.ai or "", paper.van_ban or "", paper.tep or "")
        yield OwnRow("ho_so", _key(nam.don_vi.ma, "ho_so", *parts), nam.don_vi.ma, paper.muc,
                     unit.file, ("ho_so", index), head | _values("ho_so", paper))  # fmt: skip


def _votes(unit: Unit, index: int, meeting: HoiNghi) -> Iterator[OwnRow]:
    """Yield the figures of a meeting, then the votes for each of its subjects."""
    nam, count = unit.data, meeting.kiem_phieu
    shared = {UNIT: nam.don_vi.ten, "hoi_nghi": meeting.ten}
    own = f"{meeting.ten}{BETWEEN}{value_text(meeting.ngay)}"
    at: DataPath = ("hoi_nghi", index, "kiem_phieu")
    figures = ("phat_ra", "thu_ve", "hop_le", "khong_hop_le")
    all_votes = {key: value_text(getattr(count, key)) if count else "" for key in figures}
    yield OwnRow("kiem_phieu", _key(nam.don_vi.ma, "kiem_phieu", own), nam.don_vi.ma, meeting.ten,
                 unit.file, at, shared | {"doi_tuong": ALL_VOTES} | all_votes)  # fmt: skip
    there = [each.doi_tuong for each in count.ket_qua] if count else []
    missing = [name for name in _voted_on(nam, meeting) if name not in there]
    for number, name in enumerate([*there, *missing]):
        votes = count.ket_qua[number].phieu if count and number < len(there) else {}
        values = {f"phieu.{level}": value_text(votes.get(level)) for level in WORDS}
        yield OwnRow("kiem_phieu", _key(nam.don_vi.ma, "kiem_phieu", own, name), nam.don_vi.ma,
                     name, unit.file, (*at, "ket_qua", number),
                     shared | {"doi_tuong": name} | values)  # fmt: skip


def _voted_on(nam: DonViNam, meeting: HoiNghi) -> list[str]:
    """Return whom a meeting votes on: those it names, else all of the unit it reviews."""
    if meeting.doi_tuong:
        return list(meeting.doi_tuong)
    bodies = [each.ten for each in nam.tap_the] if meeting.noi_dung != "ca_nhan" else []
    people = [each.ho_ten for each in nam.ca_nhan] if meeting.noi_dung != "tap_the" else []
    return [*bodies, *people]


def _place(unit: Unit, index: int) -> tuple[Path, DataPath]:
    own = unit.persons.get(index)
    return (own, ()) if own else (unit.file, ("ca_nhan", index))


def _values(loai: str, item: Model) -> dict[str, str]:
    paths = [each.khoa for each in sheets()[loai].cot if each.dau and each.khoa != UNIT]
    found = {path: _at(item, path) for path in paths}
    return found | {path: reasons.in_words(found[path]) for path in paths if path == reasons.COLUMN}


def _at(item: Any, path: str) -> str:
    for step in path.split("."):
        item = getattr(item, step, None)
    return value_text(item)


def _key(*parts: str) -> str:
    """Return a key as a cell gives it back: composed, with single blanks, none at its ends."""
    return BETWEEN.join(filter(None, map(plain, parts)))


def _numbered(rows: Iterator[OwnRow]) -> Iterator[OwnRow]:
    """Give rows with the same key, as of namesakes, a number behind it."""
    seen: Counter[str] = Counter()
    for each in rows:
        seen[each.khoa] += 1
        if seen[each.khoa] == 1:
            yield each
        else:
            yield OwnRow(each.loai, f"{each.khoa}{BETWEEN}{seen[each.khoa]}", each.don_vi,
                         each.ai, each.tep, each.goc, each.o)  # fmt: skip
