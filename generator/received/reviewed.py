"""Checks the sums of Biểu 6F: who had to be reviewed, who was, who was not and why.

How its rows hang together follows from the form; no document says so, thus it is asked.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.opening.cells import tables_of
from generator.opening.content import FileContent
from generator.received.expected import Finding
from generator.received.folded import letters
from generator.received.signature_block import parts_of
from generator.received.votes import asked

_ALL, _DONE, _LEFT, _TOLD = " phai kiem diem ", " da kiem diem ", " chua kiem diem ", " goi y "
_FIGURE = re.compile(r"\d{1,4}")
_NUMBER = re.compile(r"\d\.\d")


class _Row(NamedTuple):
    """A row: its words, in the form of `letters`, and its figures; None where one is left out."""

    said: str
    figures: tuple[int | None, ...]


def reviewed(seen: FileContent) -> Iterator[Finding]:
    """Yield a finding for rows that do not come to what they have to.

    In a table of Word each column is read. Elsewhere columns are told only where no figure is left
    out, so parts are held against all that they are parts of.
    """
    rows = list(_of_tables(seen.body)) if seen.body else []
    in_cells = any(_ALL in row.said for row in rows)
    if not in_cells:
        rows = list(_of_parts(seen.lines))
    head = {
        each: next((row for row in rows if each in row.said), None) for each in (_ALL, _DONE, _LEFT)
    }
    columns = [row.figures if row else () for row in head.values()]
    if in_cells or len({*map(len, columns)}) == 1:
        for all_of, done, left in zip(*columns, strict=False):
            known = all_of is not None and done is not None and left is not None
            if known and all_of != done + left:
                yield asked(
                    f"số phải kiểm điểm {all_of} khác số đã {done} cộng số chưa kiểm điểm {left}"
                )
    yield from _parts(rows, _LEFT, "chưa kiểm điểm")
    yield from _parts(rows, _TOLD, "được gợi ý kiểm điểm")


def _parts(rows: Sequence[_Row], key: str, what: str) -> Iterator[Finding]:
    """Check that the rows «trong đó» below one are not more than it."""
    at = next((at for at, row in enumerate(rows) if key in row.said), None)
    if at is None:
        return
    below: list[_Row] = []
    for row in rows[at + 1 :]:
        if any(each in row.said for each in (_ALL, _DONE, _LEFT, _TOLD)):
            break
        below.append(row)
    whole, parts = _total([rows[at]]), _total(below)
    if rows[at].figures and parts > whole:
        yield asked(f"số {what} {whole}, nhưng các dòng «trong đó» cộng lại {parts}")


def _total(rows: Iterable[_Row]) -> int:
    return sum(each or 0 for row in rows for each in row.figures)


def _of_tables(body: bytes) -> Iterator[_Row]:
    for table in tables_of(body):
        for row in table.rows:
            cells = [" ".join(cell).strip() for cell in row]
            at = next((at for at, cell in enumerate(cells) if _is_words(cell)), None)
            if at is not None:
                yield _Row(letters(cells[at]), tuple(map(_figure, cells[at + 1 :])))


def _of_parts(lines: Iterable[str]) -> Iterator[_Row]:
    """Yield the rows of a table of which only what its cells say is known, one after another."""
    said, figures, number = "", list[int](), ""
    for part in (part for line in lines for part in parts_of(line)):
        if _FIGURE.fullmatch(part):
            figures.append(int(part))
        elif _NUMBER.fullmatch(part):
            yield _Row(said, tuple(figures))
            said, figures, number = "", [], part
        elif not figures:
            said = f"{said.rstrip()}{letters(part)}"
        else:
            # The last figure before the words of a row is its number if it continues the others.
            if str(figures[-1]) == _next(number) and (number or len(figures) == 1):
                number = str(figures.pop())
            yield _Row(said, tuple(figures))
            said, figures = letters(part), []
    yield _Row(said, tuple(figures))


def _next(number: str) -> str:
    """Return the number of the row after a chapter: «2» after «1», «4» after «3.2»."""
    return str(int(number.partition(".")[0] or 0) + 1)


def _figure(cell: str) -> int | None:
    return int(cell) if _FIGURE.fullmatch(cell) else None


def _is_words(cell: str) -> bool:
    return len(cell) > len("3.1") and not _FIGURE.fullmatch(cell)
