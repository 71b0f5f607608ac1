"""Numbers in words: fixed readings, settings, decimals, and reading them back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.numbers import LIMIT, in_words


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"),
        (1, "một"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (44, "bốn mươi tư"),
        (55, "năm mươi lăm"),
        (99, "chín mươi chín"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (366, "ba trăm sáu mươi sáu"),
        (555, "năm trăm năm mươi lăm"),
        (1_000, "một nghìn"),
        (1_001, "một nghìn không trăm linh một"),
        (1_010, "một nghìn không trăm mười"),
        (1_015, "một nghìn không trăm mười lăm"),
        (1_021, "một nghìn không trăm hai mươi mốt"),
        (1_100, "một nghìn một trăm"),
        (2_026, "hai nghìn không trăm hai mươi sáu"),
        (10_005, "mười nghìn không trăm linh năm"),
        (21_000, "hai mươi mốt nghìn"),
        (105_000, "một trăm linh năm nghìn"),
        (1_000_000, "một triệu"),
        (1_000_001, "một triệu không trăm linh một"),
        (1_001_000, "một triệu không trăm linh một nghìn"),
        (5_600_000, "năm triệu sáu trăm nghìn"),
        (12_345_678, "mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám"),
        (10**9, "một tỷ"),
        (10**9 + 1, "một tỷ không trăm linh một"),
        (10**10, "mười tỷ"),
        (10**12, "một nghìn tỷ"),
        (10**12 + 10**9, "một nghìn không trăm linh một tỷ"),
        (25 * 10**11, "hai nghìn năm trăm tỷ"),
        (10**15, "một triệu tỷ"),
        (-3, "âm ba"),
        (-2026, "âm hai nghìn không trăm hai mươi sáu"),
    ],
)
def test_whole_numbers(n, words):
    assert in_words(n) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("7", "bảy"),
        (" 21 ", "hai mươi mốt"),
        ("10,5", "mười phẩy năm"),
        ("10,50", "mười phẩy năm mươi"),
        ("10,05", "mười phẩy không năm"),
        ("10,25", "mười phẩy hai mươi lăm"),
        ("0,75", "không phẩy bảy mươi lăm"),
        ("99,125", "chín mươi chín phẩy một trăm hai mươi lăm"),
        ("3,1416", "ba phẩy một bốn một sáu"),
        ("3,0", "ba phẩy không"),
        ("1.250.000", "một triệu hai trăm năm mươi nghìn"),
        ("1.250,5", "một nghìn hai trăm năm mươi phẩy năm"),
        ("-0,5", "âm không phẩy năm"),
        ("-0", "không"),
        ("-0,0", "không phẩy không"),
        (Decimal("10.5"), "mười phẩy năm"),
        (Decimal("66.67"), "sáu mươi sáu phẩy sáu mươi bảy"),
        (Decimal(20), "hai mươi"),
        (Decimal("1E+3"), "một nghìn"),
        (Decimal("-1.5"), "âm một phẩy năm"),
    ],
)
def test_numbers_in_vietnamese_writing_and_decimals(text, words):
    assert in_words(text) == words


@pytest.mark.parametrize(
    ("n", "linh", "tu", "words"),
    [
        (105, "lẻ", "tư", "một trăm lẻ năm"),
        (1_001, "lẻ", "tư", "một nghìn không trăm lẻ một"),
        (24, "linh", "bốn", "hai mươi bốn"),
        (1_024, "lẻ", "bốn", "một nghìn không trăm hai mươi bốn"),
        (104, "lẻ", "tư", "một trăm lẻ bốn"),
        (14, "linh", "bốn", "mười bốn"),
    ],
)
def test_linh_and_tu_are_settings(n, linh, tu, words):
    assert in_words(n, linh=linh, tu=tu) == words


@pytest.mark.parametrize(
    "n",
    [
        "",
        "mười",
        "10.5",
        "1.25",
        "12.34.567",
        "1,",
        ",5",
        "1 000",
        "1e3",
        "--1",
        "½",
        "١٢",
        Decimal("NaN"),
        Decimal("Infinity"),
    ],
)
def test_what_is_no_number_is_refused(n):
    with pytest.raises(ValueError, match="not a number"):
        in_words(n)


@pytest.mark.parametrize("n", [LIMIT + 1, -LIMIT - 1, str(10**16), Decimal(10) ** 20])
def test_a_number_beyond_the_limit_is_refused(n):
    with pytest.raises(ValueError, match="beyond"):
        in_words(n)


DIGITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
SCALES = {"nghìn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}


def read_group(words):
    value = 0
    for word in words:
        if word in DIGITS:
            value += DIGITS[word]
        elif word == "trăm":
            value *= 100
        elif word == "mươi":
            value += value % 10 * 9
        elif word == "mười":
            value += 10
    return value


def read_back(text):
    """Read words back as a listener does; knows nothing of how they were made."""
    words = text.split()
    if words[0] == "âm":
        return -read_back(" ".join(words[1:]))
    if "tỷ" in words:
        cut = words.index("tỷ")
        rest = " ".join(words[cut + 1 :])
        return read_back(" ".join(words[:cut])) * 10**9 + (read_back(rest) if rest else 0)
    total, group = 0, []
    for word in words:
        if word in SCALES:
            total += read_group(group) * SCALES[word]
            group = []
        else:
            group.append(word)
    return total + read_group(group)


SIZES = st.one_of(st.integers(0, 2_000), st.integers(0, 10**9), st.integers(0, LIMIT))


@given(SIZES)
def test_a_listener_understands_the_same_number(n):
    assert read_back(in_words(n)) == n


@given(SIZES, st.sampled_from([("linh", "tư"), ("lẻ", "tư"), ("linh", "bốn"), ("lẻ", "bốn")]))
def test_a_listener_understands_every_setting(n, words):
    linh, tu = words
    assert read_back(in_words(n, linh=linh, tu=tu).replace(linh, "linh")) == n


def test_no_two_numbers_up_to_twenty_thousand_sound_alike():
    assert len({in_words(n) for n in range(20_000)}) == 20_000


@given(SIZES, SIZES)
def test_different_numbers_sound_different(one, other):
    assert (in_words(one) == in_words(other)) == (one == other)


@given(SIZES)
def test_words_are_lower_case_with_single_blanks(n):
    words = in_words(n)
    assert words == words.lower() == " ".join(words.split())


@given(SIZES)
def test_never_ten_and_a_second_one_four_or_five(n):
    words = in_words(n)
    for wrong in (
        "mươi một",
        "mươi năm",
        "mươi bốn",
        "mười năm",
        "mười mốt",
        "mười tư",
        "linh mốt",
        "linh lăm",
    ):
        assert f" {wrong} " not in f" {words} ".replace("mươi năm trăm", "")


@given(st.integers(1, LIMIT))
def test_a_negative_number_is_the_positive_one_with_am_before(n):
    assert in_words(-n) == f"âm {in_words(n)}"


@given(st.integers(0, LIMIT))
def test_text_with_thousands_dots_reads_like_the_number(n):
    assert in_words(f"{n:,}".replace(",", ".")) == in_words(str(n)) == in_words(n)


@given(st.decimals(0, 10_000, places=2))
def test_a_decimal_reads_like_its_vietnamese_writing(n):
    assert in_words(n) == in_words(f"{n:f}".replace(".", ","))


@given(st.decimals(0, 1_000, places=3), st.decimals(0, 1_000, places=3))
def test_different_decimals_sound_different(one, other):
    assert (in_words(one) == in_words(other)) == (one == other)
