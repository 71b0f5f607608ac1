"""The self-rating of a quarter (Mẫu 05 of 2025) and the phiếu phân tích of 2019."""

from typing import Any

import pytest

from generator.papers.form_values import BLANK
from generator.papers.quarter_and_analysis import analysis, quarter
from tests.papers import unit_data
from tests.papers.test_rating_lists import unit, year_of
from tests.papers.test_review_forms import text


def self_rating(*, blank: bool = False, which: int = 0, **given: Any) -> Any:
    quarters = [{"quy": "2", "tu_danh_gia": "Xong việc.", "xep_loai": unit_data.LEVELS[1], "diem": "82,5"}, {"quy": "4"}]  # fmt: skip
    person = {"ho_ten": "Lê Thị Hai", "vai_tro": "lanh_dao", "quy": quarters, **given}
    year = year_of(unit(ca_nhan=[person]), blank=blank)
    return quarter(year, 0, which, year.che_do.bieu_mau["05"])


def test_a_quarter_is_named_in_roman_figures_with_what_was_entered_for_it() -> None:
    found = self_rating()
    assert found["quy"] == "II"
    assert found["ho_ten"] == "Lê Thị Hai"
    assert text(found["tu_danh_gia"]) == ["Xong việc."]
    assert found["muc_de_xuat"] == unit_data.LEVELS[1]
    assert found["diem"] == "82,5"


def test_each_quarter_is_printed_from_its_own_entry() -> None:
    found = self_rating(which=1, blank=True)
    assert found["quy"] == "IV"
    assert found["muc_de_xuat"] == BLANK
    assert found["diem"] == "……"


@pytest.mark.parametrize(
    ("level", "marks"),
    [(unit_data.LEVELS[2], ["☐", "☐", "☒", "☐"]), (None, ["☐", "☐", "☐", "☐"])],
)
def test_the_sheet_of_analysis_crosses_the_level_that_was_entered(
    level: str | None, marks: list[str]
) -> None:
    own = {"xep_loai": {"tu_nhan": level}} if level else {}
    year = year_of(unit(tap_the=[{"ten": "Chi ủy Chi bộ thôn Đông", **own}]), 2021)
    found = analysis(year, 0, year.che_do.bieu_mau["04"])
    assert found["doi_tuong"] == "Chi ủy Chi bộ thôn Đông"
    assert found["cap_do"] == ["Xuất sắc", "Tốt", "Trung bình", "Kém"]
    assert [box["ten"] for box in found["muc_xep_loai"]] == list(unit_data.LEVELS)
    assert [box["dau"] for box in found["muc_xep_loai"]] == marks
