"""Comparing text: composition, case, blanks and the place of the tone mark do not count."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.compare import after, fold, same

SYLLABLES = [
    "hoà",
    "uỷ",
    "thuý",
    "Đảng",
    "người",
    "quyết",
    "nghị",
    "tổ",
    "chức",
    "thường",
    "vụ",
    "khoá",
    "ấy",
    "ơi",
]
TEXTS = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("hoà bình", "hòa bình"),
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ủy ban"),
        ("Thuý", "Thúy"),
        ("Tỉnh uỷ", "TỈNH ỦY"),
        ("khoá XIII", "khóa XIII"),
        ("hoả tốc", "hỏa tốc"),
        ("tuỳ", "tùy"),
        ("số hoá", "số hóa"),
        ("loè", "lòe"),
        ("Nguyễn Văn An", "nguyễn  văn\u00a0an"),
        ("Đảng uỷ", unicodedata.normalize("NFD", "Đảng ủy")),
        ("  Như trên ", "như trên"),
        ("Th.S", "th.s"),
        ("", "   "),
    ],
)
def test_texts_a_reader_takes_for_the_same(left, right):
    assert same(left, right)
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("hoà", "hoá"),
        ("hoà", "hoa"),
        ("Đảng", "Dảng"),
        ("uỷ", "ưỷ"),
        ("ban", "bàn"),
        ("tuần", "tuân"),
        ("an", "ân"),
        ("cơ quan", "cơquan"),
        ("bí thư", "bí thứ"),
        ("hoà bình", "hoa bình̀"),
        ("T/M", "TM"),
    ],
)
def test_texts_that_differ(left, right):
    assert not same(left, right)


@given(TEXTS)
def test_composition_does_not_count(text):
    assert same(unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text))


@given(TEXTS)
def test_case_does_not_count(text):
    assert same(text.upper(), text.lower())


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(TEXTS, TEXTS)
def test_same_texts_have_the_same_letters(left, right):
    if same(left, right):
        assert len(left) == len(right)


@given(st.text(max_size=30))
def test_any_text_folds_without_error_and_equals_itself(text):
    assert same(text, text)


@pytest.mark.parametrize(
    ("text", "beginning", "rest"),
    [
        ("Ủy ban Kiểm tra Tỉnh ủy Sơn La", "Uỷ ban Kiểm tra", "Tỉnh ủy Sơn La"),
        ("VĂN PHÒNG ĐẢNG ỦY", "Văn phòng", "ĐẢNG ỦY"),
        ("Đảng ủy", "Đảng uỷ", ""),
        ("Đảng ủy", "", "Đảng ủy"),
        ("Đảng ủy viên", "Đảng ủy", "viên"),
        ("Văn phòng", "Văn phòng Đảng ủy", None),
        ("Văn phòngĐảng ủy", "Văn phòng", None),
        ("Ban Tổ chức", "Tổ chức", None),
        ("", "Ban", None),
    ],
)
def test_what_follows_the_first_words(text, beginning, rest):
    assert after(text, beginning) == rest


@given(TEXTS, TEXTS)
def test_after_finds_what_was_put_in_front(front, text):
    assert after(f"{front.upper()} {text}", front) == text
