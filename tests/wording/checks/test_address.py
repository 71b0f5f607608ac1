"""A letter asks those it goes to, and speaks for the body in its head."""

import pytest

from generator.model import CoQuan
from generator.wording.checks.address import check_asked, check_speaks

CITY = ["Ban Thường vụ Thành ủy"]


@pytest.mark.parametrize(
    ("line", "to", "asked"),
    [
        ("Kính trình Ban Thường vụ Tỉnh ủy xem xét, quyết định.", CITY, 1),
        ("Kính trình Ban Thường vụ Thành ủy xem xét, quyết định.", CITY, 0),
        ("Đảng ủy phường kính trình Thành ủy xem xét.", CITY, 0),
        ("Đề nghị Ban Tổ chức Thành ủy xem xét.", CITY, 0),
        ("Đề nghị Ban Tổ chức Tỉnh ủy xem xét.", ["Ủy ban Kiểm tra Tỉnh ủy"], 1),
        ("Đề nghị Thường trực Tỉnh ủy xem xét.", ["Ban Thường vụ Tỉnh ủy"], 0),
        ("Đề nghị Sở Nội vụ phối hợp.", ["Các sở, ban, ngành"], 0),
        ("Kính trình đồng chí Bí thư xem xét.", CITY, 0),
        ("Kính trình Ban Thường vụ Tỉnh ủy xem xét.\nTrân trọng.", CITY, 0),
    ],
)
def test_the_last_line_asks_whom_the_letter_goes_to(line: str, to: list[str], asked: int) -> None:
    kept = ["Như trên", "Ban Tổ chức Thành ủy", "Lưu Văn phòng Đảng ủy"]
    found = [*check_asked(f"Một.\n{line}", to, kept, ("noi_dung",))]
    assert [each.code for each in found] == ["KD195"] * asked


OFFICE = CoQuan(ten="Văn phòng", cap_tren="Tỉnh ủy A")
COMMUNE = CoQuan(ten="Đảng ủy xã Bình Lạng")


@pytest.mark.parametrize(
    ("body", "text", "codes"),
    [
        (OFFICE, "Để kịp thời, Ban Tổ chức Tỉnh ủy đề nghị các cơ quan gửi báo cáo.", ["KD196"]),
        (OFFICE, "Để kịp thời, Văn phòng Tỉnh ủy đề nghị các cơ quan gửi báo cáo.", []),
        (OFFICE, "Để kịp thời, Ban Thường vụ Tỉnh ủy yêu cầu các cơ quan gửi báo cáo.", []),
        (OFFICE, "Ban Tổ chức Tỉnh ủy đề nghị cử cán bộ.\nVăn phòng Tỉnh ủy trả lời như sau:", []),
        (OFFICE, "Ban Tổ chức Tỉnh ủy đề nghị (Công văn số 5-CV/BTCTU) cử cán bộ.", []),
        (COMMUNE, "Ban Thường vụ Đảng ủy xã Minh Khê yêu cầu các chi bộ:", ["KD196"]),
        (COMMUNE, "Ban Thường vụ Đảng ủy phường Ngô Quyền thông báo như sau:", ["KD196"]),
        (COMMUNE, "Ban Thường vụ Đảng ủy yêu cầu các chi bộ:", []),
        (COMMUNE, "Đảng ủy xã Minh Khê đề nghị phối hợp; Đảng ủy xã trả lời như sau:", []),
        (COMMUNE, "Thực hiện đề nghị của Đảng ủy xã Minh Khê.", []),
    ],
)
def test_a_text_speaks_for_its_own_body(body: CoQuan, text: str, codes: list[str]) -> None:
    assert [each.code for each in check_speaks(text, [], body)] == codes


@pytest.mark.parametrize(
    ("ground", "codes"),
    [
        ("Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã Minh Khê", ["KD197"]),
        ("Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã Bình Lạng nhiệm kỳ 2025 - 2030", []),
        ("Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã", []),
        ("Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh Minh Khê", []),
    ],
)
def test_the_working_rules_are_its_own(ground: str, codes: list[str]) -> None:
    assert [each.code for each in check_speaks("Một.", [ground], COMMUNE)] == codes
