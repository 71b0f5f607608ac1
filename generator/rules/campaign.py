"""Rating rules across units: caps of groups, heads rated in other units, persons left out."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from generator.model.base import Model
from generator.model.birth import may_be_same
from generator.model.unit import CaNhan, DonVi, TapThe
from generator.problems import Place, Problem, problem
from generator.regulations.che_do import CheDo
from generator.rules.cap import UNDECIDED, check_group
from generator.rules.discipline import limited_by
from generator.rules.found import finding
from generator.rules.heads import is_above
from generator.rules.meetings import Cap, reviews
from generator.rules.subjects import Subject, latest, takes_part
from generator.wording.compare import fold, same
from generator.wording.dates import short_date

_BELOW = (*UNDECIDED, "chi_bo_co_so", "dang_bo_co_so")
"""Units whose collectives the committee above rates (HD 43, mục 3)."""
_RATED_ABOVE = {"cap_uy": "cấp ủy", "to_chuc_dang": "tổ chức đảng"}
"""Collectives that are of one kind in all of them, with their words for messages."""


class CuocHop(Model):
    """The few facts of a meeting on which the order of reviews depends (`HoiNghi`)."""

    cap: Cap
    noi_dung: str
    doi_tuong: tuple[str, ...] = ()
    ngay: dt.date


@dataclass(frozen=True, slots=True)
class Member:
    """A collective or person of a unit; `subject.path` is its path in the unit's file `tep`.

    `noi_troi` is true when the unit's outstanding results are recognised; `hop` are its meetings.
    """

    don_vi: DonVi
    noi_troi: bool
    tep: str
    subject: Subject
    hop: tuple[CuocHop, ...] = ()


def compared(members: Callable[[], Iterable[Member]]) -> list[Member]:
    """Return the members that `check_campaign` may compare with those of other units, in order.

    Most it need not: a collective whose group is of one unit and whose members its unit lists, and
    a person whom no other collective names, whose name is borne at one level alone and whose group
    is of one unit. Only the others are held at once.

    Args:
        members: yields the collectives and persons of all units, one unit after the other, anew at
            each call.
    """
    wanted: set[int] = set()
    levels: dict[int, str] = {}
    units: dict[tuple[bool, str], str] = {}
    shared: set[tuple[bool, str]] = set()
    for unit in _by_unit(members()):
        for each in unit:
            data = each.subject.data
            if isinstance(data, CaNhan) and data.ngay_sinh and data.xep_loai.quyet_dinh:
                level = fold(data.xep_loai.quyet_dinh)
                if levels.setdefault(_name(data.ho_ten), level) != level:
                    wanted.add(_name(data.ho_ten))
            group = _key_of_group(each)
            if group and units.setdefault(group, each.don_vi.ma) != each.don_vi.ma:
                shared.add(group)
        wanted.update(name for _, names in _beyond(unit) for name in names)

    def is_wanted(each: Member) -> bool:
        person = isinstance(each.subject.data, CaNhan)
        return (person and _name(each.subject.ten) in wanted) or _key_of_group(each) in shared

    held: list[Member] = []
    for unit in _by_unit(members()):
        beyond = {id(each) for each, _ in _beyond(unit)}
        held += [
            each if id(each) in beyond else _alone(each)
            for each in unit
            if id(each) in beyond or is_wanted(each)
        ]
    return held


def _alone(each: Member) -> Member:
    """Return a collective without its members, which its own unit lists; a person unchanged."""
    data = each.subject.data
    if isinstance(data, CaNhan):
        return each
    without = data.model_copy(update={"thanh_vien": ()})
    return replace(each, subject=each.subject._replace(data=without))


def _by_unit(members: Iterable[Member]) -> Iterator[list[Member]]:
    return (list(unit) for _, unit in groupby(members, key=lambda each: each.don_vi.ma))


def _name(ten: str) -> int:
    """Return what stands for a name: those of a province are many; one too many may be held."""
    return hash(fold(ten))


def _beyond(unit: Iterable[Member]) -> Iterator[tuple[Member, set[int]]]:
    """Yield the collectives with a member whom the unit does not list, each with those names."""
    people = [each for each in unit if isinstance(each.subject.data, CaNhan)]
    own = {_name(each.subject.ten) for each in people}
    for each in unit:
        data = each.subject.data
        if isinstance(data, TapThe):
            names = {_name(one.ho_ten) for one in data.thanh_vien}
            if not names <= own:
                yield each, names


def check_campaign(
    members: Sequence[Member], che_do: CheDo, nam: int, *, complete: bool = True
) -> list[Problem]:
    """Check the rules that need the data of several units.

    Args:
        members: the collectives and persons of all units, or those of them that are `compared`.
        che_do: the regime of the review year.
        nam: the review year.
        complete: whether every unit was read; if not, nobody is reported as left out, as they may
            be in an unread unit.

    Returns:
        The problems, with file and path: a group of several units above the cap (R07), a head rated
        above a collective of another unit (R06), a collective with a member of another unit who was
        disciplined (R08), a leader whom a collective of another unit reviewed before the chi bộ did
        (R12), a person with two different decided levels
        (KD718), a member of a collective who is listed in no unit and so is neither rated nor
        excluded (KD719; QĐ 366 Điều 3: a person who is reviewed must be rated).
    """
    rules = {code for code, rule in che_do.quy_tac.items() if rule.muc_do != "khong"}
    people = [each for each in members if isinstance(each.subject.data, CaNhan)]
    by_name: dict[str, list[Member]] = {}
    for each in people:
        by_name.setdefault(fold(each.subject.ten), []).append(each)
    found: list[Problem] = []
    if "R07" in rules:
        found += _caps(members, che_do)
    if "R06" in rules and che_do.dung_dau_khong_cao_hon.gia_tri:
        found += _heads(members, by_name, che_do)
    if "R08" in rules:
        found += _disciplined(members, by_name, che_do, nam)
    if "R12" in rules:
        found += _chi_bo_first(members, by_name, che_do)
    if "R09" in rules:
        found += [*_two_levels(people), *(_missed(members, by_name) if complete else ())]
    return found


def _at(member: Member, found: Problem) -> Problem:
    return found.at(Place(file=member.tep, path=found.place.path))


def _caps(members: Sequence[Member], che_do: CheDo) -> Iterator[Problem]:
    groups: dict[tuple[bool, str], list[int]] = {}
    for index, member in enumerate(members):
        if group := _key_of_group(member):
            groups.setdefault(group, []).append(index)
    for indexes in groups.values():
        inside = [members[index] for index in indexes]
        if len({each.don_vi.ma for each in inside}) == 1:  # R07 of the unit checks it
            continue
        # The index at the start of the path identifies the member of a finding.
        subjects = [
            each.subject._replace(path=(index, *each.subject.path))
            for index, each in zip(indexes, inside, strict=True)
        ]
        outstanding = all(each.noi_troi for each in inside)
        # Which persons, which collectives are alike, the committee that decides says.
        guessed = isinstance(inside[0].subject.data, TapThe) and not inside[0].subject.data.nhom
        named = _group(inside[0])
        for found in check_group(che_do, named, subjects, outstanding, doubtful=guessed):
            which, *path = found.place.path
            yield _at(members[int(which)], found.at(Place(path=tuple(path))))


def _key_of_group(member: Member) -> tuple[bool, str] | None:
    name = _group(member)
    return (isinstance(member.subject.data, CaNhan), fold(name)) if name else None


def _group(member: Member) -> str:
    """Return the group in which a subject is counted; empty if only its own unit counts it.

    Those whose level the committee above decides are counted with the other units of that committee
    (note §4.5): persons of a unit that only proposes levels, committees and Party organisations of
    every unit below it. Where all of them together keep no cap, no division into groups does
    either, if shares are rounded down.
    """
    unit, data = member.don_vi, member.subject.data
    above = unit.cap_uy_cap_tren or unit.cap_tren
    if data.nhom:
        return data.nhom
    if isinstance(data, CaNhan):
        return f"đảng viên thuộc {above}" if unit.loai in UNDECIDED else ""
    group = _RATED_ABOVE.get(data.vai_tro) if unit.loai in _BELOW else None
    return f"{group} thuộc {above}" if group else ""


def _heads(
    members: Sequence[Member], by_name: Mapping[str, list[Member]], che_do: CheDo
) -> Iterator[Problem]:
    for collective in members:
        data = collective.subject.data
        theirs = latest(data.xep_loai)
        if not isinstance(data, TapThe) or theirs is None:
            continue
        for name in (each.ho_ten for each in data.thanh_vien if each.dung_dau):
            for head in _elsewhere(by_name, name, collective):
                mine = latest(head.subject.data.xep_loai)
                if mine and is_above(che_do, mine[1], theirs[1]):
                    path = (*head.subject.path, "xep_loai", mine[0])
                    yield _at(
                        head,
                        finding(
                            che_do,
                            "R06",
                            "KD413",
                            path,
                            che_do.dung_dau_khong_cao_hon,
                            ai=head.subject.ten,
                            muc=mine[1],
                            tap_the=collective.subject.ten,
                            muc_tap_the=theirs[1],
                        ),
                    )


def _disciplined(
    members: Sequence[Member], by_name: Mapping[str, list[Member]], che_do: CheDo, nam: int
) -> Iterator[Problem]:
    for collective in members:
        data = collective.subject.data
        for each in data.thanh_vien if isinstance(data, TapThe) else ():
            for person in _elsewhere(by_name, each.ho_ten, collective):
                for found in limited_by(che_do, collective.subject, person.subject, nam):
                    yield _at(collective, found)


def _chi_bo_first(
    members: Sequence[Member], by_name: Mapping[str, list[Member]], che_do: CheDo
) -> Iterator[Problem]:
    """Tell leaders whose chi bộ met after the collective of another unit had reviewed them."""
    for collective in members:
        data = collective.subject.data
        for each in data.thanh_vien if isinstance(data, TapThe) else ():
            for person in _elsewhere(by_name, each.ho_ten, collective):
                below = _first(person.hop, "chi_bo", person.subject)
                above = _first(collective.hop, "tap_the_lanh_dao", person.subject)
                if not (below and above and above < below and _leads(che_do, person)):
                    continue
                late = finding(
                    che_do,
                    "R12",
                    "KD433",
                    (*person.subject.path, "ho_ten"),
                    ai=person.subject.ten,
                    ngay=short_date(above),
                    ngay_chi_bo=short_date(below),
                )
                yield _at(person, late)


def _leads(che_do: CheDo, person: Member) -> bool:
    who = person.subject.data
    return isinstance(who, CaNhan) and who.vai_tro == "lanh_dao" and takes_part(che_do, who)


def _first(held: Iterable[CuocHop], cap: Cap, person: Subject) -> dt.date | None:
    days = [each.ngay for each in held if each.cap == cap and reviews(each, person)]
    return min(days, default=None)


def _elsewhere(by_name: Mapping[str, list[Member]], name: str, collective: Member) -> list[Member]:
    """Return the person of another unit with a name; empty if several match or the unit has one."""
    found = by_name.get(fold(name), [])
    own = any(each.don_vi.ma == collective.don_vi.ma for each in found)
    return found if len(found) == 1 and not own else []


def _two_levels(people: Sequence[Member]) -> Iterator[Problem]:
    """Report different levels of a person in several units: same name and date of birth."""
    by_person: dict[str, list[Member]] = {}
    for each in people:
        data = each.subject.data
        if isinstance(data, CaNhan) and data.ngay_sinh and data.xep_loai.quyet_dinh:
            by_person.setdefault(fold(each.subject.ten), []).append(each)
    for same_person in by_person.values():
        for first, second in combinations(same_person, 2):
            level = second.subject.data.xep_loai.quyet_dinh or ""
            other = first.subject.data.xep_loai.quyet_dinh or ""
            alike = _born_alike(first.subject.data, second.subject.data)
            if alike and first.don_vi.ma != second.don_vi.ma and not same(level, other):
                path = (*second.subject.path, "xep_loai", "quyet_dinh")
                yield _at(
                    second,
                    problem(
                        "KD718",
                        Place(path=path),
                        ai=second.subject.ten,
                        muc=level,
                        muc_kia=other,
                        don_vi_kia=first.don_vi.ten,
                    ),
                )


def _born_alike(one: TapThe | CaNhan, other: TapThe | CaNhan) -> bool:
    if not isinstance(one, CaNhan) or not isinstance(other, CaNhan):
        return False
    born, also = one.ngay_sinh, other.ngay_sinh
    return born is not None and also is not None and may_be_same(born, also)


def _missed(members: Sequence[Member], by_name: Mapping[str, list[Member]]) -> Iterator[Problem]:
    for collective in members:
        data = collective.subject.data
        if not isinstance(data, TapThe) or data.thanh_lap_moi:
            continue
        for index, each in enumerate(data.thanh_vien):
            if fold(each.ho_ten) not in by_name:
                path = (*collective.subject.path, "thanh_vien", index)
                yield _at(
                    collective,
                    problem(
                        "KD719", Place(path=path), ai=each.ho_ten, tap_the=collective.subject.ten
                    ),
                )
