"""Line and column of a problem, from its path in the data; computed only for problems."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.problems import DataPath, Place, Problem
from generator.reading.text_file import lines, read_text
from generator.reading.yaml_text import Positions, Spot, positions

__all__ = ["locate", "located", "positions", "with_places"]

_AT_KEY = frozenset({"KD031", "KD052", "KD068", "KD101", "KD103"})
"""Problems located at the key; all others are located at the value."""

_START: Spot = (1, 1)


def located(problems: Iterable[Problem], path: Path) -> list[Problem]:
    """Add file name, line and column to problems found in the data of one file.

    Args:
        problems: the problems; those that name a file or a part of a Word file are unchanged.
        path: the data file, named as the user gave it.

    Returns:
        The problems in the same order. The file is read only if there is a problem to locate.
    """
    found = list(problems)
    if not any(_is_open(each.place) for each in found):
        return found
    text = read_text(path)
    return with_places(found, path.as_posix(), text if isinstance(text, str) else "")


def with_places(problems: Iterable[Problem], file: str, text: str) -> list[Problem]:
    """Do the same as `located` for a file whose text is already loaded."""
    found = list(problems)
    known = positions(text) if any(each.place.path for each in found) else {}
    rows = lines(text) if known else []
    return [each.at(_place(each, file, rows, known)) for each in found]


def locate(one: Problem, file: str, text: str) -> Problem:
    """Add file, line and column to one problem.

    Args:
        one: a problem with its path in the data. Two numbers after the path of a text are line and
            character in it, both from 0 (`("noi_dung", 4, 17)`).
        file: the file as the user gave it.
        text: its text.

    Returns:
        The problem at the key (unknown or empty key), at the value, or, if the key is missing, at
        its parent key (at the start of the file if it has none).
    """
    return with_places([one], file, text)[0]


def _is_open(place: Place) -> bool:
    return not (place.file or place.part or place.line)


def _place(one: Problem, file: str, rows: list[str], known: Positions) -> Place:
    place = one.place
    if place.line and not place.file:
        return replace(place, file=file)
    if not _is_open(place):
        return place
    line, column = _spot(place.path, known, rows, at_key=one.code in _AT_KEY)
    return replace(place, file=file, line=line, column=column)


def _spot(path: DataPath, known: Positions, rows: list[str], *, at_key: bool) -> Spot:
    if path in known:
        return known[path][0 if at_key else 1]
    inside = path[-2:]
    if path[:-2] in known and all(isinstance(step, int) for step in inside):
        return _inside(known[path[:-2]], rows, *inside)  # type: ignore[arg-type]
    while path := path[:-1]:
        if path in known:
            return known[path][0]
    return _START


def _inside(spots: tuple[Spot, Spot], rows: list[str], line: int, character: int) -> Spot:
    """Return the position in a text; only in a `|` block do its lines match those of the file."""
    row, column = spots[1]
    if not rows[row - 1][column - 1 :].startswith("|"):
        return spots[1]
    while row < len(rows) and not rows[row].strip():
        row += 1
    row = min(row + line, len(rows) - 1)
    return row + 1, _indent(rows[row]) + character + 1


def _indent(row: str) -> int:
    """Return the number of blanks at the beginning, without copying a line that may be long."""
    return next((at for at, sign in enumerate(row) if not sign.isspace()), len(row))
