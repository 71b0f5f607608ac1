"""Names of cells and areas as Excel writes them: «B17», «$B$2:C9»."""

import re
from functools import lru_cache
from typing import NamedTuple

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The largest sheet that Excel knows (its specifications and limits)."""

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})", re.ASCII)


class At(NamedTuple):
    """A cell: row and column, both counted from 1 as in its name."""

    row: int
    column: int


class Area(NamedTuple):
    """An area of cells, both ends included."""

    first: At
    last: At

    def __contains__(self, cell: object) -> bool:
        """Return whether a cell lies in the area."""
        return (
            isinstance(cell, At)
            and self.first.row <= cell.row <= self.last.row
            and self.first.column <= cell.column <= self.last.column
        )


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Return the number of a column: 1 for «A», 28 for «AB»."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@lru_cache(maxsize=1024)
def column_letters(number: int) -> str:
    """Return the letters of a column, counted from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_at(name: str) -> At | None:
    """Return the cell of a name, with or without «$»; None for any other text."""
    found = _CELL.fullmatch(name.strip())
    if found is None:
        return None
    cell = At(int(found[2]), column_number(found[1]))
    return cell if cell.row <= LAST_ROW and cell.column <= LAST_COLUMN else None


def cell_name(cell: At) -> str:
    """Return the name of a cell."""
    return f"{column_letters(cell.column)}{cell.row}"


def area_of(name: str) -> Area | None:
    """Return the area of «B2:C9», or of one cell; None for any other text."""
    first, _, last = name.partition(":")
    one, other = cell_at(first), cell_at(last or first)
    if one is None or other is None:
        return None
    rows, columns = sorted((one.row, other.row)), sorted((one.column, other.column))
    return Area(At(rows[0], columns[0]), At(rows[1], columns[1]))


def area_name(area: Area) -> str:
    """Return the name of an area; of one cell, the name of the cell."""
    first, last = map(cell_name, area)
    return first if first == last else f"{first}:{last}"


def sheet_link(sheet: str, cell: str) -> str:
    """Return where a link within the workbook leads: «'Danh sách'!B17»."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell}"


def linked_cell(link: str) -> tuple[str, At] | None:
    """Return the sheet and cell to which `sheet_link` leads; None for any other link."""
    sheet, _, cell = link.rpartition("!")
    at = cell_at(cell)
    quoted = len(sheet) > 2 and sheet[0] == sheet[-1] == "'"
    return (sheet[1:-1].replace("''", "'"), at) if quoted and at else None
