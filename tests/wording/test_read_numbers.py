"""Numbers are read as they are written, in figures and in words."""

from decimal import Decimal

import pytest

from generator.wording.numbers import in_words
from generator.wording.read_numbers import figure, number_in_words, scale, shown


@pytest.mark.parametrize(
    "value", [0, 4, 5, 10, 11, 14, 15, 21, 24, 25, 99, 100, 101, 105, 110, 999, 1_000, 1_005, 20_080,
              800_000, 5_400_000, 248_600_000, 1_245_000_000, 12_000_000_005, 10**12, 999_999_999_999],
)  # fmt: skip
def test_words_are_read_back_as_they_were_written(value: int) -> None:
    assert number_in_words(in_words(value)) == value
    assert number_in_words(in_words(value, linh="lẻ", tu="bốn").upper() + " ĐỒNG CHẴN") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Một nghìn hai trăm tỷ đồng", 1_200_000_000_000),
        ("hai trăm năm mươi ngàn", 250_000),
        ("ba tỉ", 3_000_000_000),
        ("có lý do", None),
        ("năm đồng chí", None),
        ("triệu", None),
        ("", None),
    ],
)
def test_words_that_are_no_number_say_nothing(text: str, value: int | None) -> None:
    assert number_in_words(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.250.000", Decimal(1250000)), ("10,5", Decimal("10.5")), ("12", Decimal(12)), ("1.2", None), ("12%", None)],
)  # fmt: skip
def test_figures_have_the_vietnamese_format(text: str, value: Decimal | None) -> None:
    assert figure(text) == value


def test_a_scale_multiplies() -> None:
    assert [scale(each) for each in ("triệu", "tỉ", "đồng")] == [10**6, 10**9, 1]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1_250_000, "1.250.000"), (Decimal("10.50"), "10,5"), (Decimal("1E+3"), "1.000")],
)
def test_numbers_are_shown_as_they_are_read(value: Decimal | int, text: str) -> None:
    assert shown(value) == text
    assert figure(text) == value
