"""What was read from a workbook."""

from generator.sheets.rows import Cell, SheetRow, Spot


def test_a_column_that_a_list_has_not_is_missing_and_an_empty_cell_is_not() -> None:
    row = SheetRow(
        "ca_nhan", "", Spot("Danh sách", "A3"), {"ngay_sinh": Cell(Spot("Danh sách", "C3"), "")}
    )
    assert row.o["ngay_sinh"].chu == ""
    assert "ho_ten" not in row.o
