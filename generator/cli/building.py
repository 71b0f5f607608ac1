"""Shows the progress of builds: a bar on a terminal, plain lines elsewhere, or nothing."""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from generator.building.build import Progress
from generator.building.folders import BuildRequest
from generator.building.preview import preview
from generator.building.run import Built, Watch
from generator.cli.counted import counted, told
from generator.cli.crash import report_crash
from generator.cli.report import show
from generator.problems import has_errors

_EVERY = 1.0
"""Minimum number of seconds between two plain lines."""


def finish(result: Built, output: str, done: str) -> int:
    """Print the result of a run, and return the exit code."""
    for crash in result.crashes:
        report_crash(crash)
    if result.stopped:
        click.echo(
            f"Đã dừng theo yêu cầu: {told(result.made, result.kept)}. Chạy lại để làm tiếp.",
            err=True,
        )
        return 130
    found = show(result.problems, output, done, err=True, crashes=len(result.crashes))
    return 3 if result.crashes else found


def watched(*, why: bool, quiet: bool) -> Watch:
    """Show the progress of each build and failed folders; if `why`, also the reasons."""

    @contextmanager
    def watch(request: BuildRequest) -> Iterator[Callable[[Progress], None]]:
        with _shown(request, quiet=quiet) as show_progress:

            def follow(progress: Progress) -> None:
                done = progress.done
                if done.crash:
                    click.echo(f"Không làm được {(request.root / done.name).as_posix()}.", err=True)
                for step in done.outcome.steps if why else ():
                    click.echo(f"{step.file.as_posix()}: {', '.join(step.reasons)}")
                show_progress(progress)

            yield follow

    return watch


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
    """Print at most one line a second, so that a log stays readable."""
    last = time.monotonic()
    made = 0

    def line(progress: Progress) -> None:
        nonlocal last, made
        made += len(progress.done.outcome.steps)
        now = time.monotonic()
        if now - last >= _EVERY or (made and progress.number == progress.total):
            last = now
            click.echo(f"[{progress.number}/{progress.total}] {counted(made)} văn bản", err=True)

    return line


@contextmanager
def _bar(request: BuildRequest) -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total} đơn vị · {task.fields[documents]}"),
        TextColumn("còn"),
        TimeRemainingColumn(),
    )
    start = time.monotonic()
    made = 0
    # Refreshed at each step, not by a thread: processes are forked while the bar is shown.
    with Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(request.campaign.name, total=None, documents="0 văn bản")

        def move(progress: Progress) -> None:
            nonlocal made
            made += len(progress.done.outcome.steps)
            rate = made / max(time.monotonic() - start, 0.001)
            documents = f"{counted(made)} văn bản, {counted(round(rate))}/giây"
            bar.update(
                task,
                completed=progress.number,
                total=progress.total,
                documents=documents,
                refresh=True,
            )

        yield move


def listed(requests: Iterable[BuildRequest], output: str, *, why: bool) -> int:
    """Print the plan of campaigns, with what would be done and why, without generating anything."""
    found = preview(requests)
    if output == "json":
        rows = [row.as_json() | {"ly_do": reasons} for row, reasons in found.documents]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return 1 if has_errors(found.problems) else 0
    for row, reasons in found.documents:
        click.echo(f"{row.tep}: {reasons}" if why and reasons else row.tep)
    done = f"Đợt có {counted(len(found.documents))} văn bản, sẽ làm {counted(found.due)}"
    return show(found.problems, "text", done, err=True)
