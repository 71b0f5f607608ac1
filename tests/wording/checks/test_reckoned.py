"""What a text reckons itself is right: products, sums, totals of items, parts of a whole."""

import pytest

from generator.wording.checks.reckoned import check_reckoned

ITEMS = (
    "1. Thuê xe: 10.000 đồng.\n2. Nước: 2 người x 5.000 đồng = 10.000 đồng.\nTổng cộng: {} đồng."
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("**1.** Khung: 84 đồng chí x 150.000 đồng = 12.800.000 đồng.", ["KD209"]),
        ("**1.** Khung: 84 đồng chí x 150.000 đồng = 12.600.000 đồng.", []),
        ("200 người x 02 buổi x 20.000 đồng/người/buổi = 8.000.000 đồng", []),
        ("50 người × 200 nghìn đồng = 1 triệu đồng", ["KD209"]),
        ("50 người × 200 nghìn đồng = 10 triệu đồng; 50 người × 200.000 đồng = 10.000 nghìn đồng", []),
        ("48 máy x 12.345.000 đồng = 592,6 triệu đồng", []),
        ("Thu năm 2026: 8 triệu đồng + 3 triệu đồng = 10 triệu đồng", ["KD209"]),
        ("không quá 04 đảng viên (20% x 20 = 4); 14/21 = 66,7%", []),
        ("| 2 x 3 = 7 |", []),
        (ITEMS.format("25.000"), ["KD209"]),
        (ITEMS.format("20.000"), []),
        ("2. Nước: 5.000 đồng.\nTổng cộng: 25.000 đồng.", []),
        ("1. Thuê xe: 10.000 đồng, trong đó tạm ứng 5.000 đồng.\n2. Nước: 5.000 đồng.\nTổng cộng: 9.000 đồng.", []),
        ("62 đảng viên, gồm 58 đảng viên chính thức, 05 đảng viên dự bị.", ["KD293"]),
        ("62 đảng viên, gồm 58 đảng viên chính thức và 04 đảng viên dự bị.", []),
        ("Tổng số 62 đảng viên, gồm 58 đảng viên nam, 05 đảng viên nữ.", ["KD293"]),
        ("Năm 2026, 84 đảng viên được trao Huy hiệu, gồm: 02 đồng chí 75 năm, 82 đồng chí 30 năm.", []),
        ("11 đồng chí, gồm 01 Trưởng Ban, 02 Phó Trưởng Ban và 09 thành viên", ["KD293"]),
        ("42 đồng chí, gồm 21 bí thư chi bộ và 21 phó bí thư hoặc chi ủy viên", []),
        ("18 chỉ tiêu, trong đó 06 chỉ tiêu kinh tế, 08 chỉ tiêu xã hội.", []),
        ("62 đảng viên, trong đó 30 đảng viên nữ, 40 đảng viên trẻ", []),
        ("10 hộ nghèo, trong đó 12 hộ nghèo có công", ["KD293"]),
        ("35 đảng viên mới, gồm 20 đảng viên nữ, 15 đảng viên nam, tăng 03 đảng viên", []),
        ("Quy chế số 05 gồm 03 chương, 12 điều", []),
        ("01 nghị quyết, gồm 03 phần, 12 mục", []),
    ],
)  # fmt: skip
def test_figures_give_what_they_are_said_to(text: str, codes: list[str]) -> None:
    assert [each.code for each in check_reckoned(text, ("noi_dung",))] == codes


def test_the_message_says_what_comes_out() -> None:
    (found,) = check_reckoned("chi: 3 x 5 = 16 đồng", ("noi_dung",))
    assert "«3 x 5 = 16»: tính ra 15" in found.message
    assert found.place.path == ("noi_dung", 0, 5)
