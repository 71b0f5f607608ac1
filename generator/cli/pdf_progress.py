"""Shows how far the making of PDF files is: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from generator.building.folders import BuildRequest
from generator.pdf.making import Step
from generator.pdf.run import Printed, Watch

_EVERY = 5.0
"""Minimum number of seconds between two plain lines."""


def told(result: Printed) -> str:
    """Return how many files were made and kept, in words."""
    kept = f", giữ nguyên {_count(result.kept)}" if result.kept else ""
    whole = f"{_count(len(result.files))} tệp gộp đúng danh sách in"
    pages = f" ({_count(result.pages)} trang)" if result.pages else ""
    new = f", {_count(result.merged)} tệp mới" if result.merged else ""
    return f"chuyển {_count(result.made)} văn bản sang PDF{kept}; có {whole}{pages}{new}"


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def watched(*, quiet: bool) -> Watch:
    """Show the progress of each campaign."""

    @contextmanager
    def watch(request: BuildRequest) -> Iterator[Callable[[Step], None]]:
        if quiet:
            yield lambda _step: None
        elif sys.stderr.isatty():
            with _bar(request.campaign.name) as bar:
                yield bar
        else:
            yield _lines()

    return watch


def _lines() -> Callable[[Step], None]:
    last = time.monotonic()

    def line(step: Step) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _EVERY or step.done == step.total:
            last = now
            click.echo(f"[{step.done}/{step.total}] văn bản", err=True)

    return line


@contextmanager
def _bar(name: str) -> Iterator[Callable[[Step], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total} văn bản · còn"),
        TimeRemainingColumn(),
    )
    # Refreshed at each step, not by a thread: processes are forked while the bar is shown.
    with Progress(
        *columns, console=Console(stderr=True), transient=True, auto_refresh=False
    ) as bar:
        task = bar.add_task(name, total=None)
        yield lambda step: bar.update(task, completed=step.done, total=step.total, refresh=True)
