"""Adds line and column to problems that name their file and the path in its data."""

from collections.abc import Iterable
from pathlib import Path

from generator.problems import Place, Problem
from generator.reading.positions import located


def with_lines(problems: Iterable[Problem]) -> list[Problem]:
    """Add line and column to problems that name a data file and a path in it.

    Results pass through here before a user interface shows them, so that code that finds a problem
    only needs to state its path in the data.

    Args:
        problems: of any files. Those without a path, or already with a line, are unchanged.

    Returns:
        The problems in the same order; each file is read at most once, and only if needed.
    """
    found = list(problems)
    by_file: dict[str, list[int]] = {}
    for index, each in enumerate(found):
        if each.place.file and each.place.path and not each.place.line:
            by_file.setdefault(each.place.file, []).append(index)
    for file, indexes in by_file.items():
        inside = [found[index].at(Place(path=found[index].place.path)) for index in indexes]
        for index, each in zip(indexes, located(inside, Path(file)), strict=True):
            found[index] = each
    return found
