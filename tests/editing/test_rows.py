"""Lines are found by the offset of a letter, whatever their ends are."""

import pytest

from generator.editing.rows import (
    comments_above,
    indent,
    next_row,
    own_end,
    row_above,
    row_break,
    row_end,
    row_start,
    stands_clear,
)  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_has_a_beginning_an_end_and_neighbours(end: str) -> None:
    text = f"một{end}  hai{end}ba"
    at = text.index("hai")
    start = row_start(text, at)
    assert text[start : row_end(text, at)] == "  hai"
    assert indent(text, start) == 2
    assert text[next_row(text, at) :] == "ba"
    assert text[: row_above(text, start)] == "một"
    assert row_break(text, at) == end
    assert row_break(text, len(text)) == end


def test_a_text_of_one_line_ends_as_most_do() -> None:
    assert row_break("một", 0) == "\n"
    assert next_row("một", 0) == row_end("một", 0) == 3


def test_deeper_comments_below_belong_to_a_key() -> None:
    text = "a: 1 # x\n\n  # trong a\n\n# ngoài\nb: 2\n"
    assert text[: own_end(text, 4, 0)].endswith("trong a")
    assert text[: own_end(text, 4, 2)].endswith("# x")


def test_comments_right_above_belong_to_an_item() -> None:
    text = "- a\n# xa\n\n# gần 1\n# gần 2\n- b\n"
    assert text[comments_above(text, text.index("- b"), 0) :].startswith("# gần 1")
    assert text[comments_above(text, text.index("- b"), text.index("# gần 2")) :].startswith(
        "# gần 2"
    )


@pytest.mark.parametrize(
    ("below", "keeps", "clear"),
    [
        ("b: 1\n", False, True), ("\nb: 1\n", False, True), ("\nb: 1\n", True, False), ("", True, True),
        ("  # sâu\n", False, False), ("   \nb: 1\n", False, False), (" \nb: 1\n", False, True), ("\n\n", False, True),
    ],
)  # fmt: skip
def test_a_block_stands_clear_of_what_is_below(below: str, keeps: bool, clear: bool) -> None:
    text = f"a: |\n  x\n{below}"
    assert stands_clear(text, text.index("x") + 1, 1, keeps=keeps) is clear
