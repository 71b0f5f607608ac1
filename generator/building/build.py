"""Builds a whole campaign: generates only what changed, and records the result."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from sqlite3 import Connection

from generator.building import state
from generator.building.executors import Execute
from generator.building.folder_work import Done, FolderTask, tell_left_over
from generator.building.folders import BuildRequest, Folder, folders, readable
from generator.building.incremental import Outcome
from generator.building.inputs import folder_inputs, shared_inputs
from generator.building.program import program_digest
from generator.building.settled import OVER, as_recorded, inputs, tidy
from generator.building.state import Record
from generator.checklists.load import asked_in
from generator.files.atomic import drop_empty, failure
from generator.files.database import transaction
from generator.files.real_path import leads_away
from generator.model import Dot
from generator.problems import Place, Problem, problem
from generator.reading.laid_out import HIDING
from generator.regulations.in_force import regime_of


@dataclass(frozen=True, slots=True)
class Progress:
    """One folder is finished, the `number`th of `total`, with its result."""

    number: int
    total: int
    done: Done


Finished = dict[str, tuple[str, list[Problem]]]
"""By folder: the digest of the inputs its documents were made from, and what was told of it."""


def build(request: BuildRequest, execute: Execute) -> Iterator[Progress]:
    """Bring all documents of a campaign up to date.

    Args:
        request: what to build.
        execute: the executor.

    Yields:
        Each folder when it is finished; the letters and the problems of the whole campaign have the
        folder name «».
    """
    place = Place(file=request.root.as_posix())
    if leads_away(request.root):
        yield _hindered(problem("KD507", place))
        return
    dot, found = readable(request.campaign)
    if dot is None:
        yield _hindered(*found)
        return
    wanted, found = folders(request, dot)
    known_whole = not any(each.code in HIDING for each in found)
    if not known_whole:
        # The units in an unreadable or misnamed folder must not be mistaken for deleted ones.
        request = replace(request, clean=False)
    try:
        if not request.dry:
            request.root.mkdir(parents=True, exist_ok=True)
        with state.opened(request.root, dry=request.dry) as known:
            if found:
                yield Progress(0, len(wanted), Done("", "", Outcome(problems=found)))
            before = _identity(request)
            finished: Finished = {}
            for progress in _built(request, dot, wanted, known, execute):
                done = progress.done
                finished[done.name] = done.mark, done.outcome.problems
                yield progress
            over = list(_all_gone(request, wanted, known)) if known_whole else []
            yield from over
            if _identity(request) != before:
                yield _hindered(problem("KD747", place))
            elif known_whole and not over:
                _settle(request, wanted, known, found, finished)
    except BlockingIOError:
        yield _hindered(problem("KD509", place))
    except OSError as error:
        yield _hindered(failure(error, place))


def _settle(
    request: BuildRequest,
    wanted: list[Folder],
    known: Connection,
    found: list[Problem],
    finished: Finished,
) -> None:
    """Save that the next build has nothing to do, if that is so (`settled`).

    Nothing of the data may have changed since the first folder was looked at, not even back again.
    """
    names = [each.name for each in wanted]
    part = request.dry or request.units
    if part or not all(name in finished and finished[name][0] for name in names):
        return
    mark = inputs(request.campaign, request.root, request.templates)
    shared = shared_inputs(request)
    marks = {each.name: folder_inputs(request, each.source, shared) for each in wanted}
    if mark and all(finished[name][0] == each for name, each in marks.items()):
        told = chain(found, *(finished[name][1] for name in names))
        with transaction(known):
            state.save_campaign(known, mark, marks, dict.fromkeys(told))


def _identity(request: BuildRequest) -> tuple[int, int] | None:
    """Return what tells the state file from another one of its name; None if there is none.

    Its folder may be moved or deleted while documents are written: they went away with it.
    """
    if request.dry:
        return None
    try:
        found = (request.root / state.STATE_FILE).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _hindered(*found: Problem) -> Progress:
    return Progress(0, 0, Done("", "", Outcome(problems=list(found), complete=False)))


def _built(
    request: BuildRequest, dot: Dot, wanted: list[Folder], known: Connection, execute: Execute
) -> Iterator[Progress]:
    up_to_date: deque[Done] = deque()
    whole = not request.wanted.narrowed()
    number = 0
    for done in execute(_work(request, dot, wanted, known, up_to_date)):
        while up_to_date:
            number += 1
            yield Progress(number, len(wanted), up_to_date.popleft())
        if not request.dry and not done.crash:
            _save(known, done, whole=whole)
        number += 1
        yield Progress(number, len(wanted), done)
    for done in up_to_date:
        number += 1
        yield Progress(number, len(wanted), done)


def _all_gone(request: BuildRequest, wanted: list[Folder], known: Connection) -> Iterator[Progress]:
    """Process the folders of units that no longer exist in the data."""
    if request.wanted.narrowed() or request.units:
        return
    for name in sorted(state.folders(known) - {each.name for each in wanted}):
        yield Progress(len(wanted), len(wanted), _gone(request, name, known))


def _work(
    request: BuildRequest,
    dot: Dot,
    wanted: list[Folder],
    known: Connection,
    up_to_date: deque[Done],
) -> Iterator[FolderTask]:
    """Yield the tasks of folders that need checking; unchanged ones go to `up_to_date`."""
    shared = shared_inputs(request)
    asking = asked_in(request.campaign, dot, regime_of(dot)[0])
    for each in wanted:
        mark = folder_inputs(request, each.source, shared)
        records = state.records(known, each.name)
        before = state.folder_mark(known, each.name, records)
        if before and before[0] == mark and _untouched(request, each.name, records, before[1]):
            up_to_date.append(Done(each.name, mark, Outcome(problems=before[1], kept=len(records))))
            continue
        yield FolderTask(
            request.campaign,
            dot,
            each.source,
            request.root,
            each.name,
            mark,
            records,
            program_digest(),
            asking,
            request.templates,
            shared.templates,
            request.wanted,
            request.dry,
            request.clean,
        )


def _untouched(
    request: BuildRequest, name: str, records: Mapping[str, Record], told: list[Problem]
) -> bool:
    """Return whether all files of a folder are as recorded, and all of it is requested."""
    if request.wanted.narrowed() or (request.clean and any(p.code in OVER for p in told)):
        return False
    folder = request.root / name
    if not request.dry:
        tidy(folder)
    return as_recorded(folder, records)


def _save(known: Connection, done: Done, *, whole: bool) -> None:
    found = done.outcome
    with transaction(known):
        state.save_documents(known, done.name, found.records, found.gone)
        if whole:
            state.save_mark(known, done.name, done.mark, found.problems)


def _gone(request: BuildRequest, name: str, known: Connection) -> Done:
    """Report or delete the documents of a unit that no longer exists in the data."""
    outcome = Outcome()
    folder = request.root / name
    if leads_away(folder):
        return Done(name, "", outcome)
    names = sorted(state.records(known, name))
    tell_left_over(folder, names, outcome, clean=request.clean and not request.dry)
    if not request.dry:
        with transaction(known):
            state.save_documents(known, name, [], outcome.gone)
    if request.clean and not request.dry:
        drop_empty(folder)
    return Done(name, "", outcome)
