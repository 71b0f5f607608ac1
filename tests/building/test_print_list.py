"""The print list as a workbook: what to print, how many copies, and what is there already."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.building.listing import Row
from generator.building.print_list import workbook


def row(tep: str, so_ban: int = 1, **more: str) -> Row:
    given = {
        "don_vi": "Chi bộ thôn Đông",
        "muc": "1.2",
        "ten": "Bản kiểm điểm",
        "ca_nhan": "",
        **more,
    }
    return Row(ma="02C", mau="mau02/2025-02c", so_ban=so_ban, tep=tep, **given)


def cells(data: bytes) -> list[list[object]]:
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return [[cell.value for cell in line] for line in sheet.iter_rows()]


def test_a_line_says_what_to_print_how_often_and_whether_it_is_there(tmp_path: Path) -> None:
    there = tmp_path / "a.docx"
    there.touch()
    lines = cells(workbook([row(str(there), 3, ca_nhan="Nguyễn Văn An"), row("khong-co.docx")]))
    assert lines[0] == ["TT", "Đơn vị", "Mục", "Văn bản", "Họ và tên", "Số bản", "Đã có tệp", "Tệp"]
    assert lines[1] == [
        1,
        "Chi bộ thôn Đông",
        "1.2",
        "Bản kiểm điểm",
        "Nguyễn Văn An",
        3,
        "có",
        str(there),
    ]
    assert lines[2][0] == 2
    assert lines[2][6] == "chưa"


@pytest.mark.parametrize("copies", [(), (4,), (3, 1, 12)])
def test_copies_are_added_up_over_the_lines_that_a_filter_leaves(copies: tuple[int, ...]) -> None:
    data = workbook([row("a.docx", each) for each in copies])
    assert cells(data)[-1][4:6] == ["Cộng", f"=SUBTOTAL(9,F2:F{len(copies) + 1})"]
    sheet = load_workbook(io.BytesIO(data), data_only=True).active
    assert sheet is not None
    assert sheet.cell(len(copies) + 2, 6).value == sum(copies)


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    assert cells(workbook([row("a.docx", ten="=1+1")]))[1][3] == "=1+1"


def test_the_same_list_gives_the_same_bytes() -> None:
    assert workbook([row("a.docx")]) == workbook([row("a.docx")])
