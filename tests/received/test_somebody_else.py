"""Whether the text of a form, and the remarks on it, speak of the person it is about."""

import pytest

from generator.received.somebody_else import somebody_else
from tests.received.test_findings import AN, FORM, form, said

OTHER = "Ngô Thị Bích Ngọc"
REMARK = "- Nhận xét, đánh giá của chi ủy:"


def written(sentence: str) -> list[str]:
    """What is said of a form with this sentence in it."""
    return said(somebody_else, FORM, *form(below={"han_che": sentence}))


def remarked(sentence: str) -> list[str]:
    return said(somebody_else, FORM, *form(), "NGƯỜI TỰ KIỂM ĐIỂM", AN, f"{REMARK} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        f"Tôi là {AN}, sinh hoạt đủ 12 kỳ.",
        "Tôi là Phó Bí thư Chi bộ, phụ trách tổ 3.",
        "Tôi là đảng viên từ năm 2004; đồng chí Lê Thu Cúc giúp đỡ tôi.",
        f"Cùng đồng chí {OTHER} phụ trách hội.",
        "Khuyết điểm của bản thân tôi là Chưa đều.",
    ],
)
def test_a_writer_may_speak_of_colleagues_and_posts(sentence: str) -> None:
    assert written(sentence) == []


@pytest.mark.parametrize(
    "sentence", [f"Tôi là {OTHER}, Phó Bí thư.", f"Bản thân tôi là {OTHER}", f"Tên tôi là: {OTHER}"]
)
def test_a_text_copied_from_a_colleague_is_asked_about(sentence: str) -> None:
    assert written(sentence) == [f"lời trong tệp là của «{OTHER}», không phải {AN}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nhất trí với bản tự kiểm điểm.",
        f"Đồng chí {AN} hoàn thành nhiệm vụ.",
        f"Đồng chí {AN} phối hợp tốt với đồng chí {OTHER}.",
        "Đồng chí Phó Bí thư có trách nhiệm.",
        "Đồng chí An có trách nhiệm.",
        "Đồng chí chấp hành tốt sự phân công.",
    ],
)
def test_a_remark_on_the_one_meant_is_not_asked_about(sentence: str) -> None:
    assert remarked(sentence) == []


def test_a_name_that_differs_in_one_accent_is_another() -> None:
    near = "Nguyễn Văn Ân"
    told = [f"lời nhận xét nói về «{near}», không phải {AN}"]
    assert remarked(f"Đồng chí {near} sinh hoạt đầy đủ.") == told


@pytest.mark.parametrize("called", ["Đồng chí", "Đ/c", "Đảng viên", "Bà"])
def test_a_remark_on_somebody_else_is_asked_about(called: str) -> None:
    told = [f"lời nhận xét nói về «{OTHER}», không phải {AN}"]
    assert remarked(f"{called} {OTHER} chấp hành tốt sự phân công.") == told
