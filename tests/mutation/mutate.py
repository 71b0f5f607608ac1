"""Mutation testing: change the code in one place at a time and see whether a test notices.

    python -m tests.mutation.mutate generator/rules tests/rules

Each of the two workers has its own copy of the project in a temporary folder and forks a fresh
process for every mutant, so that what the mutant does not touch is imported once. The tests of the
module's own name run first, all others only when those noticed nothing. Prints every survivor with
its file and line and the share of killed mutants; ends with 1 below the wanted share.
"""

import argparse
import contextlib
import importlib
import io
import os
import pkgutil
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.mutation.mutants import mutants

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("generator", "tests", "templates", "data", "docs", "pyproject.toml")
SECONDS = 90
_KILLED, _SURVIVED, _ENDLESS = "killed", "survived", "endless"


class Task(NamedTuple):
    """A mutant and the tests that should notice it: those of its own name, and all."""

    file: str
    line: int
    what: str
    source: str
    named: tuple[str, ...]
    tests: tuple[str, ...]


def tasks(targets: list[str], tests: list[str]) -> Iterator[Task]:
    """Return every mutant below the targets."""
    for target in targets:
        path = ROOT / target
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            named = tuple(str(each.relative_to(ROOT)) for folder in tests
                          for each in (ROOT / folder).rglob(f"test_{file.stem}*.py"))  # fmt: skip
            for line, what, source in mutants(file.read_text("utf-8")):
                name = str(file.relative_to(ROOT))
                yield Task(name, line, what, source, named, tuple(tests))


def start(targets: list[str], room: str) -> None:
    """Prepare a worker: its own copy of the project, and what all mutants share, imported."""
    folder = Path(tempfile.mkdtemp(dir=room))
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, folder / part)
    os.chdir(folder)
    sys.dont_write_bytecode = True
    sys.path[:] = [str(folder), *(each for each in sys.path if Path(each or ".").resolve() != ROOT)]
    _forget("generator")
    _forget("tests")
    mutated = tuple(target.removesuffix(".py").replace("/", ".") for target in targets)
    _import_the_rest(mutated)


def _import_the_rest(mutated: tuple[str, ...]) -> None:
    """Import what does not hang on the mutated modules; where it does, only the libraries stay."""
    for name in _LIBRARIES:
        importlib.import_module(name)
    package = importlib.import_module("generator")
    for found in pkgutil.walk_packages(package.__path__, "generator."):
        if not found.name.startswith((*mutated, "generator.cli", "generator.__main__")):
            importlib.import_module(found.name)
    if any(name.startswith(mutated) for name in sys.modules):
        _forget("generator")


_LIBRARIES = (
    "docxtpl", "hypothesis.stateful", "lxml.etree", "openpyxl", "openxml_audit", "pydantic",
    "PIL.Image", "pypdfium2", "pytest", "python_calamine", "rich.progress", "xlsxwriter", "yaml",
)  # fmt: skip


def _forget(package: str) -> None:
    for name in [each for each in sys.modules if each.split(".")[0] == package]:
        if name != __name__:
            del sys.modules[name]


def unchanged(task: Task, tests: list[str]) -> Task:
    """Return a task that changes nothing: its tests must pass, or no outcome means anything."""
    source = (ROOT / task.file).read_text("utf-8")
    return task._replace(what="unchanged", source=source, named=(), tests=tuple(tests))


def run(task: Task) -> str:
    """Try one mutant in a forked process and put the module back."""
    file = Path(task.file)
    before = file.read_text("utf-8")
    file.write_text(task.source, "utf-8")
    try:
        child = os.fork()
        if not child:
            os._exit((_tests(task.named) if task.named else 0) or _tests(task.tests))
        return _outcome(child)
    finally:
        file.write_text(before, "utf-8")


def _tests(tests: tuple[str, ...]) -> int:
    import pytest

    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            return int(pytest.main(
                ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0",
                "-m", "not soak and not libreoffice",
                "-W", "ignore::pytest.PytestAssertRewriteWarning", *tests]
            ))  # fmt: skip
        except BaseException:  # noqa: BLE001 - whatever breaks the run, the mutant was noticed
            return 1


def _outcome(child: int) -> str:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return _SURVIVED if os.waitstatus_to_exitcode(status) == 0 else _KILLED
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return _ENDLESS


def _survived(task: Task) -> str:
    return f"survived {task.file}:{task.line}: {task.what}"


def main() -> int:
    """Read the command line, try every mutant, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", help="folder or module, several separated by commas")
    parser.add_argument("tests", help="folder or file of tests, several separated by commas")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--least", type=float, default=90, help="share to be killed, in per cent")
    parser.add_argument("--again", type=Path, help="an earlier report: try only its survivors")
    given = parser.parse_args()
    targets, tests = given.target.split(","), given.tests.split(",")
    todo = list(tasks(targets, tests))
    if given.again:
        survivors = set(given.again.read_text("utf-8").splitlines())
        todo = [task for task in todo if _survived(task) in survivors]
    counts = dict.fromkeys((_KILLED, _SURVIVED, _ENDLESS), 0)
    with (
        tempfile.TemporaryDirectory(prefix="mutate-") as room,
        ProcessPoolExecutor(given.workers, initializer=start, initargs=(targets, room)) as pool,
    ):
        if todo and pool.submit(run, unchanged(todo[0], tests)).result() != _SURVIVED:
            print("the tests fail without any mutant")
            return 2
        for task, outcome in zip(todo, pool.map(run, todo), strict=True):
            counts[outcome] += 1
            if outcome == _SURVIVED:
                print(_survived(task), flush=True)
    caught = counts[_KILLED] + counts[_ENDLESS]
    share = 100 * caught / len(todo) if todo else 100
    print(f"{caught} of {len(todo)} mutants killed ({share:.1f} %), {counts[_ENDLESS]} by time")
    return 0 if share >= given.least else 1


if __name__ == "__main__":
    sys.exit(main())
