"""A form filled in by any habit opens, says what was answered, and is the same for the same seed."""

import io
import re
import unicodedata

import pytest

from generator.opening.word import read_word
from generator.pdf.office import libreoffice
from tests.returned import old_fonts
from tests.returned.answers import Truth, truth
from tests.returned.blanks import blanks
from tests.returned.corpus import Case, corpus
from tests.returned.habits import HABITS
from tests.returned.mutations import HOW, QUOTE, heading_texts, mutated

needs_office = pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")
HERE = sorted(name for name, habit in HABITS.items() if not habit.through)
SENT = sorted(name for name, habit in HABITS.items() if habit.through)
EDITIONS = sorted(blanks())
_OLD = {
    "vntime": lambda text: "".join(part for _, part in old_fonts.tcvn3(text)),
    "vni_times": old_fonts.vni,
}


def said(data: bytes) -> str:
    """All a form says, as a person reads it: one space between words."""
    return _plain(" ".join(read_word(io.BytesIO(data)).lines))


def _plain(text: str) -> str:
    """Return a text as reading leaves it, to which letters of old fonts are those of Unicode.

    In TCVN3 ư is where Unicode has a soft hyphen, and é where it has another alphabet's Đ.
    """
    text = text.translate({0xAD: None, ord("Ð"): "Đ"})
    return " ".join(unicodedata.normalize("NFC", text).split())


def missing(case: Case) -> Truth:
    """Answers that a form does not say; a choice counts by its words."""
    read = said(case.data)
    encoded = _OLD.get(case.habit, str)
    return {
        path: value
        for path, value in case.truth.items()
        for part in _parts(path, value)
        if _plain(encoded(part)) not in read and _plain(part) not in read
    }


def _parts(path: str, value: str) -> list[str]:
    if path == "ngay" or path.endswith("ngay_nhan_xet"):
        return ["ngày {} tháng {} năm {}".format(*value.split("/"))]
    if path.startswith("phan_tich"):
        return []
    if path.startswith("cham_diem"):
        return [value.partition(",")[0]]
    return re.sub(r"\*+", "", value).split("\n")


def test_there_are_many_habits_of_both_kinds() -> None:
    kinds = [each.kind for each in HABITS.values()]
    assert kinds.count("usual") >= 34
    assert kinds.count("hard") >= 15


@pytest.mark.parametrize("edition", EDITIONS)
def test_answers_to_every_form_are_those_of_the_seed(edition: str) -> None:
    assert truth(edition, 1) == truth(edition, 1) != truth(edition, 2)


@pytest.mark.parametrize("name", HERE)
def test_what_a_habit_types_is_in_the_file(name: str) -> None:
    habit = HABITS[name]
    for edition, blank in blanks().items():
        if habit.suits(blank):
            answers = truth(edition, 5)
            data = habit.fill(blank.data, answers, 5)
            says = habit.says(blank, answers, 5)
            case = Case(edition, name, habit.kind, data, says, blank.subject)
            assert missing(case) == {}, edition


@pytest.mark.parametrize("name", HERE)
def test_a_habit_writes_the_same_for_a_seed(name: str) -> None:
    blank = next(each for each in blanks().values() if HABITS[name].suits(each))
    answers = truth(blank.edition, 7)
    first, again = (HABITS[name].fill(blank.data, answers, 7) for _ in range(2))
    assert first == again
    assert first != blank.data


@needs_office
@pytest.mark.libreoffice
@pytest.mark.parametrize("name", SENT)
def test_what_went_through_another_program_still_says_it(name: str) -> None:
    blank = blanks()["02B/2023"]
    answers = truth(blank.edition, 5)
    data = HABITS[name].fill(blank.data, answers, 5)
    assert missing(Case(blank.edition, name, "usual", data, answers, blank.subject)) == {}


@pytest.mark.parametrize("how", sorted(HOW))
def test_a_heading_is_mutated_and_no_other(how: str) -> None:
    blank = blanks()["02A/2025"]
    data = HABITS["instead_of_leader"].fill(blank.data, truth("02A/2025", 3), 3)
    before = heading_texts(data)
    at = next(i for i, text in enumerate(before) if text.startswith("2. Việc thực hiện"))
    after = heading_texts(mutated(data, at, how))
    lost, kept = [*before[:at], *before[at + 1 :]], [*before[:at], *before[at + 1 :]]
    expected = {
        "deleted": lost,
        "merged": lost,
        "swapped": [*before[:at], before[at + 1], before[at], *before[at + 2 :]],
        "doubled": [*before[: at + 1], *before[at:]],
        "quoted": before,
    }
    if how == "retyped":
        assert [*after[:at], *after[at + 1 :]] == kept
        assert 0 < len(after[at].split()) < len(before[at].split())
    else:
        assert after == expected[how]
    if how == "quoted":
        assert QUOTE.partition("{")[0] in said(mutated(data, at, how))


def test_the_corpus_is_the_same_for_a_seed_and_covers_every_habit() -> None:
    first, again = (list(_here([4])) for _ in range(2))
    assert first == again
    assert {each.habit for each in first} == set(HERE)


def _here(seeds: list[int]) -> list[Case]:
    """Cases that need no LibreOffice."""
    found = corpus(seeds)
    return [each for _, each in zip(HERE, found, strict=False)]


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("Đảng ủy", "§¶ng ñy"),
        ("nghị quyết", "nghÞ quyÕt"),
        ("trưởng thôn", "tr\u00adëng th«n"),
        ("Tự phê bình", "Tù phª b×nh"),
    ],
)
def test_letters_of_tcvn3(text: str, encoded: str) -> None:
    assert "".join(part for _, part in old_fonts.tcvn3(text)) == encoded


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("Đảng ủy", "Ñaûng uûy"),
        ("nghị quyết", "nghò quyeát"),
        ("trưởng thôn", "tröôûng thoân"),
        ("Kỷ luật ĐẢNG", "Kyû luaät ÑAÛNG"),
    ],
)
def test_letters_of_vni(text: str, encoded: str) -> None:
    assert old_fonts.vni(text) == encoded
