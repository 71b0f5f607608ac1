"""Tables typed in a text with `|` between the cells: where they stand, and what is wrong in one.

The form is Markdown's: a row of heads, a row of dashes, rows of cells. Above the dashes there may
be several rows of heads; below them, a row with one cell is a heading for the rows that follow it.
No guidance prescribes how a table is typed; HD 05 and NĐ 30 only say that tables are there.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_DASHES = re.compile(r":?-+:?")
_REFERENCE = re.compile(r"\[\s*bảng\s+(\d{1,3})\s*\]", re.IGNORECASE)
_NAMED = re.compile(r"\[\s*b[ảa]ng\s+\d{1,3}\s*\]", re.IGNORECASE)
SIDES = {"": "", "l": "left", "r": "right", "lr": "center"}


class Typed(NamedTuple):
    """A table as typed: its first and last line (from 0), heads, where columns stand, rows.

    A column stands left, right or center, or empty where the dashes do not say it. `rows` have one
    cell or as many as there are columns.
    """

    dong: int
    cuoi: int
    dau: tuple[tuple[str, ...], ...]
    can: tuple[str, ...]
    hang: tuple[tuple[str, ...], ...]


class Fault(NamedTuple):
    """A line (from 0) that does not make a table: no row of dashes, or an uneven number of cells.

    `so_o` is 0 in the first case.
    """

    dong: int
    so_o: int
    so_cot: int


def is_row(line: str) -> bool:
    """Return whether a line reads as a row of a table: it begins with `|` and has another one."""
    typed = line.strip()
    return typed.startswith("|") and typed.count("|") > 1


def referred(line: str) -> int:
    """Return the number in a line «[bảng 2]», where a table given apart is to stand; else 0."""
    found = _REFERENCE.fullmatch(line.strip())
    return int(found[1]) if found else 0


def tables(lines: Sequence[str]) -> Iterator[Typed | Fault]:
    """Yield every table of a text, in place of one that is none its first fault."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and is_row(lines[end]):
            end += 1
        if end > start:
            made = _table(lines[start:end], start)
            beside = next((n for n in (start - 1, end) if _is_cut_row(lines, n)), None)
            if beside is None or isinstance(made, Fault):
                yield made
            else:
                yield Fault(beside, len(_cells(lines[beside])), len(made.can))
        start = end + 1


def _is_cut_row(lines: Sequence[str], at: int) -> bool:
    """Return whether a line right beside a table has bars, but not at its beginning."""
    return 0 <= at < len(lines) and "|" in lines[at].replace(r"\|", "")


def misplaced(line: str) -> bool:
    """Return whether a line names a table («[bảng 2]») without standing alone, or without marks."""
    return _NAMED.search(line) is not None and not referred(line)


def _table(lines: Sequence[str], at: int) -> Typed | Fault:
    rows = [_cells(line) for line in lines]
    ruled = next((n for n, row in enumerate(rows) if all(map(_DASHES.fullmatch, row))), 0)
    if not ruled:
        return Fault(at, 0, 0)
    count = len(rows[ruled])
    for n, row in enumerate(rows):
        if len(row) != count and not (len(row) == 1 and n > ruled):
            return Fault(at + n, len(row), count)
    can = tuple(
        SIDES["l" * cell.startswith(":") + "r" * cell.endswith(":")] for cell in rows[ruled]
    )
    return Typed(at, at + len(lines) - 1, tuple(rows[:ruled]), can, tuple(rows[ruled + 1 :]))


def _cells(line: str) -> tuple[str, ...]:
    r"""Split a row at its `|`; `\|` is a bar inside of a cell."""
    from markdown_it.rules_block.table import escapedSplit  # noqa: PLC0415 - few texts have tables

    typed = line.strip().removeprefix("|")
    cells = escapedSplit(typed.removesuffix("|") if not typed.endswith(r"\|") else typed)
    return tuple(cell.strip() for cell in cells)
