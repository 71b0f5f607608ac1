"""Which level an answer chooses, and which answers of a form are asked for one."""

import pytest

from generator.received.levels import answers, chosen
from generator.regulations.regimes import regime_for

LEVELS = [level.ten for level in regime_for(2024).muc]
BEST, GOOD, DONE, NOT = (
    "hoan thanh xuat sac nhiem vu",
    "hoan thanh tot nhiem vu",
    "hoan thanh nhiem vu",
    "khong hoan thanh nhiem vu",
)


@pytest.mark.parametrize(
    ("answer", "levels"),
    [
        # in words
        (GOOD, {GOOD}),
        (f"tu xep loai: {DONE}.", {DONE}),
        (NOT, {NOT}),
        (f"{DONE} hoac {NOT}", {DONE, NOT}),
        (f"{BEST} / {GOOD}", {BEST, GOOD}),
        ("hoan  thanh\ntot nhiem\tvu", {GOOD}),
        ("tot", set()),
        ("", set()),
        # boxes before
        (f"☐ {BEST} ☒ {GOOD} ☐ {DONE} ☐ {NOT}", {GOOD}),
        (f"☒{NOT}", {NOT}),
        (f"☐ {BEST} ☐ {GOOD} ☐ {DONE} ☐ {NOT}", set()),
        (f"☒ {BEST} ☒ {GOOD} ☐ {DONE} ☐ {NOT}", {BEST, GOOD}),
        (f"☒ {DONE}\n☐ {NOT}", {DONE}),
        # boxes behind
        (f"{BEST} ☐\n{GOOD}☐\n{DONE} ☐\n{NOT} :☒", {NOT}),
        (f"- {BEST}: ☐\n- {GOOD}: ☐\n- {DONE}: ☐\n- {NOT}: ☒", {NOT}),
        # levels that are no more
        (f"dang vien du tu cach, {GOOD}", set()),
        (f"{DONE} nhung con han che ve nang luc", set()),
        # by their initials
        ("☐ htxsnv ☒ httnv ☐ htnv ☐ khong htnv", {GOOD}),
        ("de nghi xep loai: htxsnv", {BEST}),
        ("khtnv", {NOT}),
        ("☒ htxsnv ☒ httnv", {BEST, GOOD}),
        # the one that was left over, once ticked and once not
        (f"☒ {GOOD}", {GOOD}),
        (f"☐ {GOOD}", set()),
        # a box somewhere means that what is named was not chosen yet
        (f"☐ khac; {GOOD}", set()),
    ],
)
def test_the_ticked_level_is_chosen_and_without_boxes_the_named_one(
    answer: str, levels: set[str]
) -> None:
    assert chosen(answer, LEVELS) == levels


def asked(year: int, key: str, *lines: str) -> list[tuple[str, str]]:
    form = regime_for(year).bieu_mau[key]
    return [(title, text.strip()) for title, text in answers(lines, form)]


RATING = "VII. Tự nhận mức xếp loại chất lượng"
OFFICIAL, MEMBER = "Xếp loại cán bộ, công chức, viên chức", "Xếp loại đảng viên"


def test_a_heading_that_is_only_a_title_has_no_answer_of_its_own() -> None:
    lines = (RATING, f"1. {OFFICIAL}: tốt", f"2. {MEMBER}", "khá", "kém")
    assert asked(2024, "02A", *lines) == [(OFFICIAL, ": tot"), (MEMBER, "kha\nkem")]


def test_where_it_is_the_only_one_there_its_answer_counts() -> None:
    assert asked(2024, "02A", RATING, "tốt") == [("Tự nhận mức xếp loại chất lượng", "tot")]
    title = "Đề xuất xếp loại mức chất lượng"
    assert asked(2025, "02A", f"II. {title}: tốt") == [(title, ": tot")]


def test_headings_before_it_are_not_asked() -> None:
    lines = ("II. Hạn chế, khuyết điểm và nguyên nhân", "1. Hạn chế, khuyết điểm", "chậm")
    assert asked(2024, "02A", *lines) == []


def test_a_form_without_a_level_asks_for_none() -> None:
    form = regime_for(2024).bieu_mau["02A"]
    unrated = form.model_copy(update={"phan": form.phan[:3]})
    assert answers((RATING, "tốt"), unrated) == []
