"""Vietnamese order of names: Tên, Họ, đệm; letters first, tones second."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.names import name_key, sort_names

FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Đinh", "Dương", "Bùi", "Ngô"]
MIDDLE = ["Văn", "Thị", "Đức", "Minh", "Thu", "Quốc"]
GIVEN = [
    "An",
    "Ân",
    "Anh",
    "Ánh",
    "Bình",
    "Đạt",
    "Dung",
    "Dũng",
    "Hoà",
    "Hòa",
    "Hoa",
    "Thuý",
    "Tú",
    "Ú",
    "Y",
]
NAMES = st.builds(
    "{} {} {}".format, st.sampled_from(FAMILY), st.sampled_from(MIDDLE), st.sampled_from(GIVEN)
)


def in_order(*names):
    return [name_key(name) for name in names] == sorted(name_key(name) for name in names)


@pytest.mark.parametrize(
    "letters",
    [
        ("Ba", "Ca"),
        ("An", "Ăn"),
        ("Ăn", "Ân"),
        ("Ân", "Ba"),
        ("Dung", "Đung"),
        ("Đung", "Em"),
        ("En", "Ên"),
        ("Long", "Lông"),
        ("Lông", "Lơng"),
        ("Tung", "Tưng"),
        ("Uyên", "Ương"),
        ("An", "Anh"),
        ("Hoa", "Hoan"),
        ("Xuân", "Yến"),
        ("Xuân", "Zen"),
    ],
)
def test_letters_go_in_dictionary_order(letters):
    first, second = letters
    assert name_key(f"Lê {first}") < name_key(f"Lê {second}")


def test_tones_go_ngang_huyen_hoi_nga_sac_nang():
    names = ["Lê Ma", "Lê Mà", "Lê Mả", "Lê Mã", "Lê Má", "Lê Mạ"]
    assert sort_names(random.Random(1).sample(names, 6), str) == names


def test_a_tone_counts_less_than_the_letters_behind_it():
    assert in_order("Lê Hoa", "Lê Hoà", "Lê Hoan", "Lê Hoàn", "Lê Hoàng")


def test_a_tone_counts_less_than_a_letter_with_a_hook_or_hat():
    assert in_order("Lê An", "Lê Án", "Lê Ạn", "Lê Ăn", "Lê Ấn")


def test_the_given_name_comes_first_then_the_family_name_then_the_middle():
    names = [
        "Trần Văn An",
        "Lê Thị Bình",
        "Nguyễn Đức Bình",
        "Nguyễn Văn Bình",
        "Đặng Thu Cúc",
        "Bùi Minh Đạt",
    ]
    assert sort_names(list(reversed(names)), str) == names


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Nguyễn Văn An", "Nguyễn Văn Bình"),
        ("Đinh Văn An", "Lê Văn An"),
        ("Dương Văn An", "Đặng Văn An"),
        ("Lê Thị An", "Lê Văn An"),
        ("Lê An", "Lê Thị An"),
        ("Lê Thị Thu An", "Lê Văn An"),
        ("Lê Thị An", "Lê Thị Thu An"),
        ("Nguyễn Văn Dung", "Bùi Văn Dũng"),
        ("Nguyễn Văn Tu", "Bùi Văn Tú"),
        ("An", "Lê An"),
    ],
)
def test_who_comes_before_whom(earlier, later):
    assert name_key(earlier) < name_key(later)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lê Thị Hoà", "Lê Thị Hòa"),
        ("Trần Thuý", "Trần Thúy"),
        ("NGUYỄN VĂN AN", "Nguyễn Văn An"),
        ("Nguyễn  Văn   An", " Nguyễn Văn An "),
        ("Đặng Tuỳ", unicodedata.normalize("NFD", "Đặng Tùy")),
    ],
)
def test_spellings_of_one_name_are_equal(one, other):
    assert name_key(one) == name_key(other)


def test_people_of_the_same_name_keep_their_order():
    people = [("Lê Thị Hoà", 1), ("Lê Thị Hòa", 2), ("Lê Thị Hoà", 3), ("Lê Thị An", 4)]
    assert [number for _, number in sort_names(people, lambda person: person[0])] == [4, 1, 2, 3]


def test_an_empty_name_stands_first_and_foreign_letters_last():
    assert sort_names(["Lê Văn Y", "", "Lê Ŵ"], str) == ["", "Lê Văn Y", "Lê Ŵ"]


def test_sorting_gives_a_new_list():
    names = ["Lê Bình", "Lê An"]
    sort_names(names, str)
    assert names == ["Lê Bình", "Lê An"]


@given(st.lists(NAMES, max_size=30), st.randoms())
def test_the_result_does_not_depend_on_the_order_of_the_list(names, chance):
    mixed = list(names)
    chance.shuffle(mixed)
    keys = [name_key(name) for name in sort_names(names, str)]
    assert keys == [name_key(name) for name in sort_names(mixed, str)]


@given(st.lists(NAMES, max_size=30))
def test_sorting_loses_nobody(names):
    assert sorted(sort_names(names, str)) == sorted(names)


@given(st.lists(NAMES, max_size=30))
def test_given_names_stand_together(names):
    given_names = [name_key(name)[0] for name in sort_names(names, str)]
    assert given_names == sorted(given_names)


@given(st.text(max_size=40))
def test_any_text_has_a_key(text):
    assert name_key(text) == name_key(text)
