"""What a finished paper chooses of the alternatives that a form prints."""

import pytest

from generator.wording.choices import alternatives, chosen

REPORT = "T/M ĐẢNG ỦY (CHI BỘ, TẬP THỂ LÃNH ĐẠO, QUẢN LÝ)"


@pytest.mark.parametrize(
    ("prompt", "lines"),
    [
        (REPORT, ("T/M ĐẢNG ỦY", "T/M CHI BỘ", "T/M TẬP THỂ LÃNH ĐẠO, QUẢN LÝ")),
        ("T/M CHI ỦY (CHI BỘ)", ("T/M CHI ỦY", "T/M CHI BỘ")),
        ("T/M CẤP ỦY (HOẶC TẬP THỂ LÃNH ĐẠO)", ("T/M CẤP ỦY", "T/M TẬP THỂ LÃNH ĐẠO")),
        ("địa phương (cơ quan, đơn vị)", ("địa phương", "cơ quan", "đơn vị")),
        ("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", ("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",)),
    ],
)
def test_the_alternatives_of_a_prompt(prompt: str, lines: tuple[str, ...]) -> None:
    assert alternatives(prompt) == lines


@pytest.mark.parametrize(
    ("prompt", "body", "line"),
    [
        (REPORT, "Ban Thường vụ Đảng ủy xã Lộc Vân", "T/M ĐẢNG ỦY"),
        (REPORT, "Đảng uỷ xã Lộc Vân", "T/M ĐẢNG ỦY"),
        (REPORT, "Chi ủy Chi bộ thôn Đông", "T/M CHI BỘ"),
        (REPORT, "Ủy ban nhân dân xã Lộc Vân", "T/M TẬP THỂ LÃNH ĐẠO, QUẢN LÝ"),
        ("T/M CHI ỦY (CHI BỘ)", "Chi ủy Chi bộ thôn Đông", "T/M CHI ỦY"),
        ("T/M CHI ỦY (CHI BỘ)", "Chi bộ thôn Đông", "T/M CHI BỘ"),
        ("T/M ĐẢNG ỦY (CHI ỦY)", "Chi bộ cơ sở Bưu điện", "T/M CHI ỦY"),
        ("NGƯỜI TỰ KIỂM ĐIỂM", "Đảng ủy", "NGƯỜI TỰ KIỂM ĐIỂM"),
    ],
)
def test_a_body_signs_as_what_its_name_begins_with(prompt: str, body: str, line: str) -> None:
    assert chosen(prompt, body) == line
