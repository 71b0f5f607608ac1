"""Reads the tables of a form: rows found by their fixed text, or as many as somebody wrote."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from generator.opening.boxes import CROSSED
from generator.opening.written import Line
from generator.received.subject import signed_name
from generator.returned.aligning import Hit, aligned
from generator.returned.answers import Answer
from generator.returned.choosing import NONE
from generator.returned.outline import Grid, Outline, Row, Slot
from generator.returned.said import words_of
from generator.returned.values import Read, as_count, as_points, as_text
from generator.wording.compare import fold, same_name

Cells = dict[int, tuple[Line, ...]]

_ENOUGH = 0.6
"""The share of its heads that a table must have to be the one of the form."""

_LONG = 3
"""Words from which on the text of a row is not found by chance."""

_TOP = 3
"""Rows in which the heads of a table may stand."""


def table_answers(outline: Outline, lines: Sequence[Line]) -> tuple[list[Answer], set[int]]:
    """Return what the tables of a file say, and the numbers of these tables.

    Args:
        outline: what is fixed in the form.
        lines: all lines of the file.
    """
    tables = _tables(lines)
    found: list[Answer] = []
    taken: set[int] = set()
    for grid in outline.grids:
        fits = [fit for each in tables if each not in taken and (fit := _fit(grid, tables, each))]
        if not fits:
            found += _lost(grid)
            continue
        taken |= {fit.number for fit in fits}
        if grid.grows:
            rows = [row for fit in fits for row in _below(tables, fit)]
            found += _grown(grid, rows, fits[0], _others(tables, taken, grid))
            continue
        why = ("có hơn một bảng như bảng của mẫu",) if len(fits) > 1 else ()
        read = _fixed(grid, _below(tables, fits[0]), fits[0])
        found += [replace(each, why=(*each.why, *why)) for each in read]
    return found, taken


class _Fit(NamedTuple):
    """A table of the file that has the heads of the form: its number, the row of the heads.

    `columns` are those of the form, with the place in the file and what is doubtful about it.
    """

    number: int
    top: int
    columns: dict[int, tuple[int, str]]


def _tables(lines: Sequence[Line]) -> dict[int, dict[int, Cells]]:
    found: dict[int, dict[int, Cells]] = {}
    for line in lines:
        if line.cell is not None:
            row = found.setdefault(line.cell.table, {}).setdefault(line.cell.row, {})
            row[line.cell.column] = (*row.get(line.cell.column, ()), line)
    return found


def _fit(grid: Grid, tables: dict[int, dict[int, Cells]], number: int) -> _Fit | None:
    rows = tables[number]
    heads = sum(bool(each) for each in grid.heads)
    for row in sorted(rows)[:_TOP]:
        columns = _columns(grid, rows[row])
        if len(columns) >= _ENOUGH * heads:
            return _Fit(number, row, columns)
    return None


def _below(tables: dict[int, dict[int, Cells]], fit: _Fit) -> list[Cells]:
    rows = tables[fit.number]
    return [rows[each] for each in sorted(rows) if each > fit.top]


def _others(tables: dict[int, dict[int, Cells]], taken: set[int], grid: Grid) -> bool:
    """Return whether another table may go on where that of the form ends."""
    wide = len(grid.heads) - 2
    return any(
        number not in taken and any(len(row) >= wide for row in rows.values())
        for number, rows in tables.items()
    )


def _columns(grid: Grid, row: Cells) -> dict[int, tuple[int, str]]:
    """Return where each column of the form stands, by its head, in whatever order they are."""
    heads = {place: words_of(_joined(its)).words for place, its in sorted(row.items())}
    wanted = {column: words_of(head).words for column, head in enumerate(grid.heads) if head}
    found: dict[int, tuple[int, str]] = {}
    for column, words in wanted.items():
        same = [place for place, head in heads.items() if head == words]
        if same:
            found[column] = (
                same[0],
                "" if len(same) == 1 else f"có hai cột «{grid.heads[column]}»",
            )
    places = sorted(place for place in heads if place not in {place for place, _ in found.values()})
    left = [column for column in wanted if column not in found]
    texts = [_joined(row[place]) for place in places]
    for column, hit in zip(left, aligned([grid.heads[each] for each in left], texts), strict=True):
        if hit:
            found[column] = (places[hit.first], f"cột «{grid.heads[column]}» bị gõ khác")
    return found


def _lost(grid: Grid) -> Iterator[Answer]:
    if grid.grows:
        yield Answer(Slot(("nhiem_vu",), "chu"), "", ("không thấy bảng của mẫu",), 0, "Bảng")
        return
    for row in grid.rows:
        for _, slot in row.slots:
            yield Answer(slot, "", ("không thấy bảng của mẫu",), 0, _short(row.text))


def _fixed(grid: Grid, rows: Sequence[Cells], fit: _Fit) -> Iterator[Answer]:
    """Read rows that the form prints, each found by its own text, a row of votes by its name."""
    texts = [_key(grid, row, fit) for row in rows]
    hits = aligned([row.text for row in grid.rows], texts)
    often = Counter(words_of(text).words for text in texts)
    two = _has_two_heads(rows, fit, grid)
    for row, hit in zip(grid.rows, hits, strict=True):
        at, why = _named(row, rows) if _is_vote(row) else _found(row, hit, texts, often)
        for column, slot in row.slots:
            label = _short(row.text)
            if slot.kieu != "muc":
                label = f"{label} - {grid.heads[column]}"
            if at is None:
                yield Answer(slot, "", (why,), 0, label)
            elif two:
                yield Answer(slot, "", ("bảng có hai hàng đầu cột",), 0, label)
            else:
                yield _of_cell(grid, row, rows[at], fit, column, slot, why, label)


def _has_two_heads(rows: Sequence[Cells], fit: _Fit, grid: Grid) -> bool:
    """Return whether the columns to fill in are divided once more: «Số phiếu», «Tỉ lệ %»."""
    asked = {column for row in grid.rows for column, slot in row.slots if slot.kieu == "so"}
    first = rows[0] if rows else {}
    said = [_joined(first.get(fit.columns[each][0], ())) for each in asked if each in fit.columns]
    return any(any(map(str.isalpha, text)) and not any(map(str.isdecimal, text)) for text in said)


def _of_cell(  # noqa: PLR0913, PLR0917 - a cell is known by all of them
    grid: Grid, row: Row, cells: Cells, fit: _Fit, column: int, slot: Slot, why: str, label: str
) -> Answer:
    if slot.kieu == "muc":
        read, lines = _ticked(grid, slot, cells, fit)
        doubts = [why, *(doubt for _, doubt in fit.columns.values()), read.why]
    elif column not in fit.columns:
        return Answer(
            slot, "", (why, f"không thấy cột «{grid.heads[column]}»")[not why :], 0, label
        )
    else:
        place, doubt = fit.columns[column]
        lines = cells.get(place, ())
        read = _read(slot, lines, _most(grid, row))
        doubts = [why, doubt, *(one for line in lines for one in line.doubts), read.why]
    noi = lines[0].noi if lines else 0
    return Answer(slot, read.value, tuple(filter(None, doubts)), noi, label)


def _found(
    row: Row, hit: Hit | None, texts: Sequence[str], often: Counter[tuple[str, ...]]
) -> tuple[int | None, str]:
    title = _short(row.text)
    if hit is None:
        return None, f"không thấy dòng «{title}»"
    if not hit.sure or fold(row.text) != fold(texts[hit.first]):
        short = len(words_of(row.text).words) < _LONG
        if short or not hit.sure:
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
        if any(same_name(_untitled(_joined(its)), name) for its in cells.values())
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


def _ticked(grid: Grid, slot: Slot, row: Cells, fit: _Fit) -> tuple[Read, tuple[Line, ...]]:
    """Return under which name a row is ticked, and the lines of that cell."""
    found = []
    for at, name in enumerate(grid.heads):
        lines = row.get(fit.columns[at][0], ()) if at in fit.columns else ()
        said = _joined(lines)
        if name in slot.chon and (any(map(str.isalnum, said)) or CROSSED in said):
            found.append((name, lines))
    if len(found) == 1:
        return Read(found[0][0]), found[0][1]
    return Read("", "đánh dấu quá một ô" if found else NONE), ()


def _key(grid: Grid, row: Cells, fit: _Fit) -> str:
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
        _joined(its) for place, its in sorted(row.items()) if place not in asked and place in known
    ]
    return " ".join(filter(None, cells))


def _grown(grid: Grid, rows: Sequence[Cells], fit: _Fit, others: bool) -> Iterator[Answer]:
    """Read rows that somebody wrote; those that are empty but for their number are left out."""
    asked = dict(grid.rows[0].slots) if grid.rows else {}
    content = min(asked, default=0)
    common = [
        f"không thấy cột «{grid.heads[column]}»" for column in asked if column not in fit.columns
    ]
    common += [doubt for column, (_, doubt) in fit.columns.items() if doubt and column in asked]
    common += ["còn bảng khác chưa đọc"] if others else []
    tasks = _tasks(rows, asked, fit)
    common += ["bảng có dòng chưa rõ"] if any(each.why for each in tasks) else []
    group = ""
    for number, row in enumerate(tasks):
        if row.nhom:
            group = row.nhom
        for column, lines in row.o.items():
            slot = asked[column]
            read = _read(slot, lines, None)
            told = (*common, *(one for line in lines for one in line.doubts), row.why, read.why)
            if content not in row.o:
                told = (*told, "dòng không ghi nội dung")
            path = (slot.path[0], number, *slot.path[2:])
            label = f"Dòng {number + 1} - {grid.heads[column]}"
            why = tuple(filter(None, told))
            yield Answer(replace(slot, path=path), read.value, why, lines[0].noi, label)
        for column in asked.keys() - fit.columns.keys():
            path = (asked[column].path[0], number, *asked[column].path[2:])
            label = f"Dòng {number + 1} - {grid.heads[column]}"
            yield Answer(replace(asked[column], path=path), "", tuple(common), 0, label)
        if group:
            slot = Slot((asked[content].path[0], number, "truc"), "dong")
            yield Answer(slot, group, tuple(common), 0, f"Dòng {number + 1} - Nhóm")


class _Task(NamedTuple):
    """A row somebody wrote: its cells by column, the group it begins, what is doubtful."""

    o: dict[int, tuple[Line, ...]]
    nhom: str
    why: str


def _tasks(rows: Sequence[Cells], asked: Mapping[int, Slot], fit: _Fit) -> list[_Task]:
    found: list[_Task] = []
    group = ""
    for row in rows:
        said = {place: its for place, its in row.items() if any(map(str.isalnum, _joined(its)))}
        cells = {
            column: said[fit.columns[column][0]]
            for column in asked
            if column in fit.columns and fit.columns[column][0] in said
        }
        alone = _joined(next(iter(said.values()))).strip() if len(said) == 1 else ""
        if alone and _is_group(alone):
            group = alone
        elif cells:
            why = "dòng chỉ có một ô" if len(said) == 1 else ""
            found.append(_Task(cells, group, why))
            group = ""
            if why and len(found) > 1:
                found[-2] = found[-2]._replace(why="dòng sau có thể là phần tiếp của dòng này")
    return found


def _is_group(text: str) -> bool:
    """Return whether a row of one cell heads those below: «I. Nhiệm vụ thường xuyên»."""
    return text.isupper() or bool(re.match(r"(?:[IVX]+|[A-Z])\s*[.)/-]\s*\S", text))


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(line.text.strip() for line in lines)


def _read(slot: Slot, lines: Sequence[Line], most: Decimal | None) -> Read:
    if not lines:
        return Read("")
    if slot.kieu == "diem":
        return as_points(_joined(lines), most)
    if slot.kieu == "so":
        return as_count(_joined(lines))
    return as_text(lines)


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= 8 else " ".join(words[:8]) + "…"
