"""When superiors confirmed a form: not before it was written."""

from generator.received.confirmed import confirmations
from tests.received.test_findings import AN, BINH, FORM, said

OWN = ("Tân Thành, ngày 05 tháng 12 năm 2024", "NGƯỜI TỰ KIỂM ĐIỂM", AN)
REMARK = "- Nhận xét, đánh giá của chi ủy: {}"
LEVEL = "- Chi bộ đề xuất xếp loại mức chất lượng: {}"
GOOD = "Hoàn thành tốt nhiệm vụ"
SIGNED = ("T/M CHI ỦY (CHI BỘ)", BINH)


def test_what_is_filled_in_on_the_line_or_below_is_accepted() -> None:
    lines = (REMARK.format("tốt"), LEVEL.format(GOOD), "ngày 08 tháng 12 năm 2024", *SIGNED)
    assert said(confirmations, FORM, *OWN, *lines) == []
    assert said(confirmations, FORM, *OWN, REMARK.format(""), "Nhiệt tình.", *SIGNED) == []


def test_a_confirmation_before_the_form_was_written_is_told() -> None:
    lines = (LEVEL.format(GOOD), "ngày 01 tháng 12 năm 2024", *SIGNED)
    assert len(said(confirmations, FORM, *OWN, *lines)) == 1
