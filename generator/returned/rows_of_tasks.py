"""Reads the rows of a table that somebody wrote: as many as there are, with their groups."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.opening.written import Line
from generator.received.said import words_of
from generator.returned.answers import Answer
from generator.returned.outline import Grid, Slot
from generator.returned.table_fits import (
    Cells,
    Fit,
    is_numbering,
    joined,
    misshapen,
    read_cell,
    says,
    unclear,
)

_UNCLEAR = "bảng có dòng chưa rõ"


def grown_rows(grid: Grid, rows: Sequence[Cells], fit: Fit) -> Iterator[Answer]:
    """Read rows that somebody wrote; those that are empty but for their number are left out."""
    asked = _asked(grid)
    content = min(asked, default=0)
    common = [
        f"không thấy cột «{grid.heads[column]}»" for column in asked if column not in fit.columns
    ]
    common += [doubt for column, (_, doubt) in fit.columns.items() if doubt and column in asked]
    own = [row for row in rows if not _is_head(row, fit.head) and not is_numbering(row)]
    tasks = _numbered(_tasks([row for row in own if not _is_note(row, grid)], asked, fit), asked)
    lost = any(_is_lost(row, grid, fit) for row in own) or _is_between(own, grid, fit)
    common += [_UNCLEAR] if lost or any(each.why for _, each in tasks) else []
    for number, (shown, row) in enumerate(tasks):
        group = row.nhom
        for column, lines in row.o.items():
            slot = asked[column]
            read = read_cell(slot, lines, None)
            told = (*common, *(one for line in lines for one in line.doubts), row.why, read.why)
            path = (slot.path[0], number, *slot.path[2:])
            label = f"Dòng {shown} - {grid.heads[column]}"
            why = tuple(filter(None, told))
            yield Answer(replace(slot, path=path), read.value, why, lines[0].noi, label)
        for column in asked.keys() - fit.columns.keys():
            path = (asked[column].path[0], number, *asked[column].path[2:])
            label = f"Dòng {shown} - {grid.heads[column]}"
            yield Answer(replace(asked[column], path=path), "", tuple(common), 0, label)
        if group:
            slot = Slot((asked[content].path[0], number, "truc"), "dong")
            yield Answer(slot, group, tuple(common), 0, f"Dòng {shown} - Nhóm")


def _numbered(tasks: Sequence["_Task"], asked: Mapping[int, Slot]) -> list[tuple[int, "_Task"]]:
    """Number the rows as they stand, each with its group, those whose content is sure before all.

    A list of the data has no gap where a row waits for a clerk: it goes behind the others.
    """
    groups: list[str] = []
    for each in tasks:
        groups.append(each.nhom or (groups[-1] if groups else ""))
    rows = [
        (number, row._replace(nhom=group))
        for number, (row, group) in enumerate(zip(tasks, groups, strict=True), 1)
    ]
    return sorted(rows, key=lambda each: _is_doubtful(each[1], asked))


def _is_doubtful(row: "_Task", asked: Mapping[int, Slot]) -> bool:
    content = min(asked, default=0)
    lines = row.o.get(content, ())
    return any(line.doubts for line in lines) or bool(
        lines and read_cell(asked[content], lines, None).why
    )


def goes_on(
    grid: Grid, one: tuple[Fit, Sequence[Cells]], other: tuple[Fit, Sequence[Cells]]
) -> bool:
    """Return whether the numbers of a table go on in the next, as where a page cut it in two."""
    before, after = (
        [int(number) for row in rows if (number := _number(row, grid, fit)).isdecimal()]
        for fit, rows in (one, other)
    )
    return bool(before and after) and after[0] == before[-1] + 1


def _asked(grid: Grid) -> dict[int, Slot]:
    return dict(grid.rows[0].slots) if grid.rows else {}


def _number(row: Cells, grid: Grid, fit: Fit) -> str:
    """Return what stands in the column of numbers: the first that nobody is asked to fill in."""
    asked = _asked(grid)
    place = min((at for column, (at, _) in fit.columns.items() if column not in asked), default=0)
    return joined(row.get(place, ())).strip(" .)(")


def _is_head(row: Cells, head: Cells) -> bool:
    """Return whether a row says the heads once more, as at the top of a page."""
    said = {place: words_of(joined(its)).words for place, its in row.items() if says(its)}
    heads = {place: words_of(joined(its)).words for place, its in head.items() if says(its)}
    return len(said) > 1 and all(heads.get(place) == words for place, words in said.items())


def _is_lost(row: Cells, grid: Grid, fit: Fit) -> bool:
    """Return whether a row says something in a cell that is not read."""
    places = {place for place, _ in fit.columns.values()}
    said = {place: joined(its).strip() for place, its in row.items() if says(its)}
    if len(said) == 1:
        (place, text), *_ = said.items()
        if _is_group(text) or _is_printed(text, grid):
            return False
        number = _number(row, grid, fit)
        return place not in places or (text.strip(" .)(") == number and not number.isdecimal())
    return any(place not in places and not text.isdecimal() for place, text in said.items())


def _is_between(rows: Sequence[Cells], grid: Grid, fit: Fit) -> bool:
    """Return whether a row of several cells without number stands between two that have one."""
    numbers = [
        _number(row, grid, fit) for row in rows if sum(says(its) for its in row.values()) > 1
    ]
    return any(
        before.isdecimal() and not number and after.isdecimal()
        for before, number, after in zip(numbers, numbers[1:], numbers[2:], strict=False)
    )


def _is_note(row: Cells, grid: Grid) -> bool:
    """Return whether a row is one that the form prints below those to fill in."""
    return _is_printed(" ".join(joined(its) for its in row.values() if says(its)), grid)


def _is_printed(text: str, grid: Grid) -> bool:
    return any(words_of(text).words == words_of(each.text).words for each in grid.rows[1:])


class _Task(NamedTuple):
    """A row somebody wrote: its cells by column, the group it begins, what is doubtful."""

    o: dict[int, tuple[Line, ...]]
    nhom: str
    why: str


def _tasks(rows: Sequence[Cells], asked: Mapping[int, Slot], fit: Fit) -> list[_Task]:
    found: list[_Task] = []
    group = ""
    idle = False
    for row in rows:
        said = {place: its for place, its in row.items() if says(its) or unclear(its)}
        cells = {
            column: said[fit.columns[column][0]]
            for column in asked
            if column in fit.columns and fit.columns[column][0] in said
        }
        alone = joined(next(iter(said.values()))).strip() if len(said) == 1 else ""
        # A text that begins where the numbers are is no content: it heads what follows, or is told.
        if alone and (_is_group(alone) or (not cells and any(map(str.isalpha, alone)))):
            idle = idle or bool(group)
            group = alone
        elif cells:
            why = "dòng chỉ có một ô" if len(said) == 1 else _no_task(said, cells, fit)
            why = why or ("" if min(asked) in cells else "dòng không ghi nội dung")
            found.append(_Task(cells, group, why))
            group = ""
            if len(said) == 1 and len(found) > 1:
                found[-2] = found[-2]._replace(why="dòng sau có thể là phần tiếp của dòng này")
    if found and (idle or group):
        found[-1] = found[-1]._replace(why="có dòng nhóm mà dưới không có nhiệm vụ")
    return found


def _no_task(said: Cells, cells: Mapping[int, tuple[Line, ...]], fit: Fit) -> str:
    """Return why a row may be none of its own, or its cells not what they seem."""
    content = joined(cells[min(cells)]).strip()
    own = {id(its) for its in cells.values()}
    beside = [joined(its).strip(" .)(") for its in said.values() if id(its) not in own]
    if any(not each.isdecimal() for each in beside):
        return "số thứ tự không phải là số: có thể là dòng nhóm"
    if any(_SUM.fullmatch(" ".join(words_of(each).words)) for each in (content, *beside)):
        return "có thể là dòng cộng"
    if len(cells) == 1 and (content.isupper() or _is_group(content)):
        return "có thể là dòng nhóm"
    if not any(map(str.isalpha, content)):
        return "nội dung không có chữ"
    signs = next(filter(None, map(unclear, cells.values())), "")
    return signs or misshapen(said, fit.head)


_SUM = re.compile(r"(?:tong )?(?:cong|so)(?: cong)?(?: \d+ nhiem vu)?|tong(?: so nhiem vu)?")


def _is_group(text: str) -> bool:
    """Return whether a row of one cell heads those below: «I. Nhiệm vụ thường xuyên»."""
    return text.isupper() or bool(re.match(r"(?:[IVX]+|[A-Z])\s*[.)/-]\s*\S", text))
