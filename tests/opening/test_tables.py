"""A workbook is read with what its sheets show beside their values, within limits."""

import datetime as dt
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from generator.opening.content import REASONS, Refusal, RefusedFileError
from generator.opening.pool import tables
from generator.opening.sheet_marks import NOT_CALCULATED
from generator.opening.tables import Table, read_tables

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def one(path: Path) -> Table:
    (table,) = read_tables(path)
    return table


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A sheet with one of each mark."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ([1, 2, 3], [4, 5, 6], [7, 8, 9], [10, "#REF!", "=A1+1"]):
        sheet.append(row)
    sheet.merge_cells("B1:B2")
    sheet.merge_cells("A3:C3")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet["A1"].font = Font(strike=True)
    sheet["C1"] = CellRichText(TextBlock(InlineFont(strike=True), "12"), " 13")
    book.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def test_the_marks_of_a_sheet(book: Path) -> None:
    marks = one(book).marks
    assert marks.covered == {(1, 1): (0, 1), (2, 1): (2, 0), (2, 2): (2, 0)}
    assert marks.hidden_rows == {1}
    assert marks.hidden_columns == {2}
    assert marks.struck == {(0, 0), (0, 2)}
    assert marks.broken == {(3, 1): "#REF!", (3, 2): NOT_CALCULATED}


def test_hidden_sheets_are_marked(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, state in (("ẩn", "hidden"), ("ẩn hẳn", "veryHidden")):
        book.create_sheet(name).sheet_state = state
    book.save(tmp_path / "a.xlsx")
    shown = {each.name: each.shown for each in read_tables(tmp_path / "a.xlsx")}
    assert shown == {"Sheet": True, "ẩn": False, "ẩn hẳn": False}


def test_days_that_count_from_1904_are_marked(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    book.save(tmp_path / "a.xlsx")
    assert not one(tmp_path / "a.xlsx").since_1904
    book.epoch = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - as the library has it
    book.save(tmp_path / "b.xlsx")
    assert one(tmp_path / "b.xlsx").since_1904


def changed(book: Path, part: str, old: str, new: str) -> Path:
    """The workbook with some of the text of one part replaced."""
    out = book.with_name("b.xlsx")
    with zipfile.ZipFile(book) as packed, zipfile.ZipFile(out, "w") as other:
        for name in packed.namelist():
            text = packed.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            other.writestr(name, text)
    return out


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<c r="A1"', "<c"),  # places that are not said follow one another
        ('<row r="1"', "<row"),
    ],
)
def test_places_may_be_left_out(book: Path, old: str, new: str) -> None:
    assert one(changed(book, SHEET, old, new)).marks == one(book).marks


def test_a_formula_that_comes_to_nothing_is_an_empty_cell(book: Path) -> None:
    old = '<c r="C4"><f>A1+1</f><v></v></c>'
    assert one(
        changed(book, SHEET, old, '<c r="C4" t="str"><f>A1+1</f><v></v></c>')
    ).marks.broken == {(3, 1): "#REF!"}
    assert one(changed(book, SHEET, old, '<c r="C4"><f>A1+1</f><v>2</v></c>')).marks.broken == {
        (3, 1): "#REF!"
    }


@pytest.mark.parametrize("area", ["A1:XFD1048576", "B1:B1048576", "A3:XFD3"])
def test_a_merged_area_is_followed_only_as_far_as_there_are_values(book: Path, area: str) -> None:
    assert all(
        row < 4 and column < 3
        for row, column in one(changed(book, SHEET, "A3:C3", area)).marks.covered
    )


def test_merged_areas_without_end_are_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in range(1, 1_001):
        book.active.cell(row, 100, 1)
    book.active.merge_cells("A1:B2")
    book.save(tmp_path / "a.xlsx")
    many = changed(
        tmp_path / "a.xlsx", SHEET, 'ref="A1:B2"/>',
        'ref="A1:B2"/>' + '<mergeCell ref="A1:CV1000"/>' * 9,
    )  # fmt: skip
    with pytest.raises(RefusedFileError) as refused:
        read_tables(many)
    assert refused.value.refusal is Refusal.O_XA


def test_a_cell_far_away_is_told_as_such(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Số", "x"
    book.save(tmp_path / "a.xlsx")
    assert tables(tmp_path / "a.xlsx") is Refusal.O_XA
    assert "XFD1048576" in REASONS[Refusal.O_XA]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (SHEET, "</sheetData>", ""),
        ("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/khong.xml"),
        ("xl/styles.xml", "</fonts>", ""),
    ],
)
def test_damaged_parts_are_refused(book: Path, part: str, old: str, new: str) -> None:
    assert isinstance(tables(changed(book, part, old, new)), Refusal)
