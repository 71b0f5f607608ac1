"""Rows that are no lines are known by what they say; a line is never taken for one of them."""

import pytest

from generator.opening.grid import Grid
from generator.opening.sheet_marks import Marks
from generator.opening.tables import Table
from generator.register.columns import head_of
from generator.register.rows import Skipped, kind_of, lines_of

HEAD = ["Số", "Ngày", "Trích yếu", "Nơi nhận", "Số bản"]
LINE = ["1", "05/01/2026", "V/v A"]


def kind(*row: str) -> Skipped | None:
    grid = Grid("so.xlsx", Table("Công văn 2025-2030", [HEAD, row]))
    head = head_of(grid)
    assert head is not None
    return kind_of(grid, 1, head)


@pytest.mark.parametrize(
    "text",
    [
        "Tháng 01/2026", "THÁNG 1 NĂM 2026", "Tháng 2", "Tháng giêng", "Tháng Mười hai", "Quý I/2026",
        "Quý 1 năm 2026", "Năm 2026", "I. Tháng 01/2026", "1. Tháng 1", "* Tháng 01-2026", "(Tháng 01/2026)",
        "Tháng 01/2026:", "Tuần 3", "Nhiệm kỳ 2025-2030", "Tháng  01 / 2026",
    ],
)  # fmt: skip
def test_a_row_of_a_month_or_year(text: str) -> None:
    assert kind(text) is Skipped.THANG
    assert kind("", "", text) is Skipped.THANG
    assert kind(text, "", "", "", "12") is Skipped.THANG


@pytest.mark.parametrize(
    "text",
    [
        "Cộng", "Cộng: 3 văn bản", "Tổng cộng", "TỔNG CỘNG:", "Tổng số: 12 công văn", "Tổng", "Cộng tháng 01",
        "Cộng quý I", "Tổng số văn bản đi trong năm 2026: 120", "Cộng trang",
    ],
)  # fmt: skip
def test_a_row_of_a_total(text: str) -> None:
    assert kind(text) is Skipped.CONG
    assert kind("", "", text, "", "25") is Skipped.CONG


@pytest.mark.parametrize(
    "row",
    [["(1)", "(2)", "(3)", "(4)", "(5)"], ["1", "2", "3", "4", "5"], ["A", "B", "1", "2", "3"],
     ["(1)", "(2)", "(3)"], ["a", "b", "c", "d"]],
)  # fmt: skip
def test_a_row_that_numbers_the_columns(row: list[str]) -> None:
    assert kind(*row) is Skipped.COT


@pytest.mark.parametrize(
    "row",
    [
        ["1", "05/01/2026", "Tháng 01/2026"], ["1", "05/01/2026", "Tổng cộng"],
        ["", "05/01/2026", "Tổng kết năm 2026"], ["", "", "Tổng kết công tác năm 2026"],
        ["", "", "Tháng hành động vì an toàn"], ["1", "2", "V/v A"], ["2", "3", "4", "5"],
        ["Tháng 01/2026", "05/01/2026"], ["", "", "Nội dung"], ["12"], ["12a"], ["", "", "", "Các chi bộ"],
        ["", "", "Cộng hòa xã hội chủ nghĩa Việt Nam"], ["", "05/01/2026"], ["#REF!"],
    ],
)  # fmt: skip
def test_other_rows_are_lines_or_told(row: list[str]) -> None:
    assert kind(*row) is None


@pytest.mark.parametrize("text", ["Ban Thường vụ", "I. Công văn", "Thánh 01/2026"])
def test_a_name_of_a_part_stands_alone_in_the_first_columns(text: str) -> None:
    assert kind(text) is Skipped.MUC
    assert kind(text, "05/01/2026") is None


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([LINE, ["2"], ["3"]], [(1, None), (2, Skipped.CHUA_DUNG), (3, Skipped.CHUA_DUNG)]),
        ([LINE, ["2"], LINE], [(1, None), (2, None), (3, None)]),
        ([["1"], ["2"]], [(1, Skipped.CHUA_DUNG), (2, Skipped.CHUA_DUNG)]),
        ([LINE, [], ["", "", "Người lập"]], [(1, None), (3, Skipped.CUOI)]),
        ([LINE, ["2"], ["", "", "Người lập"]], [(1, None), (2, Skipped.CHUA_DUNG), (3, Skipped.CUOI)]),
        ([LINE, ["", "06/01/2026", "V/v B"]], [(1, None), (2, None)]),
        ([["", "", "V/v B"], LINE], [(1, None), (2, None)]),
        ([["", "", "V/v B"]], [(1, None)]),
        ([LINE, ["Cộng", "", "", "", "1"]], [(1, None), (2, Skipped.CONG)]),
        ([LINE, HEAD, LINE], [(1, None), (2, Skipped.TIEU_DE), (3, None)]),
        ([LINE, ["Số VB", "Ngày ký", "Nội dung"], LINE], [(1, None), (2, Skipped.TIEU_DE), (3, None)]),
        ([LINE, ["Số", "", "", "Nơi nhận"], LINE], [(1, None), (2, None), (3, None)]),
        ([], []),
    ],
)  # fmt: skip
def test_the_rows_below_a_header(
    rows: list[list[str]], found: list[tuple[int, Skipped | None]]
) -> None:
    grid = Grid("so.xlsx", Table("Công văn 2025-2030", [HEAD, *rows]))
    head = head_of(grid)
    assert head is not None
    assert list(lines_of(grid, head)) == found


@pytest.mark.parametrize(
    ("broken", "found"),
    [
        # A number that is an error still is the number of a line, and so is an error behind one.
        ({(2, 0): "#REF!"}, [(1, None), (2, Skipped.CHUA_DUNG)]),
        ({(2, 0): "#REF!", (2, 1): ""}, [(1, None), (2, None)]),
        ({(2, 0): "", (2, 2): "#N/A"}, [(1, None), (2, None)]),
        ({(2, 1): "#REF!"}, [(1, None), (2, None)]),
    ],
)
def test_errors_are_not_left_out_as_empty(
    broken: dict[tuple[int, int], str], found: list[tuple[int, Skipped | None]]
) -> None:
    table = Table("Công văn 2025-2030", [HEAD, LINE], marks=Marks(broken=broken))
    grid = Grid("so.xlsx", table)
    head = head_of(grid)
    assert head is not None
    assert list(lines_of(grid, head)) == found
