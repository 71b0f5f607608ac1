"""Runs checks and shows what they come to."""

import datetime as dt
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import click

from generator.cli.options import day_of
from generator.cli.report import show
from generator.dossier.check import Answer, Question, checked
from generator.dossier.reports.marks import COLOURS
from generator.dossier.results import GOOD, UNJUDGED, CheckedCampaign, Ket, UnitResult
from generator.problems import Problem, has_errors
from generator.production.folders import Request, requests
from generator.production.write import write_file

REPORTS = "kiem-tra"


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed."""

    data: Path
    out: Path
    units: tuple[str, ...]
    day: dt.date
    fail_on: frozenset[Ket] | None
    formats: tuple[str, ...]
    everything: bool
    jobs: int | None


def verdicts_named(text: str | None) -> frozenset[Ket] | None:
    """Read `--fail-on`."""
    if text is None:
        return None
    names = [each.strip() for each in text.split(",") if each.strip()]
    known = {ket.value: ket for ket in Ket}
    wrong = [name for name in names if name not in known]
    if wrong or not names:
        raise click.UsageError(
            f"Không có kết quả «{', '.join(wrong) or text}»; dùng: {', '.join(known)}."
        )
    return frozenset(known[name] for name in names)


def run(wish: Wish) -> int:
    """Check every campaign, show or save the reports, and return the exit code."""
    jobs = os.cpu_count() or 1 if wish.jobs is None else wish.jobs
    problems: list[Problem] = []
    kinds: set[Ket] = set()
    number = whole = unjudged = 0
    for request in requests(wish.data, wish.out):
        with ExitStack() as stack:
            question = Question(replace(request, units=wish.units), wish.day, jobs)
            answer = stack.enter_context(checked(question))
            problems += answer.problems
            if answer.campaign is None:
                unjudged += 1
                continue
            units = list(answer.units())
            number += len(units)
            for unit in units:
                problems += unit.problems
                whole += unit.is_complete()
                kinds.update(each.ket for each in unit.verdicts)
                unjudged += any(each.code in UNJUDGED for each in unit.problems)
            for kind in wish.formats:
                problems += _report(kind, answer, units, request, wish)
    if "json" not in wish.formats:
        show(problems, "text", f"Hồ sơ: {whole}/{number} đơn vị đủ. Dữ liệu", err=True)
    if wish.fail_on is not None:
        return int(bool(unjudged or kinds & wish.fail_on))
    return int(bool(kinds - GOOD) or has_errors(problems))


def in_short(request: Request) -> str:
    """Say in half a sentence how the dossiers of a campaign stand; nothing without units."""
    with checked(Question(request, day_of(None))) as answer:
        units = list(answer.units())
    if not units:
        return ""
    whole = sum(each.is_complete() for each in units)
    return f"; hồ sơ: {whole}/{len(units)} đơn vị đủ"


def _report(
    kind: str, answer: Answer, units: Sequence[UnitResult], request: Request, wish: Wish
) -> list[Problem]:
    campaign, standard = answer.campaign, answer.standard
    if campaign is None or standard is None:
        return []
    if kind == "json":
        from generator.dossier.reports.as_json import json_pieces

        for piece in json_pieces(campaign, units):
            click.echo(piece, nl=False)
        return []
    if kind == "text":
        for line in _table(campaign, units, everything=wish.everything):
            click.echo(line)
        return []
    folder = request.root / REPORTS
    if kind == "docx":
        from generator.dossier.word_reports import write_word_reports

        files, problems = write_word_reports(
            folder, campaign, units, standard.dot, standard.templates
        )
    else:
        path = folder / f"Tình hình hồ sơ.{kind}"
        problems = write_file(path, _bytes(kind, campaign, units))
        files = [path] if not has_errors(problems) else []
    for path in files:
        click.echo(path.as_posix())
    return problems


def _bytes(kind: str, campaign: CheckedCampaign, units: Sequence[UnitResult]) -> bytes:
    if kind == "xlsx":
        from generator.dossier.reports.excel import workbook

        return workbook(campaign, units)
    from generator.dossier.reports.page import page

    return "".join(page(campaign, units)).encode()


def _table(
    campaign: CheckedCampaign, units: Sequence[UnitResult], *, everything: bool
) -> Iterator[str]:
    from generator.dossier.reports.table import table

    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ

    def paint(text: str, ket: Ket) -> str:
        return click.style(text, fg=COLOURS[ket]) if coloured else text

    width = shutil.get_terminal_size((100, 24)).columns
    return table(campaign, units, width, paint, everything=everything)
