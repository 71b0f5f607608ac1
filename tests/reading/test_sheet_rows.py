"""The rows of a sheet as Excel shows them: hidden ones out, merged heads over their columns."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from generator.opening.tables import read_tables
from generator.reading.sheet_rows import Shown, sheet_rows


def read(folder: Path, write: Callable[[xlsxwriter.Workbook, Worksheet], object]) -> Shown | str:
    path = folder / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    write(book, book.add_worksheet())
    book.close()
    return sheet_rows(read_tables(path)[0])


def plain(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    for n, row in enumerate([["TT", "Tên", "Điểm"], [1, "An", 9.5], [2, "Bình", 8]]):
        sheet.write_row(n, 0, row)


def test_cells_are_shown_with_their_formats(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        plain(book, sheet)
        sheet.write_number(1, 2, 0.256, book.add_format({"num_format": "0.0%"}))
        sheet.write_datetime(
            2, 2, dt.date(2026, 5, 2), book.add_format({"num_format": "dd/mm/yyyy"})
        )

    assert read(tmp_path, write) == Shown(
        [["TT", "Tên", "Điểm"], ["1", "An", "25,6%"], ["2", "Bình", "02/5/2026"]], 1
    )


def test_what_is_hidden_is_not_printed(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        plain(book, sheet)
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})

    assert read(tmp_path, write) == Shown([["TT", "Tên"], ["2", "Bình"]], 1)


def test_a_merged_head_stands_over_its_columns(tmp_path: Path) -> None:
    def write(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.merge_range(0, 0, 1, 0, "TT")
        sheet.merge_range(0, 1, 0, 2, "Lý lịch")
        sheet.write_row(1, 1, ["Tên", "Sinh"])
        sheet.write_row(2, 0, [1, "An", 1980])

    assert read(tmp_path, write) == Shown(
        [["TT", "Lý lịch", "Lý lịch"], ["", "Tên", "Sinh"], ["1", "An", "1980"]], 2
    )


def formula(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write_formula(1, 2, "=1+1", None, "")


def error(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write_string(1, 2, "#REF!")


def ticked(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write_boolean(1, 2, True)


def fraction(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write_number(1, 2, 0.5, book.add_format({"num_format": "# ?/?"}))


def struck(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write_string(1, 2, "9", book.add_format({"font_strikeout": True}))


def long(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write_number(1, 2, 123456789012345678)


@pytest.mark.parametrize(
    ("write", "word"),
    [
        (formula, "chưa tính"), (error, "ô C2"), (ticked, "TRUE hoặc FALSE"), (fraction, "# ?/?"),
        (struck, "gạch bỏ"), (long, "15 chữ số"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_printed_is_named(
    tmp_path: Path, write: Callable[..., None], word: str
) -> None:
    def both(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        plain(book, sheet)
        write(book, sheet)

    found = read(tmp_path, both)
    assert isinstance(found, str)
    assert "ô C2" in found
    assert word in found


def test_a_title_above_the_heads_is_told(tmp_path: Path) -> None:
    def write(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.merge_range(0, 0, 0, 2, "Danh sách đảng viên")
        sheet.write_row(1, 0, ["TT", "Tên", "Sinh"])
        sheet.write_row(2, 0, [1, "An", 1980])

    found = read(tmp_path, write)
    assert isinstance(found, str)
    assert "khoá ten" in found
