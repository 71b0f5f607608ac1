"""Tables typed with bars: what makes one, and what keeps one from being made."""

import pytest

from generator.wording.pipe_tables import Fault, Typed, is_row, misplaced, referred, tables


def read(text: str) -> list[Typed | Fault]:
    return list(tables(text.split("\n")))


def test_a_table_is_a_row_of_heads_a_row_of_dashes_and_rows() -> None:
    (found,) = read("Như sau:\n| TT | Chi bộ |\n|---|---|\n| 1 | Thôn Đông |\nHết.")
    assert found == Typed(1, 3, (("TT", "Chi bộ"),), ("", ""), (("1", "Thôn Đông"),))


def test_dashes_with_colons_say_where_a_column_stands() -> None:
    (found,) = read("| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |")
    assert isinstance(found, Typed)
    assert found.can == ("left", "right", "center", "")


def test_several_rows_above_the_dashes_are_heads() -> None:
    (found,) = read("| a | b | b |\n| | c | d |\n|-|-|-|\n| 1 | 2 | 3 |")
    assert isinstance(found, Typed)
    assert found.dau == (("a", "b", "b"), ("", "c", "d"))


def test_a_blank_line_ends_a_table() -> None:
    text = "| a |x|\n|-|-|\n| 1 |2|\n\n| b |y|\n|-|-|\n| 3 |4|"
    assert [each.dong for each in read(text)] == [0, 4]


def test_a_bar_inside_a_cell_is_written_with_a_backslash() -> None:
    (found,) = read("| a | b |\n|-|-|\n| x \\| y | z |")
    assert isinstance(found, Typed)
    assert found.hang == (("x | y", "z"),)


def test_a_row_of_one_cell_below_the_dashes_heads_those_after_it() -> None:
    (found,) = read("| a | b |\n|-|-|\n| Khối xã |\n| 1 | 2 |")
    assert isinstance(found, Typed)
    assert found.hang == (("Khối xã",), ("1", "2"))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("| a | b |\n| 1 | 2 |", Fault(0, 0, 0)),
        ("|---|---|\n| 1 | 2 |", Fault(0, 0, 0)),
        ("Đầu\n| a | b |\n|-|-|\n| 1 | 2 | 3 |", Fault(3, 3, 2)),
        ("| a | b | c |\n|-|-|\n| 1 | 2 |", Fault(0, 3, 2)),
        ("| a | b | c |\n|-|-|-|\n| 1 | 2 |", Fault(2, 2, 3)),
        ("| a |\n| b | c |\n|-|-|\n| 1 | 2 |", Fault(0, 1, 2)),
        ("| a | b |\n|-|-|\n| 1 | 2 |\n3 | 4 |", Fault(3, 2, 2)),
        ("a | b\n|-|-|\n| 1 | 2 |", Fault(1, 0, 0)),
    ],
)
def test_what_makes_no_table_is_told_at_its_first_wrong_row(text: str, fault: Fault) -> None:
    assert read(text) == [fault]


@pytest.mark.parametrize("line", ["a | b", "|", "", "Giá trị |x| của biến", "- | a |"])
def test_a_bar_in_a_sentence_is_no_row(line: str) -> None:
    assert not is_row(line)


@pytest.mark.parametrize(
    ("line", "number"),
    [("[bảng 2]", 2), ("  [ Bảng 12 ] ", 12), ("Xem [bảng 2]", 0), ("[bảng]", 0), ("bảng 2", 0)],
)
def test_only_a_line_of_its_own_says_where_a_table_stands(line: str, number: int) -> None:
    assert referred(line) == number


@pytest.mark.parametrize(
    ("line", "told"),
    [("Xem [bảng 2] nhé", True), ("[bảng 1].", True), ("[bang 2]", True), ("[bảng 2]", False),
     ("Bảng 2", False), ("[bảng kê]", False)],
)  # fmt: skip
def test_a_line_that_names_a_table_in_a_sentence_is_known(line: str, told: bool) -> None:
    assert misplaced(line) is told
