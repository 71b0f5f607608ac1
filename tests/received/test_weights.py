"""The weights of recognition: none of them stands on an edge."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.checklists.items import items
from generator.checklists.required import requirements
from generator.dossier.expecting import candidates
from generator.model.unit import DonViNam
from generator.opening.content import FileContent
from generator.opening.open_file import open_file
from generator.received import identify
from generator.received.expected import Candidate
from generator.regulations.regimes import regime_for
from tests.dossier.judged_unit import CITY, HA_TINH
from tests.received.corpus import Case, cases, the_unit

WEIGHTS = ("_BASE", "_NUMBER", "_TITLE_NAMED", "_TITLE_SAID", "_PERSON_NAMED", "_PERSON_SAID", "_OF_UNIT")  # fmt: skip


@cache
def choices() -> Sequence[Candidate]:
    nam, regime = DonViNam.model_validate(the_unit()), regime_for(2024)
    asked = requirements(items(HA_TINH), HA_TINH.dac_diem, nam, regime, CITY)
    return candidates(asked, nam, regime)


@cache
def read() -> Sequence[tuple[Case, FileContent]]:
    """Every file of the corpus with what stands in it."""
    found = []
    with TemporaryDirectory() as folder:
        for number, case in enumerate(cases()):
            path = Path(folder) / str(number) / Path(case.ten).name
            path.parent.mkdir()
            case.make(path)
            found.append((case, open_file(path)))
    return found


def recognised() -> tuple[int, int]:
    """How many files are taken for what they are, and how many for something else."""
    right = wrong = 0
    for case, seen in read():
        found = identify.identify(seen, case.ten, choices())
        if found and found.chac_chan >= identify.THRESHOLD:
            same = case.muc in found.candidate.muc and found.candidate.ten in {case.ai, ""}
            right, wrong = right + same, wrong + (not same)
    return right, wrong


def test_files_are_recognised_as_they_are() -> None:
    right, wrong = recognised()
    assert right >= 151
    assert wrong == 0


@pytest.mark.parametrize("change", [-10, 10])
@pytest.mark.parametrize("weight", WEIGHTS)
def test_ten_more_or_less_change_nothing(
    weight: str, change: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = recognised()
    monkeypatch.setattr(identify, weight, getattr(identify, weight) + change)
    assert recognised() == before


@pytest.mark.parametrize(("threshold", "wrong"), [(60, True), (65, False), (85, False)])
def test_the_threshold_lies_between_doubt_and_evidence(
    threshold: int, wrong: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identify, "THRESHOLD", threshold)
    assert bool(recognised()[1]) is wrong


@pytest.mark.parametrize(("weight", "change"), [("_NUMBER", -15), ("_PERSON_NAMED", -15)])
def test_fifteen_less_would_lose_files(
    weight: str, change: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _ = recognised()
    monkeypatch.setattr(identify, weight, getattr(identify, weight) + change)
    assert recognised()[0] < before
