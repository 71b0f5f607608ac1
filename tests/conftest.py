"""What holds for all tests: any order will do, no property fails because the machine is slow, where
everything is required none is skipped, and whatever document a test makes is well-formed.
"""

import gc
import os
import random
import signal
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from lxml import etree

from generator import shipped
from generator.cli.vietnamese import speak_vietnamese
from generator.engine import archive

# Compiled templates are kept where no other program, and no other run, finds them.
_SPARED = TemporaryDirectory(prefix="kiemdiem-tests-", ignore_cleanup_errors=True)
if sys.platform != "win32":
    os.environ["XDG_CACHE_HOME"] = _SPARED.name

# Click asks for some words when an option is made, so before any command is imported.
speak_vietnamese()

# What a machine under load does slowly it does rightly all the same.
UNHURRIED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("unhurried", **UNHURRIED)
settings.load_profile("unhurried")
# `make test` draws other examples each time: what one run does not draw, another does.
settings.register_profile("few", max_examples=40, **UNHURRIED)

# A shell that runs the tests in the background takes Ctrl-C from them and from all they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _strict_entry(name: str, data: bytes, level: int = archive.LEVEL) -> archive.Entry:
    """Pack a part of a document, having parsed it as strictly as Word does."""
    if name.endswith((".xml", ".rels")):
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    return archive.entry(name, data, level)


# In place for the whole run, so that worker processes that are forked have it too.
for module in ("compile", "render"):
    own = {"entry": _strict_entry, "entry_again": _strict_entry}
    strict = SimpleNamespace(**{**vars(archive), **own})
    vars(import_module(f"generator.engine.{module}"))["archive"] = strict


LONGEST = ("windows", "browser", "pdf", "setup")
"""Rooms whose tests take long each, the longest first."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--shuffle",
        type=int,
        metavar="SEED",
        help="write --shuffle=SEED: run the files, and the tests of each, in an order of the seed",
    )


def pytest_report_header(config: pytest.Config) -> str | None:
    seed = config.option.shuffle
    return None if seed is None else f"in the order of --shuffle={seed}"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.option.shuffle is not None:
        items[:] = shuffled(items, config.option.shuffle)


def shuffled(items: list[pytest.Item], seed: int) -> list[pytest.Item]:
    """Bring the files, and the tests of each, into another order.

    The tests of a file stay together, so that what they share is made once. The longest come first:
    were they dealt out last, one process would wait for minutes for what another one makes.
    """
    files = defaultdict(list)
    for item in items:
        files[item.path].append(item)
    order = [*files.values()]
    chance = random.Random(seed)
    for each in (order, *order):
        chance.shuffle(each)
    order.sort(key=lambda file: [file[0].path.parent.name != each for each in LONGEST])
    return [item for file in order for item in file]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    left_out = report.skipped and not hasattr(report, "wasxfail")
    if left_out and os.environ.get("KIEMDIEM_REQUIRE_ALL") == "1":
        report.outcome = "failed"
        report.longrepr = f"skipped where everything is required: {report.longrepr}"
    return report


def _judging_once(checks: ModuleType) -> None:
    """Judge a shipped template once: all of them take seconds, for each test that examines a machine.

    Those of an office come and go with its test, and what a test puts in the place of a judge judges
    itself.
    """
    judged, verdicts = checks._check, {}

    def once(path: Path, search: Any, known: Any) -> Any:
        if search.folders != (shipped.TEMPLATES,) or not path.is_relative_to(shipped.TEMPLATES):
            return judged(path, search, known)
        name = search.name_of(path)
        against = repr((known.shapes.get(name), known.forms.get(name), known.khoi))
        key = (path, against, checks.packs.load_pack, *filter(callable, vars(checks).values()))
        if key not in verdicts:
            verdicts[key] = judged(path, search, known)
        fields, problems = verdicts[key]
        return fields, [*problems]

    vars(checks)["_check"] = once


def pytest_collection_finish() -> None:
    """Keep what collecting made out of every later search for garbage, and search seldom."""
    if checks := sys.modules.get("generator.setup.template_check"):
        _judging_once(checks)
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
