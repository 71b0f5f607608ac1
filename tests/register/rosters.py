"""Registers as offices keep them in Excel: merged, hidden and struck-out cells, several sheets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
from openpyxl.styles import Font

HEAD = ["Số", "Ngày", "Trích yếu", "Nơi nhận", "Người ký", "Số bản", "Ghi chú"]
SHEET = "Công văn 2025-2030"


@dataclass
class Sheet:
    """A sheet to be written: rows of cells, and what is done to some of them."""

    rows: Sequence[Sequence[object]]
    name: str = SHEET
    merge: Sequence[str] = ()
    struck: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    state: str = "visible"
    errors: dict[str, str] = field(default_factory=dict)


def line(so: object = 1, day: object = "05/01/2026", what: object = "V/v A") -> list[object]:
    return [so, day, what, "Tỉnh ủy", "Bí thư", 3, None]


def written(path: Path, *sheets: Sheet) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for each in sheets:
        sheet = book.create_sheet(each.name)
        sheet.sheet_state = each.state
        for row in each.rows:
            sheet.append(list(row))
        for area in each.merge:
            sheet.merge_cells(area)
        for cell in each.struck:
            sheet[cell].font = Font(strike=True)
        for number in each.hidden_rows:
            sheet.row_dimensions[number].hidden = True
        for column in each.hidden_columns:
            sheet.column_dimensions[column].hidden = True
        for cell, error in each.errors.items():
            sheet[cell] = error
    book.save(path)
    return path
