"""What the words say of a table is what the table has."""

import pytest

from generator.model import VanBan
from generator.papers.table_sums import check_sums

MONEY = """
| TT | Khối | Số thu (đồng) |
|----|------|--------------:|
| 1 | Khu dân cư | 172.350.000 |
| 2 | Trường học | 314.000.000 |
| **Tổng cộng** | | **486.350.000** |"""
PLACES = """
| Nhóm | Số thôn | Ghi chú |
|------|--------:|---------|
| A | 14 | Trên 150 hộ |
| B | 6 | Dưới 150 hộ |
| **Cộng** | **20** | |"""
LIST = """
| TT | Tài liệu | Số bản |
|----|----------|-------:|
| 1 | Dự thảo Kết luận | 01 |
| 2 | Báo cáo | 01 |
| 3 | Tờ trình | 01 |"""


def told(**more: object) -> list[str]:
    letter = VanBan.model_validate({"loai": "bao-cao", "trich_yeu": "x", **more})
    return [each.message for each in check_sums(letter) if each.code == "KD210"]


@pytest.mark.parametrize(
    ("line", "table", "count"),
    [
        ("Tổng số thu là 468.350.000 đồng, gồm:", MONEY, 1),
        ("Tổng số thu là 486.350.000 đồng (tăng 20.000.000 đồng), gồm:", MONEY, 0),
        ("Tổng số thu là 486,4 triệu đồng, gồm:", MONEY, 0),
        ("Mỗi chi bộ nộp 500.000 đồng, gồm:", MONEY, 0),
        ("Toàn xã có 21 thôn, chia ba nhóm:", PLACES, 1),
        ("Tổng số 21 thôn, chia ba nhóm:", PLACES, 1),
        ("Toàn xã có 20 thôn, chia ba nhóm:", PLACES, 0),
        ("Có 03 thôn đạt chuẩn, kết quả như sau:", PLACES, 0),
        ("Văn phòng gửi tài liệu phiên họp tháng 12, gồm 04 tài liệu:", LIST, 1),
        ("Văn phòng gửi tài liệu phiên họp tháng 12, gồm 03 tài liệu:", LIST, 0),
        ("Năm 2026 có 02 tài liệu theo bảng sau:", LIST, 1),
        ("Kết quả kiểm tra 12 chi bộ như sau:", LIST, 0),
    ],
)
def test_the_line_above_a_table_says_the_same(line: str, table: str, count: int) -> None:
    assert len(told(noi_dung=line + table)) == count


def test_a_table_given_apart_has_its_line_too() -> None:
    table = {"cot": ["TT", "Tài liệu"], "hang": [["1", "A"], ["2", "B"], ["3", "C"]]}
    assert told(noi_dung="Gửi 04 tài liệu:\n[bảng 1]", bang=[table]) == [
        "lời ghi «04 tài liệu», số hàng của bảng là 3"
    ]
    assert told(noi_dung="[bảng 1]", bang=[table]) == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Khen 04 đảng viên năm 2026, có danh sách kèm theo.", 1),
        ("Khen 03 đảng viên năm 2026, mỗi người 500.000 đồng (danh sách kèm theo).", 0),
        ("Khen 01 chi bộ và 02 đảng viên, có danh sách kèm theo.", 0),
        ("Các hộ có tên trong danh sách kèm theo thi hành.", 0),
    ],
)
def test_the_list_attached_is_as_long_as_said(line: str, count: int) -> None:
    rows = [["1", "A"], ["2", "B"], ["3", "C"]]
    annex = {"nhan": "DANH SÁCH", "tieu_de": "Khen", "bang": [{"cot": ["TT", "Tên"], "hang": rows}]}
    assert len(told(noi_dung=line, phu_luc=[annex])) == count
    assert told(noi_dung=line, phu_luc=[annex, annex]) == []
