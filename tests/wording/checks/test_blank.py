"""Places to fill in are seen, dots of ordinary text are not."""

import pytest

from generator.wording.checks.blank import check_blanks


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Thực hiện Quyết định số ……-QĐ/ĐU, ngày ……/10/2026", True),
        ("Thực hiện Chương trình số ...-CTr/ĐU ngày .../.../2026", True),
        ("ngày … tháng 11 năm 2026", True),
        ("có mặt … đồng chí; đạt …%", True),
        ("Đồng chí: …………", True),
        ("Chức vụ: ________", True),
        ("gồm sổ, sách, …", False),
        ("cán bộ, đảng viên... - Chi bộ thôn", False),
        ("hằng tuần, tháng, năm…", False),
        ("một số... hạn chế", False),
        ("ghi theo mẫu «Số ……-QĐ/ĐU» hoặc “ngày … tháng … năm …”", False),
        ("-----", False),
    ],
)
def test_blanks_are_told_once_a_line(text: str, *, seen: bool) -> None:
    found = list(check_blanks(f"Dòng đầu.\n{text}", ("noi_dung",)))
    assert [each.code for each in found] == ["KD298"] * seen
    assert all(each.place.path[:2] == ("noi_dung", 1) for each in found)
