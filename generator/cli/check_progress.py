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
    """Yield what a check tells its steps to; a bar on stderr, if that is a terminal."""
    with counting(f"Đối chiếu {name}") as move:
        yield lambda step: move(step.xong, step.tong, step.loai)


Count = Callable[[int, int, str], None]
"""Is told how many of how many are done, and of what."""


@contextmanager
def counting(title: str) -> Iterator[Count]:
    """Yield what long work tells how far it is; a bar on stderr, if that is a terminal.

    The bar appears once the work has taken `_LONG` seconds and is gone at the end.
    """
    if not sys.stderr.isatty():
        yield lambda _done, _all, _kind: None
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
    task = bar.add_task(title, total=None, kind="")
    begun = time.monotonic()

    def move(done: int, whole: int, kind: str) -> None:
        bar.update(task, completed=done, total=whole, kind=kind)
        if time.monotonic() - begun >= _LONG:
            bar.start()
            bar.refresh()

    try:
        yield move
    finally:
        bar.stop()
