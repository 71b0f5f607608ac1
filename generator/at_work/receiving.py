"""Files that wait in `da-nhan`: looked at, sorted to their unit, put into its folder.

A file is opened before it lies in the folder of its unit, in a process that may die, and what it
came to is handed on: so no other question waits for a file that takes long.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from generator.at_work.board import UnitName
from generator.at_work.campaign import AtWork
from generator.dossier import state
from generator.dossier.intake import Waiting, file_marks, waiting_files
from generator.dossier.looking import Case, Looked, content_of, kept_at, taken_at
from generator.files.atomic import failure
from generator.files.incoming import settle
from generator.opening.content import FileContent, Refusal
from generator.opening.plain import kind_of
from generator.opening.pool import SECONDS, answers
from generator.problems import Place, Problem
from generator.reading.folder_names import RECEIVED
from generator.received.sorting import Certainty, Home, Sorting, sorting

Answer = TypeVar("Answer")
Follow = Callable[[int, int], None]
"""Is told how many files of how many are done; may raise to stop: what was moved stays so."""


class Ask(Protocol):
    """Asks the campaign at work, on the thread that may."""

    def __call__(self, question: Callable[[AtWork], Answer], /) -> Answer:
        """Return what the question comes to."""
        ...


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that waited: where it lies now, whose it is, its name, what kept it from moving.

    `da_co` is whether the same bytes lay there before; then the second file is gone.
    """

    tep: Path
    ra: Sorting
    ten: str
    da_co: bool = False
    problem: Problem | None = None


def waiting(campaign: Path, ask: Ask) -> list[Waiting]:
    """Return the files of a campaign that wait."""
    return waiting_files(campaign, {each.thu_muc for each in ask(lambda work: work.units())})


def sort_in(campaign: Path, ask: Ask, follow: Follow) -> list[Arrived]:
    """Sort the files that wait.

    Args:
        campaign: its folder.
        ask: asks the campaign at work.
        follow: is told how far it is.

    Returns:
        What came of each. A file whose unit is not sure stays where it is.

    Raises:
        BlockingIOError: a build is running in the output folder.
    """
    files = waiting(campaign, ask)
    if not files:
        return []
    follow(0, len(files))
    units = {each.thu_muc: each for each in ask(lambda work: work.units())}
    cases = {name: case for name in units if (case := ask(partial(_case, name)))}
    eyes = _Eyes(units, cases, [_home(units[name], case) for name, case in cases.items()])
    done: list[Arrived] = []
    for file, answer in answers(partial(_looked, eyes), files, 1, SECONDS):
        said, looked = answer or (_given_up(eyes, file), None)
        kept = _kept(cases.get(said.thu_muc), file.tep, looked)
        arrived = _moved(campaign, file.tep, said)
        if kept and arrived.problem is None:
            ask(partial(_remember, {arrived.tep: kept}))
        done.append(arrived)
        follow(len(done), len(files))
    return done


class _Eyes(NamedTuple):
    """What files are held against: the units, what each must hand in, whose a file may be."""

    units: Mapping[str, UnitName]
    cases: Mapping[str, Case]
    homes: Sequence[Home]


def _looked(eyes: _Eyes, file: Waiting) -> tuple[Sorting, Looked | None]:
    """Open a file once: say whose it is, and what it comes to there."""
    seen = content_of(file.tep)
    said = _whose(eyes, file, seen)
    case = eyes.cases.get(said.thu_muc) if said.is_sorted else None
    return said, taken_at(case, file.tep, seen) if case else None


def _given_up(eyes: _Eyes, file: Waiting) -> Sorting:
    return _whose(eyes, file, FileContent(kind_of(file.tep), Refusal.QUA_LAU))


def _whose(eyes: _Eyes, file: Waiting, seen: FileContent) -> Sorting:
    if not file.thu_muc:
        return sorting(seen, file.tep.name, eyes.homes)
    why = f"thả vào {eyes.units[file.thu_muc].ten}"
    return Sorting(file.thu_muc, "", "", Certainty.CHAC_CHAN, why)


def _kept(case: Case | None, path: Path, looked: Looked | None) -> bytes:
    if case is None or looked is None:
        return b""
    with state.in_memory() as scratch:
        memory = file_marks(scratch, [path])
    return kept_at(case, path, memory[path].bam, looked) if path in memory else b""


def _moved(campaign: Path, path: Path, said: Sorting) -> Arrived:
    if not said.is_sorted:
        return Arrived(path, said, path.name)
    try:
        there = settle(path, campaign / RECEIVED / said.thu_muc, path.name)
    except OSError as error:
        problem = failure(error, Place(file=path.as_posix()))
        return Arrived(path, said, path.name, problem=problem)
    return Arrived(there.tep, said, path.name, da_co=not there.moi)


def _case(name: str, work: AtWork) -> Case | None:
    return work.case(name)


def _remember(kept: Mapping[Path, bytes], work: AtWork) -> None:
    work.remember(kept)


def _home(unit: UnitName, case: Case) -> Home:
    own = case.nam.don_vi
    names = tuple(filter(None, (own.ten, own.cap_uy)))
    births = tuple((each.ho_ten, str(each.ngay_sinh or "")) for each in case.nam.ca_nhan)
    return Home(unit.thu_muc, unit.ten, names, tuple(case.choices), own.cap_tren, births)
