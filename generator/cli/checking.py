"""Runs checks and shows what they come to."""

import datetime as dt
import os
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import click

from generator.building.folders import BuildRequest, requests
from generator.cli import check_reports as reports
from generator.cli.options import day_of
from generator.cli.report import show
from generator.dossier.check import CheckRequest, checked
from generator.dossier.results import UNJUDGED
from generator.model.verdict import GOOD, Ket
from generator.problems import Problem, has_errors


@dataclass(frozen=True, slots=True)
class CheckOptions:
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


def run(wish: CheckOptions) -> int:
    """Check every campaign, show or save the reports, and return the exit code."""
    jobs = os.cpu_count() or 1 if wish.jobs is None else wish.jobs
    as_json = "json" in wish.formats
    problems: list[Problem] = []
    unsaved: list[Problem] = []
    kinds: set[Ket] = set()
    number = whole = unjudged = 0
    wanted = requests(wish.data, wish.out)
    # One value for another program: an object for a campaign, a list for a folder of campaigns.
    many = as_json and [each.campaign for each in wanted] != [wish.data]
    for index, each in enumerate(wanted):
        request = replace(each, units=wish.units)
        with ExitStack() as stack:
            answer = stack.enter_context(checked(CheckRequest(request, wish.day, jobs)))
            problems += answer.problems
            unjudged += answer.campaign is None
            units = list(answer.units())
            number += len(units)
            for unit in units:
                problems += unit.problems
                whole += unit.is_complete()
                kinds.update(kind for each in unit.verdicts for kind in each.kinds())
                unjudged += any(each.code in UNJUDGED for each in unit.problems)
            if "text" in wish.formats:
                reports.show_table(answer, units, everything=wish.everything, err=as_json)
            if many:
                click.echo("," if index else "[", nl=False)
            if as_json:
                reports.show_json(answer, units)
            saved = [kind for kind in wish.formats if kind in reports.SAVED]
            unsaved += reports.save(saved, answer, units, request, err=as_json)
    if many:
        click.echo("]")
    problems += unsaved
    if not as_json:
        show(problems, "text", f"Hồ sơ: {whole}/{number} đơn vị đủ. Dữ liệu", err=True)
    elif unsaved:
        show(unsaved, "text", err=True)
    if wish.fail_on is not None:
        return int(bool(unjudged or kinds & wish.fail_on))
    return int(bool(kinds - GOOD) or has_errors(problems))


def in_short(request: BuildRequest) -> str:
    """Say in half a sentence how the dossiers of a campaign stand; nothing without units."""
    with checked(CheckRequest(request, day_of(None))) as answer:
        units = list(answer.units())
    if not units:
        return ""
    whole = sum(each.is_complete() for each in units)
    return f"; hồ sơ: {whole}/{len(units)} đơn vị đủ"
