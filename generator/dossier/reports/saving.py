"""Saves the reports of a check as files: their kinds, paths and names."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.building.folders import BuildRequest
from generator.dossier.check import Answer
from generator.dossier.reports.excel import workbook
from generator.dossier.reports.page import page
from generator.dossier.reports.word import in_time, write_word_reports
from generator.dossier.results import CheckedCampaign, UnitResult
from generator.files.documents import write_document
from generator.files.seals import BLANK, sealed
from generator.problems import Problem

FOLDER = "kiem-tra"
"""Below the output folder of a campaign."""

_NAME = "Tình hình hồ sơ"
_PART = " (một phần)"
"""Added to the name of a table of some units, so that it does not replace the full table."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The files of one kind of report, and the problems.

    `chua_qua_han` names the units that owe something but got no letter, because they are not late.
    """

    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    chua_qua_han: list[str] = field(default_factory=list)


def save(kind: str, answer: Answer, units: Sequence[UnitResult], request: BuildRequest) -> Saved:
    """Save a report of a check into `kiem-tra/` of the campaign's output folder.

    Args:
        kind: `xlsx` or `html` for the table; `docx` for the report on the campaign, the bảng kiểm
            of each unit, the letters to those that are late.
        answer: the check; without a campaign nothing is saved.
        units: the results.
        request: the campaign; if it selects units, the name of a table says so and there is no
            report on the campaign.

    Returns:
        The files written, and the problems.

    Raises:
        ValueError: unknown kind.
    """
    if answer.campaign is None or answer.standard is None:
        return Saved()
    campaign, standard = answer.campaign, answer.standard
    folder = request.root / FOLDER
    table = folder / f"{_NAME}{_PART if request.units else ''}.{kind}"
    match kind:
        case "xlsx":
            return _workbook(table, campaign, units)
        case "html":
            return _page(table, campaign, units)
        case "docx":
            early = [unit.ten for unit in units if in_time(unit, standard.dot)]
            whole = not request.units
            return Saved(*write_word_reports(folder, campaign, units, standard, whole=whole), early)
    raise ValueError(kind)


def _workbook(path: Path, campaign: CheckedCampaign, units: Sequence[UnitResult]) -> Saved:
    written, problems = write_document(path, workbook(campaign, units))
    return Saved([written] if written else [], problems)


def _page(path: Path, campaign: CheckedCampaign, units: Sequence[UnitResult]) -> Saved:
    text = "".join((*page(campaign, units), f"<!-- {BLANK} -->\n"))
    written, problems = write_document(path, sealed(text))
    return Saved([written] if written else [], problems)
