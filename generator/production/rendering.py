"""Rendering data files and campaign folders, as the command line asks for it."""

import dataclasses
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from generator.engine.fields import shape_of
from generator.files.documents import write_document
from generator.files.file_names import file_names
from generator.model import Dot, SaoLuc, VanBan
from generator.problems import Place, Problem, Severity
from generator.production.campaigns import about, all_problems, unit_of
from generator.production.letters import printed_copy, printed_letter
from generator.production.paper import Paper, made
from generator.production.plan import Wanted, not_among
from generator.production.printed import SaoLucIn, VanBanIn
from generator.production.templates import Templates, search_path
from generator.production.unit_rendering import offered, render_unit
from generator.reading.load import CAMPAIGN_FILE, Campaign, Unit, read_campaign, read_file
from generator.reading.places import campaign_folder, output_folder
from generator.reading.positions import located

OUTPUT = Path("output")
SHAPES = {VanBan: shape_of(VanBanIn), SaoLuc: shape_of(SaoLucIn)}


@dataclasses.dataclass(frozen=True, slots=True)
class _Task:
    """What one call of `render_path` works with."""

    campaign: Campaign
    path: Path
    out: Path | None
    search: Templates
    wanted: Wanted


def render_path(
    path: Path, out: Path | None, templates: Path | None, wanted: Wanted | None = None
) -> tuple[list[Path], list[Problem]]:
    """Render one data file, or every document of a campaign folder.

    Args:
        path: the file or folder; a unit's file stands for all its documents, a person's own file
            for those of that person.
        out: where to write: a `.docx` for one letter, else a folder; by default `output/` and the
            campaign's folder name.
        templates: a folder of templates that wins over the shipped ones.
        wanted: which documents of units, and whether as forms to fill in by hand.

    Returns:
        The files written, and every problem.
    """
    folder = path if path.is_dir() else campaign_folder(path) if path.exists() else None
    if folder is None:
        return [], list(read_file(path).problems)
    campaign = read_campaign(folder)
    task = _Task(campaign, path, out, search_path(folder, templates), wanted or Wanted())
    unit = None if path.is_dir() else unit_of(campaign, path)
    problems = all_problems(campaign) if path.is_dir() else about(campaign, path)
    written: list[Path] = []
    if unit is None and not task.wanted.forms:
        names = list(campaign.documents) if path.is_dir() else [path.name]
        for name in names:
            if not _stopped(problems, (folder / name, folder / CAMPAIGN_FILE)):
                files, found = _render_letter(task, name)
                written += files
                problems += found
    for each in campaign.units if path.is_dir() else filter(None, (unit,)):
        if campaign.dot is not None and not _stopped(problems, (folder / CAMPAIGN_FILE,)):
            files, found = _render_unit(task, each, campaign.dot)
            written += files
            problems += found
    problems += _not_offered(task, unit)
    return written, list(dict.fromkeys(problems))


def _not_offered(task: _Task, unit: Unit | None) -> list[Problem]:
    """A form that was asked for and that no unit gives is told, not passed over."""
    dot, wanted = task.campaign.dot, task.wanted
    if dot is None or not wanted.forms:
        return []
    units = [unit] if unit else task.campaign.units
    known = {code for each in units for code in offered(each, dot, blank=wanted.blank)}
    return not_among(wanted.forms, sorted(known), Place(file=task.path.as_posix()))


def _stopped(problems: Iterable[Problem], files: Iterable[Path]) -> bool:
    """Whether any of the files has an error: nothing is made from it then."""
    wanted = {file.resolve() for file in files}
    errors = [each for each in problems if each.severity is Severity.ERROR]
    return any(Path(each.place.file).resolve() in wanted for each in errors)


def _render_letter(task: _Task, name: str) -> tuple[list[Path], list[Problem]]:
    data, problems = produce(task.campaign, name, task.search)
    if data is None:
        return [], problems
    written, found = write_document(_target(task, name), data)
    return ([written] if written else []), [*problems, *found]


def _render_unit(task: _Task, unit: Unit, dot: Dot) -> tuple[list[Path], list[Problem]]:
    """Render all a unit's documents, or one person's where the path is that person's own file."""
    own = {file.resolve(): index for index, file in unit.persons.items()}
    folder = task.out or output_folder(OUTPUT, task.campaign.folder)
    wanted = dataclasses.replace(task.wanted, person=own.get(task.path.resolve()))
    return render_unit(unit, dot, task.search, folder, wanted)


def produce(
    campaign: Campaign, name: str, templates: Templates
) -> tuple[bytes | None, list[Problem]]:
    """Make one document of a campaign whose data has no errors.

    Args:
        campaign: as read.
        name: the data file's name in it.
        templates: where templates are found.

    Returns:
        The bytes of the `.docx`, or None with what the template or its filling has against it.
    """
    return made(letter_paper(campaign, name, letter_names(campaign)[name]), templates)


def letter_names(campaign: Campaign) -> dict[str, str]:
    """Return the file name of each letter by the name of its data file."""
    stems = [Path(name).stem for name in campaign.documents]
    names = [f"{name}.docx" for name in file_names(stems)]
    return dict(zip(campaign.documents, names, strict=True))


def letter_paper(campaign: Campaign, name: str, tep: str) -> Paper:
    """Return a letter or a copy of a campaign as a document to be made.

    Args:
        campaign: as read, with `dot.yaml`.
        name: the data file's name in it; it has no errors, and neither has the original of a copy.
        tep: the name its file is given.
    """
    document = campaign.documents[name]
    return Paper(
        tep=tep,
        mau=document.mau or document.loai,
        shape=SHAPES[type(document)],
        build=partial(_printed, campaign, document),
        located=partial(located, path=campaign.folder / name),
    )


def _printed(campaign: Campaign, document: VanBan | SaoLuc) -> Mapping[str, Any]:
    if campaign.dot is None:
        raise ValueError(campaign.folder)
    if isinstance(document, VanBan):
        return printed_letter(document, campaign.dot)
    original = campaign.documents[document.ban_goc]
    if not isinstance(original, VanBan):
        raise TypeError(document.ban_goc)
    return {
        **printed_letter(original, campaign.dot),
        "ban_sao": printed_copy(document, campaign.dot),
    }


def _target(task: _Task, name: str) -> Path:
    out = task.out
    if out is not None and not task.path.is_dir() and out.suffix.lower() == ".docx":
        return out
    folder = out or output_folder(OUTPUT, task.campaign.folder)
    return folder / letter_names(task.campaign)[name]
