"""The rank of a position in a list."""

import pytest

from generator.wording.positions import on_one_line, rank


@pytest.mark.parametrize(
    ("post", "place"),
    [
        ("Bí thư Chi bộ", 0),
        ("Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Huyện ủy", 0),
        ("Hiệu trưởng", 0),
        ("Phó Bí thư Thường trực", 1),
        ("Phó Trưởng Ban", 1),
        ("Chi ủy viên", 2),
        ("Chuyên viên", 3),
        (None, 3),
    ],
)
def test_heads_come_before_deputies_and_deputies_before_members(
    post: str | None, place: int
) -> None:
    assert rank(post) == place


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("Bí thư", None, "Trường Mầm non"), "Bí thư, Trường Mầm non"),
        (
            ("Phó Trưởng Ban Tổ chức Huyện uỷ", "Ban Tổ chức Huyện ủy"),
            "Phó Trưởng Ban Tổ chức Huyện uỷ",
        ),
        ((None, "Ủy ban nhân dân xã"), "Ủy ban nhân dân xã"),
        ((), ""),
    ],
)
def test_what_is_said_already_is_not_said_again(parts: tuple[str | None, ...], line: str) -> None:
    assert on_one_line(parts) == line
