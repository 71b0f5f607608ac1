"""Names of people and units are told from titles, notes and one another."""

import pytest

from generator.sheets.persons import is_name, is_unit, person, unit_name


@pytest.mark.parametrize(
    ("text", "name", "aside"),
    [
        ("Nguyễn Văn An", "Nguyễn Văn An", ""), ("  nguyễn   văn an ", "nguyễn văn an", ""),
        ("NGUYỄN THỊ HOA (*)", "Nguyễn Thị Hoa", ""), ("H'YER NIÊ", "H'Yer Niê", ""),
        ("Đ/c Trần Văn Bình (Bí thư)", "Trần Văn Bình", "Bí thư"), ("1. Lê Văn Cường", "Lê Văn Cường", ""),
        ("Ông Nguyễn Văn An", "Nguyễn Văn An", ""), ("Bà: Trần Thị Bình", "Trần Thị Bình", ""), ("ThS. Lê Văn Cường", "Lê Văn Cường", ""),
        ("Đồng chí: Trần Văn Bình", "Trần Văn Bình", ""), ("đ/c. Trần Văn Bình", "Trần Văn Bình", ""), ("Đ / c Trần Văn Bình", "Trần Văn Bình", ""),
        ("Thượng úy Trần Văn Bình", "Trần Văn Bình", "Thượng úy"), ("ĐẠI TÁ TRẦN VĂN BÌNH (TRƯỞNG CÔNG AN)", "Trần Văn Bình", "ĐẠI TÁ; TRƯỞNG CÔNG AN"),
        ("Bác sĩ Lê Thu", "Lê Thu", "Bác sĩ"), ("Đại Tá", "Đại Tá", ""), ("Đồng Chí Thanh", "Đồng Chí Thanh", ""),
        ("Ông Ích Khiêm", "Ông Ích Khiêm", ""), ("Ông Thị Mỹ Hạnh", "Ông Thị Mỹ Hạnh", ""),
    ],
)  # fmt: skip
def test_a_name_is_written_as_the_data_has_it(text: str, name: str, aside: str) -> None:
    assert person(text) == (name, aside)


@pytest.mark.parametrize(
    ("text", "of_person", "of_unit"),
    [
        ("Đoàn Văn Hậu", True, False), ("Y Moan", True, False), ("Bùi Thị Xuân.", True, False),
        ("I. CHI BỘ THÔN ĐÔNG", False, True), ("Trường Mầm non Hoa Sen", False, True), ("Đơn vị: Phòng A", False, True),
        ("NGƯỜI LẬP BIỂU", False, False), ("ĐẢNG VIÊN DỰ BỊ", False, False), ("Tổng cộng", False, False),
        ("Tổ đảng số 1", False, False), ("T/M CHI BỘ", False, False), ("Bí thư", False, False), ("12", False, False),
    ],
)  # fmt: skip
def test_people_units_and_words_of_a_list_are_told_apart(
    text: str, of_person: bool, of_unit: bool
) -> None:
    assert (is_name(text), is_unit(text)) == (of_person, of_unit)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I. Chi bộ thôn Đông (12 đảng viên)", "Chi bộ thôn Đông"), ("II - Đảng bộ bộ phận A:", "Đảng bộ bộ phận A"),
        ("Chi bộ: thôn Đông", "Chi bộ thôn Đông"), ("Chi bộ 3: 15 đ/c", "Chi bộ 3"), ("Đơn vị: Trạm Y tế", "Trạm Y tế"),
    ],
)  # fmt: skip
def test_a_unit_is_named_without_number_and_count(text: str, name: str) -> None:
    assert unit_name(text) == name
