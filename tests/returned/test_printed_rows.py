"""Rows of a score sheet: points beside their column, other highest points, rows added."""

from generator.returned.answers import Answer
from generator.returned.outline import Grid, Row, Slot
from generator.returned.printed_rows import fixed_rows
from generator.returned.table_fits import fit_of, rows_below, tables_of
from tests.returned.test_tables import lines

HEADS = ("TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Ghi chú")
POINTS, NOTE = ("cham_diem", "chi_tiet", "I.1", "diem"), ("cham_diem", "chi_tiet", "I.1", "ghi_chu")
TOTAL = ("cham_diem", "tong")
GRID = Grid(
    ("", *HEADS),
    (
        Row("1 Phẩm chất chính trị 10", ((4, Slot(POINTS, "diem")), (5, Slot(NOTE, "chu")))),
        Row("Tổng điểm 10", ((4, Slot(TOTAL, "diem")),)),
    ),
)
SUM = ["", "Tổng điểm", "10", "8"]


def read(*rows: list[str]) -> dict[tuple[str | int, ...], Answer]:
    tables = tables_of(lines(list(HEADS), *rows))
    fit = fit_of(GRID, tables, 1)
    assert fit is not None
    return {each.path: each for each in fixed_rows(GRID, rows_below(tables, fit), fit)}


def test_a_row_as_printed_is_no_doubt() -> None:
    found = read(["1", "Phẩm chất chính trị", "10", "8", "xem báo cáo"], SUM)
    assert [(each.value, each.why) for each in found.values()] == [
        ("8", ()),
        ("xem báo cáo", ()),
        ("8", ()),
    ]


def test_points_in_the_column_beside_are_told() -> None:
    beside = read(["1", "Phẩm chất chính trị", "10", "", "9"], SUM)
    assert beside[POINTS].why
    assert beside[NOTE].why
    assert read(["1", "Phẩm chất chính trị", "9", "", ""], SUM)[POINTS].why


def test_other_highest_points_are_told() -> None:
    assert read(["1", "Phẩm chất chính trị", "9", "8", ""], SUM)[POINTS].why


def test_a_sign_is_no_empty_cell() -> None:
    assert read(["1", "Phẩm chất chính trị", "10", "″", ""], SUM)[POINTS].why
    assert not read(["1", "Phẩm chất chính trị", "10", "…", ""], SUM)[POINTS].why


def test_points_of_a_row_that_was_added_make_the_total_doubtful() -> None:
    added = ["", "Điểm thưởng", "", "2", ""]
    found = read(["1", "Phẩm chất chính trị", "10", "8", ""], added, SUM)
    assert found[TOTAL].why
    assert not found[POINTS].why
