"""Reasons of absence as they are written, and whether who is absent counts among the members."""

import pytest

from generator.rules.absences import is_no_member_now, is_without_reason


@pytest.mark.parametrize(
    ("ly_do", "without", "no_member"),
    [
        ("ốm", False, False),
        ("Ốm, có giấy xin phép", False, False),
        ("đi công tác", False, False),
        ("không lý do", True, False),
        ("Không có lí do", True, False),
        ("vắng không phép", True, False),
        ("không xin phép chi bộ", True, False),
        ("không báo cáo chi ủy", True, False),
        ("có lý do", False, False),
        ("nghỉ phép", False, False),
        ("về quê, tự ý không dự", True, False),
        ("đang bị tạm giam", False, True),
        ("Bị đình chỉ sinh hoạt cấp ủy", False, True),
        ("biệt phái sang xã khác", False, True),
        ("dự phiên toà", False, False),
    ],
)
def test_a_reason_is_understood(ly_do: str, *, without: bool, no_member: bool) -> None:
    assert (is_without_reason(ly_do), is_no_member_now(ly_do)) == (without, no_member)
