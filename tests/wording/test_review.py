"""Sentences of the review forms that are put together from several values."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.engine.richtext import paragraphs
from generator.model.review import GiaiTrinh, KhacPhuc
from generator.wording.review import explained, mended, percent, points


def weakness(state: str, **more: str) -> KhacPhuc:
    return KhacPhuc(han_che="Chậm giải ngân vốn đầu tư công", tinh_trang=state, **more)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("da_khac_phuc", "Đã được khắc phục"),
        ("dang_khac_phuc", "Đang khắc phục"),
        ("chua_khac_phuc", "Chưa được khắc phục"),
    ],
)
def test_a_mended_weakness_says_its_state_in_the_words_of_the_form(state: str, words: str) -> None:
    assert mended([weakness(state)]) == f"- Chậm giải ngân vốn đầu tư công. {words}."


def test_the_result_stands_behind_the_state() -> None:
    said = mended([weakness("da_khac_phuc", ket_qua="đã giải ngân 98% kế hoạch vốn.")])
    assert said == (
        "- Chậm giải ngân vốn đầu tư công. Đã được khắc phục: đã giải ngân 98% kế hoạch vốn."
    )


def test_difficulties_and_responsibility_have_lines_of_their_own() -> None:
    one = weakness("dang_khac_phuc", kho_khan="thiếu cán bộ.", trach_nhiem="thuộc Ban Thường vụ.")
    assert mended([one]).split("\n") == [
        "- Chậm giải ngân vốn đầu tư công. Đang khắc phục.",
        "Khó khăn, vướng mắc: thiếu cán bộ.",
        "Trách nhiệm: thuộc Ban Thường vụ.",
    ]


@pytest.mark.parametrize("end", [".", "!", "?", "…"])
def test_a_sentence_that_is_closed_gets_no_second_full_stop(end: str) -> None:
    one = KhacPhuc(han_che=f"Sinh hoạt còn hình thức{end}", tinh_trang="da_khac_phuc")
    assert mended([one]) == f"- Sinh hoạt còn hình thức{end} Đã được khắc phục."


def test_several_weaknesses_follow_each_other() -> None:
    assert mended([weakness("da_khac_phuc")] * 3).count("\n") == 2


def test_nothing_to_mend_is_nothing() -> None:
    assert mended([]) == ""
    assert explained([], {}) == ""


def test_an_explanation_repeats_the_point_and_answers_it() -> None:
    answer = GiaiTrinh(
        diem="I.1",
        noi_dung="Có sự việc như gợi ý.\n\nĐã chấn chỉnh.",
        nguyen_nhan="chủ quan.",
        trach_nhiem="tập thể.",
    )
    assert explained([answer], {"I.1": "Chậm  thu *ngân sách*"}).split("\n") == [
        "## I.1. Chậm thu *ngân sách*",
        "Có sự việc như gợi ý.",
        "Đã chấn chỉnh.",
        "Nguyên nhân: chủ quan.",
        "Trách nhiệm: tập thể.",
    ]


def test_a_point_without_text_stands_with_its_code_alone() -> None:
    said = explained([GiaiTrinh(diem="II.1.a", noi_dung="Đã rõ.")], {})
    assert said == "## II.1.a.\nĐã rõ."


def test_the_point_is_a_heading_that_stays_with_its_answer() -> None:
    said = explained([GiaiTrinh(diem="I.1", noi_dung="Đã rõ.")], {"I.1": "Chậm thu"})
    assert [each["kieu"] for each in paragraphs(said)] == ["tieu_muc", "doan"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("27", "27"),
        ("27.50", "27,5"),
        ("0", "0"),
        ("100", "100"),
        ("6.25", "6,25"),
        ("30.00", "30"),
        ("10", "10"),
    ],
)
def test_points_are_written_with_a_comma_and_no_idle_zeros(value: str, shown: str) -> None:
    assert points(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 5, "0"),
        (5, 5, "100"),
        (1, 3, "33,3"),
        (2, 3, "66,7"),
        (1, 8, "12,5"),
        (1, 16, "6,3"),
        (3, 16, "18,8"),
        (1, 0, ""),
        (1, 40, "2,5"),
        (1, 2000, "0,1"),
    ],
)
def test_a_share_is_rounded_half_up_to_one_decimal(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_a_share_is_never_off_by_more_than_half_a_tenth(part: int, whole: int) -> None:
    shown = Decimal(percent(part, whole).replace(",", "."))
    assert abs(shown - Decimal(part) * 100 / whole) <= Decimal("0.05")
