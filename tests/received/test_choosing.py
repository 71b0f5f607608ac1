"""Which level somebody chose: the ways people tick, and what is nobody's clear choice."""

import pytest

from generator.opening.written import Line, Run
from generator.received.choosing import Choice, chosen
from tests.received.typed_ticks import DEGREES, LEVELS


def line(text: str) -> Line:
    """A line; «_…_» is underlined, «~…~» struck through."""
    runs = []
    for number, part in enumerate(text.replace("~", "\0~\0").replace("_", "\0_\0").split("\0")):
        runs += [(number, part)] if part else []
    found: list[Run] = []
    under = struck = False
    for _, part in runs:
        if part == "_":
            under = not under
        elif part == "~":
            struck = not struck
        else:
            found.append(Run(part, underline=under, struck=struck))
    return Line(tuple(found), 1)


def degree(text: str) -> Choice:
    return chosen([line(text)], DEGREES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("☐ Xuất sắc   ☒ Tốt   ☐ Trung bình   ☐ Kém", "Tốt"),
        ("Xuất sắc ☐   Tốt ☒   Trung bình ☐   Kém ☐", "Tốt"),
        ("(x) Xuất sắc   ☐ Tốt   ☐ Trung bình   ☐ Kém", "Xuất sắc"),
        ("☐ Xuất sắc   ☐ Tốt   (x) Trung bình   ☐ Kém", "Trung bình"),
        ("☐ Xuất sắc x   ☐ Tốt   ☐ Trung bình   ☐ Kém", "Xuất sắc"),
        ("☐ Xuất sắc   ☐ Tốt (x)   ☐ Trung bình   ☐ Kém", "Tốt"),
        ("☐ Xuất sắc   ☐ Tốt   ☐ Trung bình   x ☐ Kém", "Kém"),
        ("Xuất sắc: x; Tốt: ; Trung bình: ; Kém:", "Xuất sắc"),
        ("☐ Xuất sắc   ☐ _Tốt_   ☐ Trung bình   ☐ Kém", "Tốt"),
        ("☐ ~Xuất sắc~   ☐ Tốt   ☐ ~Trung bình~   ☐ ~Kém~", "Tốt"),
        ("Tốt", "Tốt"),
        ("- Tốt.", "Tốt"),
        ("Tự đánh giá: Tốt", "Tốt"),
        ("Xuất sắc ☒   Tốt ☐   Trung bình ☐   Kém", "Xuất sắc"),
    ],
)
def test_a_clear_choice_is_read(text: str, name: str) -> None:
    assert degree(text) == Choice(name, "")


@pytest.mark.parametrize(
    "text",
    [
        "☐ Xuất sắc   ☐ Tốt   ☐ Trung bình   ☐ Kém",
        "☒ Xuất sắc   ☒ Tốt   ☐ Trung bình   ☐ Kém",
        "☒ Xuất sắc   ☐ _Tốt_   ☐ Trung bình   ☐ Kém",
        "Xuất sắc x Tốt Trung bình Kém",
        "Xuất sắc  Tốt (x) Trung bình  Kém",
        "Xuất sắc\tx\tTốt\t\tTrung bình\t\tKém",
        "Xuất sắc ☒ Tốt ☐ Trung bình ☐ Kém",
        "Chưa tốt", "Không tốt", "Khá tốt", "Trung bình khá", "Trên trung bình",
        "Tốt, năm trước Xuất sắc",
    ],
)  # fmt: skip
def test_what_may_be_two_or_none_is_in_doubt(text: str) -> None:
    assert degree(text).why


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thành nhiệm vụ tốt",
        "Hoàn thành nhiệm vụ ở mức tốt",
        "Chưa hoàn thành nhiệm vụ",
        "Không hoàn thành tốt nhiệm vụ",
        "Không đề nghị xếp loại Hoàn thành xuất sắc nhiệm vụ",
        "Năm 2025: Hoàn thành xuất sắc nhiệm vụ",
        "HTTNV",
        "K hoàn thành nhiệm vụ",
        "0 hoàn thành nhiệm vụ",
        "Hoàn thành tốt nhiệm vụ ?",
    ],
)
def test_a_level_in_a_sentence_is_in_doubt(text: str) -> None:
    assert chosen([line(text)], LEVELS).why


MARKS = ("x", "X", "(x)", "[x]", "☒", "✓", "√", "+")
FORE = ("{mark}☐ {name}", "{mark} ☐ {name}", "☐{mark} {name}", "☐ {mark} {name}", "☐ {mark}{name}")
FORE += (
    "☐ {name}{mark}",
    "☐ {name} {mark}",
    "☐ {name}  {mark}",
    "{mark} {name}",
    "☐ {name}: {mark}",
)
BEHIND = (
    "{name} ☐{mark}",
    "{name} ☐ {mark}",
    "{name} {mark}☐",
    "{name} {mark} ☐",
    "{name}{mark} ☐",
)
BEHIND += (
    "{mark}{name} ☐",
    "{mark} {name} ☐",
    "{mark}  {name} ☐",
    "{name} {mark}",
    "{name}: ☐ {mark}",
)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("apart", [" ", "  ", "   ", "     ", "\t", "; "])
@pytest.mark.parametrize(
    ("way", "other"),
    [*((each, "☐ {name}") for each in FORE), *((each, "{name} ☐") for each in BEHIND)],
)
def test_a_mark_beside_a_box_is_never_that_of_another_name(
    way: str, other: str, apart: str, mark: str
) -> None:
    for meant in DEGREES:
        parts = ((way if name == meant else other).format(name=name, mark=mark) for name in DEGREES)
        choice = degree(apart.join(parts))
        assert choice.why or choice.name == meant


@pytest.mark.parametrize("label", ["- ", "1. ", "a) ", "ii. ", ""])
def test_a_level_may_have_a_number_or_letter(label: str) -> None:
    assert chosen([line(f"{label}Hoàn thành nhiệm vụ.")], LEVELS) == Choice(LEVELS[2], "")


def test_others_deleted_leave_the_choice() -> None:
    assert chosen([line("- Hoàn thành tốt nhiệm vụ.")], LEVELS) == Choice(LEVELS[1], "")
    assert chosen([line(f"- {each}.") for each in LEVELS], LEVELS).name == ""


def test_a_ring_that_is_drawn_is_asked_about() -> None:
    ringed = Line((Run("Xuất sắc   Tốt   Trung bình   Kém"),), 1, ringed=(11,))
    assert chosen([ringed], DEGREES) == Choice("Tốt", "khoanh bằng hình vẽ")


def test_an_empty_place_says_nothing() -> None:
    assert chosen([line("……………")], DEGREES) == Choice("", "")
