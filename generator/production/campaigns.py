"""Checking and rendering whole files and folders, as the command line asks for it."""

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
from generator.production.write import write_document
from generator.reading.load import CAMPAIGN_FILE, Campaign, read_campaign, read_file
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
    if not (path.parent / CAMPAIGN_FILE).exists():
        return 1, list(read_file(path).problems)
    return 1, _about(read_campaign(path.parent), path)


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
        problems += located(campaign_findings(campaign.dot), campaign.folder / CAMPAIGN_FILE)
        for name, document in campaign.documents.items():
            for found in findings(document, campaign.dot):
                # What a document takes over from the campaign is to be mended there.
                own = getattr(document, str(found.place.path[0]), None)
                problems += located([found], campaign.folder / (name if own else CAMPAIGN_FILE))
    return problems


def _about(campaign: Campaign, path: Path) -> list[Problem]:
    """The problems of one file and of the `dot.yaml` it depends on."""
    wanted = {path.as_posix(), (campaign.folder / CAMPAIGN_FILE).as_posix()}
    return [problem for problem in _all_problems(campaign) if problem.place.file in wanted]


def render_path(
    path: Path, out: Path | None, templates: Path | None
) -> tuple[list[Path], list[Problem]]:
    """Render one data file, or every document of a campaign folder.

    Args:
        path: the file or folder.
        out: where to write: a `.docx` for one file, else a folder; by default `output/` and the
            campaign's folder name.
        templates: a folder of templates that wins over the shipped ones.

    Returns:
        The files written, and every problem.
    """
    if not path.is_dir() and not path.exists():
        return [], list(read_file(path).problems)
    folder = path if path.is_dir() else path.parent
    campaign = read_campaign(folder)
    search = search_path(folder, templates)
    problems = _all_problems(campaign) if path.is_dir() else _about(campaign, path)
    stopped = {p.place.file for p in problems if p.severity is Severity.ERROR}
    written = []
    for name in campaign.documents if path.is_dir() else [path.name]:
        if stopped & {(folder / name).as_posix(), (folder / CAMPAIGN_FILE).as_posix()}:
            continue
        data, found = produce(campaign, name, search)
        problems += found
        if data is not None:
            target, found = write_document(_target(campaign, name, path, out), data)
            problems += found
            written += [target] if target else []
    return written, list(dict.fromkeys(problems))


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
