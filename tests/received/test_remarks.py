"""Whether superiors who signed a form also wrote what it asks of them."""

from dataclasses import replace

import pytest

from generator.received.remarks import remarks
from generator.regulations.regimes import regime_for
from tests.received.test_findings import AN, BINH, COLLECTIVE, FORM, said

OWN = ("VII. Tự nhận mức xếp loại chất lượng", "2. Xếp loại đảng viên:",
       "☒ Hoàn thành tốt nhiệm vụ", "NGƯỜI TỰ KIỂM ĐIỂM", "(Ký, ghi rõ họ tên)", AN)  # fmt: skip
HEADING = "Đánh giá, xếp loại chất lượng đảng viên"
REMARK, LEVEL = "Nhận xét, đánh giá của chi ủy", "Chi bộ đề xuất xếp loại mức chất lượng"
GOOD = "Hoàn thành tốt nhiệm vụ"
SIGNED = ("Ngày 08 tháng 12 năm 2024", "T/M CHI ỦY (CHI BỘ)", "BÍ THƯ", BINH)
OF_2025 = replace(FORM, nam=2025, che_do=regime_for(2025), form="02A")


def told(*lacking: str) -> list[str]:
    named = "», «".join(lacking)
    return [f"đã ký «T/M CHI ỦY (CHI BỘ)» nhưng chưa ghi «{named}»"] if lacking else []


@pytest.mark.parametrize(
    ("above", "lacking"),
    [
        ((f"- {REMARK}: Gương mẫu.", f"- {LEVEL}: {GOOD}"), ()),
        ((f"- {REMARK}:", "Nhiệt tình, trách nhiệm.", f"- {LEVEL}:", GOOD), ()),
        ((f"{REMARK} Gương mẫu.", f"{LEVEL} {GOOD}"), ()),
        ((f"- {REMARK}: Tốt", f"- {LEVEL}: HTTNV"), ()),
        ((f"- {REMARK}: Tốt", f"- {LEVEL}:", f"☐ Hoàn thành nhiệm vụ ☒ {GOOD}"), ()),
        ((f"- {REMARK}: ", f"- {LEVEL}: {GOOD}"), (REMARK,)),
        ((f"- {REMARK}: ……………", f"- {LEVEL}: ......"), (REMARK, LEVEL)),
        ((f"- {REMARK} ……………", f"- {LEVEL} ......"), (REMARK, LEVEL)),
        ((f"- {REMARK}: Tốt", f"- {LEVEL}:", f"☐ Hoàn thành nhiệm vụ ☐ {GOOD}"), (LEVEL,)),
        ((f"- {LEVEL}: {GOOD}",), (REMARK,)),
        ((f"- {REMARK}: Tốt",), (LEVEL,)),
        ((), (REMARK, LEVEL)),
        # In an office's own words.
        (("Nhận xét của chi bộ: nhất trí với tự đánh giá, xếp loại.",), ()),
        (("Chi bộ nhất trí xếp loại hoàn thành tốt nhiệm vụ.",), ()),
        (("Ý kiến của chi bộ:",), ("Ý kiến của chi bộ",)),
    ],
)
def test_who_signed_wrote_a_remark_and_a_level(
    above: tuple[str, ...], lacking: tuple[str, ...]
) -> None:
    assert said(remarks, FORM, *OWN, HEADING, *above, *SIGNED) == told(*lacking)


@pytest.mark.parametrize("signed", [SIGNED[:-1], ("T/M CHI ỦY (CHI BỘ)",), ()])
def test_who_has_not_signed_may_still_write(signed: tuple[str, ...]) -> None:
    empty = (f"- {REMARK}: ……………", f"- {LEVEL}: ......")
    assert said(remarks, FORM, *OWN, HEADING, *empty, *signed) == []


def test_the_head_of_the_office_is_asked_only_of_those_who_are_rated_so() -> None:
    head = ("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", BINH)
    assert len(said(remarks, FORM, *OWN, *head)) == 1
    assert said(remarks, replace(FORM, cong_chuc=False), *OWN, *head) == []


def test_lines_that_the_form_may_not_have_are_not_missed_but_not_left_empty_either() -> None:
    assert said(remarks, OF_2025, *OWN, *SIGNED) == []
    assert said(remarks, OF_2025, *OWN, f"- {REMARK}: ", *SIGNED) == told(REMARK)


def test_other_papers_have_no_such_lines() -> None:
    assert said(remarks, COLLECTIVE, "T/M BAN THƯỜNG VỤ", BINH) == []
    assert said(remarks, replace(FORM, form=None), *OWN, *SIGNED) == []
    assert said(remarks, replace(FORM, signed=False), *OWN, *SIGNED) == []


@pytest.mark.parametrize(
    "answer", [f"{GOOD}/Hoàn thành nhiệm vụ", f"{GOOD} hoặc hoàn thành nhiệm vụ"]
)
def test_two_levels_above_one_signature_are_told(answer: str) -> None:
    lines = (*OWN, HEADING, f"- {REMARK}: Tốt", f"- {LEVEL}: {answer}", *SIGNED)
    reason = f"«T/M CHI ỦY (CHI BỘ)» ghi nhiều mức: «{answer}»"
    assert said(remarks, FORM, *lines) == [reason]


@pytest.mark.parametrize(
    "answer", [GOOD, f"{GOOD} (5/5 phiếu)", f"☐ Hoàn thành nhiệm vụ ☒ {GOOD}", "HTTNV", "Tốt"]
)
def test_one_level_is_one_however_it_is_written(answer: str) -> None:
    lines = (*OWN, HEADING, f"- {REMARK}: Tốt", f"- {LEVEL}: {answer}", *SIGNED)
    assert said(remarks, FORM, *lines) == []


@pytest.mark.parametrize(
    ("answer", "is_level"),
    [
        ("Khá", False),
        ("Trung bình.", False),
        ("Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ", False),
        ("Nhất trí với mức tự xếp loại", True),
    ],
)
def test_a_level_of_another_scale_above_a_signature_is_told(answer: str, is_level: bool) -> None:
    lines = (*OWN, HEADING, f"- {REMARK}: Tốt", f"- {LEVEL}: {answer}", *SIGNED)
    reason = f"«T/M CHI ỦY (CHI BỘ)» ghi «{answer}», không phải mức xếp loại"
    assert said(remarks, FORM, *lines) == ([] if is_level else [reason])
