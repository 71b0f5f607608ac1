"""Runs checks and shows their results."""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.building.folders import BuildRequest, readable, requests
from generator.cli import check_reports as reports
from generator.cli.check_progress import followed
from generator.cli.report import show
from generator.dossier.check import Answer, CheckRequest, checked
from generator.dossier.results import UnitResult
from generator.dossier.totals import Totals, is_good, noting, summed, told_once, totals
from generator.model.verdict import Ket

if TYPE_CHECKING:
    from generator.problems import Problem

PRINTED = ("text", "json")
"""Formats that are printed; the others are saved as files."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options as given on the command line."""

    data: Path
    out: Path
    units: tuple[str, ...]
    day: dt.date
    fail_on: frozenset[Ket] | None
    formats: tuple[str, ...]
    everything: bool
    jobs: int | None


def verdicts_named(text: str | None) -> frozenset[Ket] | None:
    """Parse `--fail-on`.

    Raises:
        click.UsageError: unknown verdict.
    """
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
    """Check every campaign, print or save the reports, and return the exit code."""
    jobs = os.cpu_count() or 1 if wish.jobs is None else wish.jobs
    as_json = "json" in wish.formats
    found = Totals()
    unsaved: list[Problem] = []
    wanted = requests(wish.data, wish.out)
    # One JSON value: an object for a campaign, a list for a folder of campaigns.
    many = as_json and [each.campaign for each in wanted] != [wish.data]
    for index, each in enumerate(wanted):
        request = replace(each, units=wish.units)
        with ExitStack() as stack:
            with followed(request.campaign.name) as follow:
                asked = CheckRequest(request, wish.day, jobs, follow)
                answer = stack.enter_context(checked(asked))
            units = _Units(answer)
            if "text" in wish.formats:
                reports.show_table(answer, units.read(), everything=wish.everything, err=as_json)
            if many:
                click.echo("," if index else "[", nl=False)
            if as_json:
                reports.show_json(answer, units.read())
            saved = [kind for kind in wish.formats if kind not in PRINTED]
            if saved:
                unsaved += reports.save(saved, answer, list(units.read()), request, err=as_json)
            whole = summed(answer, units.totals)
            found += whole if wish.everything else told_once(whole, request.campaign, wish.day)
    if many:
        click.echo("]")
    found += Totals(problems=tuple(unsaved))
    if not as_json:
        done = f"Hồ sơ: {found.du}/{found.don_vi} đơn vị đủ. Dữ liệu"
        show(found.problems, "text", done, err=True)
    elif unsaved:
        show(unsaved, "text", err=True)
    return int(not is_good(found, wish.fail_on))


@dataclass(frozen=True, slots=True)
class _Units:
    """The results of an answer, read anew for each report and held by none; their totals."""

    answer: Answer
    totals: list[Totals] = field(default_factory=list)

    def read(self) -> Iterator[UnitResult]:
        """Yield the results; their totals are noted the first time."""
        units = self.answer.units()
        return units if self.totals else noting(units, self.totals)


def in_short(request: BuildRequest) -> str:
    """Return a short summary of a sample's dossiers on 31 December; empty if it has no units.

    What a sample came to must not depend on the day on which somebody tries the program.
    """
    dot, _ = readable(request.campaign)
    if dot is None:
        return ""
    with checked(CheckRequest(request, dt.date(dot.nam, 12, 31))) as answer:
        found = totals(answer, answer.units())
    return f"; hồ sơ: {found.du}/{found.don_vi} đơn vị đủ" if found.don_vi else ""
