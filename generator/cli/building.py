"""Runs builds and shows them at work: a bar on a terminal, plain lines elsewhere, or nothing."""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import click

from generator.building.build import Progress, build
from generator.building.executors import Execute, here
from generator.building.folders import BuildRequest
from generator.building.listing import rows
from generator.cli.crash import report_crash
from generator.cli.report import show
from generator.problems import Place, Problem, has_errors, problem

_EVERY = 1.0
"""Seconds between two plain lines."""


@dataclass(slots=True)
class Result:
    """What a run came to; `crashes` are bugs of the program, `stopped` says Ctrl-C."""

    made: int = 0
    kept: int = 0
    problems: list[Problem] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)
    stopped: bool = False

    def told(self) -> str:
        """Say how many documents were made and kept."""
        kept = f", giữ nguyên {_count(self.kept)}" if self.kept else ""
        return f"tạo {_count(self.made)} văn bản{kept}"


def finish(result: Result, output: str, done: str) -> int:
    """Show what a run has to say, and return the exit code."""
    for crash in result.crashes:
        report_crash(crash)
    if result.stopped:
        click.echo(f"Đã dừng theo yêu cầu: {result.told()}. Chạy lại để làm tiếp.", err=True)
        return 130
    found = show(result.problems, output, done, err=True)
    return 3 if result.crashes else found


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def run(requests: Iterable[BuildRequest], execute: Execute, *, why: bool, quiet: bool) -> Result:
    """Build campaigns one after the other and show how far they are."""
    result = Result()
    try:
        for request in requests:
            before = result.made + result.kept
            with _shown(request, quiet=quiet) as show_progress:
                for progress in build(request, execute):
                    _add(result, request, progress, why=why)
                    show_progress(progress)
            if request.wanted.persons and result.made + result.kept == before:
                place = Place(file=request.campaign.as_posix())
                names = ", ".join(request.wanted.persons)
                result.problems.append(problem("KD513", place, ten=names))
    except KeyboardInterrupt:
        result.stopped = True
    result.problems = list(dict.fromkeys(result.problems))
    return result


def _add(result: Result, request: BuildRequest, progress: Progress, *, why: bool) -> None:
    done = progress.done
    result.made += len(done.outcome.steps)
    result.kept += done.outcome.kept
    result.problems += done.outcome.problems
    if done.crash:
        result.crashes.append(done.crash)
        click.echo(f"Không làm được {(request.root / done.name).as_posix()}.", err=True)
    if why:
        for step in done.outcome.steps:
            click.echo(f"{step.file.as_posix()}: {', '.join(step.reasons)}")


@contextmanager
def _shown(request: BuildRequest, *, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    if quiet:
        yield lambda _progress: None
    elif sys.stderr.isatty():
        with _bar(request) as bar:
            yield bar
    else:
        yield _lines()


def _lines() -> Callable[[Progress], None]:
    """One line a second at most, so that a log stays readable."""
    last = time.monotonic()
    made = 0

    def line(progress: Progress) -> None:
        nonlocal last, made
        made += len(progress.done.outcome.steps)
        now = time.monotonic()
        if now - last >= _EVERY or (made and progress.number == progress.total):
            last = now
            click.echo(f"[{progress.number}/{progress.total}] {_count(made)} văn bản", err=True)

    return line


@contextmanager
def _bar(request: BuildRequest) -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"), BarColumn(),
        TextColumn("{task.completed}/{task.total} đơn vị · {task.fields[documents]}"),
        TextColumn("còn"), TimeRemainingColumn(),
    )  # fmt: skip
    start = time.monotonic()
    made = 0
    # Drawn at each step, not by a thread: processes are forked while the bar is shown.
    with Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(request.campaign.name, total=None, documents="0 văn bản")

        def move(progress: Progress) -> None:
            nonlocal made
            made += len(progress.done.outcome.steps)
            rate = made / max(time.monotonic() - start, 0.001)
            documents = f"{_count(made)} văn bản, {_count(round(rate))}/giây"
            bar.update(
                task, completed=progress.number, total=progress.total, documents=documents,
                refresh=True,
            )  # fmt: skip

        yield move


def listed(requests: Iterable[BuildRequest], output: str, *, why: bool) -> int:
    """Print the plan of campaigns, with what would be done and why; make nothing."""
    problems: list[Problem] = []
    found: list[dict[str, object]] = []
    due = 0
    for request in requests:
        reasons: dict[str, str] = {}
        for progress in build(request, here):
            problems += progress.done.outcome.problems
            reasons |= {
                step.file.as_posix(): ", ".join(step.reasons)
                for step in progress.done.outcome.steps
            }
        due += len(reasons)
        found += [row.as_json() | {"ly_do": reasons.get(row.tep, "")} for row in rows(request)[0]]
    problems = list(dict.fromkeys(problems))
    if output == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return 1 if has_errors(problems) else 0
    for each in found:
        told = f": {each['ly_do']}" if why and each["ly_do"] else ""
        click.echo(f"{each['tep']}{told}")
    done = f"Đợt có {_count(len(found))} văn bản, sẽ làm {_count(due)}"
    return show(problems, "text", done, err=True)
