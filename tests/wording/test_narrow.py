"""In a column of three signers no sign, no syllable of a name stands alone, and no word is torn."""

import pytest

from generator.wording.narrow import ONE_OF_THREE, in_narrow_lines


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("T/M BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ"),
        ("NGƯỜI GHI BIÊN BẢN", "NGƯỜI GHI BIÊN BẢN"),
        ("T/M ỦY BAN KIỂM TRA TỈNH ỦY", "T/M ỦY BAN/KIỂM TRA TỈNH ỦY"),
        ("K/T CHÁNH VĂN PHÒNG TỈNH ỦY", "K/T CHÁNH/VĂN PHÒNG TỈNH ỦY"),
        ("PHÓ CHÁNH VĂN PHÒNG", "PHÓ CHÁNH/VĂN PHÒNG"),
        ("CHÁNH VĂN PHÒNG ĐẢNG ỦY", "CHÁNH VĂN PHÒNG/ĐẢNG ỦY"),
        ("GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "GIÁM ĐỐC SỞ/NÔNG NGHIỆP/VÀ MÔI TRƯỜNG"),
        ("Nguyễn Phúc Đăng Khoa", "Nguyễn Phúc/Đăng Khoa"),
        ("Công Tằng Tôn Nữ Ái Ân", "Công Tằng/Tôn Nữ Ái Ân"),
        ("Trần Đình Ưng", "Trần Đình Ưng"),
        ("", ""),
    ],
)
def test_lines_end_where_a_reader_ends_them(typed: str, printed: str) -> None:
    said = printed.replace("/", "\n").replace("T\nM", "T/M").replace("K\nT", "K/T")
    assert in_narrow_lines(typed, ONE_OF_THREE) == said


def test_lines_that_somebody_typed_stay() -> None:
    assert in_narrow_lines("TRƯỞNG BAN\nTỔ CHỨC", 1) == "TRƯỞNG BAN\nTỔ CHỨC"


def test_a_word_wider_than_the_column_stands_alone() -> None:
    assert in_narrow_lines("NGHIÊNG NGHIÊNG", 2) == "NGHIÊNG\nNGHIÊNG"
