"""Writes the Word documents of a check into the campaign's output folder."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from generator.dossier.reports.word_papers import SHAPES, bang_kiem, don_doc, tinh_hinh_nop
from generator.dossier.results import CheckedCampaign, UnitResult
from generator.dossier.still_owed import is_own, overdue, still_owed
from generator.dossier.unit_check import Standard
from generator.engine.look import Look
from generator.files.documents import withdraw, write_document
from generator.files.file_names import MAX_LENGTH, file_name, file_names
from generator.model import Dot
from generator.papers.looks import look_of
from generator.papers.paper import Paper, made
from generator.papers.templates import Templates
from generator.problems import Problem
from generator.regulations.in_force import pack_in_force

LIST, DUNNING = "Bảng kiểm", "Công văn đôn đốc"
REPORT = "Báo cáo tình hình nộp hồ sơ"
_ENDING = ".docx"


def write_word_reports(
    folder: Path,
    campaign: CheckedCampaign,
    units: Sequence[UnitResult],
    standard: Standard,
    *,
    whole: bool = True,
) -> tuple[list[Path], list[Problem]]:
    """Write the report on the campaign, each unit's bảng kiểm, and a letter to each late unit.

    Args:
        folder: the target folder.
        campaign: the checked campaign.
        units: the results.
        standard: what they were checked against, with the campaign and the templates.
        whole: whether all units were checked; if not, no report on the campaign is written, and
            papers of other units are kept.

    Returns:
        The files written, and the problems. Papers of an earlier check that no longer apply (the
        unit is complete, or deleted) are removed, unless somebody edited them (KD740).
    """
    dot = standard.dot
    look = look_of(pack_in_force(dot, dot.co_quan, campaign.tinh_den)[0])
    papers = list(_of_units(campaign, units, dot, look))
    if whole:
        report = partial(tinh_hinh_nop, units, campaign, dot)
        papers.insert(0, _paper(file_name(REPORT, _ENDING), "tinh-hinh-nop", report, look))
    written, problems = write_papers(folder, papers, standard.templates)
    names = None if whole else set(_names(units))
    wanted = {*written, *(folder / each.tep for each in papers)}
    return written, [*problems, *_withdraw_outdated(folder, names, wanted)]


def letter_due(unit: UnitResult, dot: Dot) -> bool:
    """Return whether a unit gets a công văn đôn đốc: it is late and not the campaign's own body."""
    return bool(overdue(unit)) and not is_own(unit, dot)


def in_time(unit: UnitResult, dot: Dot) -> bool:
    """Return whether a unit owes something but gets no letter, because it is not late."""
    return bool(still_owed(unit)) and not overdue(unit) and not is_own(unit, dot)


def _of_units(
    campaign: CheckedCampaign, units: Sequence[UnitResult], dot: Dot, look: Look
) -> Iterator[Paper]:
    names = iter(_names(units))
    for unit, checklist, letter in zip(units, names, names, strict=False):
        if unit.verdicts:
            yield _paper(checklist, "bang-kiem", partial(bang_kiem, unit, campaign, dot), look)
        if letter_due(unit, dot):
            yield _paper(letter, "don-doc", partial(don_doc, unit, campaign, dot), look)


def _names(units: Sequence[UnitResult]) -> list[str]:
    """Name the two papers of each unit; all file names are distinct and short enough."""
    titles = (f"{kind} - {unit.ten}" for unit in units for kind in (LIST, DUNNING))
    return [f"{each}{_ENDING}" for each in file_names(titles, MAX_LENGTH - len(_ENDING))]


def _paper(file: str, template: str, build: Callable[[], Mapping[str, Any]], look: Look) -> Paper:
    return Paper(file, f"ho-so/{template}", SHAPES[template], build, list, look)


def write_papers(
    folder: Path, papers: Iterable[Paper], templates: Templates
) -> tuple[list[Path], list[Problem]]:
    """Generate documents and write them."""
    written: list[Path] = []
    problems: list[Problem] = []
    for paper in papers:
        data, found = made(paper, templates)
        problems += found
        if data is not None:
            path, found = write_document(folder / paper.tep, data)
            problems += found
            written += [path] if path else []
    return written, list(dict.fromkeys(problems))


def _withdraw_outdated(
    folder: Path, names: set[str] | None, wanted: set[Path]
) -> Iterator[Problem]:
    """Remove papers of units that no longer apply; `names` limits which, None for all."""
    for path in sorted(folder.glob(f"*{_ENDING}")):
        ours = path.name.startswith((f"{LIST} - ", f"{DUNNING} - "))
        if ours and path not in wanted and (names is None or path.name in names):
            yield from withdraw(path)
