"""Rows that are no task: numbers of columns, heads again, groups, sums; tables that go on."""

from dataclasses import replace

import pytest

from generator.opening.written import STRUCK, Line
from generator.returned.rows_of_tasks import goes_on, grown_rows
from generator.returned.table_fits import fit_of, rows_below, tables_of
from tests.returned.test_tables import TASKS, lines, tasks

GRID = tasks().grids[0]
ONE = ["1", "Một", "Quý I", "gấp"]
TWO = ["2", "Hai", "Quý II", ""]


def read(given: list[Line]) -> tuple[list[str], bool]:
    """Return the contents of the tasks, and whether every value of them is in doubt."""
    tables = tables_of(given)
    fit = fit_of(GRID, tables, 1)
    assert fit is not None
    found = [*grown_rows(GRID, rows_below(tables, fit), fit)]
    return [each.value for each in found if each.path[-1] == "noi_dung"], all(
        each.why for each in found
    )


@pytest.mark.parametrize("row", [["(1)", "(2)", "(3)", "(4)"], ["A", "1", "2", "3"], list(TASKS)])
def test_numbers_of_columns_and_heads_once_more_are_left_out(row: list[str]) -> None:
    assert read(lines(list(TASKS), row, ONE, TWO)) == (["Một", "Hai"], False)
    assert read(lines(list(TASKS), ONE, row, TWO)) == (["Một", "Hai"], False)


@pytest.mark.parametrize(
    "row",
    [
        ["I", "Nhiệm vụ thường xuyên", "", ""],
        ["3", "NHIỆM VỤ ĐỘT XUẤT", "", ""],
        ["", "Tổng cộng", "02 nhiệm vụ", ""],
        ["Cộng", "2", "", ""],
        ["3", "5", "Quý I", ""],
        ["3", "Ba", "″", "--//--"],
        ["3", "Ba", "Quý I", "", "còn dở"],
        ["Ngoài ra còn giúp thôn Tây"],
        ["A. Ngoài ra còn giúp thôn Tây"],
    ],
)
def test_a_row_that_may_be_no_task_makes_all_doubtful(row: list[str]) -> None:
    assert read(lines(list(TASKS), ONE, TWO, row))[1]


@pytest.mark.parametrize(
    "row", [["", "và phần còn lại", "Quý III", ""], ["", "", "xong", "02 tờ trình"]]
)
def test_a_row_that_may_go_on_with_the_one_above_makes_all_doubtful(row: list[str]) -> None:
    assert read(lines(list(TASKS), ONE, row, TWO))[1]


def test_a_text_across_the_table_is_the_group_of_what_follows_in_doubt() -> None:
    given = lines(list(TASKS), ONE, ["Nhiệm vụ đột xuất"], TWO)
    tables = tables_of(given)
    fit = fit_of(GRID, tables, 1)
    assert fit is not None
    found = [*grown_rows(GRID, rows_below(tables, fit), fit)]
    groups = {each.path[1]: each.value for each in found if each.path[-1] == "truc"}
    assert groups == {1: "Nhiệm vụ đột xuất"}
    assert all(each.why for each in found)


def test_rows_without_numbers_at_the_end_are_tasks() -> None:
    given = lines(list(TASKS), ONE, TWO, ["", "Ba", "Quý III", ""])
    assert read(given) == (["Một", "Hai", "Ba"], False)


def test_empty_rows_with_their_numbers_are_no_doubt() -> None:
    assert read(lines(list(TASKS), ONE, TWO, ["3"], ["4", "", "…", "-"])) == (["Một", "Hai"], False)


@pytest.mark.parametrize(("first", "fine"), [("3", True), ("1", False), ("", False)])
def test_a_table_goes_on_where_its_numbers_do(first: str, fine: bool) -> None:
    given = [
        *lines(list(TASKS), ONE, TWO),
        *lines(list(TASKS), [first, "Ba", "Quý I", ""], table=2),
    ]
    tables = tables_of(given)
    one, two = (fit_of(GRID, tables, number) for number in (1, 2))
    assert one is not None
    assert two is not None
    assert goes_on(GRID, (one, rows_below(tables, one)), (two, rows_below(tables, two))) is fine


def test_a_row_in_doubt_is_asked_about_alone_and_leaves_no_gap() -> None:
    given = lines(list(TASKS), ["I. Thường xuyên"], ONE, TWO, ["3", "Ba", "Quý III", ""])
    struck = [
        replace(each, doubts=(STRUCK,)) if each.cell and each.cell.row == 4 else each
        for each in given
    ]
    tables = tables_of(struck)
    fit = fit_of(GRID, tables, 1)
    assert fit is not None
    found = {each.path[1:]: each for each in grown_rows(GRID, rows_below(tables, fit), fit)}
    names = [found[at, "noi_dung"] for at in range(3)]
    assert [each.value for each in names] == ["Một", "Ba", "Hai"]
    assert [each.why for each in names] == [(), (), (STRUCK,)]
    assert [each.nhan for each in names] == [f"Dòng {at} - {TASKS[1]}" for at in (1, 3, 2)]
    assert {found[at, "truc"].value for at in range(3)} == {"I. Thường xuyên"}
