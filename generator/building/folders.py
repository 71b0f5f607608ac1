"""The inputs of a build: the campaign's `dot.yaml`, and a folder for each selected unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.files.file_names import file_names
from generator.model import Dot, SaoLuc, VanBan
from generator.papers.own_templates import unused_templates
from generator.papers.plan import EVERYTHING, Selection, not_among
from generator.papers.validation import all_problems, campaign_problems
from generator.problems import Place, Problem, has_errors, problem
from generator.reading.folder_files import data_files
from generator.reading.folder_names import CAMPAIGN_FILE, output_folder
from generator.reading.laid_out import not_read
from generator.reading.load import read_file, read_top, used_files
from generator.reading.places import campaign_folders
from generator.reading.units import UnitSource, same_codes, unit_head, unit_sources
from generator.regulations.in_force import regime_of
from generator.wording import compare

_LONGEST_FOLDER = 60
"""Keeps the whole path, with the file name, within the Windows limit of 260 characters."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """A request to build a campaign, or part of it, into the folder `root`.

    `units` are codes or names of units, «» for the campaign's letters; empty for all.
    """

    campaign: Path
    root: Path
    templates: Path | None = None
    units: tuple[str, ...] = ()
    wanted: Selection = EVERYTHING
    dry: bool = False
    clean: bool = False


@dataclass(frozen=True, slots=True)
class Folder:
    """A unit (None for the campaign's letters), its folder below the root, its code and name."""

    source: UnitSource | None
    name: str
    ma: str = ""
    ten: str = ""


def readable(campaign: Path) -> tuple[Dot | None, list[Problem]]:
    """Read `dot.yaml`; if it has an error, the build stops, and all campaign problems are returned.

    An error in a kind of paper added by the office stops only papers of that kind; it is reported
    with the letters of the campaign.
    """
    path = campaign / CAMPAIGN_FILE
    read = read_file(path) if path.is_file() else None
    if read and isinstance(read.value, Dot):
        found = [*read.problems, *campaign_problems(read.value, path)]
        if not has_errors([each for each in found if each.place.file == path.as_posix()]):
            return read.value, []
    found = all_problems(read_top(campaign)[0])
    return None, [*found, *not_read(campaign, partial(used_files, campaign))]


def requests(data: Path, out: Path) -> list[BuildRequest]:
    """Return a build request for each campaign in a folder, covering everything."""
    return [BuildRequest(each, output_folder(out, each)) for each in campaign_folders(data)]


def folders(request: BuildRequest, dot: Dot) -> tuple[list[Folder], list[Problem]]:
    """List the selected folders; units with the same folder name are distinguished by a number."""
    place = Place(file=request.campaign.as_posix())
    letters = [path for path in data_files(request.campaign) if path.name != CAMPAIGN_FILE]
    heads = _heads(letters, unit_sources(request.campaign))
    problems = not_read(request.campaign, partial(used_files, request.campaign))
    problems += unused_templates(request.campaign, dot, partial(_documents, request.campaign))
    problems += same_codes((code, source.file) for source, code, _ in heads)
    taken = [f"{name}.docx" for name in file_names(path.stem for path in letters)]
    names = file_names((code for _, code, _ in heads), _LONGEST_FOLDER, taken)
    units = [
        (Folder(source, name, code, title), (code, title, name))
        for (source, code, title), name in zip(heads, names, strict=True)
    ]
    problems += [
        problem("KD512", place, ten=asked)
        for asked in request.units
        if asked and not any(_called(asked, known) for _, known in units)
    ]
    regime, _ = regime_of(dot)
    problems += not_among(request.wanted.forms, regime.thanh_phan, place)
    own = Folder(None, "")
    if not request.units:
        return [own, *(folder for folder, _ in units)], problems
    asked_for = [
        folder
        for folder, known in units
        if any(each and _called(each, known) for each in request.units)
    ]
    return [*([own] if "" in request.units else []), *asked_for], problems


def _documents(campaign: Path) -> Iterable[VanBan | SaoLuc]:
    return read_top(campaign)[0].documents.values()


def _heads(
    standing: Iterable[Path], below: Iterable[UnitSource]
) -> list[tuple[UnitSource, str, str]]:
    """Return each unit with its code and name; below `don-vi/` also one that cannot be read."""
    found = [(UnitSource(path), *head) for path in standing if (head := unit_head(path))]
    found += [(each, *(unit_head(each.file) or (each.file.stem, ""))) for each in below]
    return found


def _called(asked: str, known: Iterable[str]) -> bool:
    return any(compare.same(asked, name) for name in known)
