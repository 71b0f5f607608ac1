"""Jubilees, ages, terms and the year of the summary are those of the letter's day."""

import datetime as dt

import pytest

from generator.wording.checks.year import check_year_of_summary, check_years

DAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("kỷ niệm 80 năm Ngày thành lập Quân đội (22/12/1944 - 22/12/2026)", ["KD205"]),
        ("kỷ niệm 82 năm Ngày thành lập Quân đội (22/12/1944 - 22/12/2026)", []),
        ("kỷ niệm lần thứ 80 Quốc khánh (02/9/1945 - 02/9/2026)", ["KD205"]),
        ("kỷ niệm 96 năm Ngày thành lập Đảng (1930 - 2026)", []),
        ("giai đoạn 05 năm (2021 - 2025)", []),
        ("kế hoạch 05 năm 2026 - 2030", []),
        ("tổng kết 10 năm (2021 - 2025)", ["KD205"]),
        ("nghỉ 02 năm (từ 01/3/2024 - 05/9/2026)", []),
        ("sinh năm 1980, 52 tuổi", ["KD206"]),
        ("sinh ngày 05/12/1980 (45 tuổi)", []),
        ("sinh năm 1980, 25 tuổi đảng", []),
        ("Chuẩn y đồng chí A giữ chức Ủy viên nhiệm kỳ 2020 - 2025.", ["KD207"]),
        ("Chuẩn y đồng chí A giữ chức Ủy viên nhiệm kỳ 2025 - 2030.", []),
        ("Đồng chí A, nguyên Bí thư nhiệm kỳ 2020-2025, được chỉ định vào Tổ biên tập.", []),
        ("Kết quả thực hiện Nghị quyết Đại hội nhiệm kỳ 2020 - 2025.", []),
    ],
)
def test_years_fit_the_day_of_a_letter(text: str, codes: list[str]) -> None:
    assert [each.code for each in check_years(text, ("noi_dung",), DAY)] == codes


def test_ages_and_terms_wait_for_the_day() -> None:
    text = "sinh năm 1980, 52 tuổi; bổ sung Ủy viên nhiệm kỳ 2020 - 2025"
    assert [*check_years(text, ("noi_dung",), None)] == []


@pytest.mark.parametrize(
    ("summary", "text", "codes"),
    [
        ("kiểm điểm năm 2025", "Đánh giá kết quả năm 2026.", ["KD208"]),
        ("kiểm điểm năm 2025", "Kết quả năm 2025; nhiệm vụ năm 2026.", []),
        ("kiểm điểm năm 2025", "Xong trước ngày 31/12/2025, tổng kết trong năm 2026.", []),
        ("kiểm điểm năm 2025", "Kết quả như sau.", []),
        ("nhiệm vụ năm 2027", "Kết quả năm 2026.", []),
        ("kết quả năm 2025, nhiệm vụ năm 2026", "Năm 2026 làm tiếp.", []),
    ],
)
def test_the_year_of_the_summary_is_spoken_of(summary: str, text: str, codes: list[str]) -> None:
    assert [each.code for each in check_year_of_summary(summary, [text], DAY)] == codes
