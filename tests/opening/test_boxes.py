"""A line as it is read: letters composed, boxes as two signs, text of old code pages known."""

import unicodedata

import pytest

from generator.opening.boxes import in_wingdings, is_legacy, symbol, tidy

NOT_SEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("[x] Tốt [ ] Kém", "☒ Tốt ☐ Kém"),
        ("(X) Tốt ( ) Kém", "☒ Tốt ☐ Kém"),
        ("[×] Tốt [] Kém", "☒ Tốt ☐ Kém"),
        ("[v]Tốt [V]Khá []Kém", "☒Tốt ☒Khá ☐Kém"),
        ("[ x ] Tốt (  ) Kém", "☒ Tốt ☐ Kém"),
        ("( ) Tốt ( ) Kém", "☐ Tốt ☐ Kém"),
        ("(   ) Tốt (   ) Kém", "☐ Tốt ☐ Kém"),
        ("[x]  Tốt [ ]  Kém", "☒  Tốt ☐  Kém"),
        ("Tốt [x]; Kém [ ]", "Tốt ☒; Kém ☐"),
        # one alone is a letter of an enumeration, or an aside
        ("(x) Tốt", "(x) Tốt"),
        ("[ ] Tôi cam đoan", "[ ] Tôi cam đoan"),
        ("☐ Tốt (x) Kém", "☐ Tốt (x) Kém"),
        # no box: another letter, several, too much room, no word behind
        ("(a) Tốt (b) Kém", "(a) Tốt (b) Kém"),
        ("[xx] Tốt [xx] Kém", "[xx] Tốt [xx] Kém"),
        ("(     ) Tốt (     ) Kém", "(     ) Tốt (     ) Kém"),
        ("[x] 1 [ ] 2", "[x] 1 [ ] 2"),
    ],
)
def test_boxes_that_were_typed_count_where_a_line_has_several(line: str, read: str) -> None:
    assert tidy([line]) == [read]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (unicodedata.normalize("NFD", "Hoà Bình, ngày"), "Hoà Bình, ngày"),
        (f"khuyết{NOT_SEEN} đi{NOT_SEEN}ểm", "khuyết điểm"),
        ("ÐẢNG ỦY, ðảng viên, Ɖoàn", "ĐẢNG ỦY, đảng viên, Đoàn"),
        ("\uf0fe Tốt \uf0a8 Kém", "☒ Tốt ☐ Kém"),
        ("□ Tốt ☑ Kém", "☐ Tốt ☒ Kém"),
        # codes of Wingdings that are letters of their own are boxes only in that font
        ("o Tốt ¨ Kém þ ü", "o Tốt ¨ Kém þ ü"),
        ("\tgiữ  khoảng trắng ", "\tgiữ  khoảng trắng "),
        ("", ""),
    ],
)
def test_a_line_is_what_is_seen_of_it(line: str, read: str) -> None:
    assert tidy([line]) == [read]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (["[x] Tốt", "[ ] Kém"], ["☒ Tốt", "☐ Kém"]),
        (["( ) Tốt", "(x) Kém", "Hết"], ["☐ Tốt", "☒ Kém", "Hết"]),
        (["[x] Tốt", "Hết", "[ ] Kém"], ["[x] Tốt", "Hết", "[ ] Kém"]),
        (["Tự nhận:", "[x] Tốt"], ["Tự nhận:", "[x] Tốt"]),
        ([], []),
        (["", "a"], ["", "a"]),
    ],
)
def test_lines_below_each_other_that_begin_with_a_box_are_one_choice(
    lines: list[str], read: list[str]
) -> None:
    assert tidy(lines) == read


def test_letters_typed_in_wingdings_are_what_they_show() -> None:
    assert in_wingdings("þü \uf0fe") == "☒☒ ☒"
    assert in_wingdings("¨o\uf0a8") == "☐☐☐"
    assert in_wingdings("an 1") == "an 1"


@pytest.mark.parametrize(("code", "shown"), [("F0FE", "☒"), ("00a8", "☐"), ("F0B7", ""), ("", "")])
def test_a_code_of_wingdings_is_a_box_or_nothing(code: str, shown: str) -> None:
    assert symbol(code) == shown


TCVN3 = ("B¶n kiÓm ®iÓm c¸ nh©n", "Hä vµ tªn: NguyÔn V¨n An")
VNI = ("BAÛN KIEÅM ÑIEÅM CAÙ NHAÂN", "Hoï vaø teân: Nguyeãn Vaên An")
EVERY_LETTER = "aàáảãạăằắẳẵặâầấẩẫậ eèéẻẽẹêềếểễệ iìíỉĩị oòóỏõọôồốổỗộơờớởỡợ uùúủũụưừứửữự yỳýỷỹỵ đ"


@pytest.mark.parametrize(
    ("lines", "legacy"),
    [
        (TCVN3, True),
        (VNI, True),
        ((EVERY_LETTER, EVERY_LETTER.upper()), False),
        (("Giữ ở 25°C, theo «Điều 5»", "Diện tích 120 m², ½ thửa"), False),
        ((), False),
        # more than three, and more than four in a hundred letters
        (("®®®",), False),
        (("®®®®",), True),
        (("®®®®", "a" * 99), True),
        (("®®®®", "a" * 100), False),
        (("®®®®®", "a" * 100), True),
    ],
)
def test_a_text_in_an_old_code_page_is_known_by_its_letters(
    lines: tuple[str, ...], legacy: bool
) -> None:
    assert is_legacy(lines) is legacy
