"""The totals of a table are those of its rows, in whatever way they count them."""

import pytest

from generator.model import VanBan
from generator.papers.table_sums import check_sums


def told(rows: str, head: str = "| TT | Nội dung | Số tiền |\n|---|---|---:|") -> list[str]:
    text = f"Dự toán:\n{head}\n{rows}"
    letter = VanBan(loai="ke-hoach", trich_yeu="x", noi_dung=text)
    return [f"{each.place.path[1]} {each.message}" for each in check_sums(letter)]


ROWS = "| 1 | A | 1.200 |\n| 2 | B | 800 |\n"


def test_a_wrong_total_is_told_at_its_row_with_the_sum() -> None:
    (found,) = told(ROWS + "| **Cộng** | | **2.100** |")
    assert found.startswith("5 ")
    assert "«Số tiền»" in found
    assert found.endswith("ghi 2.100; các hàng cộng lại là 2.000")


@pytest.mark.parametrize(
    "rows",
    [
        ROWS + "| **Cộng** | | **2.000** |",
        ROWS + "| | Tổng số: | 2.000 |",
        "| | Tổng số | 2.000 |\n" + ROWS,
        "| I | Nhóm | 2.000 |\n" + ROWS + "| II | Khác | 10 |\n| **Tổng cộng** | | 2.010 |",
        ROWS + "| | Cộng | 2.000 |\n| 3 | C | 5 |\n| 4 | D | 6 |\n| | Cộng | 11 |\n| | Tổng cộng | 2.011 |",
        "| 1 | A | 1.200 |\n| | - Trong đó: nữ | 300 |\n| 2 | B | 800 |\n| | Cộng | 2.000 |",
        "| 1 | **Khối** | 2.000 |\n" + ROWS + "| | Cộng | 2.000 |",
        "| 1 | A | 33,3 |\n| 2 | B | 33,3 |\n| 3 | C | 33,3 |\n| | Cộng | 100,0 |",
        "| 1 | A | 05 đồng chí |\n| 2 | B | 3 |\n| | Cộng | 9 |",
        "| 1 | A | 5 |\n| 2 | B | - |\n| | Cộng | 5 |",
        ROWS + "| | Cộng | |",
        ROWS,
    ],
)  # fmt: skip
def test_honest_totals_are_not_told(rows: str) -> None:
    assert told(rows) == []


@pytest.mark.parametrize(
    "head",
    ["Tỉ lệ (%)", "Đơn giá", "Điểm bình quân", "Năm sinh", "Mức xếp loại", "So với cùng kỳ"],
)
def test_columns_that_nobody_adds_up_are_left(head: str) -> None:
    assert told(ROWS + "| | Cộng | 7 |", f"| TT | Nội dung | {head} |\n|---|---|---|") == []


def test_amounts_of_a_year_are_added_up() -> None:
    assert told(ROWS + "| | Cộng | 7 |", "| TT | Nội dung | Năm 2026 |\n|---|---|---|")


def test_tables_given_apart_and_in_annexes_are_asked() -> None:
    rows = [["1", "A", "5"], ["2", "B", "6"], ["", "Cộng", "12"]]
    table = {"cot": [{"ten": each} for each in ("TT", "Nội dung", "Số tiền")], "hang": rows}
    annex = {"tieu_de": "Dự toán", "bang": [table]}
    more = {"bang": [table], "phu_luc": [annex]}
    letter = VanBan.model_validate({"loai": "ke-hoach", "trich_yeu": "x", "noi_dung": "A.", **more})
    places = [(each.code, each.place.path) for each in check_sums(letter)]
    assert places == [("KD295", ("bang", 0)), ("KD295", ("phu_luc", 0, "bang", 0))]


def test_a_row_that_differs_from_the_others_is_told_by_its_name() -> None:
    head = "| TT | Chi bộ | Tổng số | Nam | Nữ |\n|---|---|---|---|---|"
    rows = "| 1 | A | 42 | 22 | 20 |\n| 2 | B | 54 | 32 | 22 |\n| 3 | C | 29 | 16 | 12 |"
    (found,) = told(rows, head)
    assert "hàng «3 C», cột «Tổng số» ghi 29; tính như các hàng khác là 28" in found
