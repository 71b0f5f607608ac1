"""The lines of a received file around one of them, as they are shown beside a question."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.opening.content import REASONS, RefusedFileError
from generator.opening.plain import refused
from generator.opening.pool import SECONDS, answers
from generator.opening.sent_back import read_sent_back

BEFORE, AFTER = 3, 6
"""Lines that are shown before and behind the one that is meant."""

_UNREAD = "mở tệp quá lâu hoặc tệp làm chương trình đọc dừng"


class Row(NamedTuple):
    """A line of a file: the number of its paragraph, and its text with what Word puts before it."""

    noi: int
    chu: str


class Around(NamedTuple):
    """Lines around the ones that are meant.

    `tim` is the first line meant and `lan` how many lines before it say the same, by which the
    quick view finds it.
    """

    truoc: tuple[Row, ...]
    cho: tuple[Row, ...]
    sau: tuple[Row, ...]
    tim: str = ""
    lan: int = 0


def lines_of(path: Path) -> tuple[Row, ...] | str:
    """Return the lines of a Word or PDF file, read in a process that may die; else why not."""
    ((_, found),) = answers(_lines, [path], 1, SECONDS)
    return _UNREAD if found is None else found


def _lines(path: Path) -> tuple[Row, ...] | str:
    refusal = refused(path)
    if refusal:
        return REASONS[refusal]
    try:
        return tuple(Row(each.noi, each.bullet + each.text) for each in read_sent_back(path))
    except RefusedFileError as error:
        return REASONS[error.refusal]


def around(lines: Sequence[Row], noi: int) -> Around:
    """Return the lines of a paragraph with those around it.

    Args:
        lines: all lines of the file.
        noi: the number of the paragraph; where none has it, nothing is marked and the lines that
            stand nearest are returned.
    """
    at = [number for number, each in enumerate(lines) if each.noi == noi]
    if not at:
        near = next((number for number, each in enumerate(lines) if each.noi > noi), 0)
        return Around(tuple(lines[max(0, near - BEFORE) : near + AFTER]), (), ())
    first, last = at[0], at[-1] + 1
    said = lines[first].chu
    return Around(
        tuple(lines[max(0, first - BEFORE) : first]),
        tuple(lines[first:last]),
        tuple(lines[last : last + AFTER]),
        said,
        sum(each.chu == said for each in lines[:first]),
    )
