"""Renders data files and campaign folders on request of the command line."""

import dataclasses
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from generator.checklists.load import asked_in
from generator.files.documents import withdraw, write_document
from generator.files.file_names import file_name
from generator.files.real_path import real_path
from generator.model import Dot
from generator.papers.at_work import at_work
from generator.papers.letter_papers import letter_names, produce
from generator.papers.paper import made
from generator.papers.plan import Selection, not_among
from generator.papers.same_numbers import BETWEEN
from generator.papers.templates import Templates, search_path
from generator.papers.unit_papers import offered
from generator.papers.units_needed import to_print
from generator.papers.validation import folder_problems, made_from, unit_of
from generator.problems import Place, Problem, Severity, has_errors, problem
from generator.reading.folder_names import CAMPAIGN_FILE, output_folder
from generator.reading.load import Campaign, Unit, read_campaign, read_file
from generator.reading.places import campaign_folder
from generator.regulations.in_force import regime_of

OUTPUT = Path("output")
_OTHER_FILES = frozenset(
    (".pdf", ".doc", ".docm", ".dotx", ".odt", ".rtf", ".txt", ".html", ".xlsx", ".xls", ".zip",
     ".yaml", ".yml")
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class _Task:
    """The inputs of one call of `render_path`."""

    campaign: Campaign
    path: Path
    out: Path | None
    search: Templates
    wanted: Selection


def render_path(
    path: Path, out: Path | None, templates: Path | None, wanted: Selection | None = None
) -> tuple[list[Path], list[Problem]]:
    """Render one data file, or every document of a campaign folder.

    Args:
        path: the file or folder; a unit's file produces all documents of the unit, a person's own
            file those of that person.
        out: where to write: a `.docx` for one letter, else a folder; by default `output/` and the
            campaign's folder name.
        templates: a folder of templates that take precedence over the shipped ones.
        wanted: which documents of units, and whether as forms to fill in by hand.

    Returns:
        The files written, and every problem.
    """
    folder = path if path.is_dir() else campaign_folder(path) if path.exists() else None
    if folder is None:
        return [], list(read_file(path).problems)
    wanted = wanted or Selection()
    everything = path.is_dir() or wanted.forms
    campaign = read_campaign(folder, None if everything else partial(to_print, path))
    if out is not None and (wrong := _not_a_target(out)):
        return [], [wrong]
    task = _Task(campaign, path, out, search_path(folder, templates), wanted)
    unit = None if path.is_dir() else unit_of(campaign, path)
    problems = folder_problems(campaign) if path.is_dir() else made_from(campaign, path)
    written: list[Path] = []
    if unit is None and not task.wanted.forms:
        for name in campaign.documents:
            file = folder / name
            meant = path.is_dir() or real_path(file) == real_path(path)
            if meant and not has_errors(made_from(campaign, file)):
                files, found = _render_letter(task, name)
                written += files
                problems += found
    for each in campaign.units if path.is_dir() else filter(None, (unit,)):
        if campaign.dot is not None and not _stopped(problems, (folder / CAMPAIGN_FILE,)):
            files, found = _render_unit(task, each, campaign.dot)
            written += files
            problems += found
    problems += _not_offered(task, unit)
    if not (written or has_errors(problems)):
        problems.append(problem("KD531", Place(file=path.as_posix()), viec="tạo"))
    return written, list(dict.fromkeys(problems))


def _not_a_target(out: Path) -> Problem | None:
    """Report a file of another kind (KD234), which would become a folder of that name."""
    if out.suffix.lower() not in _OTHER_FILES or out.is_dir():
        return None
    return problem("KD234", Place(file=out.as_posix()), duoi=out.suffix, dung=f"{out.stem}.docx")


def _not_offered(task: _Task, unit: Unit | None) -> list[Problem]:
    """Report each requested form that no unit has."""
    dot, wanted = task.campaign.dot, task.wanted
    if dot is None or not wanted.forms:
        return []
    units = [unit] if unit else task.campaign.units
    known = {code for each in units for code in offered(each, dot, blank=wanted.blank)}
    return not_among(wanted.forms, sorted(known), Place(file=task.path.as_posix()))


def _stopped(problems: Iterable[Problem], files: Iterable[Path]) -> bool:
    """Return whether any of the files has an error, so that nothing may be generated from it."""
    wanted = {real_path(file) for file in files}
    errors = [
        each for each in problems if each.severity is Severity.ERROR and each.code not in BETWEEN
    ]
    return any(real_path(Path(each.place.file)) in wanted for each in errors)


def _render_letter(task: _Task, name: str) -> tuple[list[Path], list[Problem]]:
    data, problems = produce(task.campaign, name, task.search)
    if data is None:
        return [], problems
    written, found = write_document(_target(task, name), data)
    return ([written] if written else []), [*problems, *found]


def _render_unit(task: _Task, unit: Unit, dot: Dot) -> tuple[list[Path], list[Problem]]:
    """Write all documents of a unit, or one person's if the path is that person's own file.

    They go into a folder named after the code of the unit.
    """
    own = {real_path(file): index for index, file in unit.persons.items()}
    wanted = dataclasses.replace(task.wanted, person=own.get(real_path(task.path)))
    asking = asked_in(task.campaign.folder, dot, regime_of(dot)[0])
    work = at_work(unit, dot, asking, wanted)
    folder = task.out or output_folder(OUTPUT, task.campaign.folder)
    home = folder / file_name(unit.data.don_vi.ma)
    written: list[Path] = []
    others = {each.ten_tep: each.ten_khac for each in work.plan}
    problems = list(work.lacking)
    for paper in work.papers:
        data, found = made(paper, task.search)
        problems += found
        if data is not None:
            path, found = write_document(home / paper.tep, data)
            problems += found
            if path:
                written.append(path)
                problems += withdraw(home / others[paper.tep])
    return written, problems


def _target(task: _Task, name: str) -> Path:
    out = task.out
    if out is not None and not task.path.is_dir() and out.suffix.lower() == ".docx":
        return out
    folder = out or output_folder(OUTPUT, task.campaign.folder)
    return folder / letter_names(task.campaign)[name]
