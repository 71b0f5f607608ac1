"""The entry point: reads one data file, or the folder of a campaign."""

from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import CaNhanTep, DonViNam, Dot, SaoLuc, VanBan
from generator.model.checklist import DanhMuc
from generator.problems import Place, Problem, has_errors, problem
from generator.reading.checks import check_campaign, check_copy, check_document
from generator.reading.data_file import CAMPAIGN_FILE, ReadResult, placed, read_data
from generator.reading.kinds import data_models, own_kinds
from generator.reading.units import Unit, read_units

__all__ = ["CAMPAIGN_FILE", "Campaign", "ReadResult", "Unit", "read_campaign", "read_file"]


@dataclass(frozen=True, slots=True)
class Campaign:
    """A parsed campaign folder with the documents that could be read, sorted by file name.

    `dot` is None if `dot.yaml` is missing or has errors. `problems` are those of all files,
    `dot.yaml` first; `files` are all data files, including those that could not be read.
    """

    folder: Path
    dot: Dot | None
    documents: dict[str, VanBan | SaoLuc]
    units: tuple[Unit, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()


def read_file(path: Path, shown: str | None = None) -> ReadResult:
    """Read and check one data file on its own.

    Args:
        path: `dot.yaml`, or a file that states its kind in `loai`.
        shown: the name of the file in problems; by default the path with forward slashes.

    Returns:
        Its value and all problems, each with line and column.
    """
    name = shown or path.as_posix()
    read = read_data(path, name)
    match read.value:
        case None:
            return read
        case Dot() as dot:
            own = own_kinds(path.parent)
            checked = placed(check_campaign(dot), name, read.text)
            problems = (*read.problems, *checked, *own.problems)
            return ReadResult(dot.with_kinds(own.kinds), problems, read.text)
        case DonViNam() | CaNhanTep() | DanhMuc():
            return read
        case document:
            found = check_document(document, None)
    return ReadResult(read.value, read.problems + placed(found, name, read.text), read.text)


def campaign_of(folder: Path) -> Dot | None:
    """Read only `dot.yaml` of a folder; None if it is missing or has errors."""
    file = folder / CAMPAIGN_FILE
    value = read_file(file).value if file.is_file() else None
    return value if isinstance(value, Dot) else None


def read_campaign(folder: Path) -> Campaign:
    """Read and check every data file of a campaign folder.

    Args:
        folder: the folder of `dot.yaml`; units are below `don-vi/`.

    Returns:
        The campaign with the problems of all its files and between them.
    """
    campaign, standing = read_top(folder)
    units, found, files = read_units(folder, campaign.dot, standing)
    problems = (*campaign.problems, *(each for each in found if each not in campaign.problems))
    return replace(campaign, units=tuple(units), problems=problems, files=(*campaign.files, *files))


def read_top(folder: Path) -> tuple[Campaign, dict[Path, ReadResult]]:
    """Read and check the data files located directly in a campaign folder.

    Args:
        folder: the folder of `dot.yaml`; every other `*.yaml` in it is a document or a unit. Files
            whose name begins with a dot or `~$` belong to other programs.

    Returns:
        The campaign without units, and the units' files among those read.
    """
    files, problems = _files(folder)
    dot: Dot | None = None
    reads: dict[str, ReadResult] = {}
    if folder / CAMPAIGN_FILE in files:
        read = read_file(folder / CAMPAIGN_FILE)
        dot = read.value if isinstance(read.value, Dot) else None
        problems += read.problems
    kinds = data_models(dot.loai_rieng if dot else own_kinds(folder).kinds)
    for path in files:
        if path.name != CAMPAIGN_FILE:
            reads[path.name] = read_data(path, path.as_posix(), kinds)
    documents = {
        name: read.value for name, read in reads.items() if isinstance(read.value, VanBan | SaoLuc)
    }
    own = {
        name: (*read.problems, *_own_problems(folder / name, read, documents.get(name), dot))
        for name, read in reads.items()
    }
    broken = {name for name, found in own.items() if has_errors(found)}
    for name, found in own.items():
        problems += found
        document = documents.get(name)
        if isinstance(document, SaoLuc):
            near = {each.name for each in folder.iterdir() if each.is_file()}
            between = check_copy(document, documents, {*near, *reads}, broken - {name})
            problems += placed(between, (folder / name).as_posix(), reads[name].text)
    standing = {
        folder / name: read for name, read in reads.items() if isinstance(read.value, DonViNam)
    }
    for name, read in reads.items():
        if isinstance(read.value, CaNhanTep | DanhMuc):
            problems.append(problem("KD036", Place(file=(folder / name).as_posix()), loai="don-vi"))
    campaign = Campaign(folder, dot, documents, (), tuple(problems), tuple(files))
    return campaign, standing


def _files(folder: Path) -> tuple[list[Path], list[Problem]]:
    try:
        inside = sorted(folder.iterdir())
    except FileNotFoundError:
        return [], [problem("KD034", Place(file=folder.as_posix()))]
    except OSError:
        return [], [problem("KD035", Place(file=folder.as_posix()))]
    ours = [path for path in inside if not path.name.startswith((".", "~$")) and path.is_file()]
    files = [path for path in ours if path.suffix.lower() == ".yaml"]
    problems = [
        problem("KD033", Place(file=path.as_posix()), ten=f"{path.stem}.yaml")
        for path in ours
        if path.suffix.lower() == ".yml"
    ]
    if not any(path.name == CAMPAIGN_FILE for path in files):
        problems.insert(0, problem("KD030", Place(file=(folder / CAMPAIGN_FILE).as_posix())))
    return files, problems


def _own_problems(
    path: Path, read: ReadResult, document: VanBan | SaoLuc | None, dot: Dot | None
) -> tuple[Problem, ...]:
    found = check_document(document, dot) if document else []
    return placed(found, path.as_posix(), read.text)
