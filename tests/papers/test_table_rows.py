"""A row is told only where the other rows show how it should add up or multiply."""

from decimal import Decimal

import pytest

from generator.papers.table_rows import odd_rows

HEADS = ["Chi bộ", "Tổng số", "Nam", "Nữ", "Dân tộc"]
FIRST, SECOND = [None, 42, 22, 20, 5], [None, 54, 32, 22, 5]


def told(heads: list[str], rows: list[list[object]]) -> list[tuple[int, int, str]]:
    figures = [[None if e is None else Decimal(str(e)) for e in row] for row in rows]
    return [(n, column, str(right)) for n, column, right in odd_rows(heads, figures)]


def test_the_one_that_differs_is_told_with_what_it_should_be() -> None:
    assert told(HEADS, [FIRST, SECOND, [None, 29, 16, 12, 2]]) == [(2, 1, "28")]


@pytest.mark.parametrize(
    "rows",
    [
        [FIRST, SECOND, [None, 28, 16, 12, 2]],
        [FIRST, [None, 29, 16, 12, 2]],
        [FIRST, SECOND, [None, 29, 16, 12, 2], [None, 30, 16, 12, 2]],
        [FIRST, SECOND, [None, 29, 16, None, 2]],
        [[None, 9, 3, 2, 1], [None, 8, 3, 1, 1], [None, 7, 1, 1, 1]],
    ],
)
def test_rows_that_nothing_speaks_against_are_left(rows: list[list[object]]) -> None:
    assert told(HEADS, rows) == []


def test_a_total_may_stand_behind_what_it_counts() -> None:
    heads = ["Nội dung", "Quý I", "Quý II", "Quý III", "Cộng"]
    rows = [[None, 2, 3, 1, 6], [None, 5, 4, 6, 15], [None, 1, 0, 1, 3]]
    assert told(heads, rows) == [(2, 4, "2")]


@pytest.mark.parametrize(("last", "odd"), [("5500", []), ("5600", [(2, 3, "5500")])])
def test_prices_are_multiplied_in_the_unit_of_the_amounts(
    last: str, odd: list[tuple[int, int, str]]
) -> None:
    heads = ["Nội dung", "Số lượng", "Đơn giá (đồng)", "Thành tiền (nghìn đồng)"]
    rows = [[None, 200, 15000, 3000], [None, 220, 10000, 2200], [None, 1, 5500000, last]]
    found = told(heads, rows)
    assert [(n, column, f"{Decimal(right).normalize():f}") for n, column, right in found] == odd


def test_rounded_sums_may_miss_by_their_last_place() -> None:
    heads = ["Nội dung", "Cộng", "A", "B"]
    rows = [[None, "2.0", "1.0", "1.0"], [None, "3.0", "1.5", "1.5"], [None, "3.1", "1.5", "1.5"]]
    assert told(heads, rows) == []
