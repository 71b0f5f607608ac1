"""What a clerk reads for a choice."""

from generator.wording.choice_words import in_words


def test_a_choice_is_read_in_words() -> None:
    assert in_words("vai_tro", "khong_lanh_dao") == "Không giữ chức vụ lãnh đạo, quản lý"


def test_a_choice_that_is_a_word_begins_large() -> None:
    assert in_words("gioi_tinh", "nữ") == "Nữ"
