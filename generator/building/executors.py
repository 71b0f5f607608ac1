"""Runs the tasks of a build in this process, in several processes, or on a cluster.

Every executor takes tasks and yields results as they finish, holding only a few at a time, so that
memory use does not grow with the size of the campaign.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait as wait_for_end
from typing import TypeVar

from generator.building.folder_work import Done, FolderTask, load_engine, work
from generator.opening.start_method import context
from generator.opening.undisturbed import undisturbed

Task = TypeVar("Task")
Result = TypeVar("Result")

Execute = Callable[[Iterable[FolderTask]], Iterator[Done]]

AHEAD = 2
"""Tasks queued for each process, so that none is ever idle."""


def here(tasks: Iterable[FolderTask]) -> Iterator[Done]:
    """Run the tasks one after the other in this process."""
    return map(work, tasks)


def executor(jobs: int) -> Execute:
    """Return the executor for `jobs` processes; one job runs in this process."""
    return here if jobs == 1 else lambda tasks: processes(tasks, jobs)


def processes(tasks: Iterable[FolderTask], jobs: int) -> Iterator[Done]:
    """Distribute the tasks to processes; each keeps its compiled templates between tasks.

    If a process dies (killed, out of memory), the unfinished tasks are repeated one by one; a task
    that kills its process a second time is given up.
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
    """Run a function on tasks and yield the results in the order of the tasks.

    Args:
        function: processes one task; must be importable by name in other processes.
        tasks: picklable values.
        jobs: number of processes; below two, everything runs in this process.
    """
    if jobs < 2:
        yield from map(function, tasks)
        return
    waiting: deque[tuple[Task, Future[Result] | None]] = deque()
    with _pool(jobs) as pool:
        for task in tasks:
            with undisturbed():
                waiting.append((task, _submitted(pool, function, task)))
            if len(waiting) > jobs * AHEAD:
                yield _given(function, *waiting.popleft())
        while waiting:
            yield _given(function, *waiting.popleft())


def _submitted(
    pool: ProcessPoolExecutor, function: Callable[[Task], Result], task: Task
) -> "Future[Result] | None":
    """Hand a task to a process; None when a process died, after which the pool takes no more."""
    try:
        return pool.submit(function, task)
    except BrokenProcessPool:
        return None


def _given(
    function: Callable[[Task], Result], task: Task, future: "Future[Result] | None"
) -> Result:
    """Return the result of a task; run it here if its process died."""
    if future is None:
        return function(task)
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
            load_engine()
            with undisturbed():
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
            with undisturbed():
                future = pool.submit(work, task)
            return future.result()
        except BrokenProcessPool:
            return Done(task.name, "", crash="BrokenProcessPool")


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=context(), initializer=_start)


def _end(pool: ProcessPoolExecutor, running: dict[Future[Done], FolderTask]) -> None:
    """Shut down the pool; kill processes that still work (Ctrl-C): only temporary files remain."""
    if running:
        for process in list((pool._processes or {}).values()):  # noqa: SLF001 - no public way
            process.kill()
    pool.shutdown(cancel_futures=True)


def _start() -> None:
    """Leave Ctrl-C to the parent process, and exit when the parent ends for any reason."""
    gc.freeze()  # nothing of what is there goes, and a folder makes hardly any cycles
    gc.set_threshold(200_000, 20, 100)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent:
        watch = threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True)
        watch.start()


def _follow(sentinel: int) -> None:
    wait_for_end([sentinel])
    os._exit(1)
