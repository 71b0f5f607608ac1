"""The text of a received Excel file."""

import datetime as dt
import unicodedata
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from generator.dossier.received.packed import opened, read_xml
from generator.dossier.received.seen import Refusal, RefusedFileError, Seen, text_lines

SHEETS, ROWS = 20, 500
"""Sheets and rows that are read; a title stands at the top."""


def read_sheet(path: Path) -> Seen:
    """Read the cells of an `.xlsx`, each a line, sheet by sheet with the sheet's name first.

    Raises:
        RefusedFileError: it cannot be read within the limits, or no cell is filled.
    """
    with opened(path) as packed:
        for name in packed.namelist():
            if name.endswith(".xml"):
                read_xml(packed, name)
    try:
        book = CalamineWorkbook.from_path(str(path))
        cells: list[str] = []
        filled = False
        for name in book.sheet_names[:SHEETS]:
            cells.append(name)
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=True, nrows=ROWS)
            inside = [cell_text(cell) for row in rows for cell in row if cell not in ("", None)]
            filled = filled or bool(inside)
            cells += (unicodedata.normalize("NFC", text) for text in inside)
    except (CalamineError, ValueError, OSError) as error:
        raise RefusedFileError(Refusal.HONG) from error
    if not filled:
        raise RefusedFileError(Refusal.RONG)
    return Seen("xlsx", lines=text_lines(cells))


def cell_text(cell: object) -> str:
    """Return a cell as a clerk sees it: whole numbers without a point, days as an office writes."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year}"
    return str(cell)
