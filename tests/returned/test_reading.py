"""Filled-in forms in every habit: usual ones read right, none read wrong without a word."""

import io
from collections.abc import Sequence

import pytest

from generator.opening.word import read_word
from generator.opening.written import read_written
from generator.returned.reading import read_lines
from generator.returned.recognising import recognised
from tests.returned.answers import answered
from tests.returned.blanks import Blank, blanks
from tests.returned.corpus import Case, corpus
from tests.returned.habits import HABITS
from tests.returned.measured import NEEDLESS, RIGHT, UNSEEN, Judged, judged, totals, units
from tests.returned.mutations import HOW, heading_texts, mutated
from tests.returned.word import opened, paragraph, put_after, saved, text_of, w

SEEDS = (1,)
MANY = range(2, 12)


def read(seeds: Sequence[int]) -> list[Judged]:
    return [each for case in corpus(seeds) for each in judged(case)]


def hold(found: list[Judged]) -> None:
    counts = totals(found)
    unseen = [each for each in found if each.outcome == UNSEEN]
    assert unseen == []
    usual = counts["usual"]
    fields = sum(usual.values())
    assert usual[RIGHT] + usual[NEEDLESS] >= 0.995 * fields, counts
    assert usual[NEEDLESS] <= 0.03 * fields, counts


def test_usual_habits_are_read_right_and_nothing_is_wrong_without_a_word() -> None:
    hold(read(SEEDS))


@pytest.mark.soak
@pytest.mark.parametrize("seed", MANY)
def test_so_they_are_for_many_answers(seed: int) -> None:
    hold(read([seed]))


def filled(blank: Blank, seed: int) -> tuple[bytes, dict[str, str]]:
    habit = HABITS["dotted_lines_deleted"]
    truth = answered(blank, seed)
    return habit.written(blank.data, truth, seed), dict(habit.says(blank, truth, seed))


def outcome(blank: Blank, data: bytes, truth: dict[str, str]) -> tuple[list[Judged], bool]:
    """What was read wrong without a word, of what still stands in the file; whether it was told."""
    said = " ".join(" ".join(read_word(io.BytesIO(data)).lines).split())
    found = judged(Case(blank.edition, "", "", data, dict(truth), blank.subject))
    unseen = [
        each
        for each in found
        if each.outcome == UNSEEN and all(row[:40] in said for row in each.meant.split("\n"))
    ]
    unit = units()[blank.regime]
    lines = read_written(io.BytesIO(data))
    form, refused, why = recognised(tuple(each.text for each in lines), "", unit)
    told = bool(refused or why) or (form is not None and any(
        each.why and not each.cap_tren for each in read_lines(lines, form, unit)
    ))  # fmt: skip
    return unseen, told


@pytest.mark.parametrize("edition", ["02B/2025", "02A/2023", "01/2025", "02C/2025", "02/2019"])
@pytest.mark.parametrize(
    "heading", ["Chi bộ:", "A. ", "I. ", "II. Hạn chế", "B. ", "Tổng điểm", "Căn cứ"]
)
def test_what_stands_where_the_form_asks_nothing_is_told(edition: str, heading: str) -> None:
    blank = blanks()[edition]
    data, truth = filled(blank, 1)
    docx = opened(data)
    above = [each for each in docx.body.iter(w("p")) if text_of(each).startswith(heading)][:1]
    for each in above:
        put_after(each, [paragraph("Bản thân còn chậm 17 việc, xin nhận trách nhiệm.")])
    unseen, told = outcome(blank, saved(docx), truth)
    assert unseen == []
    assert told or not above


PRESCRIBED = [name for name, each in blanks().items() if HABITS["dotted_lines_deleted"].suits(each)]


@pytest.mark.parametrize("edition", ["02A/2025", "02B/2023", "02/2019"])
@pytest.mark.parametrize("how", sorted(HOW))
def test_whatever_befalls_a_heading_is_told(edition: str, how: str) -> None:
    blank = blanks()[edition]
    data, truth = filled(blank, 1)
    headings = heading_texts(data)
    for index in range(2, len(headings) - 1, 3):
        unseen, told = outcome(blank, mutated(data, index, how), truth)
        assert unseen == [], headings[index]
        assert told, headings[index]


@pytest.mark.soak
@pytest.mark.parametrize("edition", PRESCRIBED)
@pytest.mark.parametrize("how", sorted(HOW))
def test_nothing_that_befalls_any_heading_makes_a_value_wrong_unseen(
    edition: str, how: str
) -> None:
    blank = blanks()[edition]
    for seed in (1, 2, 3):
        data, truth = filled(blank, seed)
        headings = heading_texts(data)
        for index in range(1, len(headings) - 1):
            unseen, _ = outcome(blank, mutated(data, index, how), truth)
            assert unseen == [], headings[index]


@pytest.mark.parametrize("edition", sorted(blanks()))
def test_an_empty_form_says_nothing_that_the_program_did_not_print(edition: str) -> None:
    blank = blanks()[edition]
    unit = units()[blank.regime]
    lines = read_written(io.BytesIO(blank.data))
    form, refused, why = recognised(tuple(each.text for each in lines), "", unit)
    assert form is not None
    assert (refused, why) == ("", ())
    known = {"ngay", "ngay_sinh", "dang", "xa", "co_mat"}
    said = {str(each.path[-1]) for each in read_lines(lines, form, unit) if each.value}
    assert said <= known
