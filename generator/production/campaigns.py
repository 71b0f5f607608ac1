"""Checking and rendering whole files and folders, as the command line asks for it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import shipped
from generator.engine import Template, render
from generator.engine.fields import shape_of
from generator.model import SaoLuc, VanBan
from generator.production.letters import findings, printed_copy, printed_letter
from generator.production.printed import SaoLucIn, VanBanIn
from generator.production.templates import Templates, search_path
from generator.production.write import write_document
from generator.problems import Problem, has_errors
from generator.reading.load import Campaign, read_campaign, read_file
from generator.reading.positions import located

OUTPUT = Path("output")
CAMPAIGN_FILE = "dot.yaml"
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
    campaigns = list(_campaign_folders(folder))
    checked, problems = 0, []
    for each in campaigns:
        campaign = read_campaign(each)
        problems += campaign.problems
        checked += 1 + len(campaign.documents)
        for name in campaign.documents:
            problems += _findings(campaign, name)
    return checked, problems


def _check_file(path: Path) -> tuple[int, list[Problem]]:
    if path.name == CAMPAIGN_FILE or not (path.parent / CAMPAIGN_FILE).exists():
        return 1, list(read_file(path).problems)
    campaign = read_campaign(path.parent)
    problems = _about(campaign, path)
    return 1, problems + (_findings(campaign, path.name) if path.name in campaign.documents else [])


def _campaign_folders(folder: Path) -> Iterator[Path]:
    """A campaign folder is itself; a folder of campaigns stands for each of them."""
    inside = sorted(child.parent for child in folder.glob(f"*/{CAMPAIGN_FILE}"))
    if (folder / CAMPAIGN_FILE).exists() or not inside:
        yield folder
    else:
        yield from inside


def _about(campaign: Campaign, path: Path) -> list[Problem]:
    wanted = {path.as_posix(), (campaign.folder / CAMPAIGN_FILE).as_posix()}
    return [problem for problem in campaign.problems if problem.place.file in wanted]


def _findings(campaign: Campaign, name: str) -> list[Problem]:
    if campaign.dot is None:
        return []
    found = findings(campaign.documents[name], campaign.dot)
    return located(found, campaign.folder / name)


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
    folder = path if path.is_dir() else path.parent
    campaign = read_campaign(folder)
    search = search_path(folder, templates)
    problems = list(campaign.problems) if path.is_dir() else _about(campaign, path)
    names = list(campaign.documents) if path.is_dir() else [path.name]
    if not path.is_dir() and not path.exists():
        return [], list(read_file(path).problems)
    written = []
    for name in names:
        if name not in campaign.documents or campaign.dot is None:
            continue
        data, found = produce(campaign, name, search)
        problems += found
        if data is None:
            continue
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
    """Make one document.

    Args:
        campaign: as read; `campaign.dot` is there.
        name: the data file's name in it.
        templates: where templates are found.

    Returns:
        The bytes of the `.docx`, or None when a problem of the data or the template stops it.
    """
    document, dot = campaign.documents[name], campaign.dot
    if dot is None or any(_stops(campaign, problem, name) for problem in campaign.problems):
        return None, []
    problems = _findings(campaign, name)
    template, found = templates.template(document.mau or document.loai, SHAPES[type(document)])
    problems += located(found, campaign.folder / name)
    if template is None or has_errors(problems):
        return None, problems
    data, found = _render(campaign, document, template)
    return data, problems + found


def _stops(campaign: Campaign, problem: Problem, name: str) -> bool:
    return has_errors([problem]) and problem.place.file == (campaign.folder / name).as_posix()


def _render(
    campaign: Campaign, document: VanBan | SaoLuc, template: Template
) -> tuple[bytes | None, list[Problem]]:
    assert campaign.dot is not None  # noqa: S101 - `produce` has looked
    if isinstance(document, VanBan):
        return render(template, printed_letter(document, campaign.dot))
    original = campaign.documents[document.ban_goc]
    assert isinstance(original, VanBan)  # noqa: S101 - reading has refused anything else
    return render(
        template,
        {
            **printed_letter(original, campaign.dot),
            "ban_sao": printed_copy(document, campaign.dot),
        },
    )


def _target(campaign: Campaign, name: str, path: Path, out: Path | None) -> Path:
    if out is not None and not path.is_dir() and out.suffix.lower() == ".docx":
        return out
    folder = out or OUTPUT / campaign.folder.resolve().name
    return folder / f"{Path(name).stem}.docx"
