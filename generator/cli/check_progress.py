"""Shows on a terminal how far a long check is."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from generator.dossier.check import Step

_LONG = 1.0
"""Seconds after which a check counts as long."""


@contextmanager
def followed(name: str) -> Iterator[Callable[[Step], None]]:
    """Yield what a check tells its steps to; a bar on stderr, if that is a terminal.

    The bar appears once the check has taken `_LONG` seconds and is gone at the end.
    """
    if not sys.stderr.isatty():
        yield lambda _step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total} {task.fields[kind]} · còn"),
        TimeRemainingColumn(),
    )
    # Refreshed at each step, not by a thread: processes are forked while the bar is shown.
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    task = bar.add_task(f"Đối chiếu {name}", total=None, kind="")
    begun = time.monotonic()

    def move(step: Step) -> None:
        bar.update(task, completed=step.xong, total=step.tong, kind=step.loai)
        if time.monotonic() - begun >= _LONG:
            bar.start()
            bar.refresh()

    try:
        yield move
    finally:
        bar.stop()
