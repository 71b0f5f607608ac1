"""Who does the work of a build: this process, several processes, or a cluster.

Each takes pieces of work and yields their results as they come, never holding more than a few at a
time, so that memory does not grow with the size of the campaign.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import wait as wait_for_end
from typing import TypeVar

from generator.building.folder_work import Done, FolderTask, work

Task = TypeVar("Task")
Result = TypeVar("Result")

Execute = Callable[[Iterable[FolderTask]], Iterator[Done]]

AHEAD = 2
"""Pieces of work that wait for each process, so that none is ever idle."""


def here(tasks: Iterable[FolderTask]) -> Iterator[Done]:
    """Do the work one piece after the other in this process."""
    _collect_seldom()
    return map(work, tasks)


def executor(jobs: int) -> Execute:
    """Choose between this process and `jobs` processes."""
    return here if jobs == 1 else lambda tasks: processes(tasks, jobs)


def processes(tasks: Iterable[FolderTask], jobs: int) -> Iterator[Done]:
    """Deal the work out to processes; each keeps its compiled templates from piece to piece.

    A process that dies (killed, out of memory) takes its piece with it: the pieces that were under
    way are done again one by one, and one that kills its process a second time is given up.
    """
    rest = iter(tasks)
    while True:
        running: dict[Future[Done], FolderTask] = {}
        pool = _pool(jobs)
        try:
            yield from _dealt(pool, rest, running, jobs)
        except BrokenProcessPool:
            pass
        else:
            return
        finally:
            _end(pool, running)
        for task in running.values():
            yield _alone(task)


def in_order(
    function: Callable[[Task], Result], tasks: Iterable[Task], jobs: int
) -> Iterator[Result]:
    """Do pieces of any work and yield what they give in their order.

    Args:
        function: does one piece; known by name to other processes.
        tasks: plain values.
        jobs: processes; below two everything is done in this one.
    """
    if jobs < 2:
        yield from map(function, tasks)
        return
    waiting: deque[tuple[Task, Future[Result]]] = deque()
    with _pool(jobs) as pool:
        for task in tasks:
            with _undisturbed():
                waiting.append((task, pool.submit(function, task)))
            if len(waiting) > jobs * AHEAD:
                yield _given(function, *waiting.popleft())
        while waiting:
            yield _given(function, *waiting.popleft())


def _given(function: Callable[[Task], Result], task: Task, future: "Future[Result]") -> Result:
    """A piece whose process died is done here."""
    try:
        return future.result()
    except BrokenProcessPool:
        return function(task)


def _dealt(
    pool: ProcessPoolExecutor,
    rest: Iterator[FolderTask],
    running: dict[Future[Done], FolderTask],
    jobs: int,
) -> Iterator[Done]:
    while True:
        for task in islice(rest, jobs * AHEAD - len(running)):
            with _undisturbed():
                running[pool.submit(work, task)] = task
        if not running:
            return
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in finished:
            done = future.result()
            del running[future]
            yield done


def _alone(task: FolderTask) -> Done:
    with _pool(1) as pool:
        try:
            with _undisturbed():
                future = pool.submit(work, task)
            return future.result()
        except BrokenProcessPool:
            return Done(task.name, "", crash="BrokenProcessPool")


def _pool(jobs: int) -> ProcessPoolExecutor:
    # A fork keeps what is loaded; elsewhere, or beside threads, a new interpreter is safe.
    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context(method), initializer=_start
    )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait while processes are started: it would be lost or torn in the middle of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(pool: ProcessPoolExecutor, running: dict[Future[Done], FolderTask]) -> None:
    """End at once when work is under way (Ctrl-C): what is half done stays in temporary files."""
    if running:
        for process in list((pool._processes or {}).values()):  # noqa: SLF001 - no public way
            process.kill()
    pool.shutdown(cancel_futures=True)


def _start() -> None:
    """Leave Ctrl-C to the parent, and end when the parent does, however it ends."""
    _collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent:
        watch = threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True)
        watch.start()


def _collect_seldom() -> None:
    """Hardly anything of a folder is garbage in cycles, and looking for it costs a tenth."""
    gc.set_threshold(50_000, 20, 100)


def _follow(sentinel: int) -> None:
    wait_for_end([sentinel])
    os._exit(1)
