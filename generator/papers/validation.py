"""Checks data files and campaign folders on request of the command line."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.checklists.checks import check_features
from generator.checklists.load import checklist_for, own_papers, read_checklist
from generator.files.real_path import real_path
from generator.model import Dot, SaoLuc, VanBan
from generator.model.checklist import DanhMuc
from generator.papers.letter_findings import campaign_findings, findings
from generator.papers.over_units import over_units
from generator.papers.own_kinds import kind_problems, listed_wrongly
from generator.papers.own_templates import unused_templates
from generator.papers.same_numbers import clashes, of_letter, of_unit
from generator.papers.score_sheets import check_divisions
from generator.papers.unit_papers import unit_problems
from generator.papers.unit_year import year_of
from generator.papers.units_needed import to_check
from generator.problems import Place, Problem, problem
from generator.reading.acknowledged import Scope, acknowledged, campaign_scopes, unit_scopes
from generator.reading.folder_files import data_files
from generator.reading.folder_names import CAMPAIGN_FILE, CHECKLISTS
from generator.reading.load import (
    WRONG_YEAR,
    Campaign,
    Unit,
    read_campaign,
    read_file,
)
from generator.reading.places import campaign_folder, campaign_folders
from generator.reading.positions import located
from generator.reading.units import PERSONS, UNIT_FILE, located_in
from generator.regulations.in_force import regime_of
from generator.rules.addressees import is_understood
from generator.rules.date_windows import check_windows
from generator.rules.legal_basis import letter_bases


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
    return 1, about(read_campaign(folder, partial(to_check, path)), path)


def folder_problems(campaign: Campaign) -> list[Problem]:
    """Return all problems of a campaign, and of the files in its `mau/` that nothing uses."""
    found = all_problems(campaign)
    if campaign.dot is not None:
        found += unused_templates(campaign.folder, campaign.dot, campaign.documents.values)
    return found


def all_problems(campaign: Campaign, asked: Collection[Unit] | None = None) -> list[Problem]:
    """Return all problems of a campaign: reading, wording, forms, rating rules, checklists.

    Args:
        campaign: what was read.
        asked: the units whose own data is judged, by default all, and then also against each
            other. What is told of a unit stands in
            its own files, and only acknowledgements in them can accept it, so that the problems
            of every other file are the same whichever units are asked.
    """
    judged = campaign.units if asked is None else asked
    problems = list(campaign.problems)
    if campaign.dot is not None:
        problems += campaign_problems(campaign.dot, campaign.folder / CAMPAIGN_FILE)
        year_known = all(each.code != WRONG_YEAR for each in problems)
        for unit in judged if year_known else ():
            problems += unit_problems(unit, year_of(unit.data, campaign.dot))
        problems += over_units(campaign, campaign.dot) if year_known and asked is None else []
        for name, document in campaign.documents.items():
            problems += document_problems(document, campaign.dot, campaign.folder / name)
        told = {(each.code, each.place) for each in problems}
        clashing = _same_numbers(campaign, campaign.dot)
        problems += [each for each in clashing if (each.code, each.place) not in told]
        problems += _unclear_deadlines(campaign, campaign.dot)
        problems += _checklists(campaign, campaign.dot, judged)
        problems = acknowledged(problems, _scopes(campaign, campaign.dot))
    return list(dict.fromkeys(problems))


def _scopes(campaign: Campaign, dot: Dot) -> list[Scope]:
    """Return where warnings may be accepted, the narrowest first."""
    units = [each for unit in campaign.units for each in unit_scopes(unit)]
    return [*units, *campaign_scopes(campaign.folder, dot, campaign.documents)]


def document_problems(document: VanBan | SaoLuc, dot: Dot, path: Path) -> list[Problem]:
    """Return the violations of wording rules in the document of a file, with places."""
    own = {(each.code, each.message) for each in campaign_findings(dot)}
    problems: list[Problem] = []
    for found in findings(document, dot):
        key = str(found.place.path[0])
        if getattr(document, key, None):
            problems += located([found], path)
        elif found.code not in _BETWEEN or (found.code, found.message) in own:
            # A value that is wrong by itself must be corrected in the campaign's file.
            problems += located([found], path.with_name(CAMPAIGN_FILE))
        else:
            # The value of the campaign is right for others; it is this letter that needs its own.
            said = f"{found.message} (khoá «{key}» lấy từ {CAMPAIGN_FILE})"
            problems += located([replace(found, message=said)], path)
    regime, _ = regime_of(dot)
    bases = letter_bases(document, dot, regime) if isinstance(document, VanBan) else ()
    return [*problems, *located([*check_windows(document, dot.nam), *bases], path)]


_BETWEEN = frozenset({"KD222", "KD226", "KD227", "KD228", "KD242", "KD244"})
"""What is wrong only between a letter and what it takes from the campaign."""


def _same_numbers(campaign: Campaign, dot: Dot) -> list[Problem]:
    """Compare the numbers of all letters and of the papers of all units."""
    letters = [
        claim
        for name, document in campaign.documents.items()
        for claim in of_letter(campaign.folder / name, document, dot)
    ]
    units = {unit.file: unit for unit in campaign.units}
    claims = [*letters, *(each for unit in campaign.units for each in of_unit(unit, dot))]
    problems: list[Problem] = []
    for claim, found in clashes(claims):
        unit = units.get(claim.tep)
        problems += located_in(unit, [found]) if unit else located([found], claim.tep)
    return problems


def _unclear_deadlines(campaign: Campaign, dot: Dot) -> list[Problem]:
    """Tell deadlines that apply to nobody because their addressees are not understood."""
    names = {unit.data.don_vi.ma: unit.data.don_vi.ten for unit in campaign.units}
    unclear = [
        problem("KD167", Place(path=("thoi_han", index, "ap_dung")), ai=each.ap_dung)
        for index, each in enumerate(dot.thoi_han)
        if names and each.ap_dung and not is_understood(each.ap_dung, names)
    ]
    return located(unclear, campaign.folder / CAMPAIGN_FILE)


def _checklists(campaign: Campaign, dot: Dot, judged: Iterable[Unit]) -> list[Problem]:
    """Check the office's own checklists, the one in use for its year, and `dac_diem` against it."""
    regime, _ = regime_of(dot)
    used = checklist_for(campaign.folder, dot, regime)
    problems = list(used.problems)
    for file in data_files(campaign.folder / CHECKLISTS):
        if file != used.file:
            problems += read_checklist(file, own=own_papers(dot)).problems
    if used.danh_muc is not None:
        for unit in judged:
            problems += located_in(unit, check_features(used.danh_muc, unit.data))
    return problems


def campaign_problems(dot: Dot, path: Path) -> list[Problem]:
    """Return the problems of the values of `dot.yaml` (at `path`) beyond those of reading it."""
    _, overlaid = regime_of(dot)
    likely = check_windows(dot, dot.nam)
    listed = listed_wrongly(dot, dot.lap_them)
    told = [*campaign_findings(dot), *overlaid, *check_divisions(dot), *likely, *listed]
    found = located(told, path)
    return [*found, *kind_problems(dot, path.parent)]


def about(campaign: Campaign, path: Path) -> list[Problem]:
    """Return the problems of one file, or of a unit with its persons, and of its `dot.yaml`."""
    unit = unit_of(campaign, path)
    files = [path] if unit is None else [unit.file, *unit.persons.values()]
    wanted = {real_path(file) for file in (*files, campaign.folder / CAMPAIGN_FILE)}
    found = all_problems(campaign, [unit] if unit else [])
    return [each for each in found if real_path(Path(each.place.file)) in wanted]


def made_from(campaign: Campaign, path: Path) -> list[Problem]:
    """Return the problems of the files that the papers of one file are made from, and of no other.

    A letter is made from its own file, `dot.yaml` and, if it is a copy, the original; the papers of
    a person from the person's file and the unit's; those of a unit from all its files.
    """
    top = campaign.folder / CAMPAIGN_FILE
    unit = unit_of(campaign, path)
    beside = real_path(path).parent == real_path(campaign.folder)
    document = campaign.documents.get(path.name) if beside else None
    files = [path, top]
    if unit is not None:
        alone = real_path(path) != real_path(unit.file)
        files += [unit.file] if alone else unit.persons.values()
    elif document is None and path.parent.name == PERSONS:
        files.append(path.parent.with_name(UNIT_FILE))
    if isinstance(document, SaoLuc):
        files.append(campaign.folder / document.ban_goc)
    problems = list(campaign.problems)
    if campaign.dot is not None:
        problems += campaign_problems(campaign.dot, top)
        problems += unit_problems(unit, year_of(unit.data, campaign.dot)) if unit else []
        for file in (path, *files[2:]):
            known = campaign.documents.get(file.name) if document is not None else None
            problems += document_problems(known, campaign.dot, file) if known else []
        problems = acknowledged(problems, _scopes(campaign, campaign.dot))
    wanted = {real_path(file) for file in files}
    return [each for each in problems if real_path(Path(each.place.file)) in wanted]


def unit_of(campaign: Campaign, path: Path) -> Unit | None:
    """Return the unit of a unit's file or of a person's file, or None."""
    here = real_path(path)
    for unit in campaign.units:
        if here in {real_path(file) for file in (unit.file, *unit.persons.values())}:
            return unit
    return None
