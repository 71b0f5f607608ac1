"""Reads a register from an Excel workbook, exported by this program or typed by an office."""

import datetime as dt
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.model.dates import day_parts
from generator.opening.content import REASONS, Refusal
from generator.opening.pool import tables
from generator.opening.sheet import cell_text
from generator.problems import Place, Problem, problem
from generator.register.entry import NAMES, OnPaper, RegisterLine, TrangThai
from generator.register.names import NO_NAMES, Names, series_called, symbols_of
from generator.register.series import Series
from generator.register.sheet import COLUMNS, PAPER_SHEET
from generator.wording.compare import fold, same

_TITLES = {
    "Số": ("Số, ký hiệu", "Số ký hiệu", "Số, ký hiệu văn bản", "Số và ký hiệu", "Số văn bản"),
    "Ngày": (
        "Ngày tháng",
        "Ngày, tháng",
        "Ngày tháng năm",
        "Ngày, tháng, năm",
        "Ngày tháng văn bản",
        "Ngày, tháng văn bản",
        "Ngày, tháng, năm văn bản",
    ),
    "Trích yếu": (
        "Tên loại và trích yếu",
        "Trích yếu nội dung",
        "Trích yếu nội dung văn bản",
        "Tên loại và trích yếu nội dung",
        "Tên loại và trích yếu nội dung văn bản",
    ),
    "Nơi nhận": ("Nơi nhận văn bản",),
    "Số bản": ("Số lượng bản",),
}
"""Other titles offices print over these columns (Nghị định 30, Phụ lục IV: sổ đăng ký văn bản đi).
"""

_STATES = {
    TrangThai.GIU: ("đang giữ",),
    TrangThai.CAP: ("", "cấp", "phát hành", "đã phát hành"),
    TrangThai.HUY: ("hủy", "hủy bỏ", "đã hủy bỏ"),
}
_NUMBER = re.compile(r"(?:số\s*:?\s*)?(\d{1,6})(?:\s*[-/]\s*(.*))?", re.IGNORECASE | re.ASCII)
_YEAR = re.compile(r"\d{4}[-/](?=\D)", re.ASCII)
_PAPER_COLUMNS = 4


@dataclass(slots=True)
class Read:
    """The content of a workbook, each line with its cell, and the problems found."""

    lines: list[tuple[RegisterLine, Place]] = field(default_factory=list)
    ranges: list[tuple[OnPaper, Place]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _Sheet(NamedTuple):
    file: str
    name: str
    rows: Sequence[Sequence[object]]

    def cell(self, row: int, column: int = 0) -> Place:
        """Return the place of a cell; rows count from 1, columns from 0."""
        letters = ""
        number = column + 1
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return Place(file=self.file, part=f"trang tính «{self.name}», ô {letters}{row}")


def read_workbook(path: Path, series: Series | None, own: Names = NO_NAMES) -> Read:
    """Read a register from Excel, exported by this program or typed by an office.

    Args:
        path: the `.xlsx`; the header of a sheet may be in any of the first ten rows.
        series: the series of sheets whose name does not state one («Công văn 2025-2030»).
        own: names of the letter types added by the office.

    Returns:
        Its lines; KD630-KD637 with sheet and cell for what cannot be read or stored.
    """
    place = Place(file=path.as_posix())
    sheets = tables(Path(os.path.realpath(path)))  # whoever names a link means the workbook
    if isinstance(sheets, Refusal):
        return Read(problems=[problem("KD630", place, ly_do=REASONS[sheets])])
    read = Read()
    for name, rows in sheets:
        _read_sheet(read, _Sheet(place.file, name, rows), series, own)
    return read


def _read_sheet(read: Read, sheet: _Sheet, series: Series | None, names: Names) -> None:
    if same(sheet.name, PAPER_SHEET):
        _read_spans(read, sheet, names)
        return
    own = series_called(sheet.name, names) or series
    head = _head(sheet.rows)
    if head is None:
        if any(cell not in ("", None) for row in sheet.rows for cell in row):
            read.problems.append(problem("KD631", sheet.cell(1)))
    elif own is None:
        read.problems.append(problem("KD632", sheet.cell(1), ten=sheet.name))
    else:
        first, columns = head
        read.problems += _dropped(sheet, first, columns)
        for number, row in enumerate(sheet.rows[first + 1 :], first + 2):
            line = _line(sheet, number, row, columns, own)
            if isinstance(line, Problem):
                read.problems.append(line)
            elif line is not None:
                read.lines.append((line, sheet.cell(number, columns["Số"])))


def _head(rows: Sequence[Sequence[object]]) -> tuple[int, dict[str, int]] | None:
    """Find the header row, and the column of each title."""
    wanted = {fold(title): title for title, _ in COLUMNS}
    wanted |= {fold(other): title for title, others in _TITLES.items() for other in others}
    for number, row in enumerate(rows[:10]):
        found: dict[str, int] = {}
        for column, cell in enumerate(row):
            title = wanted.get(fold(str(cell)))
            if title:
                found.setdefault(title, column)
        if {"Số", "Ngày"} <= found.keys():
            return number, found
    return None


def _dropped(sheet: _Sheet, head: int, columns: dict[str, int]) -> Iterator[Problem]:
    """Report every non-empty column that has no counterpart in the register."""
    known = ", ".join(title for title, _ in COLUMNS)
    for column, cell in enumerate(sheet.rows[head]):
        below = (row[column] for row in sheet.rows[head + 1 :] if column < len(row))
        if column not in columns.values() and any(map(_text, below)):
            spot = sheet.cell(head + 1, column)
            yield problem("KD636", spot, ten=_text(cell) or "không tên", cac_cot=known)


def _line(
    sheet: _Sheet, number: int, row: Sequence[object], columns: dict[str, int], series: Series
) -> RegisterLine | Problem | None:
    cells = dict.fromkeys((title for title, _ in COLUMNS), "")
    cells |= {title: _text(row[column]) for title, column in columns.items() if column < len(row)}
    if not any(cells.values()):
        return None

    def wrong(code: str, title: str, **more: str) -> Problem:
        return problem(code, sheet.cell(number, columns[title]), nhap=cells[title], **more)

    so = _number(cells["Số"], symbols_of(series.loai))
    if so is None:
        return wrong("KD633", "Số")
    day = _iso(cells["Ngày"])
    if day is None:
        return wrong("KD634", "Ngày")
    state = _state(cells["Trạng thái"])
    if state is None:
        return wrong("KD637", "Trạng thái", cac_gia_tri=", ".join(NAMES.values()))
    return RegisterLine(
        *series,
        so,
        day,
        cells["Trích yếu"],
        cells["Nơi nhận"],
        cells["Người ký"],
        cells["Số bản"],
        cells["Ghi chú"],
        state,
        cells["Tệp"],
        cells["Mục"],
    )


def _number(text: str, symbols: frozenset[str]) -> int | None:
    """Parse «05» or «05-CV/ĐU»; None for a date, another type's symbol, or no number at all."""
    found = _NUMBER.fullmatch(text)
    if found is None or int(found[1]) == 0:
        return None
    kind = re.split(r"[-/]", _YEAR.sub("", found[2] or "", count=1))[0].strip()
    if kind.isdecimal() or (fold(kind) in symbols_of(None) - symbols):
        return None
    return int(found[1])


def _state(text: str) -> TrangThai | None:
    return next(
        (
            each
            for each, words in _STATES.items()
            if any(same(word, text) for word in (NAMES[each], *words))
        ),
        None,
    )


def _read_spans(read: Read, sheet: _Sheet, names: Names) -> None:
    for number, row in enumerate(sheet.rows[1:], 2):
        cells = [_text(cell) for cell in row]
        if not any(cells):
            continue
        cells += [""] * (_PAPER_COLUMNS - len(cells))
        series = series_called(cells[0], names)
        numbers = [_number(each, frozenset()) for each in cells[1:3]]
        wrong = next((column for column, each in enumerate(numbers, 1) if each is None), None)
        if series is None:
            read.problems.append(problem("KD632", sheet.cell(number), ten=cells[0]))
        elif wrong:
            spot = sheet.cell(number, wrong)
            read.problems.append(problem("KD633", spot, nhap=cells[wrong]))
        else:
            first, last = (each or 0 for each in numbers)
            span = OnPaper(*series, first, last, cells[3])
            read.ranges.append((span, sheet.cell(number, 1)))


def _iso(day: str) -> str | None:
    """Return a date in ISO format; empty for empty text, None for an invalid date."""
    if not day:
        return ""
    parts = day_parts(day)
    try:
        return dt.date(*parts).isoformat() if parts else None
    except ValueError:
        return None


def _text(cell: object) -> str:
    return "" if cell is None else cell_text(cell).strip()
