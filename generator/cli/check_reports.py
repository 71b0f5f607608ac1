"""Prints the reports of a check, or saves them and prints their paths."""

import os
import shutil
import sys
from collections.abc import Iterable, Sequence

import click

from generator.building.folders import BuildRequest
from generator.dossier.check import Answer
from generator.dossier.reports.marks import COLOURS
from generator.dossier.results import UnitResult
from generator.model.verdict import Ket
from generator.problems import Problem


def show_table(answer: Answer, units: Iterable[UnitResult], *, everything: bool, err: bool) -> None:
    """Print the table of a campaign; to the error stream if the output stream carries JSON."""
    if answer.campaign is None:
        return
    from generator.dossier.reports.table import table

    coloured = (sys.stderr if err else sys.stdout).isatty() and "NO_COLOR" not in os.environ

    def paint(text: str, ket: Ket) -> str:
        return click.style(text, fg=COLOURS[ket]) if coloured else text

    width = shutil.get_terminal_size((100, 24)).columns
    for line in table(answer.campaign, units, width, paint, everything=everything):
        click.echo(line, err=err)


def show_json(answer: Answer, units: Iterable[UnitResult]) -> None:
    """Print the result of a campaign, or why there is none, as one JSON object."""
    from generator.dossier.reports.as_json import hindered, json_pieces

    found = json_pieces(answer.campaign, units) if answer.campaign else hindered(answer.problems)
    for piece in found:
        click.echo(piece, nl=False)


def save(
    kinds: Iterable[str],
    answer: Answer,
    units: Sequence[UnitResult],
    request: BuildRequest,
    *,
    err: bool,
) -> list[Problem]:
    """Save reports as files, print their paths, and return the problems."""
    from generator.dossier.reports import saving

    problems: list[Problem] = []
    for kind in kinds:
        saved = saving.save(kind, answer, units, request)
        problems += saved.problems
        if saved.chua_qua_han:
            early = ", ".join(saved.chua_qua_han)
            told = f"Còn thiếu nhưng chưa quá hạn, chưa lập công văn đôn đốc: {early}."
            click.echo(told, err=True)
        for path in saved.files:
            click.echo(path.as_posix(), err=err)
    return problems
