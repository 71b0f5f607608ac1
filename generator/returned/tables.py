"""Reads the tables of a form: rows found by their fixed text, or as many as somebody wrote."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.opening.boxes import CROSSED
from generator.opening.written import Line
from generator.returned.aligning import aligned
from generator.returned.answers import Answer
from generator.returned.outline import Grid, Outline, Slot
from generator.returned.said import words_of
from generator.returned.values import Read, as_count, as_points, as_text

Cells = dict[int, tuple[Line, ...]]

_ENOUGH = 0.6
"""The share of its heads that a table must have to be the one of the form."""

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
        number, top, columns = _like(grid, tables, taken)
        if number is None:
            found += _lost(grid)
            continue
        taken.add(number)
        rows = [tables[number][each] for each in sorted(tables[number]) if each > top]
        found += _grown(grid, rows, columns) if grid.grows else _fixed(grid, rows, columns)
    return found, taken


def _tables(lines: Sequence[Line]) -> dict[int, dict[int, Cells]]:
    found: dict[int, dict[int, Cells]] = {}
    for line in lines:
        if line.cell is not None:
            row = found.setdefault(line.cell.table, {}).setdefault(line.cell.row, {})
            row[line.cell.column] = (*row.get(line.cell.column, ()), line)
    return found


def _like(
    grid: Grid, tables: dict[int, dict[int, Cells]], taken: set[int]
) -> tuple[int | None, int, dict[int, int]]:
    """Return the table of the file that has the heads of the form, the row of these, its columns.

    The columns are those of the form, with the column in which each stands in the file.
    """
    best: tuple[float, int | None, int, dict[int, int]] = (0.0, None, 0, {})
    for number, rows in tables.items():
        if number in taken:
            continue
        for row in sorted(rows)[:_TOP]:
            columns = _columns(grid, rows[row])
            share = len(columns) / max(sum(bool(each) for each in grid.heads), 1)
            if share > best[0]:
                best = (share, number, row, columns)
    return best[1:] if best[0] >= _ENOUGH else (None, 0, {})


def _columns(grid: Grid, row: Cells) -> dict[int, int]:
    """Return where each column of the form stands, by its head; no place is taken twice."""
    heads = {column: " ".join(line.text for line in its) for column, its in row.items()}
    said = [heads[each] for each in sorted(heads)]
    hits = aligned(grid.heads, said)
    places = sorted(heads)
    return {column: places[hit.first] for column, hit in enumerate(hits) if hit}


def _lost(grid: Grid) -> Iterator[Answer]:
    for row in grid.rows:
        for _, slot in row.slots:
            if not grid.grows:
                yield Answer(slot, "", ("không thấy bảng của mẫu",), 0, _short(row.text))
    if grid.grows:
        slot = Slot(("nhiem_vu",), "chu")
        yield Answer(slot, "", ("không thấy bảng của mẫu",))


def _fixed(grid: Grid, rows: Sequence[Cells], columns: dict[int, int]) -> Iterator[Answer]:
    """Read rows that the form prints, each found by its own text."""
    texts = [_key(grid, row, columns) for row in rows]
    wanted = [row.text for row in grid.rows]
    hits = aligned(wanted, texts)
    for number, (row, hit) in enumerate(zip(grid.rows, hits, strict=True)):
        around = [hits[each] for each in (number - 1, number + 1) if 0 <= each < len(hits)]
        for column, slot in row.slots:
            label = (
                _short(row.text)
                if slot.kieu == "muc"
                else f"{_short(row.text)} - {grid.heads[column]}"
            )
            if hit is None:
                yield Answer(slot, "", (f"không thấy dòng «{_short(row.text)}»",), 0, label)
                continue
            why = [] if hit.sure else [f"dòng «{_short(row.text)}» bị gõ khác"]
            if column not in columns:
                yield Answer(slot, "", (*why, f"không thấy cột «{grid.heads[column]}»"), 0, label)
                continue
            if any(each is None for each in around) and len(words_of(row.text).words) < 3:
                why.append("dòng bên cạnh không còn như mẫu")
            lines = rows[hit.first].get(columns[column], ())
            if slot.kieu == "muc":
                ticked, lines = _ticked(grid, slot, rows[hit.first], columns)
                yield Answer(
                    slot,
                    ticked.value,
                    tuple(filter(None, (*why, ticked.why))),
                    lines[0].noi if lines else 0,
                    label,
                )
                continue
            read = _read(slot, lines)
            told = (*why, *(one for line in lines for one in line.doubts), read.why)
            yield Answer(
                slot, read.value, tuple(filter(None, told)), lines[0].noi if lines else 0, label
            )


def _ticked(
    grid: Grid, slot: Slot, row: Cells, columns: dict[int, int]
) -> tuple[Read, tuple[Line, ...]]:
    """Return under which name a row is ticked, and the lines of that cell."""
    found = []
    for at, name in enumerate(grid.heads):
        lines = row.get(columns.get(at, -1), ())
        if name in slot.chon and (
            any(map(str.isalnum, _joined(lines))) or CROSSED in _joined(lines)
        ):
            found.append((name, lines))
    if len(found) == 1:
        return Read(found[0][0]), found[0][1]
    return Read("", "đánh dấu quá một ô" if found else "chưa đánh dấu ô nào"), ()


def _key(grid: Grid, row: Cells, columns: dict[int, int]) -> str:
    """Return the fixed text of a row of the file: its cells that the form does not ask."""
    asked = {
        columns[at]
        for each in grid.rows
        for first, slot in each.slots
        for at in (range(first, first + max(len(slot.chon), 1)))
        if at in columns and slot.is_read
    }
    cells = [
        " ".join(line.text.strip() for line in its)
        for column, its in sorted(row.items())
        if column not in asked
    ]
    return " ".join(filter(None, cells))


def _grown(grid: Grid, rows: Sequence[Cells], columns: dict[int, int]) -> Iterator[Answer]:
    """Read rows that somebody wrote; those that are empty but for their number are left out."""
    asked = dict(grid.rows[0].slots) if grid.rows else {}
    least = min(asked, default=0)
    number = 0
    group = ""
    for row in rows:
        said = {
            column: _read(slot, row.get(columns[column], ()))
            for column, slot in asked.items()
            if column in columns
        }
        filled = {column: read for column, read in said.items() if read.value}
        doubts = tuple(
            dict.fromkeys(why for its in row.values() for line in its for why in line.doubts)
        )
        alone = [column for column, its in row.items() if any(map(str.isalnum, _joined(its)))]
        if not filled:
            if len(alone) == 1 and not filled:
                text = _joined(row[alone[0]]).strip()
                group = text if not text.rstrip(".").isdecimal() else group
            continue
        if len(alone) == 1 and len(row) == 1:
            group = filled[next(iter(filled))].value
            continue
        for column, read in filled.items():
            slot = asked[column]
            told = tuple(filter(None, (*doubts, read.why)))
            if least not in filled:
                told = (*told, "dòng không ghi nội dung")
            lines = row[columns[column]]
            path = (slot.path[0], number, *slot.path[2:])
            yield Answer(
                replace(slot, path=path),
                read.value,
                told,
                lines[0].noi,
                f"Dòng {number + 1} - {grid.heads[column]}",
            )
        if group:
            slot = Slot((asked[least].path[0], number, "truc"), "dong")
            yield Answer(slot, group, (), 0)
        number += 1


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _read(slot: Slot, lines: Sequence[Line]) -> Read:
    if not lines:
        return Read("")
    if slot.kieu == "diem":
        return as_points(_joined(lines), None)
    if slot.kieu == "so":
        return as_count(_joined(lines))
    return as_text(lines)


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= 8 else " ".join(words[:8]) + "…"
