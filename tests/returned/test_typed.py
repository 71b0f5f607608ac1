"""The forms that were typed in a word processor say what was typed, and are small."""

import json
from collections import Counter
from typing import Any

import pytest

from tests.returned.blanks import blanks
from tests.returned.places import Choice, Section, places
from tests.returned.typed.type_forms import CASES, FOLDER, answers, lost
from tests.returned.word import opened

KEPT: dict[str, dict[str, Any]] = json.loads(CASES.read_text("utf-8"))


def test_thirty_forms_of_many_editions_were_typed() -> None:
    editions = Counter(each["edition"] for each in KEPT.values())
    assert editions.total() == 30
    assert set(editions) >= {
        each for each in blanks() if each[:2] in {"01", "02"} or "2025" in each
    }


@pytest.mark.parametrize("name", sorted(KEPT))
def test_a_typed_form_says_what_was_typed(name: str) -> None:
    case, data = KEPT[name], (FOLDER / name).read_bytes()
    assert len(data) < 30_000
    assert lost(data, case["truth"]) == []


@pytest.mark.parametrize("name", sorted(KEPT))
def test_its_truth_is_that_of_the_script(name: str) -> None:
    case = KEPT[name]
    assert case["truth"] == answers(case["edition"], int(name.partition(".")[0]))


def test_prose_and_levels_are_among_what_was_typed() -> None:
    said = {(case["edition"], path) for case in KEPT.values() for path in case["truth"]}
    for edition, blank in blanks().items():
        kinds = {
            type(each) for each in places(opened(blank.data), blank) if (edition, each.path) in said
        }
        if edition[:3] in {"02A", "02B", "02C"}:
            assert kinds >= {Section, Choice}, edition
