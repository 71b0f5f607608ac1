"""The rows of a sheet for a table of a letter, each cell as its author sees it in Excel."""

from typing import NamedTuple

from generator.opening.number_formats import GENERAL, LONGEST_NUMBER, shown
from generator.opening.sheet_marks import Cell, typed_error
from generator.opening.tables import Table

_LETTERS = 26


class Shown(NamedTuple):
    """The rows that Excel shows; the first one or two are heads.

    Where two are, a head merged with those beside it stands in all of their cells.
    """

    rows: list[list[str]]
    heads: int


def sheet_rows(sheet: Table) -> Shown | str:
    """Return the rows that Excel shows, or why a cell cannot be printed.

    Hidden rows and columns are not there. Below the heads the cells of a merged area stay empty but
    the first, as they look.
    """
    marks = sheet.marks
    height = max([len(sheet.rows), *(row + 1 for row, _ in marks.broken)])
    columns = [
        n for n in range(max(map(len, sheet.rows), default=0)) if n not in marks.hidden_columns
    ]
    rows: list[list[str]] = []
    for row in range(height):
        if row in marks.hidden_rows:
            continue
        cells = []
        for column in columns:
            text = _text(sheet, (row, column))
            if text is None:
                return f"ô {_name(row, column)} {_why(sheet, (row, column))}"
            cells.append(text)
        rows.append(cells)
    if rows and len(set(filter(None, rows[0]))) == 1 < len(columns) and _is_title(sheet):
        return "dòng đầu là tên bảng, không phải đầu cột: bỏ dòng ấy, tên bảng ghi ở khoá ten"
    heads = 2 if any(row == 0 and at == 0 for (row, _), (at, _) in marks.covered.items()) else 1
    if heads > 1 and rows:
        rows[0] = [
            _text(sheet, marks.covered.get((0, column), (0, column))) or "" for column in columns
        ]
    return Shown(rows, heads)


def _is_title(sheet: Table) -> bool:
    return any(row == 0 for row, _ in sheet.marks.covered) or sum(map(bool, sheet.rows[0])) == 1


def _text(sheet: Table, cell: Cell) -> str | None:
    """Return what a cell shows; None if that is not certain."""
    row, column = cell
    if cell in sheet.marks.broken or cell in sheet.marks.struck:
        return None
    value = (
        sheet.rows[row][column] if row < len(sheet.rows) and column < len(sheet.rows[row]) else ""
    )
    if value is None or value == "":
        return ""
    text = shown(value, sheet.formats.get(cell, GENERAL))
    if text is None or typed_error(text):
        return None
    return " ".join(text.split())


def _why(sheet: Table, cell: Cell) -> str:
    if cell in sheet.marks.broken:
        error = sheet.marks.broken[cell]
        return f"báo lỗi {error}" if error else "có công thức chưa tính: mở bằng Excel rồi lưu lại"
    if cell in sheet.marks.struck:
        return "có chữ gạch bỏ: xoá hẳn hoặc bỏ gạch"
    value = sheet.rows[cell[0]][cell[1]]
    if isinstance(value, bool):
        return "ghi TRUE hoặc FALSE: gõ lại bằng chữ"
    if isinstance(value, float) and abs(value) >= LONGEST_NUMBER:
        return "là số dài quá 15 chữ số, Excel đã làm tròn: gõ lại thành chữ"
    form = sheet.formats.get(cell, GENERAL)
    return f"có kiểu số «{form}» chưa đọc được: gõ lại thành chữ đúng như muốn in"


def _name(row: int, column: int) -> str:
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
