"""Pieces of a line become the letters and signs that their fonts show, whatever cut them apart."""

import re
import unicodedata

import pytest

from generator.opening.looks import Look
from generator.opening.typed_letters import MIXED, UNKNOWN, Piece, shown, substituted
from tests.opening.vietnamese import COUNT, in_old, words

PLAIN, BOLD = Look(), Look(bold=True)


def seen(*pieces: tuple[str, str]) -> str:
    """What pieces show, each a text with its font, together."""
    read, _ = shown([Piece(text, Look(font=font)) for text, font in pieces])
    return "".join(piece.text for piece in read)


def doubts(*pieces: tuple[str, str]) -> tuple[str, ...]:
    return shown([Piece(text, Look(font=font)) for text, font in pieces])[1]


@pytest.mark.parametrize(
    ("bang_ma", "font", "capitals"),
    [("TCVN3", ".VnTime", False), ("TCVN3", ".VnTimeH", True), ("VNI", "VNI-Times", False)],
)
def test_forty_thousand_words_are_read_by_their_font(
    bang_ma: str, font: str, capitals: bool
) -> None:
    count = 0
    for word in words():
        read, why = shown([Piece(in_old(word, bang_ma, capitals=capitals), Look(font=font))])
        assert ("".join(each.text for each in read), why) == (
            word.upper() if capitals else word,
            (),
        )
        count += 1
    assert count == COUNT


def test_a_letter_of_vni_may_be_cut_anywhere() -> None:
    for word in words(step=7):
        typed = in_old(word, "VNI")
        for at in range(1, len(typed)):
            assert seen((typed[:at], "VNI-Times"), (typed[at:], "VNI-Times")) == word


def test_a_letter_and_its_mark_may_be_cut_anywhere() -> None:
    for word in words(step=7):
        typed = unicodedata.normalize("NFD", word)
        for at in range(1, len(typed)):
            assert seen((typed[:at], "Arial"), (typed[at:], "Arial")) == word


def test_a_mark_of_vni_looks_as_its_letter_does() -> None:
    font = "VNI-Times"
    read, _ = shown([Piece("Va", Look(font=font, bold=True)), Piece("ø teân", Look(font=font))])
    assert [(each.text, each.look.bold) for each in read] == [("Và", True), (" tên", False)]


def test_a_mark_of_another_font_is_a_letter_of_its_own() -> None:
    assert seen(("Va", "VNI-Times"), ("ø", "Arial")) == "Vaø"


@pytest.mark.parametrize(
    ("pieces", "read"),
    [
        ([("Nguyễn Văn", ".VnTime")], "Nguyễn Văn"),
        ([("và", ".VnTime")], "và"),
        ([("Hà Nội", "VNI-Times")], "Hà Nội"),
        ([(unicodedata.normalize("NFD", "đạt"), ".VnTime")], "đạt"),
        # letters that are codes as well are not touched beside Unicode
        ([("Nguyễn", ".VnTime"), (" có", ".VnTime")], "Nguyễn có"),
        # but what can only be a code is
        ([("Hä tªn: ", ".VnTime"), ("Nguyễn", ".VnTime")], "Họ tên: Nguyễn"),
    ],
)
def test_unicode_in_an_old_font_is_kept_and_in_doubt(
    pieces: list[tuple[str, str]], read: str
) -> None:
    assert seen(*pieces) == read
    assert doubts(*pieces) == (MIXED,)


@pytest.mark.parametrize(
    ("text", "font", "read"),
    [("H\xff c¸", ".VnTime", "H\xff cá"), ("Hø caù", "VNI-Times", "Hø cá")],
)
def test_a_code_that_no_table_has_stays_and_is_in_doubt(text: str, font: str, read: str) -> None:
    assert (seen((text, font)), doubts((text, font))) == (read, (UNKNOWN,))


def test_a_line_without_unicode_in_an_old_font_is_in_no_doubt() -> None:
    pieces = [("Hä tªn: ", ".VnTime"), ("Nguyễn é", "Arial"), (" PhD 5%", ".VnTime")]
    assert (seen(*pieces), doubts(*pieces)) == ("Họ tên: Nguyễn é PhD 5%", ())


@pytest.mark.parametrize(
    ("pieces", "read"),
    [
        ([("\uf0b7", "Symbol"), ("\tĐã làm", "Arial")], "- Đã làm"),
        ([("·", "Symbol"), (" Đã làm", "Arial")], "- Đã làm"),
        ([("§", "Wingdings"), ("Đã làm", "Arial")], "- Đã làm"),
        ([("\t\uf0d8 ", "Wingdings"), ("Đã làm", "Arial")], "\t- Đã làm"),
        ([("v", "Wingdings"), (" Đã làm", "Arial")], "- Đã làm"),
        ([("\uf0a7 Đã làm", "Arial")], "- Đã làm"),
        ([("a ", "Arial"), ("\uf0e0", "Wingdings"), (" b", "Arial")], "a  b"),
        ([("a ", "Arial"), ("³", "Symbol"), (" b ", "Arial"), ("\uf0ae", "Symbol")], "a ≥ b →"),
        ([("þ", "Wingdings"), (" Tốt ", "Arial"), ("¨", "Wingdings"), (" Kém", "")], "☒ Tốt ☐ Kém"),
        ([("\uf052", "Wingdings 2"), (" Tốt ", "Arial"), ("£", "Wingdings 2")], "☒ Tốt ☐"),
        ([("P", "Wingdings 2"), (" Tốt", "Arial")], "☒ Tốt"),
        ([("Tốt", "Wingdings")], "Tốt"),
        ([("• Đã làm", "Arial")], "• Đã làm"),
    ],
)
def test_signs_of_fonts_are_boxes_dashes_or_nothing(
    pieces: list[tuple[str, str]], read: str
) -> None:
    assert seen(*pieces) == read


@pytest.mark.parametrize(
    ("texts", "pattern", "changed"),
    [
        (("abc", "def"), "c", ("ab*", "def")),
        (("abc", "def"), "cd", ("ab*", "ef")),
        (("a", "b", "c"), "abc", ("*", "", "")),
        (("a", "b", "c"), "b", ("a", "*", "c")),
        (("aba", "aba"), "a", ("*b*", "*b*")),
        (("aba", "aba"), "aa?", ("*b*", "b*")),
        (("ab", "cd"), "x", ("ab", "cd")),
        ((), "x", ()),
    ],
)
def test_what_is_replaced_over_several_pieces_looks_as_it_begins(
    texts: tuple[str, ...], pattern: str, changed: tuple[str, ...]
) -> None:
    pieces = [Piece(text, (PLAIN, BOLD)[at % 2]) for at, text in enumerate(texts)]
    told = substituted(pieces, re.compile(pattern), lambda _: "*")
    assert tuple(piece.text for piece in told) == changed
    assert [piece.look for piece in told] == [piece.look for piece in pieces]
