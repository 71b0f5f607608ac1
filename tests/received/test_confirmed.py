"""Whether superiors confirmed a form: their part is there, and not dated before the form."""

from dataclasses import replace

import pytest

from generator.received.confirmed import confirmations
from generator.regulations.regimes import regime_for
from tests.received.test_findings import AN, BINH, COLLECTIVE, FORM, PAPER, said

OWN = ("Tân Thành, ngày 05 tháng 12 năm 2024", "NGƯỜI TỰ KIỂM ĐIỂM", AN)
CELL, COMMITTEE = ("T/M CHI ỦY (CHI BỘ)", BINH), ("T/M ĐẢNG ỦY (CHI ỦY)", AN)
GONE = "không thấy phần xác nhận «{}» của mẫu"
BOTH = GONE.format("T/M CHI ỦY (CHI BỘ)», «T/M ĐẢNG ỦY (CHI ỦY)")
OF_2025 = replace(FORM, nam=2025, che_do=regime_for(2025), form="02A")


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ((*CELL, *COMMITTEE), []),
        (("T/M CHI ỦY (CHI BỘ)", "", "T/M ĐẢNG ỦY (CHI ỦY)"), []),  # to be signed by hand
        ((), [BOTH]),
        (("Phụ lục kết quả", "1. Đã xong việc."), [BOTH]),
        (CELL, [GONE.format(COMMITTEE[0])]),
        (COMMITTEE, [GONE.format(CELL[0])]),
        ((*CELL, "XÁC NHẬN CỦA CẤP ỦY CƠ SỞ", AN), []),
        (("XÁC NHẬN CỦA CHI BỘ", BINH), []),
        (("Nhận xét của chi bộ: nhất trí.", "BÍ THƯ CHI BỘ", BINH), []),
        (("XÁC NHẬN CƯ TRÚ", BINH), [BOTH]),
    ],
)
def test_the_blocks_of_the_form_are_there_in_any_words(
    below: tuple[str, ...], told: list[str]
) -> None:
    assert said(confirmations, FORM, *OWN, *below) == told


def test_what_the_checklist_requires_is_asked_for_with_the_signatures() -> None:
    due = replace(FORM, blocks=(CELL[0], COMMITTEE[0]))
    assert said(confirmations, due, *OWN) == []


def test_where_the_blocks_of_the_form_are_not_known_one_of_any_kind_will_do() -> None:
    own = (OWN[0].replace("2024", "2025"), *OWN[1:])
    assert said(confirmations, OF_2025, *own, *CELL) == []
    (told,) = said(confirmations, OF_2025, *own)
    assert told == f"{BOTH}; khối này chưa đối chiếu được với mẫu gốc"


def test_other_papers_have_no_such_blocks() -> None:
    assert said(confirmations, COLLECTIVE, "T/M BAN THƯỜNG VỤ", BINH) == []
    assert said(confirmations, PAPER, *OWN) == []
    assert said(confirmations, replace(FORM, signed=False), *OWN) == []


def test_a_confirmation_before_the_form_was_written_is_told() -> None:
    lines = ("ngày 01 tháng 12 năm 2024", *CELL, *COMMITTEE)
    assert said(confirmations, FORM, *OWN, *lines) == [
        "ngày xác nhận 01/12/2024 trước ngày tự kiểm điểm 05/12/2024"
    ]
    later = ("ngày 08 tháng 12 năm 2024", *CELL, *COMMITTEE)
    assert said(confirmations, FORM, *OWN, *later) == []
