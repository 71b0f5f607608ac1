"""Mutation testing: change the code in one place at a time and see whether a test notices.

    python -m tests.mutation.mutate generator/rules tests/rules

First all tests run once under `coverage`, which tells for each line the tests that run it
(`covered.py`). Then each mutant gets only those until one fails (`trial.py`); a mutant on a line
that no test runs has survived. Each worker has its own copy of the project, in memory where the
system has a folder for that: the tests write much, and wait for the disk each time.

Coverage does not see into the processes that the code itself starts: tests that run a line only
there are not chosen for it, so that the share of killed mutants is a lower bound.

Prints every survivor with its file and line and the share of killed mutants; ends with 1 below the
wanted share, with 2 if the tests fail without any mutant.
"""

import argparse
import ast
import contextlib
import multiprocessing
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path

from tests.mutation.covered import Covered, Order, Task, cover, task_for
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.trial import ENDLESS, KILLED, OPTIONS, ROOT, SURVIVED, enter, work

_FORK = multiprocessing.get_context("fork")
_MEMORY = Path("/dev/shm")  # noqa: S108 - only folders of a new name are made in it


def modules(targets: list[str]) -> list[str]:
    """Return the modules at and below the targets."""
    paths = [ROOT / target for target in targets]
    found = [sorted(path.rglob("*.py")) if path.is_dir() else [path] for path in paths]
    return [str(file.relative_to(ROOT)) for files in found for file in files]


def measured(names: list[str], tests: list[str]) -> Covered:
    """Run all tests under coverage, in a copy of the project."""
    with room() as folder, ProcessPoolExecutor(1, mp_context=_FORK) as pool:
        pool.submit(enter, folder / "copy").result()
        return pool.submit(cover, names, [*OPTIONS, *tests]).result()


def unchanged(name: str, covered: Covered) -> list[Task]:
    """Return tasks that change nothing: all tests must pass, or no outcome means anything."""
    tree = partial(ast.parse, (ROOT / name).read_text("utf-8"))
    mutant = Mutant(0, "unchanged", range(0), inside=True, tree=tree)
    return [Task(name, mutant, [*covered.seconds], anew) for anew in (False, True)]


@contextlib.contextmanager
def room() -> Iterator[Path]:
    """Yield a temporary folder."""
    place = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(
        prefix="mutate-", dir=place, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


@contextlib.contextmanager
def working(
    count: int, tests: list[str], tasks: list[Task], seconds: dict[str, float]
) -> Iterator[list[Connection]]:
    """Start workers and yield the lines to them."""
    lines, processes = [], []
    with room() as folder:
        try:
            for number in range(count):
                ours, theirs = _FORK.Pipe()
                given = folder / str(number), tests, tasks, Order(seconds), theirs
                processes.append(_FORK.Process(target=work, args=given))
                processes[-1].start()
                theirs.close()
                lines.append(ours)
            yield lines
        finally:
            for process in processes:
                process.kill()
                process.join()


def tried(numbers: Iterable[int], workers: list[Connection]) -> Iterator[tuple[int, str, str]]:
    """Hand the numbers of tasks to whichever worker is free; yield how each ended, by which test."""
    rest = iter(numbers)
    busy: dict[Connection, int] = {}
    free = workers
    while True:
        for worker, number in zip(free, rest, strict=False):
            worker.send(number)
            busy[worker] = number
        if not busy:
            return
        free = [each for each in wait([*busy]) if isinstance(each, Connection)]
        for worker in free:
            yield busy.pop(worker), *worker.recv()


def _survived(task: Task) -> str:
    return f"survived {task.file}:{task.mutant.line}: {task.mutant.what}"


def main() -> int:
    """Read the command line, try every mutant, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", help="folder or module, several separated by commas")
    parser.add_argument("tests", help="folder or file of tests, several separated by commas")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--least", type=float, default=90, help="share to be killed, in per cent")
    parser.add_argument("--every", type=int, default=1, help="try only one mutant in so many")
    parser.add_argument("--again", type=Path, help="an earlier report: try only its survivors")
    given = parser.parse_args()
    names, tests = modules(given.target.split(",")), given.tests.split(",")
    covered = measured(names, tests)
    if covered.failed:
        print("the tests fail without any mutant:", *covered.failed, sep="\n")
        return 2
    found = [(name, each) for name in names for each in mutants((ROOT / name).read_text("utf-8"))]
    todo = [task_for(name, mutant, covered) for name, mutant in found]
    todo = todo[:: given.every]
    if given.again:
        survivors = set(given.again.read_text("utf-8").splitlines())
        todo = [each for each in todo if _survived(each) in survivors]
    checks = unchanged(names[0], covered)
    tasks = [*checks, *todo]
    counts: Counter[str] = Counter()
    with working(given.workers, tests, tasks, covered.seconds) as workers:
        for number, outcome, noticing in tried(range(len(checks)), workers):
            if outcome != SURVIVED:
                anew = ", imported anew," if checks[number].anew else ""
                print(f"the tests{anew} fail without any mutant: {outcome} by {noticing}")
                return 2
        for number, outcome, _ in tried(range(len(checks), len(tasks)), workers):
            counts[outcome] += 1
            if outcome == SURVIVED:
                print(_survived(tasks[number]), flush=True)
    caught = counts[KILLED] + counts[ENDLESS]
    share = 100 * caught / len(todo) if todo else 100
    print(f"{caught} of {len(todo)} mutants killed ({share:.1f} %), {counts[ENDLESS]} by time")
    return 0 if share >= given.least else 1


if __name__ == "__main__":
    sys.exit(main())
