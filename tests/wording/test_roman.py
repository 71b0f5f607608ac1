"""Roman numbers as annexes and chapters bear them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.roman import roman, value_of


@pytest.mark.parametrize(
    ("number", "written"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (38, "XXXVIII")]
)
def test_a_number_in_roman_numerals(number: int, written: str) -> None:
    assert roman(number) == written
    assert value_of(written.lower()) == number


@given(st.integers(1, 39))
def test_what_is_written_is_read_back(number: int) -> None:
    assert value_of(roman(number)) == number


@pytest.mark.parametrize("words", ["", "thứ nhất", "A", "1"])
def test_other_words_have_no_value(words: str) -> None:
    assert value_of(words) == 0
