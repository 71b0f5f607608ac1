"""Sets aside people of another office's list who may not be of this campaign.

A list of another committee's people is not read; one of another year, and somebody born too late to
be a member of the Party, add nobody. Whoever knows better chooses the sheet by its name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.model import Dot
from generator.model.birth import read_birth
from generator.problems import Place, Problem, problem
from generator.reading.units import Unit
from generator.rules.date_order import ADULT
from generator.sheets.change_plan import Added, CellChange, Plan
from generator.sheets.over import over
from generator.sheets.persons import plain
from generator.sheets.rows import Read, Spot, Told
from generator.wording.compare import fold


def _any(*words: str) -> str:
    return "|".join(map(fold, words))


_COMMITTEES = _any("tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy")
_BODY = re.compile(
    rf"(?:(?:{_any('ban chấp hành', 'ban thường vụ', 'bch', 'btv')}) )?"
    rf"(?:(?:{_any('đảng bộ', 'đảng ủy')}) |(?=(?:{_COMMITTEES}) ))(?P<ten>.+)"
)
"""A committee, in the form of `persons.plain`."""

_ABOVE = re.compile(
    rf"(?:{_COMMITTEES}|{_any('tỉnh', 'thành phố', 'tp', 'huyện', 'quận', 'thị xã', 'khối')}) "
)
_KINDS = re.compile(
    rf"(?:{_COMMITTEES}|{_any('tỉnh', 'thành phố', 'tp', 'huyện', 'quận', 'thị xã')}"
    rf"|{_any('thị trấn', 'đặc khu', 'xã', 'phường', 'cơ sở')}) "
)
_LONGEST = 12
"""Words of a line that may be a letterhead."""


def set_aside(read: Read, dot: Dot | None, units: Sequence[Unit]) -> Read:
    """Return what was read without the sheets that bear the letterhead of another committee."""
    known = {core for name in _names(dot, units) if (core := _core(name))}
    foreign = {
        sheet: line
        for sheet, lines in read.tren.items()
        if (line := _of_others(lines, known)) and any(row.spot.trang == sheet for row in read.rows)
    }
    if not foreign or dot is None:
        return read
    told = [
        Told(
            _first(read, sheet),
            problem("KD864", Place(), ten=sheet, dong=line, nha=dot.co_quan.ten),
        )
        for sheet, line in foreign.items()
    ]
    rows = tuple(row for row in read.rows if row.spot.trang not in foreign)
    kept = tuple(each for each in read.told if each.spot.trang not in foreign)
    return replace(read, rows=rows, told=(*kept, *told))


def without_doubtful(plan: Plan, read: Read, nam: int) -> Plan:
    """Return a plan without those whom a list of another year adds, and without impossible births.

    Args:
        plan: the plan.
        read: what the workbook says.
        nam: the year of the campaign.
    """
    every: list[Added | CellChange] = [*plan.moi, *plan.doi]
    born = {id(each): why for each in every if (why := _impossible(each, nam))}
    told = [Told(each.spot, born[id(each)]) for each in every if id(each) in born]
    left = [each for each in plan.moi if id(each) not in born]
    years = {sheet: line for sheet in read.tren if (line := _year_over(read, sheet, nam))}
    old: dict[str, list[Added]] = defaultdict(list)
    for each in left:
        if each.loai == "ca_nhan" and each.spot.trang in years:
            old[each.spot.trang].append(each)
    for sheet, its in old.items():
        why = problem("KD866", Place(), ten=sheet, dong=years[sheet], nam=nam, so=len(its))
        told.append(Told(its[0].spot, why))
    gone = {id(each) for its in old.values() for each in its}
    return replace(
        plan,
        moi=tuple(each for each in left if id(each) not in gone),
        doi=tuple(each for each in plan.doi if id(each) not in born),
        told=(*plan.told, *told),
    )


def _names(dot: Dot | None, units: Iterable[Unit]) -> Iterator[str]:
    if dot is not None:
        yield from filter(None, (dot.co_quan.ten, dot.co_quan.cap_tren))
    for unit in units:
        own = unit.data.don_vi
        yield from filter(None, (own.ten, own.cap_tren, own.cap_uy, own.cap_uy_cap_tren))


def _core(name: str) -> str:
    """Return what tells a committee from others of its kind: «lộc hà» of «Đảng ủy xã Lộc Hà»."""
    found = _BODY.fullmatch(plain(name))
    if found is None:
        return ""
    kind = _KINDS.match(found["ten"])
    return found["ten"][kind.end() if kind else 0 :].strip()


def _of_others(lines: Iterable[str], known: Iterable[str]) -> str:
    """Return the letterhead of a committee that nothing here is of; «» if there is none.

    A province above the committee says nothing of the committee; alone it must be the one known.
    """
    heads = [(line, core) for line in lines if _is_head(line) and (core := _core(line))]
    lowest = [each for each in heads if not _is_above(each[0])] or heads
    if not lowest or any(_is_known(core, known) for _, core in lowest):
        return ""
    return " ".join(lowest[-1][0].split())


def _is_head(line: str) -> bool:
    return ":" not in line and "…" not in line and len(line.split()) <= _LONGEST


def _is_above(line: str) -> bool:
    found = _BODY.fullmatch(plain(line))
    return bool(found and _ABOVE.match(found["ten"]))


def _is_known(core: str, known: Iterable[str]) -> bool:
    return any(f"{core} ".startswith(f"{each} ") or f"{each} ".startswith(f"{core} ")
               for each in known)  # fmt: skip


def _first(read: Read, sheet: str) -> Spot:
    return next(row.spot for row in read.rows if row.spot.trang == sheet)


def _year_over(read: Read, sheet: str, nam: int) -> str:
    """Return the line by which a list is of another year; «» if it is not."""
    said = over(read.tren[sheet], sheet)
    return " ".join(said.of_year.split()) if said.years and str(nam) not in said.years else ""


def _impossible(each: Added | CellChange, nam: int) -> Problem | None:
    """Return why a birth cannot be that of a member in a year; None for any other value."""
    match each:
        case Added(loai="ca_nhan") if each.o.get("dang_vien") != "không":
            who, said = each.ai, each.o.get("ngay_sinh", "")
        case CellChange(khoa="ngay_sinh"):
            who, said = each.hang.ai, each.sau
        case _:
            return None
    if not said or not nam or nam - read_birth(said).nam >= ADULT:
        return None
    return problem("KD865", Place(), ai=who, sinh=said, nam=nam, tuoi=ADULT)
