"""Finds the heads of the lists in a sheet: one row, or several with merged texts."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.opening.grid import Grid
from generator.sheets.heads import Meaning, is_known, meaning
from generator.sheets.persons import is_name

DEEPEST = 5
"""Rows of a head; forms of superiors have four."""

_WHOM = frozenset({("thoi_han", "viec"), ("ho_so", "muc"), ("ho_so", "tep")})
_ALONE = 0.7
"""A text over more than this part of a list is its title, not the head of several columns."""

_SIGN = r"(?:\(?\s*(\d{1,2}|[A-Za-zĐđ])\s*\)?)"
_NUMBERING = re.compile(rf"{_SIGN}(?:\s*=\s*[\d\s()+/*x%:,.-]+)?")
_LEAST_NUMBERED = 3


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a list: its first and last row, and the texts over each column."""

    top: int
    bottom: int
    texts: tuple[tuple[str, ...], ...]

    def name(self, column: int) -> str:
        """Return the head of a column as typed, upper texts first."""
        texts = self.texts[column] if column < len(self.texts) else ()
        return " / ".join(" ".join(each.split()) for each in texts)


def heads_of(grid: Grid) -> list[Head]:
    """Return the heads of all lists of a sheet, from top to bottom."""
    found: list[Head] = []
    row = 0
    while row < grid.height:
        if not _begins(grid, row):
            row += 1
            continue
        bottom = _bottom(grid, row)
        top = _top(grid, row, found[-1].bottom + 1 if found else 0)
        found.append(Head(top, bottom, tuple(_texts(grid, top, bottom))))
        if any(meaning(each).own for each in found[0].texts):
            return found  # a sheet of our own workbook has one list
        row = bottom + 1
    return found


def numbers_columns(texts: Sequence[str]) -> bool:
    """Return whether the texts of a row only number the columns: (1) (2) (3), A B 1 2."""
    found = [_NUMBERING.fullmatch(each) for each in texts]
    if len(found) < _LEAST_NUMBERED or not all(found):
        return False
    signs = [each[1] for each in found if each]
    numbers = [int(each) for each in signs if each.isdigit()]
    letters = [each.lower() for each in signs if not each.isdigit()]
    rising = all(left < right for left, right in pairwise(numbers))
    return rising and letters == sorted(set(letters)) and (not numbers or numbers[0] <= 2)


def cells(grid: Grid, row: int) -> list[tuple[int, str]]:
    """Return the columns of a row that show a text, with it."""
    return [(column, text) for column, text in enumerate(grid.texts(row)) if text]


def _begins(grid: Grid, row: int) -> bool:
    """Return whether the head of a list begins in a row: it names columns, one of them whom."""
    filled = cells(grid, row)
    if any(_is_figure(grid.raw(row, column)) for column, _ in filled):
        return False
    known = [meaning((text,)) for _, text in filled if is_known(text)]
    if any(each.own for each in known) and len(known) > 1:
        return True
    if len(filled) == 1:
        (column, text), below = filled[0], row + 1
        return (
            any(each.is_name and not each.part for each in known)
            and bool(text)
            and is_name(grid.text(below, column))
        )
    if len(known) > 1 and any(map(_names_whom, known)):
        return True
    doubtful = sum(_names_whom(meaning((text,))) for _, text in filled if not is_known(text))
    running = any(each.running for each in known)
    least = 2 if doubtful and running else 3
    return running and len(known) >= least and not any(is_name(text) for _, text in filled
                                                       if not meaning((text,)).known)  # fmt: skip


def _names_whom(found: Meaning) -> bool:
    return found.is_name or found.is_unit or bool(found.keys & _WHOM)


def _bottom(grid: Grid, row: int) -> int:
    """Return the last row of a head that begins in a row."""
    bottom = row
    while bottom + 1 < min(grid.height, row + DEEPEST):
        below = bottom + 1
        texts = cells(grid, below)
        if numbers_columns([text for _, text in texts]):
            break
        if not (_reaches(grid, row, bottom, below) or _goes_on(grid, row, bottom, texts)):
            break
        bottom = below
    return bottom


def _reaches(grid: Grid, row: int, bottom: int, below: int) -> bool:
    """Return whether an area merged downwards leads from the head into a row."""
    tops = (grid.marks.covered.get((below, column)) for column in range(grid.width))
    return any(top is not None and row <= top[0] <= bottom for top in tops)


def _goes_on(grid: Grid, row: int, bottom: int, texts: list[tuple[int, str]]) -> bool:
    """Return whether a row names parts of the columns above: Nam, Nữ; the levels; the posts."""
    if not texts or any(_is_figure(grid.raw(bottom + 1, column)) for column, _ in texts):
        return False
    known = shared = 0
    for column, text in texts:
        shared += _is_shared(grid, bottom, column)
        above = _above(grid, row, bottom, column)
        whom = meaning((above,))
        if _names_whom(whom) and not whom.doubtful and not meaning((above, text)).part:
            return False
        found = meaning((above, text))
        known += bool(found.level or found.part or (is_known(text) and found.known))
    return known * 2 >= len(texts) or shared == len(texts)


def _is_shared(grid: Grid, row: int, column: int) -> bool:
    """Return whether a head stands over several columns, this one among them."""
    anchor = grid.marks.covered.get((row, column), (row, column))
    return bool(grid.text(*anchor)) and _span(grid, *anchor) > 1


def _above(grid: Grid, row: int, bottom: int, column: int) -> str:
    """Return the text over a column: its own, else that of the columns on its left."""
    for left in range(column, -1, -1):
        for each in range(bottom, row - 1, -1):
            if text := grid.title(each, left):
                return text
    return ""


def _top(grid: Grid, row: int, first: int) -> int:
    """Return the first row of a head: rows over it may name several columns together."""
    top = row
    width = sum(bool(grid.title(row, column)) for column in range(grid.width))
    while top > first and row - top < DEEPEST:
        over = cells(grid, top - 1)
        spans = [_span(grid, top - 1, column) for column, _ in over]
        known = [_speaks(text) for _, text in over]
        if not any(known) or sum(known) * 2 < len(over):
            break
        if any(span > _ALONE * width for span in spans):
            break
        if any(_is_whole(grid.title(top, at)) for at, _ in over):
            break  # a title of the list, which begins over «STT» and «Họ và tên»
        if max(spans) == 1 and not any(_adds(text, grid.title(top, at)) for at, text in over):
            break  # «Chi bộ: | thôn Đông» over a list is a title of it
        top -= 1
    return top


def _is_whole(head: str) -> bool:
    found = meaning((head,))
    return found.running or (_names_whom(found) and not found.doubtful)


def _adds(over: str, below: str) -> bool:
    """Return whether a text over a head says more of its column: «Ngày sinh» over «Nam»."""
    alone, both = meaning((below,)), meaning((over, below))
    return bool(both.level or both.part or both.keys - alone.keys)


def _speaks(text: str) -> bool:
    found = meaning((text,))
    return found.known or found.votes


def _span(grid: Grid, row: int, column: int) -> int:
    right = column + 1
    while grid.marks.covered.get((row, right)) == (row, column):
        right += 1
    return right - column


def _texts(grid: Grid, top: int, bottom: int) -> Iterator[tuple[str, ...]]:
    """Yield the texts over each column; a text that several share stands over each of them."""
    rows = range(top, bottom + 1)
    left: list[str] = [""] * len(rows)
    left_filled: list[str] = [""] * len(rows)
    for column in range(grid.width):
        own = [grid.title(row, column) for row in rows]
        filled = list(own)
        for at, row in enumerate(rows[:-1]):
            # Who does not merge cells leaves the cells beside a shared text empty.
            shared = left_filled[at] and any(left[at + 1 :]) and any(own[at + 1 :])
            if not own[at] and shared and (row, column) not in grid.marks.covered:
                filled[at] = left_filled[at]
        yield tuple(text for at, text in enumerate(filled) if text and text not in filled[:at])
        left, left_filled = own, filled


def _is_figure(value: object) -> bool:
    return isinstance(value, int | float | dt.date | dt.time | dt.timedelta) and not isinstance(
        value, bool
    )
