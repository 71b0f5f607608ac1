"""Whom a file says to be about, and which lines are names."""

import pytest

from generator.received.subject import is_name, named_person, signed_name

AN = "Nguyễn Văn An"


@pytest.mark.parametrize(
    "line",
    [
        f"Họ và tên: {AN}",
        f"Họ tên: {AN}",
        f"Họ, tên: {AN}",
        f"Ho ten: {AN}",
        f"- Họ và tên đảng viên: {AN}",
        f"Họ và tên người kê khai: {AN}",
        f"Họ và tên (viết hoa) : {AN}",
        "Họ và tên :   Nguyễn  Văn  An   Ngày sinh: 1975",
        f"Tôi tên là {AN}, sinh ngày 12/3/1975",
        f"Tôi tên là: {AN}",
        f"Tên tôi là: {AN}",
        f"Chi ủy nhận xét về đảng viên {AN} như sau:",
        f"Đối với đồng chí {AN}, Phó Bí thư",
        f"Đối với đồng chí: đồng chí {AN}",
        f"Họ và tên: {AN} - Phó Bí thư",
        f"Họ và tên: {AN} – Phó Bí thư",
        f"Họ và tên: {AN} (bí danh: Ba)",
        f"Họ và tên: {AN}; sinh 1975",
        f"Họ và tên: {AN}\tNam/nữ: Nam",
        f"Họ và tên: {AN} Nam/nữ: Nam",
        f"Họ và tên: {AN} Giới tính: nam",
        f"Họ và tên: {AN} Bí danh: không",
        f"Họ và tên: {AN} Năm sinh: 1975",
        f"Họ và tên: {AN} sinh ngày 12/3/1975",
        f"Họ và tên: {AN} Ngày tháng năm sinh: 12/3/1975",
        f"Họ và tên: {AN}……",
        f"Họ và tên: {AN}____",
        f"Họ và tên: ……{AN}………",
        f"Họ và tên: ....{AN}.... Ngày sinh: 1975",
        f"Họ và tên: ThS. {AN}",
        f"Họ và tên: PGS. TS {AN}",
    ],
)
def test_the_name_ends_where_something_else_begins(line: str) -> None:
    assert named_person((line,)) == AN


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Họ và tên:", AN, "Ngày sinh: 1975"), AN),
        (("Họ và tên:", "Ngày sinh: 1975", AN), ""),
        (("Họ và tên:",), ""),
        (("Họ và tên: ......",), ""),
        ((f"Họ và tên: {AN}", "Họ và tên: Trần Thị Bình"), AN),
        (("Họ và tên: ……", f"Họ và tên: {AN}"), ""),
        ((*["x"] * 59, f"Họ và tên: {AN}"), AN),
        ((*["x"] * 60, f"Họ và tên: {AN}"), None),
        (("(Ký, ghi rõ họ tên)",), None),
        ((f"Đồng chí {AN}",), None),
        ((), None),
    ],
)
def test_the_first_label_says_it_or_that_nobody_is_named(
    lines: tuple[str, ...], name: str | None
) -> None:
    assert named_person(lines) == name


@pytest.mark.parametrize(
    "line",
    [
        # capitals throughout, or a small word inside: behind a family name
        "NGUYỄN VĂN AN", "Nguyễn văn An", "Phan thị Thu", "SÙNG A PÓ", "LÊ THU", "ĐẬU THỊ MAI",
        # a capital each: whatever the first word is
        "Vừ A Dính", "Ksor H'Lan", "Ngọc-Anh Lê", "Nguyen Van An", "Y Thông",
        # degree and address before, «(đã ký)» behind
        "ThS. Nguyễn Văn An", "PGS.TS Bùi Quốc Tuấn", "Đ/c Phan Thị Thu", "Đồng chí Lê Thu",
        "Bà Trần Thị Bình", "BS. Lê Thu", f"{AN} (đã ký)", f"{AN} (Đã kí) ",
        f" {AN}. ", "Nguyễn  Văn\tAn",
        # two to seven words
        "Lê Thu", "Công Tằng Tôn Nữ Thị Hồng Hoa",
    ],
)  # fmt: skip
def test_a_name_has_capitals_and_two_to_seven_words(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize(
    "line",
    [
        "An", "Lê", "Một Hai Ba Bốn Năm Sáu Bảy Tám",
        # capitals, or a small word, without a family name before
        "VĂN AN NGUYỄN", "HOÀN THÀNH TỐT", "Hoàn thành Tốt", "nguyễn Văn An", "Nguyễn Văn an",
        # posts and headings
        "Bí Thư", "Phó Bí Thư", "Chủ Tịch Ủy Ban Nhân Dân Phường", "Chi Bộ Cơ Quan", "Thủ Trưởng",
        "Người Lập Biểu", "Hồ Sơ Cá Nhân", "Nơi Nhận", "T/M BAN THƯỜNG VỤ",
        # no words only
        "Nguyễn Văn An 2", "Nguyễn Văn An, Bí thư", "Lê Thu / Lê An", "(đã ký)", "……", "",
    ],
)  # fmt: skip
def test_posts_titles_and_sentences_are_no_names(line: str) -> None:
    assert not is_name(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (f"ThS.  {AN}  (đã ký)", AN), ("GS.TS. Lê Thu", "Lê Thu"), (f"đồng chí {AN}", AN),
        (f"{AN} .", AN), ("Tsan Lê", "Tsan Lê"), ("Bạch Thu", "Bạch Thu"), ("(đã ký)", ""),
        ("Lê Thu (vắng)", "Lê Thu (vắng)"), ("", ""),
    ],
)  # fmt: skip
def test_what_is_around_a_name_is_left_out(line: str, name: str) -> None:
    assert signed_name(line) == name
