"""The unit that the titles over a list name."""

import pytest

from generator.opening.grid import Grid
from generator.opening.tables import Table
from generator.sheets.titles import unit_over


@pytest.mark.parametrize(
    ("rows", "name", "unit"),
    [
        ([["ĐẢNG BỘ XÃ LỘC VÂN"], ["CHI BỘ THÔN ĐÔNG"]], "Sheet1", "CHI BỘ THÔN ĐÔNG"),
        ([["ĐẢNG BỘ XÃ LỘC VÂN\nCHI BỘ THÔN ĐÔNG", "ĐẢNG CỘNG SẢN VIỆT NAM"]], "Sheet1", "CHI BỘ THÔN ĐÔNG"),
        ([["CHI BỘ THÔN TÂY"], ["Đơn vị: Chi bộ thôn Đông"]], "Sheet1", "Chi bộ thôn Đông"),
        ([["Chi bộ:", "thôn Đông"]], "Sheet1", "Chi bộ thôn Đông"),
        ([["DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN ĐÔNG NĂM 2026"]], "Sheet1", "CHI BỘ THÔN ĐÔNG"),
        ([["(Kèm theo Báo cáo của Chi bộ thôn Đông)"]], "Sheet1", "Chi bộ thôn Đông"),
        ([["Danh sách"]], "Chi bộ thôn Đông", "Chi bộ thôn Đông"),
        ([["Chi bộ thôn Đông - danh sách đảng viên năm 2026"]], "Sheet1", "Chi bộ thôn Đông"),
        ([["CHI BỘ THÔN ĐÔNG: KẾT QUẢ XẾP LOẠI"]], "Sheet1", "CHI BỘ THÔN ĐÔNG"),
        ([["CHI BỘ TRƯỜNG TH - THCS LỘC VÂN"]], "Sheet1", "CHI BỘ TRƯỜNG TH - THCS LỘC VÂN"),
        ([["ĐẢNG BỘ XÃ LỘC VÂN"]], "Sheet1", None),
        ([["DANH SÁCH CÁC CHI BỘ TRỰC THUỘC"]], "Sheet1", None),
        ([["CHI BỘ ..............."]], "Sheet1", None),
    ],
)  # fmt: skip
def test_a_title_names_the_unit_of_a_list(
    rows: list[list[object]], name: str, unit: str | None
) -> None:
    found = unit_over(Grid("a.xlsx", Table(name, rows)), len(rows))
    assert (found.chu if found else None) == unit
