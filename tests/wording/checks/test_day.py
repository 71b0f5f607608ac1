"""Days that a letter names fit the calendar and its own day."""

import datetime as dt

import pytest

from generator.wording.checks.day import check_days

SIGNED = dt.date(2026, 11, 5)


@pytest.mark.parametrize(
    ("text", "loai", "codes"),
    [
        ("Thực hiện Hướng dẫn số 12-HD/BTCTU, ngày 20/11/2026 của Ban Tổ chức", "cong-van", ["KD278"]),
        ("Thực hiện Hướng dẫn số 12-HD/BTCTU ngày 20 tháng 11 năm 2026", "bao-cao", ["KD278"]),
        ("Thực hiện Hướng dẫn số 12-HD/BTCTU, ngày 05/11/2026", "cong-van", []),
        ("tổ chức ngày 20/11/2026", "cong-van", []),
        ("gửi báo cáo trước ngày 01/11/2026.", "cong-van", ["KD279"]),
        ("gửi về Văn phòng chậm nhất là 17 giờ ngày 04/11/2026", "ke-hoach", ["KD279"]),
        ("gửi báo cáo trước ngày 05/11/2026.", "cong-van", []),
        ("Các chi bộ đã gửi báo cáo trước ngày 01/11/2026.", "cong-van", []),
        ("Hoàn thành trước ngày 01/11/2026.", "bao-cao", []),
        ("đảng viên kết nạp trước ngày 01/7/2025", "huong-dan", []),
        ("**1. Thời gian:** 08 giờ, ngày 04/11/2026.", "giay-moi", ["KD279"]),
        ("**1. Thời gian:** 08 giờ, ngày 06/11/2026.", "giay-moi", []),
        ("thứ Hai, ngày 06/11/2026", "giay-moi", ["KD280"]),
        ("thứ sáu ngày 06/11/2026", "giay-moi", []),
        ("thứ 6, ngày 06/11/2026; chủ nhật, 08/11/2026", "bao-cao", []),
        ("Thứ Bảy, ngày 08 tháng 11 năm 2026", "bao-cao", ["KD280"]),
        ("trước ngày 20/12/2026 (thứ Bảy)", "cong-van", ["KD280"]),
        ("trước ngày 20/12/2026 (Chủ nhật)", "cong-van", []),
        ("Hội nghị lần thứ hai, ngày 04/11/2026", "bao-cao", []),
        ("kỳ họp thứ ba ngày 04/11/2026", "bao-cao", []),
        ("thứ Hai, ngày 31/02/2026", "bao-cao", []),
        ("gửi báo cáo trước ngày 15/12.", "cong-van", ["KD297"]),
        ("**1. Thời gian:** 08 giờ, thứ Hai, ngày 18/12.", "giay-moi", ["KD297"]),
        ("gửi báo cáo trước ngày 15/12 hằng năm.", "cong-van", []),
        ("Báo cáo định kỳ gửi trước ngày 15/12.", "huong-dan", []),
        ("gửi trước ngày 10/12; tổng hợp, báo cáo trước ngày 15/12/2026.", "cong-van", []),
        ("gửi báo cáo trước ngày 15/12 năm 2026.", "cong-van", []),
        ("kỷ niệm Ngày Nhà giáo Việt Nam 20/11", "cong-van", []),
        ("gửi báo cáo trước ngày 15/12.", "bao-cao", []),
    ],
)  # fmt: skip
def test_days_fit(text: str, loai: str, codes: list[str]) -> None:
    found = list(check_days(f"Dòng đầu.\n{text}", ("noi_dung",), loai, SIGNED))
    assert [each.code for each in found] == codes
    assert all(each.place.path[:2] == ("noi_dung", 1) for each in found)


def test_without_a_day_of_signature_only_the_calendar_is_asked() -> None:
    text = "thứ Hai, ngày 06/11/2026, gửi báo cáo trước ngày 01/11/2020"
    assert [e.code for e in check_days(text, (), "cong-van", None)] == ["KD280"]
