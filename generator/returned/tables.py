"""Reads the tables of a form: rows found by their fixed text, or as many as somebody wrote."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from generator.opening.written import Line
from generator.received.said import words_of
from generator.returned.answers import Answer
from generator.returned.outline import OTHER, Grid, Outline, Slot
from generator.returned.printed_rows import fixed_rows
from generator.returned.rows_of_tasks import goes_on, grown_rows
from generator.returned.table_fits import (
    Cells,
    Fit,
    Tables,
    fit_of,
    merged,
    rows_below,
    says,
    tables_of,
)


def table_answers(outline: Outline, lines: Sequence[Line]) -> tuple[list[Answer], set[int]]:
    """Return what the tables of a file say, and the numbers of these tables.

    Args:
        outline: what is fixed in the form.
        lines: all lines of the file.
    """
    tables = tables_of(lines)
    found: list[Answer] = []
    taken: set[int] = set()
    for grid in outline.grids:
        fits = [fit for each in tables if each not in taken and (fit := fit_of(grid, tables, each))]
        if not fits:
            found += _lost(grid)
            continue
        taken |= {fit.number for fit in fits}
        rows = [rows_below(tables, fit) for fit in fits]
        why = [
            merged([row for its in rows for row in its]),
            *(_beside(outline, lines, fit.number) for fit in fits),
        ]
        if grid.grows:
            others = _others(tables, taken, grid)
            why += [_several(fits, rows, grid), "còn bảng khác chưa đọc" if others else ""]
            read = [*grown_rows(grid, [row for its in rows for row in its], fits[0])]
        else:
            why.append("có hơn một bảng như bảng của mẫu" if len(fits) > 1 else "")
            read = [*fixed_rows(grid, rows[0], fits[0])]
        told = dict.fromkeys(filter(None, why))
        found += [replace(each, why=(*each.why, *told)) for each in read]
    return found, taken


def above_tables(
    found: Sequence[Answer], lines: Sequence[Line], taken: Collection[int]
) -> list[Answer]:
    """Doubt an answer that is the line just above a table: a title of it, or a row.

    Args:
        found: what was read between the fixed texts.
        lines: all lines of the file.
        taken: the numbers of the tables that were read.
    """
    above = {
        line.noi: words_of(line.text).words
        for line, below in pairwise(lines)
        if line.cell is None and below.cell is not None and below.cell.table in taken
    }
    why = "ghi ngay trên bảng, có thể không phải của mục này"
    return [
        replace(each, why=(*each.why, why))
        if each.value
        and each.noi in above
        and not _begins(above[each.noi], words_of(each.nhan).words)
        else each
        for each in found
    ]


def ends(outline: Outline, found: Sequence[Answer]) -> Iterator[Answer]:
    """Say of each table that grows, by an empty answer behind its last row, that it has no more.

    A row that was taken over before may be gone from a corrected form.
    """
    for grid in outline.grids:
        if not (grid.grows and grid.rows):
            continue
        _, slot = grid.rows[0].slots[0]
        head, _, *rest = slot.path
        if any(each.path == (head,) for each in found):
            continue
        count = len({each.path[1] for each in found if each.path[0] == head})
        label = f"Dòng {count + 1} - {grid.heads[grid.rows[0].slots[0][0]]}"
        yield Answer(replace(slot, path=(head, count, *rest)), "", nhan=label)


def _several(fits: Sequence[Fit], rows: Sequence[Sequence[Cells]], grid: Grid) -> str:
    """Return that the tables of a file are perhaps not one that goes on: a draft and the final."""
    pairs = zip(fits, rows, fits[1:], rows[1:], strict=False)
    fine = all(goes_on(grid, (fit, its), (after, below)) for fit, its, after, below in pairs)
    return "" if fine else "có nhiều bảng như bảng của mẫu"


_DAY = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)


def _beside(outline: Outline, lines: Sequence[Line], table: int) -> str:
    """Return that somebody wrote below a table what is no text of the form, as rows of it.

    What is read there ends it; behind the signature stands the name of who signed.
    """
    last = max(at for at, line in enumerate(lines) if line.cell and line.cell.table == table)
    signed = False
    for line in lines[last + 1 :]:
        words = words_of(line.text).words
        fixed = [each for each in outline.anchors if _begins(words, each.words.words)]
        if any(each.is_read for each in fixed):
            return ""
        hinted = any(_begins(words, each) for each in outline.hints)
        if line.cell is not None or fixed or hinted or _DAY.search(line.text):
            signed = True
        elif says([line]) and not (signed and _is_name(line.text)):
            return "có chữ dưới bảng, chưa đọc"
    return ""


def _begins(words: tuple[str, ...], fixed: tuple[str, ...]) -> bool:
    return bool(fixed) and words[: len(fixed)] == fixed


def _is_name(text: str) -> bool:
    """Return whether a line may be a name, or a note in brackets as «(Đã ký)»."""
    words = text.split()
    return text.strip().startswith("(") or (
        len(words) <= _LONGEST_NAME and all(word[:1].isupper() for word in words)
    )


_LONGEST_NAME = 6


def _others(tables: Tables, taken: set[int], grid: Grid) -> bool:
    """Return whether another table may go on where that of the form ends."""
    wide = len(grid.heads) - 2
    return any(
        number not in taken and any(len(row) >= wide for row in rows.values())
        for number, rows in tables.items()
    )


def _lost(grid: Grid) -> Iterator[Answer]:
    """Tell once that a table is not there, as in a PDF, which has no cells: not for each cell."""
    paths = [slot.path for row in grid.rows for _, slot in row.slots]
    shared = [steps[0] for steps in takewhile(_is_one, zip(*paths, strict=False))]
    path = ("nhiem_vu",) if grid.grows else tuple(shared)
    path = paths[0] if path in {(), (OTHER,)} else path
    yield Answer(Slot(path, "chu"), "", (NO_TABLE,), 0, "Bảng")


NO_TABLE = "không thấy bảng của mẫu: tệp PDF thì xin bản Word, hoặc ghi ở biểu nhập"


def _is_one(steps: Sequence[str | int]) -> bool:
    return len({*steps}) == 1
