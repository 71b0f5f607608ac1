"""Days that no calendar has are told, numbers of papers are no days."""

import pytest

from generator.wording.calendar_checks import check_calendar


@pytest.mark.parametrize(
    "day",
    [
        "31/6/2026", "29/02/2027", "00/5/2026", "5/13/2026", "31.11.2026", "31 tháng 9 năm 2026",
        "30 Tháng 02 năm 2026",
    ],
)  # fmt: skip
def test_a_day_that_no_calendar_has_is_told_where_it_stands(day: str) -> None:
    text = f"Các chi bộ báo cáo.\nGửi trước ngày {day}, qua Văn phòng."
    (found,) = check_calendar(text, ("noi_dung",))
    assert (found.code, found.place.path) == ("KD188", ("noi_dung", 1, 15))
    assert f"«{day}»" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "gửi trước ngày 30/6/2026, 29/02/2028, 31 tháng 12 năm 2026",
        "theo Công văn số 31/6/2026",
        "Quyết định số 45/13/2024-QĐ",
        "Nghị định số 30/2020/NĐ-CP",
        "mục 3.13.2026.1",
        "từ 01/7 đến 31/6",
        "đạt 31/36 chỉ tiêu năm 2026",
    ],
)
def test_what_is_no_day_is_not_told(text: str) -> None:
    assert not list(check_calendar(text, ()))
