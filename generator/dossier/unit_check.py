"""Checks the dossier of one unit: required documents, evidence, verdicts."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.building.state import Record
from generator.checklists.checks import check_features
from generator.checklists.items import Item, items
from generator.checklists.required import Asking
from generator.dossier.ahead import own_ahead
from generator.dossier.built import Built, Shelf, built_documents
from generator.dossier.handed_in import recorded
from generator.dossier.looking import Case, Follow, Memory, nobody
from generator.dossier.proofs import UnitCase, outdone, proofs_of, with_names
from generator.dossier.results import NOBODY, UnitResult, Verdict
from generator.dossier.verdict import verdict
from generator.engine.archive import is_whole
from generator.model import Dot
from generator.model.checklist import DanhMuc
from generator.model.unit import DonViNam
from generator.model.verdict import Ket
from generator.opening.pool import Crew
from generator.papers.at_work import UnitAtWork, open_unit
from generator.papers.templates import Templates
from generator.problems import Place, Problem, problem
from generator.reading.acknowledged import acknowledged, unit_scopes
from generator.reading.units import UnitSource, located_in, unit_head
from generator.regulations.che_do import CheDo
from generator.regulations.in_force import regime_of
from generator.rules.members import Members, members_of
from generator.wording.dates import short_date


@dataclass(frozen=True, slots=True)
class Standard:
    """What all units of a campaign are checked against; `ngay` is the date of the check.

    Picklable for other processes; the regime is therefore looked up, not stored.
    """

    campaign: Path
    dot: Dot
    danh_muc: DanhMuc
    items: tuple[Item, ...]
    ngay: dt.date
    templates: Templates

    @property
    def asking(self) -> Asking:
        """What its checklist asks."""
        return Asking(self.items, self.danh_muc.dac_diem)

    @property
    def che_do(self) -> CheDo:
        """The regime of the campaign's review year."""
        return regime_of(self.dot)[0]


@dataclass(frozen=True, slots=True)
class UnitPlace:
    """The files of a unit: its data, its folder of documents, the files it handed in.

    `name` is the name of both folders; `records` and `fresh` come from the last build
    (`built.Shelf`); `problems` are the received folders that could not be read.
    """

    source: UnitSource
    name: str
    folder: Path
    records: Mapping[str, Record]
    fresh: bool
    received: Path
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


class Outcome(NamedTuple):
    """The check of a unit.

    `members` is what the rules over the whole campaign need of it, None if its data cannot be read;
    `kept` what is to be kept of its received files; `given_up` whether one of them took too long.
    """

    result: UnitResult
    members: Members | None
    kept: Mapping[Path, bytes]
    given_up: bool


def check_unit_dossier(
    standard: Standard,
    place: UnitPlace,
    memory: Mapping[Path, Memory],
    crew: Crew,
    follow: Follow = nobody,
) -> Outcome:
    """Read a unit and judge its dossier.

    Args:
        standard: what it is checked against.
        place: its files.
        memory: what is known of the received files.
        crew: the processes that open and judge these.
        follow: is told how many of them are done.

    Returns:
        The outcome; if the unit's data cannot be read, without verdicts, but with a problem.
    """
    work, problems = open_unit(place.source, standard.dot, standard.asking)
    if work is None:
        return unread(place, problems)
    built = built_of(standard, place, work)
    return judged_unit(standard, place, work, Evident(built, memory, crew, (*problems,), follow))


@dataclass(frozen=True, slots=True)
class Evident:
    """What a unit is judged by besides its data.

    `built` are its own papers and `memory` what is known of the received files, which the processes
    of `crew` open and judge; `follow` is told how many of them are done; `read` are the problems of
    reading its data.
    """

    built: Sequence[Built]
    memory: Mapping[Path, Memory]
    crew: Crew
    read: tuple[Problem, ...] = ()
    follow: Follow = nobody


def built_of(
    standard: Standard,
    place: UnitPlace,
    work: UnitAtWork,
    whole: Callable[[Path], bool] = is_whole,
) -> list[Built]:
    """Return the own papers of a unit with their states; `whole` tells of a file whether it is."""
    shelf = Shelf(place.folder, place.records, standard.templates, place.fresh, whole)
    return built_documents(work.plan, [] if place.fresh else work.papers, shelf)


def case_of(standard: Standard, place: UnitPlace, work: UnitAtWork, built: Sequence[Built]) -> Case:
    """Return what a file of a unit that was read is held against."""
    return with_names(_case(standard, place, work), built)


def _case(standard: Standard, place: UnitPlace, work: UnitAtWork) -> Case:
    nam = work.unit.data
    return Case(work.asked, nam, standard.che_do, standard.dot.nam, place.received)


def unread(place: UnitPlace, problems: Iterable[Problem]) -> Outcome:
    """Return the outcome for a unit whose own file cannot be read."""
    code, name = unit_head(place.source.file) or (place.name, place.name)
    hindered = problem("KD725", Place(file=place.source.file.as_posix()))
    told = (*problems, *place.problems, hindered)
    result = UnitResult(code, name or code, place.name, problems=told)
    return Outcome(result, None, {}, given_up=False)


def judged_unit(
    standard: Standard, place: UnitPlace, work: UnitAtWork, evident: Evident
) -> Outcome:
    """Judge the dossier of a unit that was read."""
    unit, nam = work.unit, work.unit.data
    problems = [*evident.read, *place.problems, *work.problems]
    lost = sorted(set(place.source.persons()) - set(unit.persons.values()))
    problems += [problem("KD722", Place(file=path.as_posix())) for path in lost]
    asked = work.asked
    entries = recorded(asked, nam)
    case = _case(standard, place, work)
    desk = UnitCase(case, standard.ngay, evident.memory, evident.crew, evident.follow)
    found = proofs_of(desk, entries.entries, evident.built, place.files)
    verdicts = tuple(
        verdict(each, found.proofs.get(i, {}), standard.danh_muc.can_cu, standard.ngay)
        for i, each in enumerate(asked)
    )
    loose = [*found.loose, *outdone(found, verdicts)]
    due = min((each.han for each in verdicts if each.han), default=None)
    nothing = _nothing_asked(
        standard, nam, verdicts, named=bool(lost or nam.ca_nhan or nam.tap_the)
    )
    own = [*nothing, *check_features(standard.danh_muc, nam), *entries.problems, *found.problems]
    own += own_ahead(nam, evident.built, standard.ngay)
    handed_in = nam.ngay_nop_ho_so
    if due and standard.ngay >= due and (handed_in is None or handed_in > standard.ngay):
        told = {"ngay": short_date(standard.ngay), "han": short_date(due)}
        own.append(problem("KD717", Place(path=("ngay_nop_ho_so",)), **told))
    whole = [*problems, *found.of_files, *located_in(unit, own)]
    result = UnitResult(
        nam.don_vi.ma,
        nam.don_vi.ten,
        place.name,
        verdicts,
        tuple(loose),
        tuple(acknowledged(whole, unit_scopes(unit))),
        due,
        handed_in,
        nam.don_vi.cap_uy or "",
    )
    return Outcome(result, members_of(unit, whole=not lost), found.kept, found.given_up)


def _nothing_asked(
    standard: Standard, nam: DonViNam, verdicts: Sequence[Verdict], *, named: bool
) -> Iterator[Problem]:
    """Report a unit of which the checklist asks nothing: an empty dossier is not a complete one.

    So it is where the checklist asks for people or collectives and the unit has `named` none.
    """
    if not verdicts:
        told = {"danh_muc": standard.danh_muc.ten, "loai": nam.don_vi.loai}
        yield problem("KD541", Place(path=("don_vi", "loai")), **told)
    elif not named and _asks_people(standard.danh_muc):
        yield problem(NOBODY, Place(path=("don_vi",)), don_vi=nam.don_vi.ten)
    elif all(each.ket is Ket.KHONG_AP_DUNG for each in verdicts):
        yield problem("KD542", Place(path=("don_vi",)), so=len(verdicts))


def _asks_people(checklist: DanhMuc) -> bool:
    return any({"ca_nhan", "tap_the"} & set(each.cho) for each in items(checklist))
