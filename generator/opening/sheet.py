"""Reads the text of a received Excel file."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from generator.opening.boxes import tidy
from generator.opening.content import (
    FileContent,
    Refusal,
    RefusedFileError,
    Unread,
    is_cut,
    text_lines,
)
from generator.opening.packed import opened, read_xml

SHEETS, ROWS = 20, 500
"""Maximum sheets, and rows per sheet, that are read; titles are at the top."""

MAX_CELLS = 4_000_000
"""Maximum area of a sheet in cells: the library allocates all cells up to the farthest one."""

_DRAWN = ("xl/media/", "xl/charts/", "xl/embeddings/", "xl/diagrams/")
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,9})(\d{1,19})[\"']")
_BROKEN = re.compile(rb' t="e"[^>]*>(?:<f[^>]*>[^<]*</f>)?<v>(#[^<]{1,10})</v>')
_COLUMNS, _LAST_ROW = 16_384, 1_048_576


def read_sheet(path: Path) -> FileContent:
    """Read the cells of an `.xlsx`: one line per cell, sheet by sheet, after the sheet's name.

    Hidden sheets are skipped, because a user who opens the file does not see them.

    Raises:
        RefusedFileError: the file cannot be read within the limits, or every cell is empty.
    """
    with opened(path) as packed:
        broken = inspected(packed)
        drawn = any(name.startswith(_DRAWN) for name in packed.namelist())
    with damage_refused():
        book = CalamineWorkbook.from_path(str(path))
        names = list(_shown(book))
        cells = [list(_cells(book, name)) for name in names[:SHEETS]]
        cut = len(names) > SHEETS or any(_height(book, name) > ROWS for name in names[:SHEETS])
    if all(len(each) < 2 for each in cells):
        if drawn:
            return FileContent("xlsx", unread=Unread.HINH)
        raise RefusedFileError(Refusal.RONG)
    pieces = [*(text for each in cells for text in each), *broken]
    unread = Unread.DAI if cut or is_cut(pieces) else ""
    return FileContent("xlsx", lines=text_lines(pieces), unread=unread)


@contextmanager
def damage_refused() -> Iterator[None]:
    """Refuse a file over which the library stumbles, though it may panic outside `Exception`."""
    try:
        yield
    except (CalamineError, ValueError, OSError) as error:
        raise RefusedFileError(Refusal.HONG) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise RefusedFileError(Refusal.HONG) from error


def _height(book: CalamineWorkbook, name: str) -> int:
    return book.get_sheet_by_name(name).height


def inspected(packed: zipfile.ZipFile, *, from_a1: bool = False) -> list[str]:
    """Check the sizes of the sheets; return the formula errors («#REF!»), which calamine omits."""
    broken: list[str] = []
    for name in packed.namelist():
        if name.lower().endswith(".xml"):
            data = read_xml(packed, name)
            _measure(data, from_a1=from_a1)
            if name.startswith("xl/worksheets/"):
                broken += (each.decode("ascii", "replace") for each in _BROKEN.findall(data))
    return broken


def _measure(data: bytes, *, from_a1: bool) -> None:
    places = {(_column(letters), int(row)) for letters, row in _PLACE.findall(data)}
    columns, rows = {each for each, _ in places}, {each for _, each in places}
    if not places:
        return
    if max(columns) > _COLUMNS or max(rows) > _LAST_ROW:
        raise RefusedFileError(Refusal.HONG)
    left, top = (1, 1) if from_a1 else (min(columns), min(rows))
    if (max(columns) - left + 1) * (max(rows) - top + 1) > MAX_CELLS:
        raise RefusedFileError(Refusal.O_XA)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:4]:
        number = number * 26 + letter - ord("A") + 1
    return number


def _shown(book: CalamineWorkbook) -> Iterator[str]:
    return (s.name for s in book.sheets_metadata if s.visible is SheetVisibleEnum.Visible)


def _cells(book: CalamineWorkbook, name: str) -> Iterator[str]:
    yield name
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=True, nrows=ROWS)
    shown = (cell_text(cell) for row in rows for cell in row if cell not in ("", None))
    yield from tidy(text.replace("\n", " ") for text in shown)


def cell_text(cell: object) -> str:
    """Return a cell as Excel shows it: whole numbers without a point, days as dd/mm/yyyy."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year}"
    return str(cell)
