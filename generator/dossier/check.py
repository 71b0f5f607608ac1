"""Checks a whole campaign: only units with changes are judged again, other results are reused."""

import datetime as dt
import os
import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from generator.building import state as build_state
from generator.building.executors import in_order
from generator.building.folders import BuildRequest, Folder, folders, readable
from generator.building.inputs import Shared, folder_inputs, shared_inputs
from generator.checklists.items import items
from generator.checklists.load import checklist_for
from generator.dossier import state
from generator.dossier.intake import (
    WAITING,
    file_marks,
    received_files,
    waiting_files,
)
from generator.dossier.looking import Memory
from generator.dossier.results import CheckedCampaign, UnitResult
from generator.dossier.unit_check import Outcome, Standard, UnitPlace, check_unit_dossier
from generator.dossier.unit_mark import inside, mark_of
from generator.files.database import transaction
from generator.files.digests import files_digest
from generator.opening.pool import crew, lasting
from generator.papers.templates import search_path
from generator.problems import Place, Problem, problem
from generator.problems.text import some
from generator.reading.acknowledged import Scope, acknowledged, unit_scopes
from generator.reading.folder_names import RECEIVED
from generator.reading.lines import with_lines
from generator.reading.suggest import nearest
from generator.reading.units import read_unit
from generator.regulations.in_force import regime_of
from generator.rules.campaign import Member, check_campaign, compared
from generator.rules.members import as_members


class Step(NamedTuple):
    """How far a check is: `xong` of `tong` units («đơn vị») or, of a lone unit, files («tệp»).

    `thu_muc` is the folder of the unit that was finished.
    """

    loai: str
    xong: int
    tong: int
    thu_muc: str = ""


def nobody(_step: Step) -> None:
    """Follow nothing."""


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """A request to check a campaign as of a date.

    `jobs` processes judge units; 0 judges them in this process. Received files are always opened
    in other processes. `follow` is told how far the check is.
    """

    request: BuildRequest
    ngay: dt.date
    jobs: int = 0
    follow: Callable[[Step], None] = nobody


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a check; `campaign` is None if `dot.yaml` or the checklist cannot be used.

    `standard` is what the units were checked against; each call of `units` reads the results from
    the stored state, in the order of the campaign.
    """

    campaign: CheckedCampaign | None
    standard: Standard | None
    problems: tuple[Problem, ...]
    units: Callable[[], Iterator[UnitResult]]


@contextmanager
def checked(question: CheckRequest) -> Iterator[Answer]:
    """Check a campaign; the answer can be read while the context is open.

    Args:
        question: the request.

    Yields:
        The answer. The problems of a unit are in its result and do not affect other units.
    """
    request = question.request
    standard, found = standard_of(question)
    if standard is None:
        yield Answer(None, None, tuple(found), lambda: iter(()))
        return
    wanted, more = folders(request, standard.dot)
    units = [each for each in wanted if each.source is not None]
    if not units and not request.units:
        more.append(problem("KD734", Place(file=request.campaign.as_posix())))
    with ExitStack() as stack:
        try:
            known = _looked(question, standard, units, stack)
        except BlockingIOError:
            running = problem("KD509", Place(file=request.root.as_posix()))
            yield Answer(None, None, (*found, *more, running), lambda: iter(()))
            return
        whole = () if request.units else tuple(over_units(standard, units, known))
        campaign = checked_against(standard, (*found, *more, *whole))
        names = [each.name for each in units]
        yield Answer(campaign, standard, campaign.problems, lambda: _results(known, names))


def checked_against(standard: Standard, problems: tuple[Problem, ...]) -> CheckedCampaign:
    """Return what units were checked against, with the problems of the whole campaign."""
    return CheckedCampaign(
        standard.dot.ten,
        standard.dot.nam,
        standard.danh_muc.ten,
        standard.danh_muc.can_cu,
        standard.danh_muc.nguon,
        standard.ngay,
        problems,
        standard.danh_muc.la_phu_luc,
    )


def standard_of(question: CheckRequest) -> tuple[Standard | None, list[Problem]]:
    """Return what units are checked against, or the problems that prevent a check."""
    folder = question.request.campaign
    dot, problems = readable(folder)
    if dot is None:
        return None, problems
    regime, _ = regime_of(dot)
    chosen = checklist_for(folder, dot, regime)
    problems += chosen.problems
    if chosen.danh_muc is None:
        return None, problems
    made = items(chosen.danh_muc)
    templates = search_path(folder, question.request.templates)
    return Standard(folder, dot, chosen.danh_muc, made, question.ngay, templates), problems


def _results(known: Connection, names: list[str]) -> Iterator[UnitResult]:
    for name in names:
        found = state.result(known, name)
        if found is None:
            place = Place(file=str(known.execute("PRAGMA database_list").fetchone()[2]))
            found = UnitResult(name, name, name, problems=(problem("KD739", place),))
        yield found


def _looked(
    question: CheckRequest, standard: Standard, units: list[Folder], stack: ExitStack
) -> Connection:
    """Judge the units; where the results cannot be stored (a full disk), in memory alone.

    Raises:
        BlockingIOError: a build is running in the output folder.
    """
    with ExitStack() as own:
        known = own.enter_context(state.opened(question.request.root))
        try:
            look(question, standard, units, known)
        except BlockingIOError:
            raise
        except OSError:
            own.close()
        else:
            stack.push(own.pop_all())
            return known
    known = stack.enter_context(state.in_memory())
    look(question, standard, units, known)
    return known


def look(
    question: CheckRequest, standard: Standard, units: list[Folder], known: Connection
) -> None:
    """Judge every unit that has changed and store its result in `known`.

    Raises:
        BlockingIOError: a build is running in the output folder.
        OSError: a result cannot be stored.
    """
    due: list[tuple[str, str, bytes]] = []
    with build_state.read_only(question.request.root) as made:
        shared = shared_inputs(question.request)
        common = files_digest(
            (), shared.everything, standard.danh_muc.model_dump_json(), question.ngay.isoformat()
        )
        for each in units:
            place, inputs = unit_place(
                question.request, each, build_state.before(made, each.name), shared
            )
            mark = mark_of(place, inputs, common)
            state.forget_files(known, place.received, place.files)
            if state.unit_mark(known, each.name) != mark:
                due.append((place.name, mark, _packed(place)))
    pieces = (_piece(standard, known, packed) for *_, packed in due)
    judged = _judged(question, pieces, alone=len(due) == 1)
    for number, ((name, mark, _), found) in enumerate(zip(due, judged, strict=True), 1):
        # The machine may have been busy: a unit with a file that was given up is judged again.
        kept = "" if found.given_up else mark
        with transaction(known):
            state.save_unit(known, name, kept, found.result, found.members)
            state.keep_all(known, found.kept)
        question.follow(Step("đơn vị", number, len(due), name))


Piece = tuple[Standard, UnitPlace, dict[Path, Memory]]


def _packed(place: UnitPlace) -> bytes:
    """Pack what waits: the files and records of a district are many times as large unpacked."""
    return zlib.compress(pickle.dumps(place), 1)


def _piece(standard: Standard, known: Connection, packed: bytes) -> Piece:
    """Return the next unit to judge; its files are digested while others are judged."""
    place: UnitPlace = pickle.loads(zlib.decompress(packed))  # noqa: S301 - from `_packed`
    return standard, place, file_marks(known, place.files)


def _judged(question: CheckRequest, pieces: Iterable[Piece], *, alone: bool) -> Iterator[Outcome]:
    """Yield what units came to; a lone one is judged here, its files by all processes."""

    def follow(done: int, count: int) -> None:
        if alone:
            question.follow(Step("tệp", done, count))

    if question.jobs > 1 and not alone:
        yield from in_order(_elsewhere, pieces, question.jobs)
        return
    with crew(question.jobs if alone else 1) as hands:
        for piece in pieces:
            yield check_unit_dossier(*piece, hands, follow)


def _elsewhere(piece: Piece) -> Outcome:
    return check_unit_dossier(*piece, lasting(os.getpid()))


def unit_place(
    request: BuildRequest, folder: Folder, before: build_state.Before, shared: Shared
) -> tuple[UnitPlace, str]:
    """Return a unit's folders and files, and the digest of its data.

    Args:
        request: the campaign and its output folder.
        folder: the unit.
        before: what the last build left of it.
        shared: digests of what all units share.
    """
    if folder.source is None:
        raise ValueError(folder.name)
    inputs = folder_inputs(request, folder.source, shared)
    received = request.campaign / RECEIVED / folder.name
    files, problems = received_files(received)
    place = UnitPlace(
        folder.source,
        folder.name,
        request.root / folder.name,
        before.records,
        before.mark == inputs,
        received,
        tuple(files),
        tuple(problems),
    )
    return place, inputs


def _scopes(standard: Standard, units: list[Folder], files: set[str]) -> list[Scope]:
    """Return the scopes of acknowledgements of the units that own some files."""
    scopes: list[Scope] = []
    for each in units:
        source = each.source
        if source and files & {p.as_posix() for p in (source.file, *source.persons())}:
            unit, _ = read_unit(source, standard.dot)
            scopes += unit_scopes(unit) if unit else []
    return scopes


def over_units(standard: Standard, units: list[Folder], known: Connection) -> Iterator[Problem]:
    """Check the rules across units, and report received folders of units that do not exist."""
    names = {each.name for each in units}
    received = standard.campaign / RECEIVED
    state.forget_units(known, received, names)
    whole: dict[str, bool] = {}

    def members() -> Iterator[Member]:
        for each in units:
            kept = state.members(known, each.name)
            whole[each.name] = bool(kept and kept.du)
            yield from as_members(kept) if kept else ()

    held = compared(members)
    found = with_lines(
        check_campaign(held, standard.che_do, standard.dot.nam, complete=all(whole.values()))
    )
    yield from acknowledged(found, _scopes(standard, units, {each.place.file for each in found}))
    waiting = waiting_files(standard.campaign, names)
    if waiting:
        told = some([each.tep.name for each in waiting])
        yield problem("KD751", Place(file=received.as_posix()), so=len(waiting), ten=told)
    places = {*names, WAITING}
    for folder in inside(received):
        if folder.is_dir() and not folder.name.startswith(".") and folder.name not in places:
            near = nearest(folder.name, names)
            hint = f"có phải ý đồng chí là «{near}»?" if near else "sửa tên thư mục thành mã đơn vị"
            yield problem("KD716", Place(file=folder.as_posix()), ma=folder.name, goi_y=hint)
