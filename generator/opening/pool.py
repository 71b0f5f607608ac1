"""Opens many files in worker processes; a file that hangs or crashes ends only its worker."""

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from generator.opening.content import FileContent, Refusal
from generator.opening.open_file import open_file

MEMORY = 2 * 2**30
"""Bytes a process may ask for beyond what it starts with, on systems that can enforce it."""

_MANY = 16
"""Files sent to a process at a time, which keeps the cost of communication low."""


@dataclass(slots=True)
class _Worker:
    """A process, the files sent to it, and when it started the first of them (monotonic time)."""

    process: BaseProcess
    line: Connection
    files: list[Path]
    since: float


def open_files(
    paths: Iterable[Path], jobs: int, seconds: float
) -> Iterator[tuple[Path, FileContent]]:
    """Open files in parallel and yield each as soon as it is read.

    Args:
        paths: the files; consumed a few at a time.
        jobs: number of processes; 0 opens the files in this process, without limits of time and
            memory.
        seconds: time limit per file; a file that exceeds it is refused and its process is killed.

    Yields:
        Each file with its content; a file whose process timed out or died has
        `Refusal.QUA_LAU`.
    """
    if jobs == 0:
        for path in paths:
            yield path, open_file(path)
        return
    method = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    rest = iter(paths)
    workers: list[_Worker] = []
    try:
        while True:
            while len(workers) < jobs and (files := _some(rest)):
                workers.append(_started(context, files))
            if not workers:
                return
            yield from _round(context, workers, rest, seconds)
    finally:
        for worker in workers:
            _end(worker)


def _some(rest: Iterator[Path]) -> list[Path]:
    return [path for _, path in zip(range(_MANY), rest, strict=False)]


def _started(context: BaseContext, files: list[Path]) -> _Worker:
    mine, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    mine.send(files)
    return _Worker(process, mine, files, time.monotonic())


def _round(
    context: BaseContext, workers: list[_Worker], rest: Iterator[Path], seconds: float
) -> Iterator[tuple[Path, FileContent]]:
    """Yield the finished results; replace each process that died or exceeded the time limit."""
    oldest = min(worker.since for worker in workers)
    left = max(0.0, oldest + seconds - time.monotonic())
    ready = wait([worker.line for worker in workers], timeout=left + 0.05)
    for worker in list(workers):
        if worker.line in ready:
            with contextlib.suppress(EOFError, ConnectionError):
                seen = worker.line.recv()
                yield worker.files.pop(0), seen
                worker.since = time.monotonic()
                if not worker.files and (more := _some(rest)):
                    worker.files += more
                    worker.line.send(more)
                if worker.files:
                    continue
        elif time.monotonic() - worker.since < seconds:
            continue
        workers.remove(worker)
        _end(worker)
        if worker.files:
            yield worker.files[0], FileContent("khac", Refusal.QUA_LAU)
            if worker.files[1:]:
                workers.append(_started(context, worker.files[1:]))


def _end(worker: _Worker) -> None:
    worker.line.close()
    worker.process.kill()
    worker.process.join()


def _serve(line: Connection) -> None:
    """Open the files received on `line` and send back their contents until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    with contextlib.suppress(EOFError, OSError):
        while True:
            for path in line.recv():
                line.send(open_file(path))
    os._exit(0)


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - does not exist on Windows

        # A forked process begins with all that its parent holds: that is no fault of the file.
        held = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        limit = held * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
