"""Makes the PDF files of campaigns and sums up the run."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from generator.building.folders import BuildRequest
from generator.building.run import place_of
from generator.files.atomic import drop_empty, failure
from generator.files.documents import discard
from generator.files.real_path import leads_away
from generator.files.scratch import scratch
from generator.pdf import state
from generator.pdf.converting import SECONDS, OfficeFailsError
from generator.pdf.making import Desk, Office, Step, Tally, make
from generator.pdf.office import libreoffice
from generator.pdf.units import to_print
from generator.problems import Place, Problem, has_errors, problem

FOLDER = "pdf"
JOBS = 2

Watch = Callable[[BuildRequest], AbstractContextManager[Callable[[Step], None]]]
"""Returns a context that follows a campaign; its value is called after each step."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The result of a run.

    `files` are the PDF files of units, in the order of printing, `pages` the pages they have;
    `made` and `kept` count those of papers, `merged` how many of units were written. `unable`
    means that LibreOffice is missing or does not work, `stopped` that the user interrupted it.
    """

    files: tuple[Path, ...] = ()
    pages: int = 0
    made: int = 0
    kept: int = 0
    merged: int = 0
    problems: tuple[Problem, ...] = ()
    crashes: tuple[str, ...] = ()
    unable: bool = False
    stopped: bool = False


def unwatched(_request: BuildRequest) -> AbstractContextManager[Callable[[Step], None]]:
    """Ignore the progress."""
    return nullcontext(lambda _step: None)


def make_pdfs(
    requests: Iterable[BuildRequest],
    jobs: int = JOBS,
    watch: Watch = unwatched,
    office: Path | None = None,
    seconds: float = SECONDS,
) -> Printed:
    """Make a PDF of every paper of campaigns, and one of every unit, as the print list says.

    Args:
        requests: the campaigns, and if not all of them their units; they must have been built.
        jobs: how many LibreOffices work at once.
        watch: follows each campaign.
        office: LibreOffice's command; looked for if it is not given.
        seconds: how long LibreOffice may take for one file.

    Returns:
        What was done; after Ctrl-C what was done until then. Every problem is reported once.
    """
    requests = list(requests)
    command = office or libreoffice()
    if command is None:
        return Printed(problems=(problem("KD590", Place()),), unable=True)
    tally, crashes = Tally(), []
    unable = stopped = False
    try:
        for request in requests:
            with watch(request) as follow:
                crashes += _campaign(request, Office(command, jobs, seconds), tally, follow)
        if not (tally.made + tally.kept or crashes or has_errors(tally.problems)):
            tally.problems.append(problem("KD531", place_of(requests), viec="chuyển sang PDF"))
    except OfficeFailsError:
        tally.problems.append(problem("KD599", Place(file=command.as_posix())))
        unable = True
    except KeyboardInterrupt:
        stopped = True
    return Printed(
        tuple(tally.files.values()), tally.pages, tally.made, tally.kept, tally.merged,
        tuple(dict.fromkeys(tally.problems)), tuple(crashes), unable, stopped,
    )  # fmt: skip


def _campaign(
    request: BuildRequest, office: Office, tally: Tally, follow: Callable[[Step], None]
) -> list[str]:
    """Make the PDF files of a campaign; return traces of bugs in the program."""
    home = request.root / FOLDER
    found = to_print(request)
    tally.problems += found.problems
    units = []
    for unit in found.units:
        if leads_away(home) or leads_away(home / unit.name):
            place = Place(file=(home / unit.name).as_posix())
            tally.problems.append(problem("KD507", place))
        else:
            units.append(unit)
    if not units:
        return found.crashes
    own = Tally()
    try:
        # Without an output folder nothing was built: each unit says so, and nothing is written.
        built = request.root.is_dir()
        opened = state.opened(request.root) if built else state.in_memory()
        with opened as known, scratch(home) if built else nullcontext(home) as folder:
            if not request.units:
                _drop_gone(request, known, {each.folder for each in units})
            make(Desk(home, known, office, own, follow), units, folder)
    except BlockingIOError:
        own.problems.append(problem("KD509", Place(file=home.as_posix())))
    except OSError as error:
        own.problems.append(failure(error, Place(file=home.as_posix())))
    finally:
        tally.add(own, [each.folder for each in units])
    return found.crashes


def _drop_gone(request: BuildRequest, known: Connection, there: set[str]) -> None:
    """Delete the PDF files of units whose papers are gone; what somebody edited stays."""
    for name in state.folders(known) - there:
        if not name or (request.root / name).exists() or leads_away(request.root / FOLDER / name):
            continue
        home = request.root / FOLDER
        unit = state.unit(known, name)
        with suppress(OSError):
            for tep, record in state.papers(known, name).items():
                if discard(home / name / record.pdf):
                    state.forget_paper(known, name, tep)
            if unit is None or discard(home / unit.pdf):
                state.forget_unit(known, name)
        drop_empty(home / name)
