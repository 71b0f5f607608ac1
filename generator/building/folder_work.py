"""Processes one folder of a build: reads its data, checks it, updates its documents.

Tasks and results are picklable values, so that they can be processed here, in another process or on
another machine that shares the folders.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from generator.building.incremental import (
    Outcome,
    bring_up_to_date,
    drop_left_over,
    left_over,
    unrecorded,
)
from generator.building.program import program_digest
from generator.building.renumbered import renumber
from generator.building.state import Record
from generator.checklists.required import Asking
from generator.files.atomic import sweep
from generator.files.documents import withdraw
from generator.files.real_path import leads_away
from generator.model import Dot
from generator.papers.at_work import open_unit
from generator.papers.letter_papers import letter_names, letter_paper
from generator.papers.paper import Paper
from generator.papers.plan import EVERYTHING, Planned, Selection
from generator.papers.templates import Templates, search_path
from generator.papers.validation import all_problems, made_from
from generator.problems import Place, Problem, has_errors, problem
from generator.problems.text import some
from generator.problems.trace import way
from generator.reading.acknowledged import acknowledged, unit_scopes
from generator.reading.load import read_top
from generator.reading.units import UnitSource


@dataclass(frozen=True, slots=True)
class FolderTask:
    """One folder to update.

    `source` is the unit, None for the letters of the campaign; `name` its folder below `root`,
    empty for the letters; `mark` is the digest of all its inputs, `known` the existing records,
    `program` the digest of the requesting program; `asking` is the checklist of the campaign.
    """

    campaign: Path
    dot: Dot
    source: UnitSource | None
    root: Path
    name: str
    mark: str
    known: Mapping[str, Record]
    program: bytes
    asking: Asking
    templates: Path | None = None
    templates_digest: str = ""
    wanted: Selection = EVERYTHING
    dry: bool = False
    clean: bool = False


@dataclass(slots=True)
class Done:
    """The result of a task; `crash` is the trace of a bug in the program."""

    name: str
    mark: str
    outcome: Outcome = field(default_factory=Outcome)
    crash: str = ""


def load_engine() -> None:
    """Load what documents are made with, which a run that finds nothing to do never needs.

    A process that is forked afterwards need not load it once more. The compiler is loaded by who
    finds a template that was not kept.
    """
    from generator.engine import render  # noqa: F401, PLC0415
    from generator.papers import kept_templates  # noqa: F401, PLC0415


def work(task: FolderTask) -> Done:
    """Run one task; no exception leaves this function."""
    if task.program != program_digest():
        place = Place(file=(task.root / task.name).as_posix())
        return Done(task.name, "", Outcome(problems=[problem("KD514", place)], complete=False))
    try:
        outcome = _folder(task)
    except Exception as error:  # noqa: BLE001 - one folder must not stop the others
        return Done(task.name, "", crash=way(error))
    finished = outcome.complete and not task.wanted.narrowed() and not task.dry
    return Done(task.name, task.mark if finished else "", outcome)


def _folder(task: FolderTask) -> Outcome:
    folder = task.root / task.name
    place = Place(file=folder.as_posix())
    try:
        if task.name and leads_away(folder):
            return Outcome(problems=[problem("KD507", place)], complete=False)
        sweep(folder)
        if task.source is None:
            return _letters(task, folder)
        return _unit(task, task.source, folder)
    except PermissionError:
        return Outcome(problems=[problem("KD502", place)], complete=False)


def _unit(task: FolderTask, source: UnitSource, folder: Path) -> Outcome:
    work, problems = open_unit(source, task.dot, task.asking, task.wanted)
    if work is None:
        return Outcome(problems=problems)
    moved = {} if task.dry else renumber(folder, task.known, work.plan)
    standing = {name: each for name, each in task.known.items() if name not in moved}
    known = {**standing, **{each.tep: each for each in moved.values()}}
    names = [name for each in work.plan for name in (each.ten_tep, each.ten_khac)]
    problems = [*problems, *work.problems, *work.lacking]
    found = acknowledged(problems, unit_scopes(work.unit))
    outcome = _brought(replace(task, known=known), folder, work.papers, names, found)
    outcome.records[:0] = moved.values()
    outcome.gone += moved
    if not task.dry:
        _withdraw_others(folder, work.plan, outcome)
    return outcome


def _withdraw_others(folder: Path, plan: Iterable[Planned], outcome: Outcome) -> None:
    """Delete each draft whose finished document is there now, and the other way round."""
    for each in plan:
        other = folder / each.ten_khac
        if other.exists() and (folder / each.ten_tep).exists():
            found = withdraw(other)
            outcome.problems += found
            outcome.gone += [] if found else [other.name]


def _letters(task: FolderTask, folder: Path) -> Outcome:
    campaign, standing = read_top(task.campaign)
    own = {path.as_posix() for path in standing}
    problems = [each for each in all_problems(campaign) if each.place.file not in own]
    names = [] if task.wanted.narrowed() else list(campaign.documents)
    files = letter_names(campaign)
    papers = [
        letter_paper(campaign, name, files[name])
        for name in names
        if not has_errors(made_from(campaign, task.campaign / name))
    ]
    return _brought(task, folder, papers, list(files.values()), problems)


def _brought(
    task: FolderTask,
    folder: Path,
    papers: Iterable[Paper],
    planned: list[str],
    problems: list[Problem],
) -> Outcome:
    templates = _templates(task.campaign, task.templates, task.templates_digest)
    outcome = bring_up_to_date(papers, folder, task.known, templates, dry=task.dry)
    # An error in a template is found again for each document that uses it.
    outcome.problems = list(dict.fromkeys((*problems, *outcome.problems)))
    if not task.wanted.narrowed():
        over = left_over(task.known, planned)
        tell_left_over(folder, over, outcome, clean=task.clean and not task.dry)
        if not task.known:
            _tell_unrecorded(folder, planned, outcome)
    return outcome


def _tell_unrecorded(folder: Path, planned: list[str], outcome: Outcome) -> None:
    """Report the documents of an earlier build whose records are lost; none is deleted unseen."""
    found = unrecorded(folder, planned)
    outcome.records += found
    tell_left_over(folder, [each.tep for each in found], outcome, clean=False)


def tell_left_over(folder: Path, names: list[str], outcome: Outcome, *, clean: bool) -> None:
    """Report documents that the data no longer produces, or delete them if `clean`."""
    outcome.gone += [name for name in names if not (folder / name).exists()]
    names = [name for name in names if name not in outcome.gone]
    place = Place(file=folder.as_posix())
    if clean:
        gone, names = drop_left_over(folder, names)
        outcome.gone += gone
    if names:
        code = "KD508" if clean else "KD506"
        outcome.problems.append(problem(code, place, so=len(names), ten=some(names)))


@lru_cache(maxsize=4)
def _templates(campaign: Path, given: Path | None, digest: str) -> Templates:  # noqa: ARG001
    """Cache compiled templates for the next folder, as long as no template changes."""
    return search_path(campaign, given)
