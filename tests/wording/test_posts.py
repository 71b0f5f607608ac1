"""Posts written in one line are told apart."""

import pytest

from generator.wording.posts import Posts, posts_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Phó Bí thư Đảng ủy, Chủ tịch UBND xã", Posts("Phó Bí thư Đảng ủy", "Chủ tịch UBND xã")),
        ("Chi ủy viên; Trưởng Ban công tác Mặt trận", Posts("Chi ủy viên", "", "Trưởng Ban công tác Mặt trận")),
        ("Bí thư Đoàn Thanh niên", Posts("", "", "Bí thư Đoàn Thanh niên")),
        ("Phó Chủ tịch Hội đồng nhân dân xã", Posts("", "Phó Chủ tịch Hội đồng nhân dân xã")),
        ("Đảng uỷ viên, Hiệu trưởng", Posts("Đảng uỷ viên", "Hiệu trưởng")),
        ("đảng viên", Posts()),
        ("", Posts()),
    ],
)  # fmt: skip
def test_posts_stand_in_the_line_of_the_form_they_belong_to(text: str, told: Posts) -> None:
    assert posts_of(text) == told
