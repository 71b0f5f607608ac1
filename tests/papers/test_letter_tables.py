"""How a table is laid out: heads that are one cell, where columns stand, widths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.engine.richtext import NO_BREAK_HYPHEN
from generator.model import VanBan
from generator.model.table import Bang
from generator.papers.letter_tables import (
    ACROSS,
    UPRIGHT,
    Sheet,
    _length,
    _side,
    given_sheet,
    merged_heads,
    printed_table,
    too_wide,
    widths,
)
from generator.wording.narrow import width_of
from generator.wording.unbroken import unbroken

WORDS = st.sampled_from(
    ["TT", "Họ và tên", "Hoàn thành xuất sắc nhiệm vụ", "", "1", "12,5", "Ghi chú"]
)


def sheet(heads: list[str], rows: list[list[str]], **more: tuple[int, ...]) -> Sheet:
    count = len(heads)
    given = more.get("rong", (0,) * count)
    return Sheet((tuple(heads),), ("",) * count, given, tuple(map(tuple, rows)))


def test_the_same_head_side_by_side_is_one_and_an_empty_one_below_goes_down() -> None:
    assert merged_heads([["TT", "Kết quả", "Kết quả", ""], ["", "Điểm", "Mức", ""]]) == [
        [("TT", 1, 2), ("Kết quả", 2, 1), ("", 1, 2)],
        [("", 1, 0), ("Điểm", 1, 1), ("Mức", 1, 1), ("", 1, 0)],
    ]


def test_a_cell_is_left_empty_with_nothing_between_quotes() -> None:
    table = Bang.model_validate({"cot": ["TT", "Chức vụ", "Mức"], "hang": [["1", "", "Tốt"]]})
    assert given_sheet(table).hang == (("1", "", "Tốt"),)


def test_one_row_of_heads_merges_nothing() -> None:
    assert merged_heads([["Điểm", "Điểm"]]) == [[("Điểm", 1, 1), ("Điểm", 1, 1)]]


def test_a_head_over_two_columns_without_heads_below_covers_both() -> None:
    assert merged_heads([["A", "A", "B"], ["", "", "c"]]) == [
        [("A", 2, 2), ("B", 1, 1)],
        [("", 2, 0), ("c", 1, 1)],
    ]


@given(
    st.integers(1, 8).flatmap(
        lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_the_cells_of_every_row_of_heads_fill_all_columns(rows: list[list[str]]) -> None:
    made = merged_heads(rows)
    for row, cells in zip(rows, made, strict=True):
        assert sum(across for _, across, _ in cells) == len(row)
    # What a cell covers below, those cells say that they are covered.
    for n, cells in enumerate(made):
        at = 0
        for _, across, down in cells:
            for below in range(n + 1, n + down):
                starts = {}
                place = 0
                for _, width, depth in made[below]:
                    starts[place] = (width, depth)
                    place += width
                assert starts[at] == (across, 0)
            at += across


@pytest.mark.parametrize(
    ("heads", "cells", "side"),
    [
        ("TT", ["1", "2", "10"], "center"),
        ("Điểm", ["95,5", "80", "100"], "right"),
        ("Năm sinh", ["1980", "1991"], "center"),
        ("Ghi chú", ["", ""], "left"),
        ("Họ và tên", ["An", "12"], "left"),
        ("Tỉ lệ", ["12,5%", "5%"], "right"),
        ("Số tiền", ["1.200.000", "-"], "right"),
    ],
)
def test_figures_stand_below_each_other(heads: str, cells: list[str], side: str) -> None:
    assert _side(sheet([heads], [[each] for each in cells]), 0) == side


@given(
    st.integers(1, 12).flatmap(
        lambda n: st.tuples(
            st.lists(WORDS, min_size=n, max_size=n),
            st.lists(st.lists(WORDS, min_size=n, max_size=n), max_size=5),
            st.lists(st.sampled_from([0, 0, 600, 1500]), min_size=n, max_size=n),
        )
    ),
    st.sampled_from([UPRIGHT, ACROSS]),
)
def test_columns_fill_the_width_and_none_vanishes(
    made: tuple[list[str], list[list[str]], list[int]], width: int
) -> None:
    heads, rows, given_widths = made
    found = widths(sheet(heads, rows, rong=tuple(given_widths)), width)
    assert min(found) > 0 or sum(given_widths) >= width
    if 0 in given_widths and sum(given_widths) < width:
        assert sum(found) == width
    assert [each for each, own in zip(found, given_widths, strict=True) if own] == [
        own for own in given_widths if own
    ]


def test_columns_given_apart_have_a_head_over_their_group() -> None:
    given_table = Bang.model_validate(
        {
            "cot": [
                "TT",
                {"ten": "Điểm", "nhom": "Kết quả"},
                {"ten": "Mức", "nhom": "Kết quả", "can": "giữa"},
            ],
            "hang": [["1", "9", "Tốt"], "Khối xã"],
        }
    )
    made = given_sheet(given_table)
    assert made.dau == (("TT", "Kết quả", "Kết quả"), ("", "Điểm", "Mức"))
    assert made.can == ("", "", "center")
    assert made.hang == (("1", "9", "Tốt"), ("Khối xã",))


def letter(columns: int, *, annex: bool = False, across: bool = False) -> VanBan:
    row = "| " + " | ".join(["Nghiêm túc"] * columns) + " |"
    table = f"{row}\n|{'-|' * columns}\n{row}"
    values = {"loai": "bao-cao", "trich_yeu": "kết quả", "noi_dung": "Như sau:" if annex else table}
    if annex:
        values["phu_luc"] = [
            {"tieu_de": "Biểu", "noi_dung": table, "ngang": "có" if across else "không"}
        ]
    return VanBan.model_validate(values)


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (letter(4), []),
        (letter(12), [165]),
        (letter(12, annex=True), [165]),
        (letter(10, annex=True, across=True), []),
        (letter(20, annex=True, across=True), [257]),
    ],
)
def test_a_table_that_would_tear_words_is_told(document: VanBan, told: list[int]) -> None:
    found = list(too_wide(document))
    assert [each.code for each in found] == ["KD179"] * len(told)
    assert all(f"{mm} mm" in each.message for each, mm in zip(found, told, strict=True))


TOGETHER = st.sampled_from(
    [
        "Tháng 12/2027",
        "ngày 20 tháng 10 năm 2026",
        "Số 12-QĐ/ĐU",
        "xã Lộc Vân",
        "Thanh tra tỉnh",
        "1",
    ]
)


@given(st.integers(1, 14).flatmap(lambda n: st.lists(TOGETHER, min_size=n, max_size=n)))
def test_what_is_kept_together_is_never_wider_than_its_column(cells: list[str]) -> None:
    table = sheet(["Thời hạn"] * len(cells), [cells])
    printed = str(printed_table(table, {}, UPRIGHT).xml)
    for cell, wide in zip(cells, widths(table, UPRIGHT), strict=True):
        if unbroken(cell) != cell and unbroken(cell, NO_BREAK_HYPHEN) in printed:
            assert max(map(_length, unbroken(cell).split(" "))) <= wide


def test_a_month_is_not_torn_where_the_table_has_room_for_it() -> None:
    table = sheet(["TT", "Nội dung", "Thời hạn"], [["1", "Kiểm tra dự án " * 20, "Tháng 12/2027"]])
    assert "Tháng\u00a012/2027" in str(printed_table(table, {}, UPRIGHT).xml)
    narrow = sheet(["Thời hạn"] * 14, [["Tháng 12/2027"] * 14])
    assert "Tháng 12/2027" in str(printed_table(narrow, {}, UPRIGHT).xml)


@pytest.mark.parametrize("word", ["Nhóm", "Không", "WWW", "Thảo"])
def test_a_narrow_column_has_room_for_the_letters_of_its_head(word: str) -> None:
    table = sheet([word, "Nội dung"], [["A", "Một câu dài hơn bề rộng của cả trang giấy. " * 9]])
    assert widths(table, UPRIGHT)[0] >= width_of(word) * 240 + 114
