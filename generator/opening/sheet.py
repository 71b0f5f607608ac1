"""The text of a received Excel file."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from generator.opening.boxes import tidy
from generator.opening.content import FileContent, Refusal, RefusedFileError, text_lines
from generator.opening.packed import opened, read_xml

SHEETS, ROWS = 20, 500
"""Sheets and rows that are read; a title stands at the top."""

MAX_CELLS = 4_000_000
"""Cells between the first and the last of a sheet: one far away asks for memory for all of them."""

_PLACE = re.compile(rb' r="([A-Z]+)(\d+)"')
_BROKEN = re.compile(rb' t="e"[^>]*>(?:<f[^>]*>[^<]*</f>)?<v>(#[^<]{1,10})</v>')
_COLUMNS, _LAST_ROW = 16_384, 1_048_576


def read_sheet(path: Path) -> FileContent:
    """Read the cells of an `.xlsx`, each a line, sheet by sheet with the sheet's name first.

    What stands on a hidden sheet is not there for whoever opens the file.

    Raises:
        RefusedFileError: it cannot be read within the limits, or no cell is filled.
    """
    with opened(path) as packed:
        broken = _inspect(packed)
    try:
        book = CalamineWorkbook.from_path(str(path))
        cells = [list(_cells(book, name)) for name in islice(_shown(book), SHEETS)]
    except (CalamineError, ValueError, OSError) as error:
        raise RefusedFileError(Refusal.HONG) from error
    except BaseException as error:
        # The library panics at a few kinds of damage, with an error that is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise RefusedFileError(Refusal.HONG) from error
    if all(len(each) < 2 for each in cells):
        raise RefusedFileError(Refusal.RONG)
    return FileContent(
        "xlsx", lines=text_lines([*(text for each in cells for text in each), *broken])
    )


def _inspect(packed: zipfile.ZipFile) -> list[str]:
    """Measure the sheets and return what broken formulas show, which the library leaves out."""
    broken: list[str] = []
    for name in packed.namelist():
        if name.endswith(".xml"):
            data = read_xml(packed, name)
            if name.startswith("xl/worksheets/"):
                _measure(data)
                broken += (each.decode("ascii", "replace") for each in _BROKEN.findall(data))
    return broken


def _measure(data: bytes) -> None:
    places = {(_column(letters), int(row)) for letters, row in _PLACE.findall(data)}
    columns, rows = {each for each, _ in places}, {each for _, each in places}
    if not places:
        return
    if max(columns) > _COLUMNS or max(rows) > _LAST_ROW:
        raise RefusedFileError(Refusal.HONG)
    if (max(columns) - min(columns) + 1) * (max(rows) - min(rows) + 1) > MAX_CELLS:
        raise RefusedFileError(Refusal.NEN_BAT_THUONG)


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
    """Return a cell as a clerk sees it: whole numbers without a point, days as an office writes."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year}"
    return str(cell)
