"""Before a command: finishes or takes back what a killed process left of a change of data files."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.editing import JOURNAL

_LEVELS = 4


def settle(given: Iterable[object]) -> None:
    """Look for unfinished changes near the paths that a command was given, and tell what was done.

    Args:
        given: the values of the parameters of the command.
    """
    for campaign in dict.fromkeys(_campaigns(given)):
        from generator.cli.report import show
        from generator.editing.applying import recovered

        if found := recovered(campaign):
            show(found, "text", err=True)


def _campaigns(given: Iterable[object]) -> Iterator[Path]:
    for each in given:
        if isinstance(each, tuple):
            yield from _campaigns(each)
        elif isinstance(each, Path):
            for folder in (each, *list(each.absolute().parents)[:_LEVELS]):
                if os.path.isfile(folder / JOURNAL):  # noqa: PTH113 - never raises, unlike `is_file`
                    yield folder
            if each.is_dir():
                yield from (path.parent for path in each.glob(f"*/{JOURNAL}"))
