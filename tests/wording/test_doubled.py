"""What is printed around a body is not typed into it."""

import pytest

from generator.wording.doubled import doubled_kind, doubled_lines


@pytest.mark.parametrize(
    ("title", "summary", "asked"),
    [
        ("BÁO CÁO", "Báo cáo kết quả quý III", True),
        ("BÁO CÁO", "báo cáo viên quý III", False),
        ("BÁO CÁO", "kết quả", False),
        ("KẾ HOẠCH", "kế hoạch hóa gia đình năm 2026", False),
        ("", "Công văn về việc", False),
        ("BÁO CÁO", "báo cáo", False),
    ],
)
def test_a_summary_does_not_repeat_its_kind(title: str, summary: str, asked: bool) -> None:
    assert [each.code for each in doubled_kind(title, summary)] == ["KD276"] * asked


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("BÁO CÁO\nkết quả công tác quý III\nNhư sau.", [0, 1]),
        ("**QUYẾT ĐỊNH:**\nĐiều 1. Làm.", [0]),
        ("ĐẢNG CỘNG SẢN VIỆT NAM\nLàm.", [0]),
        ("Kính gửi: Các chi bộ\nLàm.", [0]),
        ("Làm.\nNơi nhận:\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", [1, 2]),
        ("Báo cáo\nLàm.", []),
        ("# I. KẾT QUẢ\nBan Thường vụ báo cáo kết quả công tác quý III như sau.", []),
        ("Kính gửi lời chúc sức khỏe.", []),
        ("Làm việc với T/M Ban Thường vụ.", []),
    ],
)
def test_a_body_does_not_hold_what_is_printed(text: str, lines: list[int]) -> None:
    head = ("BÁO CÁO", "kết quả công tác quý III")
    found = doubled_lines(text, head, "QUYẾT ĐỊNH:", ("Kính gửi",))
    assert [each.place.path[1] for each in found] == lines
