"""Which tests run which line, learnt once by running all of them under `coverage`."""

import functools
import gc
import importlib
import os
import pkgutil
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import coverage
import pytest

from tests.mutation.mutants import Mutant

IMPORT = ""
"""Stands among the tests of a line that runs when a module or a file of tests is imported."""

_CACHED = type(functools.cache(int))


class Covered(NamedTuple):
    """The tests of each line of each file, the seconds each test takes, and those that failed."""

    lines: dict[str, dict[int, set[str]]]
    seconds: dict[str, float]
    failed: tuple[str, ...] = ()


class Task(NamedTuple):
    """A mutant of a file, the tests that may notice it, and whether to import anew for them."""

    file: str
    mutant: Mutant
    tests: list[str]
    anew: bool


def task_for(file: str, mutant: Mutant, covered: Covered) -> Task:
    """Choose the tests for a mutant: those that run one of its lines.

    What runs on import makes itself felt elsewhere: any test that runs the module may notice it,
    and where there is none, any test at all.
    """
    lines = covered.lines.get(file, {})
    tests = {test for line in mutant.lines for test in lines.get(line, ())}
    anew = not mutant.inside or IMPORT in tests
    if anew:
        tests = {test for each in lines.values() for test in each} - {IMPORT} or {*covered.seconds}
    return Task(file, mutant, [*tests], anew)


class Order:
    """The order of tests: first the one that, for its time, is likeliest to notice a mutant."""

    def __init__(self, seconds: dict[str, float]) -> None:
        self.seconds = seconds
        self.ran: Counter[tuple[str, str]] = Counter()
        self.noticed: Counter[tuple[str, str]] = Counter()

    def of(self, task: Task) -> list[str]:
        """Return the tests of a mutant in their order."""

        def cost(test: str) -> tuple[float, str]:
            key = task.file, test
            return self.seconds[test] * (self.ran[key] + 2) / (self.noticed[key] + 1), test

        return sorted(task.tests, key=cost)

    def learn(self, file: str, tests: list[str], noticing: str) -> None:
        """Learn that of these tests all passed up to the one that noticed a mutant of the file."""
        self.ran.update((file, test) for test in tests[: tests.index(noticing) + 1])
        self.noticed[file, noticing] += 1


def cover(files: list[str], arguments: list[str]) -> Covered:
    """Run tests in this process and see which lines of the files each of them runs.

    Args:
        files: paths, relative to the current folder.
        arguments: those of pytest, the tests among them.

    Returns:
        What was seen.
    """
    measured = coverage.Coverage(data_file=None, config_file=False, include=files)
    measured.set_option("run:core", "ctrace")
    measured.start()
    import_all()
    seen = _Seen(measured)
    status = pytest.main(arguments, plugins=[seen])
    if status != pytest.ExitCode.OK and not seen.failed:
        seen.failed.append(f"pytest itself: {pytest.ExitCode(status).name}")
    measured.stop()
    data = measured.get_data()
    lines = {
        os.path.relpath(path): {
            line: {test for running in contexts for test in seen.users.get(running, {running})}
            for line, contexts in data.contexts_by_lineno(path).items()
        }
        for path in data.measured_files()
    }
    return Covered(lines, seen.seconds(), (*seen.failed,))


class _Seen:
    """Tells coverage which test is running, or which fixture that several tests share."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self.measured = measured
        self.running = IMPORT
        self.spent: dict[str, float] = defaultdict(float)
        self.users: dict[str, set[str]] = defaultdict(set)
        self.caches: list[Any] = []
        self.failed: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(f"{report.nodeid}\n{report.longreprtext}")

    def seconds(self) -> dict[str, float]:
        """Return what each test takes when it runs alone, with the fixtures it shares."""
        found: dict[str, float] = defaultdict(float)
        for running, tests in self.users.items():
            for test in tests:
                found[test] += self.spent[running]
        return dict(found)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            for running in (item.nodeid, *map(_shared, item.fixturenames)):
                self.users[running].add(item.nodeid)
        self.caches = [
            each
            for each in gc.get_objects()
            if isinstance(each, _CACHED) and each.__module__.startswith(("generator.", "tests."))
        ]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        # What one test left in a cache is not run by the next, which hangs on it all the same.
        for each in self.caches:
            each.cache_clear()
        return (yield from self._during(item.nodeid))

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        if fixturedef.scope == "function":
            return (yield)
        return (yield from self._during(_shared(fixturedef.argname)))

    def _during(self, name: str) -> Iterator[Any]:
        before, self.running = self.running, name
        self.measured.switch_context(name)
        start = time.monotonic()
        try:
            return (yield)
        finally:
            self.spent[name] += time.monotonic() - start
            self.running = before
            self.measured.switch_context(before)


def _shared(fixture: str) -> str:
    return f"fixture {fixture}"


def import_all() -> None:
    """Import the whole program, so that no test runs what belongs to an import."""
    package = importlib.import_module("generator")
    for found in pkgutil.walk_packages(package.__path__, "generator."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
