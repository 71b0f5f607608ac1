"""Tries mutants in a copy of the project: a process forked for each runs the tests chosen for it.

A worker imports the program and collects all tests once. Where a mutant changes what functions do,
the forked process puts the changed code into them and runs the tests as they were collected. What
runs on import (constants, defaults, bodies of classes) has left traces everywhere: for such a mutant
the forked process forgets the program and imports it anew, one file of tests after the other.
"""

import ast
import contextlib
import gc
import os
import shutil
import signal
import sys
from collections import defaultdict
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from types import CodeType, FunctionType
from typing import NoReturn

import pytest
from hypothesis import Phase, settings

from tests.conftest import UNHURRIED
from tests.mutation.covered import Order, Task, import_all

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("generator", "tests", "templates", "data", "docs", "pyproject.toml")
KILLED, SURVIVED, ENDLESS = "killed", "survived", "endless"

# A failure is only noticed here, so nothing is spent on telling it well.
OPTIONS = (
    "-x", "-q", "--tb=native", "--assert=plain", "--capture=sys", "--basetemp=basetemp",
    "-p", "no:cacheprovider", "--hypothesis-seed=0", "--hypothesis-profile=quick",
    "-m", "not soak and not libreoffice",
)  # fmt: skip


def enter(folder: Path) -> None:
    """Make this process one that works in its own copy of the project, and says nothing."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy2(source, folder / part)
    os.chdir(folder)
    sys.path[:] = [str(folder), *(each for each in sys.path if Path(each or ".").resolve() != ROOT)]
    _forget()
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.dup2(nothing, sys.stderr.fileno())
    # A failing example is neither made smaller nor kept for the next mutant.
    settings.register_profile(
        "quick",
        database=None,
        phases=[Phase.explicit, Phase.generate],
        **UNHURRIED,
    )


def _forget() -> None:
    for name in list(sys.modules):
        if name.split(".")[0] in {"generator", "tests"} and not name.startswith("tests.mutation"):
            del sys.modules[name]


def work(folder: Path, tests: list[str], tasks: list[Task], order: Order, line: Connection) -> None:
    """Try the tasks whose numbers come in and send back how each ended, while this process lives.

    Args:
        folder: where the copy of the project comes to lie.
        tests: folders and files of tests.
        tasks: all there are.
        order: that of the tests, to be learnt.
        line: to whoever hands out the numbers.
    """
    enter(folder)
    import_all()
    pytest.main([*OPTIONS, *tests], plugins=[_Trials(tasks, order, line)])


class _Noting:
    """Writes down which test failed."""

    def __init__(self, note: Path) -> None:
        self.note = note

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.note.write_text(report.nodeid, "utf-8")


class _Trials(_Noting):
    """In place of running what was collected, forks a process for each mutant, which does."""

    def __init__(self, tasks: list[Task], order: Order, line: Connection) -> None:
        super().__init__(Path("note").absolute())
        self.tasks, self.order, self.line = tasks, order, line
        self.forked = False

    def pytest_runtestloop(self, session: pytest.Session) -> None:
        items = {item.nodeid: item for item in session.items}
        known = functions()
        sys.dont_write_bytecode = True
        gc.freeze()
        while not self.forked:
            task = self.tasks[self.line.recv()]
            tests = self.order.of(task)
            if not tests:
                self.line.send((SURVIVED, ""))
                continue
            file, tree = Path(task.file), task.mutant.tree()
            before = file.read_text("utf-8")
            file.write_text(ast.unparse(tree), "utf-8")
            child = os.fork()
            if child:
                outcome, noticing = _outcome(child), self._noticing()
                self.line.send((outcome, noticing))
                file.write_text(before, "utf-8")
                if noticing in tests:
                    self.order.learn(task.file, tests, noticing)
                continue
            self.forked = True
            os.setpgid(0, 0)
            _limit(sum(self.order.seconds[test] for test in tests))
            if task.anew or not put(tree, str(file.absolute()), known):
                _run_anew(tests, self.note)
            session.items[:] = [items[test] for test in tests]

    def _noticing(self) -> str:
        noticing = self.note.read_text("utf-8") if self.note.exists() else ""
        self.note.unlink(missing_ok=True)
        return noticing

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        if self.forked:
            os._exit(exitstatus)


def _limit(seconds: float) -> None:
    """End this process when it works, or waits, far longer than its tests did under coverage."""
    signal.setitimer(signal.ITIMER_PROF, 10 + seconds)
    signal.setitimer(signal.ITIMER_REAL, 20 + 2 * seconds)


def functions() -> dict[str, list[FunctionType]]:
    """Return all functions there are by the file they come from."""
    found = defaultdict(list)
    for each in gc.get_objects():
        if isinstance(each, FunctionType):
            found[each.__code__.co_filename].append(each)
    return found


def put(tree: ast.Module, file: str, known: dict[str, list[FunctionType]]) -> bool:
    """Put the code of a changed module into its functions; False where that cannot be done."""
    codes = {_name(code): code for code in _codes(compile(tree, file, "exec"))}
    for function in known[file]:
        code = codes.get(_name(function.__code__))
        if code and code != function.__code__:
            if code.co_freevars != function.__code__.co_freevars:
                return False
            function.__code__ = code
    return True


def _codes(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)


def _name(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _run_anew(tests: list[str], note: Path) -> NoReturn:
    """Import everything anew and run the tests, one file after the other, until one fails."""
    _forget()
    for file in dict.fromkeys(test.split("::")[0] for test in tests):
        status = pytest.main([*OPTIONS, file], plugins=[_Only(tests, note)])
        if status not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
            os._exit(status)
    os._exit(0)


class _Only(_Noting):
    """Keeps only these tests, with all parameters: a mutant may change what those are called."""

    def __init__(self, tests: list[str], note: Path) -> None:
        super().__init__(note)
        self.functions = [*dict.fromkeys(map(_function, tests))]

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        rank = {function: number for number, function in enumerate(self.functions)}
        items[:] = [item for item in items if _function(item.nodeid) in rank]
        items.sort(key=lambda item: rank[_function(item.nodeid)])


def _function(test: str) -> str:
    return test.partition("[")[0]


def _outcome(child: int) -> str:
    _, status = os.waitpid(child, 0)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(status)
    if code in {-signal.SIGPROF, -signal.SIGALRM}:
        return ENDLESS
    return KILLED if code else SURVIVED
