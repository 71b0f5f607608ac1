"""Does risky work on received things in worker processes; what hangs or crashes ends only those.

Whatever comes in is opened and judged here and nowhere else. What a worker gave up is given up:
nothing is done again in the main process, where no limit holds.
"""

import contextlib
import faulthandler
import os
import signal
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from generator.opening import start_method
from generator.opening.content import FileContent, Refusal, RefusedFileError
from generator.opening.memory import limit_memory
from generator.opening.open_file import open_file, unread
from generator.opening.plain import kind_of
from generator.opening.undisturbed import undisturbed

if TYPE_CHECKING:
    from generator.opening.tables import Table

Item = TypeVar("Item")
Said = TypeVar("Said")

SECONDS = 10.0
"""Time limit per file, to open it and again to judge it."""

_MANY = 16
"""Items sent to a process at a time, which keeps the cost of communication low."""


@dataclass(slots=True)
class _Worker:
    """A process, the items sent to it, and when it started the first of them (monotonic time)."""

    process: BaseProcess
    line: Connection
    items: list[Any]
    since: float


def opened(path: Path, seconds: float = SECONDS) -> FileContent:
    """Open one file within the limits."""
    return next(seen for _, seen in open_files([path], 1, seconds))


def tables(path: Path, seconds: float = SECONDS) -> "list[Table] | Refusal":
    """Read all cells of an Excel file within the limits, or say why that is refused."""
    ((_, found),) = answers(tables_here, [path], 1, seconds)
    return Refusal.QUA_LAU if found is None else found


def tables_here(path: Path) -> "list[Table] | Refusal":
    """Read all cells of an Excel file in this process, which is one of those that may die."""
    from generator.opening.tables import read_tables  # noqa: PLC0415 - loads the library of Excel

    try:
        return read_tables(path)
    except RefusedFileError as error:
        return error.refusal
    except OSError as error:
        return unread(error)
    except RecursionError:
        return Refusal.HONG


def open_files(
    paths: Iterable[Path], jobs: int, seconds: float
) -> Iterator[tuple[Path, FileContent]]:
    """Open files in parallel and yield each as soon as it is read.

    Args:
        paths: the files; consumed a few at a time.
        jobs: number of processes, at least one.
        seconds: time limit per file; a file that exceeds it is refused and its process is killed.

    Yields:
        Each file with its content; a file whose process timed out or died has
        `Refusal.QUA_LAU`.
    """
    for path, seen in answers(open_file, paths, jobs, seconds):
        yield path, seen or FileContent(kind_of(path), Refusal.QUA_LAU)


def answers(
    work: Callable[[Item], Said], items: Iterable[Item], jobs: int, seconds: float
) -> Iterator[tuple[Item, Said | None]]:
    """Do work on each item in processes that may die, and end them; as `Crew.answers`."""
    with crew(jobs) as hands:
        yield from hands.answers(work, items, seconds)


@contextlib.contextmanager
def crew(jobs: int) -> "Iterator[Crew]":
    """Give a crew of so many processes, at least one, and end them after use."""
    hands = Crew(max(1, jobs))
    try:
        yield hands
    finally:
        while hands.resting:
            _end(hands.resting.pop())


@dataclass(slots=True)
class Crew:
    """Processes that do one work after the other, for one thread; they are started when needed.

    Those at rest keep what they have learnt of lines that most files share.
    """

    jobs: int
    resting: list[_Worker] = field(default_factory=list)

    def answers(
        self, work: Callable[[Item], Said], items: Iterable[Item], seconds: float
    ) -> Iterator[tuple[Item, Said | None]]:
        """Do work on each item in these processes, any of which may die.

        Args:
            work: what is done with an item; other processes must be able to take it over.
            items: plain values; consumed a few at a time.
            seconds: time limit per item.

        Yields:
            Each item with what came of it, as soon as it is done; None when the work failed, took
            too long, asked for too much memory or ended its process.
        """
        rest = iter(items)
        busy: list[_Worker] = []
        try:
            while True:
                while len(busy) < self.jobs and (some := _some(rest)):
                    busy.append(_begun(self.resting, work, some))
                if not busy:
                    return
                yield from _round(self.resting, work, busy, rest, seconds)
        finally:
            for worker in busy:
                _end(worker)


@cache
def lasting(_process: int) -> Crew:
    """Return the crew of a process, which ends with it and which no fork of it must ask."""
    return Crew(1)


def _some(rest: Iterator[Any]) -> list[Any]:
    return [item for _, item in zip(range(_MANY), rest, strict=False)]


def _begun(resting: list[_Worker], work: Callable[[Any], Any], items: list[Any]) -> _Worker:
    """Give work to a process at rest, or to a new one."""
    while resting:
        worker = resting.pop()
        try:
            worker.line.send((work, items))
        except OSError:  # it was ended from outside meanwhile
            _end(worker)
        else:
            worker.items, worker.since = items, time.monotonic()
            return worker
    return _started(start_method.context(), work, items)


def _started(context: BaseContext, work: Callable[[Any], Any], items: list[Any]) -> _Worker:
    mine, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work), daemon=True)  # type: ignore[attr-defined]
    with warnings.catch_warnings():
        # Newer Pythons warn of forks beside threads; those of ours only wait.
        warnings.simplefilter("ignore", DeprecationWarning)
        with undisturbed():
            process.start()
    theirs.close()
    mine.send((None, items))
    return _Worker(process, mine, items, time.monotonic())


def _round(
    resting: list[_Worker],
    work: Callable[[Any], Any],
    busy: list[_Worker],
    rest: Iterator[Any],
    seconds: float,
) -> Iterator[tuple[Any, Any]]:
    """Yield each item that is done, with its result, and give more items to idle processes.

    A process that died or exceeded the time limit is ended: the item it worked on is yielded with
    None and not tried again; a new process takes its remaining items, if any. One for which nothing
    is left rests.
    """
    oldest = min(worker.since for worker in busy)
    left = max(0.0, oldest + seconds - time.monotonic())
    ready = wait([worker.line for worker in busy], timeout=left + 0.05)
    for worker in list(busy):
        if worker.line in ready:
            with contextlib.suppress(EOFError, ConnectionError):
                said = worker.line.recv()
                yield worker.items.pop(0), said
                worker.since = time.monotonic()
                if not worker.items and (more := _some(rest)):
                    worker.items += more
                    worker.line.send((None, more))
                if not worker.items:
                    busy.remove(worker)
                    resting.append(worker)
                continue
        elif time.monotonic() - worker.since < seconds:
            continue
        busy.remove(worker)
        _end(worker)
        if worker.items:
            yield worker.items[0], None
            if worker.items[1:]:
                busy.append(_begun(resting, work, worker.items[1:]))


def _end(worker: _Worker) -> None:
    worker.line.close()
    worker.process.kill()
    worker.process.join()


def _serve(line: Connection, work: Callable[[Any], Any]) -> None:
    """Do work on the items received on `line` and send back what comes of it until it is closed.

    With the items comes other work, or None.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _be_quiet()
    limit_memory()
    with contextlib.suppress(EOFError, OSError):
        while True:
            other, items = line.recv()
            work = other or work
            for item in items:
                line.send(_done(work, item))
    os._exit(0)


def _done(work: Callable[[Any], Any], item: object) -> object:
    try:
        return work(item)
    except BaseException:  # noqa: BLE001 - libraries raise errors that are no Exception (a panic)
        return None


def _be_quiet() -> None:
    """Send away what libraries write when they give up: it is English and tells a clerk nothing."""
    faulthandler.disable()
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
