"""Shows or saves the reports of a check."""

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator.building.folders import BuildRequest
from generator.dossier.check import Answer
from generator.dossier.reports.marks import COLOURS
from generator.dossier.results import CheckedCampaign, UnitResult
from generator.dossier.unit_check import Standard
from generator.files.atomic import write_file
from generator.files.documents import write_document
from generator.model.verdict import Ket
from generator.problems import Problem, has_errors

REPORTS = "kiem-tra"
SAVED = ("xlsx", "html", "docx")
_NAME = "Tình hình hồ sơ"
_PART = " (một phần)"
"""What a table of some units only is called, so that it does not take the place of the whole."""


def show_table(answer: Answer, units: Sequence[UnitResult], *, everything: bool, err: bool) -> None:
    """Print the table of a campaign; to the error stream where something else has the other."""
    if answer.campaign is None:
        return
    from generator.dossier.reports.table import table

    coloured = (sys.stderr if err else sys.stdout).isatty() and "NO_COLOR" not in os.environ

    def paint(text: str, ket: Ket) -> str:
        return click.style(text, fg=COLOURS[ket]) if coloured else text

    width = shutil.get_terminal_size((100, 24)).columns
    for line in table(answer.campaign, units, width, paint, everything=everything):
        click.echo(line, err=err)


def show_json(answer: Answer, units: Sequence[UnitResult]) -> None:
    """Print the result of a campaign as one JSON object, or what hinders it."""
    from generator.dossier.reports.as_json import hindered, json_pieces

    found = json_pieces(answer.campaign, units) if answer.campaign else hindered(answer.problems)
    for piece in found:
        click.echo(piece, nl=False)


def save(
    kinds: Iterable[str], answer: Answer, units: Sequence[UnitResult], request: BuildRequest,
    *, err: bool,
) -> list[Problem]:  # fmt: skip
    """Save the reports that are files and say where they are.

    Args:
        kinds: of `SAVED`.
        answer: what was checked.
        units: the results.
        request: the campaign; of some units only, the reports say so in their names.
        err: whether paths go to the error stream.

    Returns:
        What is to be said of writing them.
    """
    problems: list[Problem] = []
    if answer.campaign is None or answer.standard is None:
        return problems
    folder = request.root / REPORTS
    for kind in kinds:
        if kind == "docx":
            files, found = _documents(folder, answer.campaign, answer.standard, units, request)
        else:
            name = f"{_NAME}{_PART if request.units else ''}.{kind}"
            files, found = _table(folder / name, answer.campaign, units)
        problems += found
        for path in files:
            click.echo(path.as_posix(), err=err)
    return problems


def _documents(
    folder: Path, campaign: CheckedCampaign, standard: Standard, units: Sequence[UnitResult],
    request: BuildRequest,
) -> tuple[list[Path], list[Problem]]:  # fmt: skip
    from generator.dossier.reports.word import in_time, write_word_reports

    early = [unit.ten for unit in units if in_time(unit, standard.dot)]
    if early:
        names = ", ".join(early)
        click.echo(f"Còn thiếu nhưng chưa quá hạn, chưa lập công văn đôn đốc: {names}.", err=True)
    return write_word_reports(folder, campaign, units, standard, whole=not request.units)


def _table(
    path: Path, campaign: CheckedCampaign, units: Sequence[UnitResult]
) -> tuple[list[Path], list[Problem]]:
    if path.suffix == ".xlsx":
        from generator.dossier.reports.excel import workbook

        written, problems = write_document(path, workbook(campaign, units))
        return [written] if written else [], problems
    from generator.dossier.reports.page import page

    problems = write_file(path, "".join(page(campaign, units)).encode())
    return [] if has_errors(problems) else [path], problems
