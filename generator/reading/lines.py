"""The way out for problems that know their file and the way into its data: line and column."""

from collections.abc import Iterable
from pathlib import Path

from generator.problems import Place, Problem
from generator.reading.positions import located


def with_lines(problems: Iterable[Problem]) -> list[Problem]:
    """Give problems that name a data file and a path in it their line and column.

    A result is passed through here as it leaves the rooms for a shell, so that whoever finds a
    problem only says where in the data it is.

    Args:
        problems: of any files. Those without a path, or with a line already, stay as they are.

    Returns:
        The problems in the same order; each file is read once, and only when it is needed.
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
