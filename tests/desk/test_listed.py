"""A list of units in Excel or CSV becomes the lines a clerk would have pasted."""

import io
from collections.abc import Sequence

import pytest
from openpyxl import Workbook

from generator.desk import pasted
from generator.desk.listed import units_of


def excel(*rows: Sequence[object], hidden: int = 0) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    if hidden:
        sheet.row_dimensions[hidden].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def pairs(text: str) -> list[tuple[str, str]]:
    return [(each.ten, each.bi_thu) for each in pasted.units(text).cac]


def test_a_sheet_with_title_and_head_gives_what_stands_in_its_columns() -> None:
    data = excel(
        ["DANH SÁCH CHI BỘ"],
        [],
        ["STT", "Tên chi bộ", "Số đảng viên", "Bí thư"],
        [1, "Chi bộ thôn Đông", 31, "Tạ Xuân Hải"],
        [2, "Chi bộ thôn Tây", 24, None],
        [None, "Tổng cộng", 55, None],
    )
    assert pairs(units_of("chi-bo.xlsx", data).chu) == [
        ("Chi bộ thôn Đông", "Tạ Xuân Hải"),
        ("Chi bộ thôn Tây", ""),
    ]


def test_a_sheet_without_a_head_gives_its_first_columns() -> None:
    data = excel([1, "Chi bộ thôn Đông", "Tạ Xuân Hải"], [2, "Chi bộ thôn Tây", "Lê Thị Mai"])
    assert pairs(units_of("chi-bo.xlsx", data).chu) == [
        ("Chi bộ thôn Đông", "Tạ Xuân Hải"),
        ("Chi bộ thôn Tây", "Lê Thị Mai"),
    ]


def test_a_hidden_row_is_not_taken() -> None:
    data = excel(["Chi bộ thôn Đông"], ["Chi bộ cũ"], ["Chi bộ thôn Tây"], hidden=2)
    assert units_of("chi-bo.xlsx", data).chu.splitlines() == ["Chi bộ thôn Đông", "Chi bộ thôn Tây"]


def test_a_csv_of_excel_is_read() -> None:
    data = "Đơn vị;Bí thư\nChi bộ thôn Đông;Tạ Xuân Hải\n".encode("utf-8-sig")
    assert units_of("chi-bo.csv", data).chu == "Chi bộ thôn Đông\tTạ Xuân Hải"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [("chi-bo.xlsx", b"nothing", "tệp hỏng"), ("chi-bo.docx", b"", "chỉ nhận tệp Excel"),
     ("chi-bo.xlsx", excel([1, 2]), "không thấy tên đơn vị"),
     ("chi-bo.csv", "Chi bộ Đông".encode("utf-16-be"), "UTF-8")],
)  # fmt: skip
def test_a_file_without_units_says_why(name: str, data: bytes, why: str) -> None:
    found = units_of(name, data)
    assert found.chu == ""
    assert why in found.vi_sao
