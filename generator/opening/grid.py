"""A sheet of a workbook as a clerk sees it: texts, merged areas, places for messages."""

import unicodedata
from collections.abc import Iterator, Sequence

from generator.opening.boxes import clean
from generator.opening.sheet import cell_text
from generator.opening.sheet_marks import typed_error
from generator.opening.tables import Table
from generator.problems import Place

_LETTERS = 26
_UNSEEN = str.maketrans(
    {
        **dict.fromkeys("\xa0\u2007\u202f\u3000", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", None),
    }
)
"""Blanks that are none, signs that nobody sees: they come from web pages and Word.

The soft hyphen stays: in the old encoding TCVN3 it is the letter «ư».
"""


class Grid:
    """The cells of a sheet by row and column, both counted from 0.

    `tidy`: letters are composed, and blanks and signs that nobody sees are put right, as lists of
    other offices need it; what goes out of a register comes back to the letter.
    """

    def __init__(self, file: str, table: Table, *, tidy: bool = False) -> None:
        self.name = table.name
        self._rows = table.rows
        read = _tidy if tidy else _text
        self._texts = [[read(cell) for cell in row] for row in table.rows]
        self.marks = table.marks
        self.formats = table.formats
        self.since_1904 = table.since_1904
        broken = table.marks.broken  # the library ends before cells without a value
        self.height = max([len(table.rows), *(row + 1 for row, _ in broken)])
        self.width = max([0, *map(len, table.rows), *(column + 1 for _, column in broken)])
        self.hidden_columns = table.marks.hidden_columns
        self._file = file

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell itself; empty below a merged area."""
        cells = self._texts[row] if row < len(self._texts) else ()
        return cells[column] if column < len(cells) else ""

    def raw(self, row: int, column: int) -> object:
        """Return the value of a cell itself: text, number, day; an empty text if it has none."""
        cells = self._rows[row] if row < len(self._rows) else ()
        return cells[column] if column < len(cells) else ""

    def title(self, row: int, column: int) -> str:
        """Return the text shown over a cell of a header: that of its merged area."""
        return self.text(*self.marks.covered.get((row, column), (row, column)))

    def anchor(self, row: int, column: int) -> tuple[int, int] | None:
        """Return the cell that says what a cell of a line shows.

        That is its own, or the upper one of an area merged downwards; None where an area merged
        sideways covers it, whose text belongs to the column in which the area begins.
        """
        at = self.marks.covered.get((row, column), (row, column))
        return at if at[1] == column else None

    def value(self, row: int, column: int, below: int) -> str:
        """Return what a line shows in a column; merged areas that begin in the header do not count.

        Args:
            row: the line.
            column: the column.
            below: the last row of the header.
        """
        at = self.anchor(row, column)
        return self.text(*at) if at and at[0] > below else ""

    def error(self, row: int, column: int) -> str | None:
        """Return the error a cell shows, `NOT_CALCULATED` for a formula without result."""
        at = self.anchor(row, column)
        if at is None:
            return None
        if at in self.marks.broken:
            return self.marks.broken[at]
        text = self.text(*at)
        return text if text.startswith("#") and typed_error(text) else None

    def texts(self, row: int) -> list[str]:
        """Return all texts of a row, one each cell."""
        own = self._texts[row] if row < len(self._texts) else []
        return own + [""] * (self.width - len(own))

    def is_empty(self, row: int) -> bool:
        """Return whether a row shows nothing, not even an error."""
        return not any(self.texts(row)) and not any(
            (row, column) in self.marks.broken for column in range(self.width)
        )

    def everything(self) -> Iterator[str]:
        """Yield all texts of the sheet."""
        return (text for row in range(self.height) for text in self.texts(row) if text)

    def place(self, row: int, column: int = 0) -> Place:
        """Return the place of a cell, named as Excel does."""
        return Place(file=self._file, part=f"trang tính «{self.name}», ô {cell_name(row, column)}")


def _text(cell: object) -> str:
    return "" if cell is None or cell == "" else cell_text(cell).strip()


def _tidy(cell: object) -> str:
    text = _text(cell)
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", clean(text).translate(_UNSEEN)).strip()


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell in Excel: «B17»."""
    return f"{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """Return the name of a column in Excel."""
    name, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def row_spans(rows: Sequence[int]) -> str:
    """Return rows as Excel counts them: «3-7, 9»."""
    spans: list[list[int]] = []
    for each in sorted(rows):
        if spans and spans[-1][1] == each - 1:
            spans[-1][1] = each
        else:
            spans.append([each, each])
    return ", ".join(
        f"{first + 1}" if first == last else f"{first + 1}-{last + 1}" for first, last in spans
    )
