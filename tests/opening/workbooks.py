"""Workbooks as offices keep them: merged, hidden and struck-out cells, several sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
from openpyxl.styles import Font

Row = Sequence[object]


@dataclass
class Sheet:
    """A sheet to be written: rows of cells, and what is done to some of them."""

    rows: Sequence[Row]
    name: str = "Sheet1"
    merge: Sequence[str] = ()
    struck: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    state: str = "visible"
    formats: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


def written(path: Path, *sheets: Sheet) -> Path:
    """Write sheets as Excel does."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for each in sheets:
        sheet = book.create_sheet(each.name)
        sheet.sheet_state = each.state
        for row in each.rows:
            sheet.append(list(row))
        for cell, form in each.formats.items():
            sheet[cell].number_format = form
        for cell in each.struck:
            sheet[cell].font = Font(strike=True)
        for cell, error in each.errors.items():
            sheet[cell] = error
            sheet[cell].data_type = "e"
        for area in each.merge:
            sheet.merge_cells(area)
        for number in each.hidden_rows:
            sheet.row_dimensions[number].hidden = True
        for column in each.hidden_columns:
            sheet.column_dimensions[column].hidden = True
    book.save(path)
    return path
