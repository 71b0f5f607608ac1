"""The tables of a letter as they are printed: heads that are one cell, where cells stand, widths.

No guidance prescribes how a table looks; a table that fills the text between its edges, with its
heads on every page and no row torn, is what offices make.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from markupsafe import Markup

from generator.engine import tables
from generator.engine.look import TWIPS_A_MM
from generator.engine.richtext import NO_BREAK_HYPHEN, Runs, runs
from generator.engine.tables import Blocks, Cell
from generator.model import VanBan
from generator.model.table import Bang
from generator.problems import DataPath, Place, Problem, problem
from generator.wording.narrow import width_of
from generator.wording.pipe_tables import Typed
from generator.wording.pipe_tables import tables as typed_tables
from generator.wording.unbroken import unbroken

UPRIGHT, ACROSS = 9355, 14570
"""The width of the text in twips: A4 upright 165 mm, on its side 257 mm (HD 05 §IV)."""

_SIDES = {"trái": "left", "giữa": "center", "phải": "right"}
_NUMBER = re.compile(r"[-+]?\d[\d.,]*\s*%?|[-–x]")
_COUNTED = re.compile(r"(?:stt|tt|số\s*tt|số thứ tự)\.?", re.IGNORECASE)
_MARKS = re.compile(r"\*+|\[\^[^\]\s]+\]")
_SMALL, _LARGE, _FIGURE, _EDGES = 108, 175, 122, 150
"""Twips of a letter at 12 points, small, large or a figure; and of a cell's two edges."""
_EM = 240
"""Twips of an em at 12 points."""
_BOLD = 110
"""The width of bold letters, in hundredths of that of others."""


class Sheet(NamedTuple):
    """A table before its widths are known: heads (row by row), columns, rows of one or all cells.

    Of a column `can` is left, center, right or empty, `rong` twips or 0 where they are not given.
    """

    dau: tuple[tuple[str, ...], ...]
    can: tuple[str, ...]
    rong: tuple[int, ...]
    hang: tuple[tuple[str, ...], ...]


def typed_sheet(typed: Typed) -> Sheet:
    """Return a table that stands in a text."""
    return Sheet(typed.dau, typed.can, (0,) * len(typed.can), typed.hang)


def given_sheet(table: Bang) -> Sheet:
    """Return a table that is given apart from the text."""
    groups = tuple(each.nhom or "" for each in table.cot)
    heads = tuple(each.ten or "" for each in table.cot)
    above = tuple(group or head for group, head in zip(groups, heads, strict=True))
    below = tuple(head if group else "" for group, head in zip(groups, heads, strict=True))
    return Sheet(
        (above, below) if any(groups) else (heads,),
        tuple(_SIDES.get(each.can or "", "") for each in table.cot),
        tuple(round((each.rong or 0) * TWIPS_A_MM) for each in table.cot),
        tuple(tuple(cell or "" for cell in row) for row in table.hang),
    )


def printed_table(
    sheet: Sheet, notes: Mapping[str, str], width: int, *, last: bool = False
) -> Blocks:
    """Return a table as Word has it.

    Args:
        sheet: the table.
        notes: the footnotes of the text, by label.
        width: between the edges of the text, in twips.
        last: whether it ends the text.
    """
    # What is kept together but wider than its column would be torn anywhere, in a number too.
    said = _together if _has_room(sheet, width) else runs
    sides = [_side(sheet, n) for n in range(len(sheet.can))]
    head = [
        [Cell(said(text, notes), "center", across, down) for text, across, down in row]
        for row in merged_heads(sheet.dau)
    ]
    rows = [
        [Cell(said(f"**{_bare(row[0])}**", notes), "left", len(sides))]
        if len(row) == 1 < len(sides)
        else [Cell(said(text, notes), side) for text, side in zip(row, sides, strict=True)]
        for row in sheet.hang
    ]
    return tables.table(widths(sheet, width), head, rows, last=last)


def merged_heads(rows: Sequence[Sequence[str]]) -> list[list[tuple[str, int, int]]]:
    """Return each row of heads as its cells: text, columns across, rows down (0: covered).

    The same text side by side is one head; a head without a text below it goes down.
    """
    made: list[list[tuple[str, int, int]]] = []
    above: dict[int, int] = {}
    for n, row in enumerate(rows):
        cells, spans, at = [], {}, 0
        while at < len(row):
            below_one = not row[at] and at in above and not any(row[at : above[at]])
            end = above[at] if below_one else _reach(row, at) if n + 1 < len(rows) else at + 1
            down = 0 if below_one else 1 + sum(1 for _ in _empty(rows[n + 1 :], at, end))
            cells.append((row[at], end - at, down))
            spans[at] = end
            at = end
        above = spans
        made.append(cells)
    return made


def _reach(row: Sequence[str], at: int) -> int:
    """Return the end of the heads that say the same as the one at `at`."""
    same = takewhile(lambda each: bool(each) and each == row[at], row[at + 1 :])
    return at + 1 + sum(1 for _ in same)


def _empty(rows: Sequence[Sequence[str]], at: int, end: int) -> Iterator[Sequence[str]]:
    return takewhile(lambda row: not any(row[at:end]), rows)


def _side(sheet: Sheet, n: int) -> str:
    """Return where a column stands: as it says, else running numbers and years in the middle.

    Other figures stand right, so that their places are below each other.
    """
    if sheet.can[n]:
        return sheet.can[n]
    if _COUNTED.fullmatch(sheet.dau[0][n].strip()):
        return "center"
    cells = [row[n] for row in sheet.hang if len(row) == len(sheet.can) and row[n]]
    if not cells or not all(_NUMBER.fullmatch(_bare(each)) for each in cells):
        return "left"
    return "right" if len({len(_bare(each)) for each in cells}) > 1 else "center"


def _bare(text: str) -> str:
    return _MARKS.sub("", text).strip()


def _together(text: str, notes: Mapping[str, str]) -> Runs:
    made = runs(text, notes)
    xml = unbroken(made.xml, NO_BREAK_HYPHEN)
    return Runs(Markup(xml), made.illegal)  # noqa: S704 - as it was


def widths(sheet: Sheet, width: int) -> list[int]:
    """Share the width among the columns: what is given, then by the longest word and the texts.

    Returns:
        Twips of each column; together `width`, unless all are given.
    """
    least, most = _needs(sheet, _pieces if _has_room(sheet, width) else str.split)
    free = [n for n, given in enumerate(sheet.rong) if not given]
    left = max(width - sum(sheet.rong), 0)
    if not free:
        return list(sheet.rong)
    low = sum(least[n] for n in free)
    high = sum(most[n] for n in free)
    made = list(sheet.rong)
    for n in free:
        if left >= high:
            made[n] = most[n] * left // high
        elif left > low:
            made[n] = least[n] + (most[n] - least[n]) * (left - low) // max(high - low, 1)
        else:
            made[n] = max(least[n] * left // max(low, 1), 1)
    made[free[-1]] += left - sum(made[n] for n in free)
    return made


def too_wide(document: VanBan) -> Iterator[Problem]:
    """Yield KD179 for each table of a letter that does not fit without tearing a word."""
    found: list[tuple[DataPath, str, Sequence[Bang], int]]
    found = [((), document.noi_dung, document.bang, UPRIGHT)]
    for index, annex in enumerate(document.phu_luc):
        width = ACROSS if annex.ngang else UPRIGHT
        found.append((("phu_luc", index), annex.noi_dung or "", annex.bang, width))
    for path, text, given, width in found:
        typed = [each for each in typed_tables(text.split("\n")) if isinstance(each, Typed)]
        sheets = [((*path, "noi_dung", each.dong, 0), typed_sheet(each)) for each in typed]
        sheets += [((*path, "bang", n), given_sheet(each)) for n, each in enumerate(given)]
        for where, sheet in sheets:
            least, _ = _needs(sheet, str.split)
            need = sum(own or word for own, word in zip(sheet.rong, least, strict=True))
            if need > width:
                mm = round(width / TWIPS_A_MM)
                mend = "" if width == ACROSS else "đưa bảng vào phụ lục có «ngang: có», "
                values = {"so_cot": len(sheet.can), "mm": mm, "sua": mend}
                yield problem("KD179", Place(path=where), **values)


def _pieces(text: str) -> list[str]:
    """Return what of a text no line may break: words, and those that are kept together."""
    return unbroken(text).split(" ")


def _has_room(sheet: Sheet, width: int) -> bool:
    """Return whether each column is as wide as the longest piece in it that no line may break."""
    least, _ = _needs(sheet, _pieces)
    narrow = any(0 < given < need for given, need in zip(sheet.rong, least, strict=True))
    return not narrow and sum(map(max, sheet.rong, least)) <= width


def _needs(sheet: Sheet, pieces: Callable[[str], Iterable[str]]) -> tuple[list[int], list[int]]:
    """Return what each column needs for its longest piece, and for its longest text on one line."""
    heads: list[list[str]] = [[] for _ in sheet.can]
    for row in merged_heads(sheet.dau):
        at = 0
        for text, across, _ in row:
            if across == 1:
                heads[at].append(text)
            at += across
    least, most = [], []
    for n, head in enumerate(heads):
        bare = [_bare(row[n]) for row in sheet.hang if len(row) == len(sheet.can)]
        words = max((_unbroken(word) for each in bare for word in pieces(each)), default=0)
        heading = max((_heading(word) for each in head for word in pieces(_bare(each))), default=0)
        least.append(max(words, heading) + _EDGES)
        longest = max(map(_length, [*bare, *head]), default=0)
        most.append(max(min(longest, UPRIGHT) + _EDGES, least[-1]))
    return least, most


def _length(text: str) -> int:
    return sum(_LARGE if each.isupper() else _FIGURE if each.isdigit() else _SMALL for each in text)


def _unbroken(word: str) -> int:
    """Return the room of a word of the rows: «m» and «W» are wider than letters are together."""
    return max(_length(word), round(width_of(word) * _EM * 100 / _BOLD))


def _heading(word: str) -> int:
    return max(_length(word) * _BOLD // 100, math.ceil(width_of(word) * _EM))
