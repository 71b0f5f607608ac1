"""Reads the rows that a form prints: each found by its own text, a row of votes by its name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.received.said import words_of
from generator.received.subject import signed_name
from generator.returned.aligning import Hit, aligned
from generator.returned.answers import Answer
from generator.returned.outline import Grid, Kieu, Row, Slot
from generator.returned.table_fits import (
    Cells,
    Fit,
    is_numbering,
    joined,
    misshapen,
    read_cell,
    says,
    short,
    unclear,
)
from generator.returned.ticks import ticked
from generator.wording.compare import fold, same_name

_LONG = 3
"""Words from which on the text of a row is not found by chance."""


def fixed_rows(grid: Grid, rows: Sequence[Cells], fit: Fit) -> Iterator[Answer]:
    """Read rows that the form prints, each found by its own text, a row of votes by its name."""
    texts = [_key(grid, row, fit) for row in rows]
    hits = aligned([row.text for row in grid.rows], texts)
    often = Counter(words_of(text).words for text in texts)
    two = _has_two_heads(rows, fit, grid)
    spots = [
        _named(row, rows) if _is_vote(row) else _found(row, hit, texts, often)
        for row, hit in zip(grid.rows, hits, strict=True)
    ]
    known = {hit.first for hit in hits if hit} if not any(map(_is_vote, grid.rows)) else set()
    more = _more_rows(grid, rows, fit, known | {at for at, _ in spots if at is not None})
    summed = any(slot.path == _TOTAL for row in grid.rows for _, slot in row.slots)
    for row, (at, why) in zip(grid.rows, spots, strict=True):
        for column, slot in row.slots:
            label = short(row.text)
            if slot.kieu != "muc":
                label = f"{label} - {grid.heads[column]}"
            if at is None:
                yield Answer(slot, "", (why,), 0, label)
            elif two:
                yield Answer(slot, "", ("bảng có hai hàng đầu cột",), 0, label)
            else:
                touched = slot.path == _TOTAL or not summed
                own = more if touched and not why else why
                yield _of_cell(grid, row, rows[at], fit, column, slot, own, label)


_TOTAL = ("cham_diem", "tong")


def _more_rows(grid: Grid, rows: Sequence[Cells], fit: Fit, known: set[int]) -> str:
    """Return that something is filled in in a row that is none of the form.

    A total may count it; where there is none, nobody knows what became of the rows of the form.
    """
    places = _asked(grid, fit)
    for at, row in enumerate(rows):
        said = [place for place, its in row.items() if place in places and says(its)]
        if at in known or not said or is_numbering(row):
            continue
        points = any(places[place] == "diem" for place in said)
        return f"bảng có thêm dòng{' ghi điểm' if points else ''}, chưa đọc"
    return ""


def _asked(grid: Grid, fit: Fit) -> dict[int, Kieu]:
    """Return the columns of the file that are filled in, and with what."""
    return {
        fit.columns[at][0]: slot.kieu
        for row in grid.rows
        for column, slot in row.slots
        for at in range(column, column + max(len(slot.chon), 1))
        if at in fit.columns
    }


def _has_two_heads(rows: Sequence[Cells], fit: Fit, grid: Grid) -> bool:
    """Return whether the columns to fill in are divided once more: «Số phiếu», «Tỉ lệ %»."""
    asked = {column for row in grid.rows for column, slot in row.slots if slot.kieu == "so"}
    first = rows[0] if rows else {}
    said = [joined(first.get(fit.columns[each][0], ())) for each in asked if each in fit.columns]
    return any(any(map(str.isalpha, text)) and not any(map(str.isdecimal, text)) for text in said)


def _of_cell(  # noqa: PLR0913, PLR0917 - a cell is known by all of them
    grid: Grid, row: Row, cells: Cells, fit: Fit, column: int, slot: Slot, why: str, label: str
) -> Answer:
    if slot.kieu == "muc":
        read, lines = ticked(grid, slot, cells, fit)
        doubts = [why, *(doubt for _, doubt in fit.columns.values()), read.why]
    elif column not in fit.columns:
        return Answer(
            slot, "", (why, f"không thấy cột «{grid.heads[column]}»")[not why :], 0, label
        )
    else:
        place, doubt = fit.columns[column]
        lines = cells.get(place, ())
        read = read_cell(slot, lines, _most(grid, row))
        doubts = [why, doubt, *(one for line in lines for one in line.doubts), read.why]
        if slot.kieu in {"diem", "so"}:
            doubts += [unclear(lines), _most_changed(grid, row, cells, fit)]
            doubts += [] if read.value else [_elsewhere(grid, cells, fit)]
        elif _NUMBER.fullmatch(joined(lines)) and _lacks_points(row, cells, fit):
            doubts.append("ô điểm trống, có thể số này là điểm")
    doubts.append(misshapen(cells, fit.head))
    noi = lines[0].noi if lines else 0
    return Answer(slot, read.value, tuple(filter(None, doubts)), noi, label)


def _lacks_points(row: Row, cells: Cells, fit: Fit) -> bool:
    """Return whether a cell of points of a row is empty."""
    asked = [column for column, slot in row.slots if slot.kieu == "diem" and column in fit.columns]
    return any(not says(cells.get(fit.columns[column][0], ())) for column in asked)


def _elsewhere(grid: Grid, cells: Cells, fit: Fit) -> str:
    """Return that a number stands in the cell beside one that is empty."""
    asked = _asked(grid, fit)
    fixed = {place for place, _ in fit.columns.values()} - {
        place for place, kieu in asked.items() if kieu == "chu"
    }
    beside = [joined(its) for place, its in cells.items() if place not in fixed]
    return "ô trống mà ô bên cạnh ghi số" if any(map(_NUMBER.fullmatch, beside)) else ""


_NUMBER = re.compile(r"\W*\d+(?:[.,]\d+)?(?:\s*/\s*\d+)?\s*(?:điểm|đ)?\W*", re.IGNORECASE)


def _most_changed(grid: Grid, row: Row, cells: Cells, fit: Fit) -> str:
    """Return that another number stands in the column of the highest points than is printed."""
    most = _most(grid, row)
    for column, (place, _) in fit.columns.items():
        if words_of(grid.heads[column]).words == _MAXIMUM and most is not None:
            said = joined(cells.get(place, ())).strip().replace(",", ".")
            number = re.fullmatch(r"\d+(?:\.\d+)?", said)
            if said and (number is None or Decimal(said) != most):
                return "điểm tối đa khác với mẫu"
    return ""


def _found(
    row: Row, hit: Hit | None, texts: Sequence[str], often: Counter[tuple[str, ...]]
) -> tuple[int | None, str]:
    title = short(row.text)
    if hit is None:
        return None, f"không thấy dòng «{title}»"
    if not hit.sure or fold(row.text) != fold(texts[hit.first]):
        brief = len(words_of(row.text).words) < _LONG
        if brief or not hit.sure:
            return hit.first, f"dòng «{title}» bị gõ khác"
    if often[words_of(texts[hit.first]).words] > 1 and len(words_of(row.text).words) >= _LONG:
        return hit.first, f"dòng «{title}» có hai lần"
    return hit.first, ""


def _is_vote(row: Row) -> bool:
    return any(slot.path[:2] == ("kiem_phieu", "ket_qua") for _, slot in row.slots)


def _named(row: Row, rows: Sequence[Cells]) -> tuple[int | None, str]:
    """Find the row of whom votes are about, in whatever order they are: every accent counts."""
    name = str(row.slots[0][1].path[2])
    fit = [
        at
        for at, cells in enumerate(rows)
        if any(same_name(_untitled(joined(its)), name) for its in cells.values())
    ]
    if len(fit) == 1:
        return fit[0], ""
    return None, f"không thấy dòng của «{name}»" if not fit else f"có hai dòng của «{name}»"


def _untitled(text: str) -> str:
    return signed_name(" ".join(text.split()))


def _most(grid: Grid, row: Row) -> Decimal | None:
    """Return the highest number of points of a row: the form prints it beside."""
    last = row.text.rpartition(" ")[2].replace(",", ".")
    known = any(words_of(head).words == _MAXIMUM for head in grid.heads)
    return Decimal(last) if known and re.fullmatch(r"\d+(?:\.\d+)?", last) else None


_MAXIMUM = ("diem", "toi", "da")


def _key(grid: Grid, row: Cells, fit: Fit) -> str:
    """Return the fixed text of a row of the file: its cells that the form does not ask."""
    asked = {
        fit.columns[at][0]
        for each in grid.rows
        for first, slot in each.slots
        for at in range(first, first + max(len(slot.chon), 1))
        if at in fit.columns and slot.is_read
    }
    known = {place for place, _ in fit.columns.values()}
    cells = [
        joined(its) for place, its in sorted(row.items()) if place not in asked and place in known
    ]
    return " ".join(filter(None, cells))
