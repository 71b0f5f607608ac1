"""Whether merits and faults are those of the year under review."""

import pytest

from generator.received.last_year import last_year
from tests.received.test_findings import FORM, form, said

TOLD = "ưu điểm, hạn chế chỉ nói năm 2023, không nói năm 2024"


@pytest.mark.parametrize(
    "merits",
    [
        "Trong năm 2023 tôi phụ trách 14 hộ; hết năm 2023 đủ cả 14 hộ.",
        "Năm 2023 học đủ nghị quyết; kê khai tài sản tháng 11/2023.",
    ],
)
def test_a_text_about_the_year_before_is_asked_about(merits: str) -> None:
    assert said(last_year, FORM, *form(below={"uu_diem.nhiem_vu": merits})) == [TOLD]


@pytest.mark.parametrize(
    "merits",
    [
        "Trong năm 2024 tôi phụ trách 14 hộ, hơn năm 2023 hai hộ, gấp đôi năm 2023.",
        "Năm nay thu 9 triệu, năm 2023 thu 8 triệu; năm 2023 có 2 hộ nghèo.",
        "Tăng 5% so với năm 2023.",
        "Phụ trách 14 hộ.",
    ],
)
def test_a_comparison_with_the_year_before_is_none(merits: str) -> None:
    assert said(last_year, FORM, *form(below={"uu_diem.nhiem_vu": merits})) == []


def test_what_was_put_right_since_may_be_of_the_year_before() -> None:
    below = {"khac_phuc": "Hạn chế năm 2023 và kết luận năm 2023 đã khắc phục."}
    assert said(last_year, FORM, *form(below=below)) == []


@pytest.mark.parametrize("plan", ["Năm 2024 sẽ học ngoại ngữ.", "- Trong năm 2024, tôi phấn đấu."])
def test_plans_for_the_year_that_is_over_are_asked_about(plan: str) -> None:
    reason = "phương hướng còn nói năm 2024, không phải năm sau"
    assert said(last_year, FORM, *form(below={"phuong_huong": plan})) == [reason]


@pytest.mark.parametrize(
    "plan", ["Năm 2025 sẽ học.", "Sẽ khắc phục hạn chế năm 2024 trong quý I.", "Sẽ cố gắng."]
)
def test_other_plans_are_not(plan: str) -> None:
    assert said(last_year, FORM, *form(below={"phuong_huong": plan})) == []
