"""A sheet as a clerk sees it."""

import datetime as dt

from generator.opening.grid import Grid, cell_name, row_spans
from generator.opening.tables import Table

TABLE = Table("Danh sách", [["Hoà\xa0Bi\u0300nh\u200b", 12.0, dt.date(2026, 12, 5)], []])
GRID = Grid("a.xlsx", TABLE)


def test_what_nobody_sees_is_no_part_of_a_tidy_text() -> None:
    assert Grid("a.xlsx", TABLE, tidy=True).text(0, 0) == "Hoà Bình"
    assert GRID.text(0, 0) == "Hoà\xa0Bi\u0300nh\u200b"


def test_the_value_of_a_cell_is_there_beside_its_text() -> None:
    assert [GRID.text(0, 1), GRID.text(0, 2)] == ["12", "05/12/2026"]
    assert [GRID.raw(0, 1), GRID.raw(0, 2)] == [12.0, dt.date(2026, 12, 5)]
    assert GRID.raw(1, 0) == GRID.raw(9, 9) == ""


def test_a_cell_is_named_as_excel_does() -> None:
    assert [cell_name(16, 1), cell_name(0, 27)] == ["B17", "AB1"]
    assert GRID.place(16, 1).part == "trang tính «Danh sách», ô B17"


def test_rows_are_counted_as_excel_does() -> None:
    assert row_spans([2, 3, 4, 8]) == "3-5, 9"
