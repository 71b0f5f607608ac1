"""Finds whom a row of a workbook is about: by its key, else by unit, name and day of birth."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model.birth import may_be_same, read_birth
from generator.problems import Place, Problem, problem
from generator.reading.suggest import nearest
from generator.sheets.layout import UNIT, sheets
from generator.sheets.own_rows import ALL_VOTES, BETWEEN, OwnRow
from generator.sheets.persons import unit_name
from generator.sheets.rows import SheetRow
from generator.sheets.two_units import Newcomer, of_another
from generator.wording.compare import fold

_CHI_BO = fold("chi bộ")
_ABOVE = re.compile(
    r"\s*(?:[,;(]|\s[-–—]\s)\s*(?:trực thuộc\s+|thuộc\s+)?(?:đảng bộ|đảng ủy)\s.*$", re.IGNORECASE
)
_SHORT = {fold("cb"): _CHI_BO, fold("đb"): fold("đảng bộ"), fold("đu"): fold("đảng ủy")}


def in_full(unit: str) -> str:
    """Return the folded name of a unit with its first word written out: «cb thôn đông»."""
    first, _, rest = unit.partition(" ")
    return f"{_SHORT[first]} {rest}" if first in _SHORT and rest else unit


class New(NamedTuple):
    """A row about somebody or something that the data has not yet; `don_vi` is a code."""

    don_vi: str
    ai: str


Target = OwnRow | New | Problem
"""Whom a row is about; a problem where that is not certain."""

_LISTS = frozenset({"ca_nhan", "tap_the", "ho_so", "thoi_han"})
"""Sheets on which a new row is a new item."""


@dataclass(frozen=True, slots=True)
class Known:
    """All rows of a campaign, to be found again: by key, by name, people by unit and birth.

    `names` are those of a sheet by unit; `only` is the unit of rows that name none, `chosen`
    whether a clerk said so: then rows below the name of a unit that the campaign has not are of it
    too. `renamed` are those whose key is no longer theirs, as an earlier import of the same
    workbook changed their name, by what all their keys have in common.
    """

    by_key: Mapping[tuple[str, str], OwnRow]
    by_name: Mapping[tuple[str, str], Sequence[OwnRow]]
    by_birth: Mapping[tuple[str, str], Sequence[OwnRow]]
    names: Mapping[tuple[str, str], Sequence[str]]
    units: Mapping[str, str]
    only: str = ""
    chosen: bool = False
    renamed: dict[str, OwnRow] = field(default_factory=dict)

    def named(self, loai: str, name: str, unit: str) -> list[OwnRow]:
        """Return the rows of a sheet about a name; `unit` is a code, «» for all units."""
        found = self.by_name.get((loai, fold(name)), ())
        return [each for each in found if unit in ("", each.don_vi)]


def known(rows: Iterable[OwnRow], units: Mapping[str, str], only: str = "") -> Known:
    """Return the rows of a campaign to find again.

    Args:
        rows: its rows.
        units: names by code.
        only: the code of the unit that rows without a unit are about; «» if they may be of any.
    """
    rows = list(rows)
    by_name: dict[tuple[str, str], list[OwnRow]] = defaultdict(list)
    by_birth: dict[tuple[str, str], list[OwnRow]] = defaultdict(list)
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in rows:
        by_name[each.loai, fold(_name(each))].append(each)
        names[each.loai, each.don_vi].append(_name(each))
        if each.loai == "ca_nhan" and each.o.get("ngay_sinh"):
            by_birth[each.don_vi, each.o["ngay_sinh"]].append(each)
    chosen = bool(only)
    only = only or (next(iter(units)) if len(units) == 1 else "")
    by_key = {(each.loai, each.khoa): each for each in rows}
    return Known(by_key, by_name, by_birth, names, units, only, chosen)


def identity(row: SheetRow) -> str:
    """Return what the keys of a person or body have in common on all sheets."""
    return row.khoa.replace(f"{BETWEEN}{row.loai}{BETWEEN}", BETWEEN, 1)


def target(row: SheetRow, found: Known, birth: str = "", new: Iterable[New] = ()) -> Target:
    """Return whom a row is about.

    Args:
        row: the row.
        found: the rows of the campaign.
        birth: the day of birth that the same line of the list says; «» if none.
        new: the people and collectives that the workbook adds.
    """
    if row.khoa:
        return _by_key(row, found, birth)
    if row.loai == "thoi_han":
        its = found.named("thoi_han", said_in(row, "viec"), "")
        return its[0] if its else New("", said_in(row, "viec"))
    name = said_in(row, named_by(row.loai))
    unit = _unit(row, found, name)
    if isinstance(unit, Problem):
        return unit
    if row.loai == "kiem_phieu":
        return _votes(row, found, unit, name)
    if row.loai == "ho_so":
        return _paper(row, found, unit)
    its = [each for each in found.named(row.loai, name, unit) if _born(each, found, birth)]
    if len(its) == 1:
        return its[0]
    if its:
        return problem("KD830", Place(), ai=name, so=len(its), cac=_listed(its, found))
    if row.loai in _LISTS:
        return (
            _namesake(row, found, unit, name, birth)
            or _of_another(row, found, unit, name, birth)
            or _nearly(row, found, unit, name, birth)
            or New(unit, name)
        )
    added = [each for each in new if each.don_vi == unit and fold(each.ai) == fold(name)]
    if len(added) > 1:
        cac = f"{len(added)} người mới cùng tên ở bảng này"
        return problem("KD830", Place(), ai=name, so=len(added), cac=cac)
    return added[0] if added else _nobody(row.loai, found, unit, name)


def _by_key(row: SheetRow, found: Known, birth: str) -> Target:
    """Find a row by its key; by its name only where it is certain that the same one is meant.

    An earlier import of the same workbook may have changed the name of a person: then the data has
    the new name with the day of birth that the row says. A namesake is never taken for the one who
    is gone.
    """
    own = found.by_key.get((row.loai, row.khoa))
    if own is not None:
        return own
    name = said_in(row, named_by(row.loai))
    lost = problem("KD834", Place(), ai=name or row.khoa)
    if now := found.renamed.get(identity(row)):
        its = [each for each in found.named(row.loai, now.ai, now.don_vi)
               if (each.tep, each.goc) == (now.tep, now.goc)]  # fmt: skip
        return its[0] if len(its) == 1 else lost
    unit = unit_code(said_in(row, UNIT), found.units)
    if row.loai not in _LISTS or unit is None:
        return lost
    its = [each for each in found.named(row.loai, name, unit)
           if row.loai != "ca_nhan" or (birth and each.o["ngay_sinh"] == birth)]  # fmt: skip
    if len(its) != 1:
        return lost
    found.renamed[identity(row)] = its[0]
    return its[0]


def unit_code(name: str, units: Mapping[str, str]) -> str | None:
    """Return the code of the unit with this name or code; None if there is none, or two.

    «CB thôn Đông», «Thôn Đông» are «Chi bộ thôn Đông» where no other unit may be meant; so is the
    name with the committee above it: «Chi bộ thôn Đông, Đảng bộ xã Lộc Hà».
    """
    for wanted in dict.fromkeys((fold(name), fold(_ABOVE.sub("", name)))):
        codes = [code for code, own in units.items() if wanted in (fold(code), fold(own))]
        if not codes and wanted:
            whole = {in_full(wanted), f"{_CHI_BO} {wanted}"}
            codes = [code for code, own in units.items() if fold(own) in whole]
        if codes:
            return codes[0] if len(codes) == 1 else None
    return None


def _unit(row: SheetRow, found: Known, name: str) -> str | Problem:
    said = said_in(row, UNIT)
    if said:
        code = unit_code(said, found.units)
        if code is not None:
            return _elsewhere(row, found, code) or code
        if found.chosen:
            return found.only
        twice = [code for code, own in found.units.items() if fold(own) == fold(said)]
        if twice:
            codes = ", ".join(f"«{each}»" for each in twice)
            why = f"đợt có {len(twice)} đơn vị cùng tên «{said}»; ghi mã: {codes}"
            return problem("KD831", Place(), vi_sao=why)
        near = nearest(said, found.units.values())
        hint = f"; có phải là «{near}»?" if near else ""
        return problem("KD831", Place(), vi_sao=f"đợt không có đơn vị «{said}»{hint}")
    sheet = unit_code(unit_name(row.spot.trang), found.units)
    if sheet is not None:
        return outside(found, sheet) if found.chosen and sheet != found.only else sheet
    if found.only:
        return found.only
    homes = {each.don_vi for each in found.named(row.loai, name, "")}
    if len(homes) == 1:
        return homes.pop()
    return problem("KD831", Place(), vi_sao=f"dòng «{name}» không ghi đơn vị")


def _elsewhere(row: SheetRow, found: Known, code: str) -> Problem | None:
    """Return why a row of a unit is not taken: another was chosen, or the sheet is of another."""
    if found.chosen and code != found.only:
        return outside(found, code)
    sheet = unit_code(unit_name(row.spot.trang), found.units)
    if sheet in (None, code):
        return None
    ten = found.units[code]
    return problem("KD860", Place(), trang=row.spot.trang, don_vi=ten)


def outside(found: Known, code: str) -> Problem:
    """Return that a row is of another unit than the one chosen."""
    ten = found.units.get(code) or "cả đợt"
    return problem("KD859", Place(), don_vi=ten, chon=found.units[found.only])


def _votes(row: SheetRow, found: Known, unit: str, name: str) -> Target:
    """Find the votes for a subject: at the meeting that the row names, or the only one."""
    meeting = fold(said_in(row, "hoi_nghi"))
    its = [each for each in found.named("kiem_phieu", name or ALL_VOTES, unit)
           if meeting in ("", fold(each.o["hoi_nghi"]))]  # fmt: skip
    if len(its) == 1:
        return its[0]
    if its:
        cac = "; ".join(each.o["hoi_nghi"] for each in its)
        return problem("KD830", Place(), ai=name, so=len(its), cac=cac)
    return _nobody("kiem_phieu", found, unit, name)


def _paper(row: SheetRow, found: Known, unit: str) -> Target:
    own = [said_in(row, key) for key in ("ai", "van_ban", "tep")]
    its = [
        each
        for each in found.named("ho_so", said_in(row, "muc"), unit)
        if [each.o[key] for key in ("ai", "van_ban", "tep")] == own
    ]
    return its[0] if its else New(unit, said_in(row, "muc"))


def _namesake(row: SheetRow, found: Known, unit: str, name: str, birth: str) -> Problem | None:
    """Ask about somebody of whom the unit has the name with another day of birth.

    A day typed wrong and a second person of the name look the same: only a clerk knows.
    """
    its = found.named("ca_nhan", name, unit) if row.loai == "ca_nhan" else []
    if not its:
        return None
    return problem("KD856", Place(), ai=name, sinh=birth, cac=_listed(its, found))


def _of_another(row: SheetRow, found: Known, unit: str, name: str, birth: str) -> Problem | None:
    its = found.named("ca_nhan", name, "") if row.loai == "ca_nhan" else ()
    there = [each.don_vi for each in its if birth and each.o["ngay_sinh"] == birth]
    return of_another(Newcomer(0, name, birth, unit), there, found.units)


def _nearly(row: SheetRow, found: Known, unit: str, name: str, birth: str) -> Problem | None:
    """Ask about a new person who was born on the day of somebody with nearly the same name."""
    if row.loai != "ca_nhan" or birth.count("/") < 2:
        return None
    born = found.by_birth.get((unit, birth), ())
    like = [each for each in born if _is_like(name, each.ai)]
    if not like:
        return None
    return problem("KD830", Place(), ai=name, so=len(like), cac=_listed(like, found))


def _is_like(one: str, other: str) -> bool:
    """Return whether two names may be one that was typed otherwise: no accents, a note behind."""
    bare = [_unaccented(each).split() for each in (one, other)]
    short, long = sorted(bare, key=len)
    return long[: len(short)] == short or bool(nearest(one, [other]))


def _unaccented(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(each for each in letters if not unicodedata.combining(each))


def _nobody(loai: str, found: Known, unit: str, name: str) -> Problem:
    near = nearest(name, found.names.get((loai, unit), ()))
    gan = f"; có phải là «{near}»?" if near else ""
    return problem("KD832", Place(), don_vi=found.units.get(unit, unit), ai=name, gan=gan)


def _born(row: OwnRow, found: Known, birth: str) -> bool:
    """Return whether a row may be about somebody born on a day; one whose day is unknown may."""
    if not birth or row.loai == "tap_the":
        return True
    people = (each for each in found.named("ca_nhan", row.ai, row.don_vi)
              if (each.tep, each.goc) == (row.tep, row.goc))  # fmt: skip
    own = next((each.o["ngay_sinh"] for each in people), "")
    try:
        return not own or may_be_same(read_birth(birth), read_birth(own))
    except ValueError:
        return False


def _listed(rows: Sequence[OwnRow], found: Known) -> str:
    return "; ".join(
        f"{each.ai}, {each.o.get('ngay_sinh') or 'chưa ghi ngày sinh'}, {found.units[each.don_vi]}"
        for each in rows
    )


def _name(row: OwnRow) -> str:
    return row.o.get(named_by(row.loai), "")


def said_in(row: SheetRow, column: str) -> str:
    """Return what a row says in a column; «» if nothing was taken of it."""
    return row.o[column].chu if column in row.o else ""


def name_in(row: SheetRow) -> str:
    """Return whom, or what, a row says it is about."""
    return said_in(row, named_by(row.loai))


def named_by(loai: str) -> str:
    """Return the column that says whom, or what, a row of a sheet is about."""
    if loai in {"ho_so", "thoi_han", "tap_the"}:
        return {"ho_so": "muc", "thoi_han": "viec", "tap_the": "ten"}[loai]
    return next(cot.khoa for cot in sheets()[loai].cot if cot.kieu == "ten")
