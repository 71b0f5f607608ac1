"""Checks data files and campaign folders on request of the command line."""

from collections.abc import Iterable
from pathlib import Path

from generator.checklists.checks import check_features
from generator.checklists.load import FOLDER as CHECKLISTS
from generator.checklists.load import checklist_for, own_papers, read_checklist
from generator.model import Dot, SaoLuc, VanBan
from generator.model.checklist import DanhMuc
from generator.papers.letters import (
    campaign_findings,
    findings,
)
from generator.papers.own_kinds import kind_problems
from generator.papers.own_templates import unused_templates
from generator.papers.score_sheets import check_divisions
from generator.papers.unit_papers import unit_problems
from generator.problems import Problem
from generator.reading.folder_files import data_files
from generator.reading.load import (
    CAMPAIGN_FILE,
    WRONG_YEAR,
    Campaign,
    Unit,
    read_campaign,
    read_file,
)
from generator.reading.places import campaign_folder, campaign_folders
from generator.reading.positions import located
from generator.reading.units import located_in
from generator.regulations.in_force import regime_of


def check_paths(paths: Iterable[Path]) -> tuple[int, list[Problem]]:
    """Read and check files and campaign folders.

    Args:
        paths: data files or folders; a file is checked with the `dot.yaml` of its campaign.

    Returns:
        How many files were read, and every problem with its place.
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
    for each in campaign_folders(folder):
        campaign = read_campaign(each)
        checked += len(campaign.files)
        problems += folder_problems(campaign)
    return checked, problems


def _check_file(path: Path) -> tuple[int, list[Problem]]:
    folder = campaign_folder(path)
    if folder is None:
        read = read_file(path)
        alone = isinstance(read.value, DanhMuc)
        return 1, read_checklist(path).problems if alone else list(read.problems)
    return 1, about(read_campaign(folder), path)


def folder_problems(campaign: Campaign) -> list[Problem]:
    """Return all problems of a campaign, and of the files in its `mau/` that nothing uses."""
    found = all_problems(campaign)
    if campaign.dot is not None:
        found += unused_templates(campaign.folder, campaign.dot, campaign.documents.values)
    return found


def all_problems(campaign: Campaign) -> list[Problem]:
    """Return all problems of a campaign: reading, wording, forms, rating rules, checklists."""
    problems = list(campaign.problems)
    if campaign.dot is not None:
        problems += campaign_problems(campaign.dot, campaign.folder / CAMPAIGN_FILE)
        year_known = all(each.code != WRONG_YEAR for each in problems)
        for unit in campaign.units if year_known else ():
            problems += unit_problems(unit, campaign.dot)
        for name, document in campaign.documents.items():
            problems += document_problems(document, campaign.dot, campaign.folder / name)
        problems += _checklists(campaign, campaign.dot)
    return problems


def document_problems(document: VanBan | SaoLuc, dot: Dot, path: Path) -> list[Problem]:
    """Return the violations of wording rules in the document of a file, with places."""
    problems: list[Problem] = []
    for found in findings(document, dot):
        # Values inherited from the campaign must be corrected in its file.
        mine = getattr(document, str(found.place.path[0]), None)
        problems += located([found], path if mine else path.with_name(CAMPAIGN_FILE))
    return problems


def _checklists(campaign: Campaign, dot: Dot) -> list[Problem]:
    """Check the office's own checklists, the one in use for its year, and `dac_diem` against it."""
    regime, _ = regime_of(dot)
    used = checklist_for(campaign.folder, dot, regime)
    problems = list(used.problems)
    for file in data_files(campaign.folder / CHECKLISTS):
        if file != used.file:
            problems += read_checklist(file, own=own_papers(dot)).problems
    if used.danh_muc is not None:
        for unit in campaign.units:
            problems += located_in(unit, check_features(used.danh_muc, unit.data))
    return problems


def campaign_problems(dot: Dot, path: Path) -> list[Problem]:
    """Return the problems of the values of `dot.yaml` (at `path`) beyond those of reading it."""
    _, overlaid = regime_of(dot)
    found = located([*campaign_findings(dot), *overlaid, *check_divisions(dot)], path)
    return [*found, *kind_problems(dot, path.parent)]


def about(campaign: Campaign, path: Path) -> list[Problem]:
    """Return the problems of one file, or of a unit with its persons, and of its `dot.yaml`."""
    unit = unit_of(campaign, path)
    files = [path] if unit is None else [unit.file, *unit.persons.values()]
    wanted = {file.resolve() for file in (*files, campaign.folder / CAMPAIGN_FILE)}
    return [each for each in all_problems(campaign) if Path(each.place.file).resolve() in wanted]


def unit_of(campaign: Campaign, path: Path) -> Unit | None:
    """Return the unit of a unit's file or of a person's file, or None."""
    here = path.resolve()
    for unit in campaign.units:
        if here in {file.resolve() for file in (unit.file, *unit.persons.values())}:
            return unit
    return None
