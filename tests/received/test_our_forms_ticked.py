"""Our own printed forms, ticked as people tick them: who reads them back and who checks agree."""

import io

import pytest

from generator.opening.word import read_word
from generator.received.expected import Expected
from generator.received.levels import chosen
from generator.received.ticks import ticks
from generator.regulations.regimes import regime_for
from tests.returned.answers import answered
from tests.returned.blanks import blanks
from tests.returned.habits import HABITS
from tests.returned.places import Choice, places
from tests.returned.word import opened

FORMS = ("01/2025", "02A/2025", "02B/2025", "02C/2025", "02A/2023", "02B/2023", "01/2019")
ANYWHERE = sorted(
    name for name, habit in HABITS.items()
    if name.startswith("tick_") and habit.kind == "usual"
    and name.removeprefix("tick_")
    not in {"underlined", "bold", "red", "highlighted", "others_deleted", "others_struck"}
)  # fmt: skip
DRAWN = ("tick_underlined", "tick_bold", "tick_red", "tick_highlighted", "tick_others_deleted")
LEVELS = [level.ten for level in regime_for(2026).muc]
GOOD = "hoan thanh tot nhiem vu"
LIST = ["- hoan thanh xuat sac nhiem vu.", f"- {GOOD}.", "- hoan thanh nhiem vu."]


def told(edition: str, habit: str) -> list[str]:
    """What is said of the choices of a form of ours that is filled in by a habit."""
    blank = blanks()[edition]
    said = answered(blank, 4)
    for each in places(opened(blank.data), blank):
        if isinstance(each, Choice):
            said.setdefault(each.path, each.options[1].words)
    seen = read_word(io.BytesIO(HABITS[habit].written(blank.data, said, 4)))
    due = Expected(blank.year, regime_for(blank.year), form=blank.form, ten=blank.subject)
    # The answers are drawn at random: whether degrees and level agree is another question.
    return [each.ly_do for each in ticks(seen, due) if not each.ly_do.startswith("tự xếp «")]


@pytest.mark.parametrize("habit", ANYWHERE)
@pytest.mark.parametrize("edition", FORMS)
def test_a_mark_beside_a_level_or_degree_chooses_it(edition: str, habit: str) -> None:
    assert told(edition, habit) == []


@pytest.mark.parametrize("habit", DRAWN)
@pytest.mark.parametrize("edition", FORMS[:4])
def test_on_forms_without_boxes_the_only_level_left_or_drawn_apart_is_chosen(
    edition: str, habit: str
) -> None:
    assert told(edition, habit) == []


@pytest.mark.parametrize("habit", ["two_ticks", "no_tick", "circled"])
@pytest.mark.parametrize("edition", FORMS)
def test_two_marks_none_or_a_drawn_ring_are_asked(edition: str, habit: str) -> None:
    assert "không rõ mức tự xếp loại" in told(edition, habit)


def marked(*marks: str) -> str:
    return "\n".join(mark.format(each) for mark, each in zip(marks, LIST, strict=True))


@pytest.mark.parametrize("mark", ["{} x", "x {}", "{} (x)", "[x] {}", "{} ☒", "{} X", "{} v"])
def test_the_level_beside_a_mark_is_chosen(mark: str) -> None:
    assert chosen(marked("{}", mark, "{}"), LEVELS) == {GOOD}


@pytest.mark.parametrize(
    "answer",
    [
        marked("{} x", "{} x", "{}"),
        marked("{}", "{}", "{}"),
        marked("{}", "{}\nx", "{}"),
        marked("{} x (chi bo de nghi)", "{}", "{}"),
        marked("{} khong", "{} co", "{}"),
        f"☒ {LIST[0]} ☐ {LIST[1]} x ☐ {LIST[2]}",
    ],
)
def test_what_may_be_two_levels_or_none_is_no_choice(answer: str) -> None:
    assert len(chosen(answer, LEVELS)) != 1


def test_a_mark_at_one_level_and_emphasis_at_another_choose_neither() -> None:
    answer = marked("{}", "{} x", "{}")
    assert chosen(answer, LEVELS, lambda: {LIST[1]}) == {GOOD}
    assert chosen(answer, LEVELS, lambda: {LIST[0]}) != {GOOD}
    assert len(chosen(marked("{}", "{}", "{}"), LEVELS, lambda: {*LIST})) != 1
