"""Makes Excel workbooks to filter and print: plain text, frozen header, reproducible bytes."""

import datetime as dt
import io
import math
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import xlsxwriter

from generator.engine.archive import archive, entry, prefix

Columns = Sequence[tuple[str, int]]
"""Column titles with their widths in characters."""

_A4 = 9
_LINE, _WIDE = 15, 1.2
"""Height of a line in points; maximum width of a letter in widths of a digit."""


class Book:
    """A workbook under construction, with the formats that all sheets share."""

    def __init__(self) -> None:
        self._data = io.BytesIO()
        self._widths: dict[str, list[int]] = {}
        # Text stays text: a name that begins with «=» must not become a formula.
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(self._data, options)
        self.book.set_properties({"created": dt.datetime(1980, 1, 1)})  # noqa: DTZ001 - has no zone
        self.head = self.book.add_format(
            {"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"}
        )
        self.day = self.book.add_format(
            {"border": 1, "valign": "top", "align": "left", "num_format": "dd/mm/yyyy"}
        )
        self.plain = self.book.add_format({"border": 1, "text_wrap": True, "valign": "top"})

    def sheet(self, name: str, columns: Columns) -> Any:
        """Add a sheet (name: at most 31 characters), its header frozen and repeated in print."""
        sheet = self.book.add_worksheet(name)
        self._widths[name] = [width for _, width in columns]
        for number, (title, width) in enumerate(columns):
            sheet.set_column(number, number, width)
            sheet.write(0, number, title, self.head)
        sheet.set_row(0, height(columns))
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def rows(
        self,
        sheet: Any,
        rows: Iterable[Sequence[object]],
        style: Callable[[Sequence[object], int], Any] | None = None,
    ) -> int:
        """Write rows below the header and add a filter; return the number of rows.

        Args:
            sheet: a sheet from `sheet`.
            rows: the rows, one value per column.
            style: returns the format of a cell from its row and column index; None for the default.
        """
        count = last = 0
        widths = self._widths[sheet.name]
        for count, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                form = style(row, column) if style else None
                self.write(sheet, count, column, value, form)
            sheet.set_row(count, height(zip(map(str, row), widths, strict=True)))
            last = len(row) - 1
        if count:
            sheet.autofilter(0, 0, count, last)
        return count

    def write(self, sheet: Any, row: int, column: int, value: object, form: Any = None) -> None:
        """Write one cell; a date becomes an Excel date, so that it sorts and filters as one."""
        if isinstance(value, dt.date):
            sheet.write_datetime(row, column, value, self.day)
        else:
            sheet.write(row, column, value, form or self.plain)

    def bytes(self) -> bytes:
        """Finish the workbook; like documents it gets a seal, by which later edits are detected."""
        self.book.close()
        return _sealed(self._data.getvalue())


def _sealed(data: bytes) -> bytes:
    """Repack a workbook with the seal of this program, which any other program breaks."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        entries = [entry(name, parts.read(name)) for name in parts.namelist()]
    return archive(prefix(()), entries)


def height(cells: Iterable[tuple[str, int]]) -> float:
    """Return the row height, in points, for texts in cells of these widths (in characters).

    Not every program adjusts row heights when it opens a file, and none does for merged cells.
    """
    return _LINE * max(
        sum(math.ceil(_WIDE * len(line) / width) or 1 for line in text.split("\n"))
        for text, width in cells
    )
