"""Checking and rendering whole files and folders, as the command line asks for it."""

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import shipped
from generator.engine import Template, render
from generator.engine.fields import shape_of
from generator.model import Dot, SaoLuc, VanBan
from generator.problems import Problem, Severity
from generator.production.letters import (
    campaign_findings,
    findings,
    printed_copy,
    printed_letter,
)  # fmt: skip
from generator.production.printed import SaoLucIn, VanBanIn
from generator.production.templates import Templates, search_path
from generator.production.unit_rendering import Wanted, regime_of, render_unit, unit_problems
from generator.production.write import write_document
from generator.reading.load import CAMPAIGN_FILE, Campaign, Unit, read_campaign, read_file
from generator.reading.positions import located

OUTPUT = Path("output")
SHAPES = {VanBan: shape_of(VanBanIn), SaoLuc: shape_of(SaoLucIn)}


def check_paths(paths: Iterable[Path]) -> tuple[int, list[Problem]]:
    """Read and check files and campaign folders.

    Args:
        paths: data files or folders; a file is checked with the `dot.yaml` beside it.

    Returns:
        How many files were read, and everything found, each with its place.
    """
    problems: list[Problem] = []
    checked = 0
    for path in paths:
        count, found = _check_folder(path) if path.is_dir() else _check_file(path)
        checked += count
        problems += found
    return checked, list(dict.fromkeys(problems))


def _check_folder(folder: Path) -> tuple[int, list[Problem]]:
    checked, problems = 0, []
    for each in _campaign_folders(folder):
        campaign = read_campaign(each)
        checked += len(campaign.files)
        problems += _all_problems(campaign)
    return checked, problems


def _check_file(path: Path) -> tuple[int, list[Problem]]:
    folder = campaign_folder(path)
    if folder is None:
        return 1, list(read_file(path).problems)
    return 1, _about(read_campaign(folder), path)


def campaign_folder(path: Path) -> Path | None:
    """Return the campaign a data file belongs to.

    A document stands beside `dot.yaml`, a unit in `don-vi/` or a folder of it, a person one deeper.
    """
    near = (path.parent, *list(path.absolute().parents)[1:4])
    return next((folder for folder in near if (folder / CAMPAIGN_FILE).exists()), None)


def _campaign_folders(folder: Path) -> Iterator[Path]:
    """A campaign folder is itself; a folder of campaigns stands for each of them."""
    inside = sorted(child.parent for child in folder.glob(f"*/{CAMPAIGN_FILE}"))
    if (folder / CAMPAIGN_FILE).exists() or not inside:
        yield folder
    else:
        yield from inside


def _all_problems(campaign: Campaign) -> list[Problem]:
    problems = list(campaign.problems)
    if campaign.dot is not None:
        _, overlaid = regime_of(campaign.dot)
        own = [*campaign_findings(campaign.dot), *overlaid]
        problems += located(own, campaign.folder / CAMPAIGN_FILE)
        for unit in campaign.units:
            problems += unit_problems(unit, campaign.dot)
        for name, document in campaign.documents.items():
            for found in findings(document, campaign.dot):
                # What a document takes over from the campaign is to be mended there.
                mine = getattr(document, str(found.place.path[0]), None)
                problems += located([found], campaign.folder / (name if mine else CAMPAIGN_FILE))
    return problems


def _about(campaign: Campaign, path: Path) -> list[Problem]:
    """The problems of one file, or of a unit with its persons, and of the `dot.yaml` above."""
    unit = _unit_of(campaign, path)
    files = [path] if unit is None else [unit.file, *unit.persons.values()]
    wanted = {file.resolve() for file in (*files, campaign.folder / CAMPAIGN_FILE)}
    return [each for each in _all_problems(campaign) if Path(each.place.file).resolve() in wanted]


def _unit_of(campaign: Campaign, path: Path) -> Unit | None:
    """The unit that a file is, or that the person of a file belongs to."""
    here = path.resolve()
    for unit in campaign.units:
        if here in {file.resolve() for file in (unit.file, *unit.persons.values())}:
            return unit
    return None


def render_path(
    path: Path, out: Path | None, templates: Path | None, wanted: Wanted | None = None
) -> tuple[list[Path], list[Problem]]:
    """Render one data file, or every document of a campaign folder.

    Args:
        path: the file or folder; a unit's file stands for all its documents, a person's own file
            for those of that person.
        out: where to write: a `.docx` for one file, else a folder; by default `output/` and the
            campaign's folder name.
        templates: a folder of templates that wins over the shipped ones.
        wanted: which documents of units, and whether as forms to fill in by hand.

    Returns:
        The files written, and every problem.
    """
    if path.is_dir():
        folder: Path | None = path
    else:
        folder = campaign_folder(path) if path.exists() else None
    if folder is None:
        return [], list(read_file(path).problems)
    campaign = read_campaign(folder)
    search = search_path(folder, templates)
    unit = None if path.is_dir() else _unit_of(campaign, path)
    problems = _all_problems(campaign) if path.is_dir() else _about(campaign, path)
    written: list[Path] = []
    if unit is None:
        written, found = _render_letters(campaign, path, out, search, problems)
        problems += found
    chosen = campaign.units if path.is_dir() else [unit] if unit else []
    for each in chosen:
        files, found = _render_units(campaign, each, path, out, search, wanted, problems)
        written += files
        problems += found
    return written, list(dict.fromkeys(problems))


def _stopped(problems: Iterable[Problem], files: Iterable[Path]) -> bool:
    """Whether any of the files has an error: nothing is made from it then."""
    wanted = {file.resolve() for file in files}
    errors = [each for each in problems if each.severity is Severity.ERROR]
    return any(Path(each.place.file).resolve() in wanted for each in errors)


def _render_letters(
    campaign: Campaign, path: Path, out: Path | None, search: Templates, problems: list[Problem]
) -> tuple[list[Path], list[Problem]]:
    written: list[Path] = []
    found: list[Problem] = []
    for name in campaign.documents if path.is_dir() else [path.name]:
        if _stopped(problems, (campaign.folder / name, campaign.folder / CAMPAIGN_FILE)):
            continue
        data, against = produce(campaign, name, search)
        found += against
        if data is not None:
            target, against = write_document(_target(campaign, name, path, out), data)
            found += against
            written += [target] if target else []
    return written, found


def _render_units(
    campaign: Campaign, unit: Unit, path: Path, out: Path | None, search: Templates,
    wanted: Wanted | None, problems: list[Problem],
) -> tuple[list[Path], list[Problem]]:  # fmt: skip
    files = (unit.file, *unit.persons.values(), campaign.folder / CAMPAIGN_FILE)
    if campaign.dot is None or _stopped(problems, files):
        return [], []
    wanted = wanted or Wanted()
    own = {file.resolve(): index for index, file in unit.persons.items()}
    if path.resolve() in own:
        wanted = dataclasses.replace(wanted, person=own[path.resolve()])
    folder = out or OUTPUT / campaign.folder.resolve().name
    return render_unit(unit, campaign.dot, search, folder, wanted)


def render_samples(out: Path) -> tuple[list[Path], list[Problem]]:
    """Render every sample campaign that comes with the program into `out`."""
    written: list[Path] = []
    problems: list[Problem] = []
    for folder in _campaign_folders(shipped.DATA):
        files, found = render_path(folder, out / folder.name, None)
        written += files
        problems += found
    return written, problems


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
    document, dot = campaign.documents.get(name), campaign.dot
    if document is None or dot is None:
        return None, []
    kind = SaoLuc if isinstance(document, SaoLuc) else VanBan
    template, found = templates.template(document.mau or document.loai, SHAPES[kind])
    if template is None:
        return None, located(found, campaign.folder / name)
    return _render(campaign, dot, document, template)


def _render(
    campaign: Campaign, dot: Dot, document: VanBan | SaoLuc, template: Template
) -> tuple[bytes | None, list[Problem]]:
    if isinstance(document, VanBan):
        return render(template, printed_letter(document, dot))
    original = campaign.documents.get(document.ban_goc)
    if not isinstance(original, VanBan):
        return None, []  # reading has said what is wrong with `ban_goc`
    context = {**printed_letter(original, dot), "ban_sao": printed_copy(document, dot)}
    return render(template, context)


def _target(campaign: Campaign, name: str, path: Path, out: Path | None) -> Path:
    if out is not None and not path.is_dir() and out.suffix.lower() == ".docx":
        return out
    folder = out or OUTPUT / campaign.folder.resolve().name
    return folder / f"{Path(name).stem}.docx"
