"""A cell is written as a data file writes it, or what is wrong with it is said."""

import pytest

from generator.problems import Place, Problem
from generator.sheets.values import Seen, is_tick, value_of


def said(
    value: object, kieu: str, khoa: str = "", form: str = "General", loai: str = "ca_nhan"
) -> str:
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    found = value_of(Seen(value, text, form, "Cột", Place()), kieu, loai, khoa)
    return found.code if isinstance(found, Problem) else found


@pytest.mark.parametrize(
    ("value", "choice"),
    [
        ("lanh_dao", "lanh_dao"), ("Giữ chức vụ lãnh đạo, quản lý", "lanh_dao"), ("lãnh đạo", "lanh_dao"),
        ("Không giữ chức vụ lãnh đạo, quản lý", "khong_lanh_dao"), ("Ngoài hệ thống chính trị", "ngoai_he_thong"),
        ("hệ thống chính trị", "ngoai_he_thong"), ("chức vụ lãnh đạo, quản lý", "KD815"), ("abc", "KD815"), ("", ""),
    ],
)  # fmt: skip
def test_a_choice_is_known_by_code_by_words_or_by_words_that_fit_one(
    value: str, choice: str
) -> None:
    assert said(value, "chon", "vai_tro") == choice


@pytest.mark.parametrize(
    ("value", "sex"), [("Nam", "nam"), ("NỮ", "nữ"), ("Nu", "nữ"), ("nữ.", "nữ"), ("N", "KD815")]
)
def test_a_sex_is_read_in_any_letters(value: str, sex: str) -> None:
    assert said(value, "chon", "gioi_tinh") == sex


@pytest.mark.parametrize(
    ("value", "answer"),
    [("Có", "có"), ("x", "có"), ("✓", "có"), (True, "có"), (1.0, "có"), ("không", "không"), ("☐", "không"), (False, "không"),
     (0.0, "không"), ("-", ""), ("?", "KD815"), ("x (mới)", "KD815")],
)  # fmt: skip
def test_yes_and_no_are_words_or_ticks(value: object, answer: str) -> None:
    assert said(value, "co_khong") == answer


@pytest.mark.parametrize(
    ("value", "form", "count", "points"),
    [
        (12.0, "General", "12", "12"), ("12", "General", "12", "12"), ("12 phiếu", "General", "12", "KD816"),
        (27.5, "General", "KD816", "27.5"), ("27,50", "General", "KD816", "27.5"), ("27,5 điểm", "General", "KD816", "27.5"),
        (0.85, "0%", "KD816", "KD816"), ("85%", "General", "KD816", "KD816"), ("28/30", "General", "KD816", "KD816"),
        (27.299999999999997, "General", "KD816", "27.3"), (27.123, "General", "KD816", "KD816"), (-1.0, "General", "KD816", "KD816"),
        (45000.0, "General", "45000", "KD816"), ("—", "General", "", ""),
    ],
)  # fmt: skip
def test_counts_and_points_are_figures_and_nothing_else(
    value: object, form: str, count: str, points: str
) -> None:
    assert said(value, "dem", form=form) == count
    assert said(value, "diem", form=form) == points


@pytest.mark.parametrize(
    ("text", "ticked"),
    [("x", True), ("X", True), ("✓", True), ("☒", True), ("[x]", True), ("ü", True), ("☐", False), ("[ ]", False), ("-", False), ("", False),
     ("đạt", None), ("2", None)],
)  # fmt: skip
def test_a_tick_is_a_sign_and_no_word(text: str, ticked: bool | None) -> None:
    assert is_tick(Seen(text, text, "General", "", Place())) is ticked
