"""Letters of TCVN3 and VNI fonts become Unicode and could be turned back, every one of them."""

import unicodedata

import pytest

from generator.opening.boxes import composed
from generator.opening.old_fonts import OldFont, is_old, is_unicode, old_font, old_to_unicode
from tests.opening.vietnamese import COUNT, in_old, words

LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"


@pytest.mark.parametrize(
    ("font", "read"),
    [
        (".VnTime", OldFont("TCVN3")),
        (".VnTimeH", OldFont("TCVN3", capitals=True)),
        (".VnArial NarrowH", OldFont("TCVN3", capitals=True)),
        (".vntime", OldFont("TCVN3")),
        ("VNI-Times", OldFont("VNI")),
        ("VNI-Helve", OldFont("VNI")),
        ("VNI-BachH", OldFont("VNI")),
        ("Times New Roman", None),
        ("Vni", None),
        ("SVN-Gilroy", None),
        ("", None),
    ],
)
def test_the_name_of_a_font_tells_its_table(font: str, read: OldFont | None) -> None:
    assert old_font(font) == read


@pytest.mark.parametrize(
    ("typed", "bang_ma", "meant"),
    [
        ("B¶n kiÓm ®iÓm c¸ nh©n", "TCVN3", "Bản kiểm điểm cá nhân"),
        ("§¶ng uû x· ¢n Thi, th\xad ký", "TCVN3", "Đảng uỷ xã Ân Thi, thư ký"),
        ("BAÛN KIEÅM ÑIEÅM caù nhaân", "VNI", "BẢN KIỂM ĐIỂM cá nhân"),
        (
            "Aùnh öôùc muoán, tröôûng, kyù, Myõ, Kyø Anh",
            "VNI",
            "Ánh ước muốn, trưởng, ký, Mỹ, Kỳ Anh",
        ),
        ("nghæ, nghó, chò, tî, hoaø", "VNI", "nghỉ, nghĩ, chị, tỵ, hoà"),
        ("Microsoft Word 2019, 100%", "TCVN3", "Microsoft Word 2019, 100%"),
        ("Microsoft Word 2019, 100%", "VNI", "Microsoft Word 2019, 100%"),
        ("\uf042\uf0b6n", "TCVN3", "Bản"),
        ("", "VNI", ""),
    ],
)
def test_a_text_of_an_old_font_is_what_its_author_saw(typed: str, bang_ma: str, meant: str) -> None:
    assert old_to_unicode(typed, bang_ma) == meant


def test_a_font_of_capitals_shows_small_letters_as_capitals() -> None:
    assert old_to_unicode("§¶ng uû, ban th­êng vô", "TCVN3", capitals=True) == (
        "ĐẢNG UỶ, BAN THƯỜNG VỤ"
    )


@pytest.mark.parametrize("letter", [*LETTERS, *LETTERS.upper()])
def test_every_letter_has_its_code_in_each_table(letter: str) -> None:
    assert old_to_unicode(in_old(letter, "VNI"), "VNI") == letter
    assert in_old(letter, "VNI").upper() == in_old(letter.upper(), "VNI").upper()
    small = in_old(letter.lower(), "TCVN3")
    assert len(small) == 1
    assert small != letter.lower() or small == "ý"  # the one code that is its letter
    capitals = letter.isupper()
    assert old_to_unicode(small, "TCVN3", capitals=capitals) == letter


@pytest.mark.parametrize(
    ("bang_ma", "capitals"), [("TCVN3", False), ("TCVN3", True), ("VNI", False)]
)
def test_forty_thousand_words_go_both_ways(bang_ma: str, capitals: bool) -> None:
    count = 0
    for word in words():
        typed = in_old(word, bang_ma, capitals=capitals)
        assert all(ord(letter) < 256 for letter in typed)
        meant = word.upper() if capitals else word
        assert old_to_unicode(typed, bang_ma, capitals=capitals) == meant
        assert not is_unicode(typed, bang_ma)
        count += 1
    assert count == COUNT


def test_capitals_of_vni_go_both_ways() -> None:
    for word in words(step=3):
        for said in (word.upper(), word.capitalize()):
            assert old_to_unicode(in_old(said, "VNI"), "VNI") == said
        as_typed = in_old(word, "VNI").upper()
        assert old_to_unicode(as_typed, "VNI") == word.upper()


def test_letters_and_marks_apart_are_the_same_words() -> None:
    for word in words():
        assert composed(unicodedata.normalize("NFD", word)) == word


@pytest.mark.parametrize("bang_ma", ["TCVN3", "VNI"])
@pytest.mark.parametrize("text", ["Nguyễn", "đã", "và", unicodedata.normalize("NFD", "đạt")])
def test_letters_without_a_code_are_unicode_whatever_the_font(bang_ma: str, text: str) -> None:
    assert is_unicode(text, bang_ma)


@pytest.mark.parametrize(
    ("text", "bang_ma", "old"),
    [
        ("Hä", "TCVN3", True), ("®iÓm", "TCVN3", True), ("có", "TCVN3", False),
        ("Hoï", "VNI", True), ("hoà", "VNI", False), ("An", "VNI", False),
    ],
)  # fmt: skip
def test_codes_that_no_vietnamese_letter_looks_like_are_old(
    text: str, bang_ma: str, old: bool
) -> None:
    assert is_old(text, bang_ma) is old
