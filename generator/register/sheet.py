"""The register as an Excel workbook in the columns of the paper one, and back."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from python_calamine import CalamineError, CalamineWorkbook

from generator.dossier.received.packed import opened
from generator.dossier.received.seen import REASONS, RefusedFileError
from generator.dossier.received.sheet import cell_text
from generator.problems import Place, Problem, problem
from generator.production.workbook import Book
from generator.register.entry import NAMES, Entry, OnPaper, TrangThai
from generator.register.names import called, series_called
from generator.register.series import Series
from generator.register.taking import iso_shown
from generator.wording.compare import fold, same

_COLUMNS = (
    ("Số", 7), ("Ngày", 11), ("Trích yếu", 50), ("Nơi nhận", 32), ("Người ký", 20),
    ("Số bản", 7), ("Ghi chú", 22), ("Trạng thái", 18), ("Tệp", 40), ("Mục", 14),
)  # fmt: skip
_PRINTED = 7
"""Columns of the paper register; the others are for bringing the workbook in again."""

_ON_PAPER = (("Dãy số", 30), ("Từ số", 8), ("Đến số", 8), ("Lý do", 60))
_PAPER_SHEET = "Số cấp trên sổ giấy"
_NUMBER = re.compile(r"(?:số\s*:?\s*)?(\d{1,6})(?:\s*[-/].*)?", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_DIGITS = 2


def workbook(entries: Iterable[Entry], spans: Sequence[OnPaper]) -> bytes:
    """Write a register: a sheet for each series, and one for the numbers given on paper.

    Args:
        entries: the lines in their order.
        spans: numbers the register knows nothing else of.

    Returns:
        The bytes of the `.xlsx`. Numbers and days are text, so that 05 stays 05.
    """
    book = Book()
    lines: dict[Series, list[Entry]] = {}
    for entry in entries:
        lines.setdefault(Series(entry.loai, entry.ky), []).append(entry)
    for series, own in lines.items():
        sheet = book.sheet(called(series), _COLUMNS)
        count = book.rows(sheet, map(_row, own))
        sheet.set_header(f"&CSổ đăng ký văn bản đi - {called(series)}")
        sheet.print_area(0, 0, count, _PRINTED - 1)
    if spans or not lines:
        rows = ((called(Series(each.loai, each.ky)), shown(each.tu), shown(each.den), each.ly_do)
                for each in spans)  # fmt: skip
        book.rows(book.sheet(_PAPER_SHEET, _ON_PAPER), rows)
    return book.bytes()


def shown(number: int) -> str:
    """Return a number as it stands on a document: at least two digits."""
    return f"{number:0{_DIGITS}}"


def _row(entry: Entry) -> tuple[str, ...]:
    return (
        shown(entry.so), iso_shown(entry.ngay), entry.trich_yeu, entry.noi_nhan, entry.nguoi_ky,
        entry.so_ban, entry.ghi_chu, NAMES[entry.trang_thai], entry.tep, entry.muc,
    )  # fmt: skip


@dataclass(slots=True)
class Read:
    """What a workbook holds, and what is wrong with it, each with its cell."""

    entries: list[Entry] = field(default_factory=list)
    spans: list[OnPaper] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_workbook(path: Path, series: Series | None) -> Read:
    """Read a register from Excel, one exported here or one typed by an office.

    Args:
        path: the `.xlsx`; in a sheet the head may stand on any of the first ten rows.
        series: what a sheet is of whose name does not say it («Công văn 2025-2030»).

    Returns:
        Its lines; KD630-KD634 with sheet and cell where something cannot be read.
    """
    place = Place(file=path.as_posix())
    try:
        with opened(path):
            pass
        book = CalamineWorkbook.from_path(str(path))
        sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
                  for name in book.sheet_names]  # fmt: skip
    except RefusedFileError as error:
        return Read(problems=[problem("KD630", place, ly_do=REASONS[error.refusal])])
    except (CalamineError, OSError, ValueError):
        return Read(problems=[problem("KD630", place, ly_do="không mở được tệp Excel này")])
    read = Read()
    for name, rows in sheets:
        sheet = _Sheet(place.file, name, rows)
        own = series_called(name) or series
        if same(name, _PAPER_SHEET):
            _read_spans(read, sheet)
        elif (head := _head(rows)) is None:
            if any(cell not in ("", None) for row in rows for cell in row):
                read.problems.append(problem("KD631", sheet.cell(1)))
        elif own is None:
            read.problems.append(problem("KD632", sheet.cell(1), ten=name))
        else:
            _read_lines(read, sheet, head, own)
    return read


class _Sheet(NamedTuple):
    file: str
    name: str
    rows: Sequence[Sequence[object]]

    def cell(self, row: int, column: int = 0) -> Place:
        letter = chr(ord("A") + column)
        return Place(file=self.file, part=f"trang tính «{self.name}», ô {letter}{row}")


def _head(rows: Sequence[Sequence[object]]) -> tuple[int, dict[str, int]] | None:
    """Find the row of titles, and in which column each stands."""
    wanted = {fold(title): title for title, _ in _COLUMNS}
    # What offices print over these columns.
    wanted |= {fold("Số, ký hiệu"): "Số", fold("Số ký hiệu"): "Số", fold("Ngày tháng"): "Ngày",
               fold("Ngày, tháng"): "Ngày", fold("Ngày tháng năm"): "Ngày",
               fold("Tên loại và trích yếu"): "Trích yếu", fold("Trích yếu nội dung"): "Trích yếu",
               fold("Số lượng bản"): "Số bản"}  # fmt: skip
    for number, row in enumerate(rows[:10]):
        found = {
            wanted[fold(str(cell))]: column
            for column, cell in enumerate(row)
            if fold(str(cell)) in wanted
        }
        if {"Số", "Ngày"} <= found.keys():
            return number, found
    return None


def _read_lines(
    read: Read, sheet: _Sheet, head: tuple[int, dict[str, int]], series: Series
) -> None:
    first, columns = head
    for number, row in enumerate(sheet.rows[first + 1 :], first + 2):
        cells = {
            title: _text(row[column]) for title, column in columns.items() if column < len(row)
        }
        if not any(cells.values()):
            continue
        found = _NUMBER.fullmatch(cells.get("Số", ""))
        if found is None or int(found[1]) == 0:
            spot = sheet.cell(number, columns["Số"])
            read.problems.append(problem("KD633", spot, nhap=cells.get("Số", "")))
            continue
        day = _iso(cells.get("Ngày", ""))
        if day is None:
            spot = sheet.cell(number, columns["Ngày"])
            read.problems.append(problem("KD634", spot, nhap=cells["Ngày"]))
            continue
        state = cells.get("Trạng thái", "")
        read.entries.append(Entry(
            *series, int(found[1]), day, cells.get("Trích yếu", ""), cells.get("Nơi nhận", ""),
            cells.get("Người ký", ""), cells.get("Số bản", ""), cells.get("Ghi chú", ""),
            next((key for key, name in NAMES.items() if same(name, state)), TrangThai.CAP),
            cells.get("Tệp", ""), cells.get("Mục", ""),
        ))  # fmt: skip


def _read_spans(read: Read, sheet: _Sheet) -> None:
    for number, row in enumerate(sheet.rows[1:], 2):
        cells = [_text(cell) for cell in row]
        if not any(cells):
            continue
        series = series_called(cells[0])
        if series is None or not all(each.isdecimal() and int(each) for each in cells[1:3]):
            read.problems.append(problem("KD632", sheet.cell(number), ten=cells[0]))
            continue
        read.spans.append(OnPaper(*series, int(cells[1]), int(cells[2]), cells[3]))


def _iso(day: str) -> str | None:
    """Return a day as ISO; empty stays empty, None for what is no day."""
    if not day:
        return ""
    found = _DAY.fullmatch(day)
    try:
        return (
            dt.date(*(int(each) for each in reversed(found.groups()))).isoformat()
            if found
            else None
        )
    except ValueError:
        return None


def _text(cell: object) -> str:
    return "" if cell is None else cell_text(cell).strip()


def merged(
    known: Iterable[Entry], paper: Iterable[OnPaper], read: Read, place: Place
) -> Iterator[Entry | OnPaper | Problem]:
    """Yield what a workbook adds to a register; what contradicts it is a problem (KD635)."""
    lines = {(each.loai, each.ky, each.so): each for each in known}
    spans = set(paper)
    for entry in read.entries:
        key = (entry.loai, entry.ky, entry.so)
        there = lines.get(key)
        if there is None:
            lines[key] = entry
            yield entry
        elif there != entry:
            series = called(Series(entry.loai, entry.ky))
            yield problem("KD635", place, so=shown(entry.so), day=series)
    for span in read.spans:
        if span not in spans:
            yield span
