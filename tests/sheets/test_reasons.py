"""Reasons in words and as codes."""

import pytest

from generator.sheets.reasons import code_of, in_words, reasons


def test_every_reason_is_told_by_its_words_and_taken_by_them() -> None:
    assert reasons()
    for code, words in reasons().items():
        assert in_words(code) == words
        assert code_of(words) in reasons()
        assert in_words(str(code_of(words))) == words


@pytest.mark.parametrize("said", ["mien_sinh_hoat", "được miễn công tác và sinh hoạt Đảng"])
def test_a_reason_is_known_by_code_or_words_in_any_letters(said: str) -> None:
    assert code_of(said) == "mien_sinh_hoat"


def test_any_other_text_is_no_reason() -> None:
    assert code_of("già yếu") is None
    assert in_words("già yếu") == "già yếu"
