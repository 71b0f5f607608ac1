"""What a build works on: the campaign's `dot.yaml`, and a folder for each unit that is wanted."""

import os
from dataclasses import dataclass
from pathlib import Path

from generator.model import Dot
from generator.problems import Place, Problem, has_errors, problem
from generator.production.campaigns import all_problems, campaign_problems
from generator.production.file_names import file_names
from generator.production.plan import EVERYTHING, Wanted
from generator.production.unit_rendering import regime_of
from generator.reading.load import CAMPAIGN_FILE, read_file, read_top
from generator.reading.units import UnitSource, same_codes, unit_head, unit_sources, unread
from generator.wording import compare

_LONGEST_FOLDER = 60
"""With the file name, the whole path stays within what Windows programs open (260 characters)."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be built: a campaign folder into a folder, all of it or some.

    `units` are codes or names of units; empty for all.
    """

    campaign: Path
    root: Path
    templates: Path | None = None
    units: tuple[str, ...] = ()
    wanted: Wanted = EVERYTHING
    dry: bool = False
    clean: bool = False


@dataclass(frozen=True, slots=True)
class Folder:
    """A unit (None for the letters of the campaign) and its folder below the root."""

    source: UnitSource | None
    name: str


def leads_away(folder: Path) -> bool:
    """Say whether a folder is a link or junction, so that what is written lands somewhere else."""
    real = os.path.realpath(folder)
    own = os.path.join(os.path.realpath(folder.parent), folder.name)  # noqa: PTH118 - as realpath
    return os.path.normcase(real) != os.path.normcase(own)


def readable(campaign: Path) -> tuple[Dot | None, list[Problem]]:
    """Read `dot.yaml`; an error in it hinders everything, and then all of the top is told."""
    path = campaign / CAMPAIGN_FILE
    read = read_file(path) if path.is_file() else None
    if read and isinstance(read.value, Dot):
        found = [*read.problems, *campaign_problems(read.value, path)]
        if not has_errors(found):
            return read.value, []
    return None, all_problems(read_top(campaign)[0])


def folders(request: Request, dot: Dot) -> tuple[list[Folder], list[Problem]]:
    """List the folders that are wanted; units whose codes would meet are told apart by number."""
    inside = sorted(request.campaign.glob("*.yaml"))
    below = unit_sources(request.campaign)
    heads = [(unit_head(each), UnitSource(each)) for each in inside if each.name != CAMPAIGN_FILE]
    heads = [(head, source) for head, source in heads if head]
    heads += [(unit_head(source.file) or (source.file.stem, ""), source) for source in below]
    problems = unread(request.campaign)
    problems += same_codes((head[0], source.file) for head, source in heads if head)
    letters = [f"{name}.docx" for name in file_names(path.stem for path in inside)]
    names = file_names((head[0] for head, _ in heads if head), _LONGEST_FOLDER, letters)
    units = [
        (head, Folder(source, name)) for (head, source), name in zip(heads, names, strict=True)
    ]
    place = Place(file=request.campaign.as_posix())
    for asked in request.units:
        if not any(_is(head, folder, asked) for head, folder in units):
            problems.append(problem("KD512", place, ten=asked))
    problems += _unknown_forms(request, dot, place)
    if request.units:
        return [
            folder for head, folder in units if any(_is(head, folder, x) for x in request.units)
        ], problems
    return [Folder(None, ""), *(folder for _, folder in units)], problems


def _is(head: tuple[str, str] | None, folder: Folder, asked: str) -> bool:
    return any(compare.same(asked, name) for name in (*(head or ()), folder.name))


def _unknown_forms(request: Request, dot: Dot, place: Place) -> list[Problem]:
    regime, _ = regime_of(dot)
    known = {code.casefold(): code for code in regime.thanh_phan}
    return [
        problem("KD511", place, ma=form, cac_ma=", ".join(known.values()))
        for form in request.wanted.forms
        if form.casefold() not in known
    ]
