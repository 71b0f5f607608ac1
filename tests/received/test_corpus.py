"""The corpus of received files: each comes to what its label says."""

from pathlib import Path

import pytest

from generator.dossier.results import Verdict
from generator.model.verdict import Ket
from tests.dossier.judged_unit import judged
from tests.received.corpus import Case, cases, the_unit

CASES = cases()


def outcome(case: Case, folder: Path) -> tuple[Ket | None, list[tuple[str, str]]]:
    """What the file comes to at the item of its label, and every item it makes «có»."""
    path = folder / case.ten
    path.parent.mkdir(parents=True, exist_ok=True)
    case.make(path)
    found = judged(the_unit(), received=folder)
    there = [
        (each.muc, f"{each.doi_tuong} {part.ten}")
        for each in found.values()
        for part in each.phan
        if part.ket in {Ket.CO, Ket.NOP_MUON}
    ]
    return at(case, found), there


def at(case: Case, found: dict[tuple[str, str], Verdict]) -> Ket | None:
    """The verdict on the document of the label; None where no file serves it."""
    for each in found.values():
        if each.muc != case.muc:
            continue
        for part in each.phan:
            about = {each.doi_tuong, part.ten.split(" - ")[-1], CODES.get(part.ten, "")}
            if case.ai in about and any(proof.tep for proof in part.chung_cu):
                return part.ket
    return None


CODES = {
    "Biên bản hội nghị kiểm điểm - Hội nghị kiểm điểm Đảng bộ phường": "bien-ban-hoi-nghi",
    **{f"Biểu {ma}": f"bieu-{ma.lower()}" for ma in ("6A", "6B", "6D", "6E", "6E1")},
}


def test_there_are_enough_files() -> None:
    assert len(CASES) >= 150
    assert len({case.ten for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case.ten for case in CASES])
def test_the_verdict_is_as_labelled(case: Case, tmp_path: Path) -> None:
    """Nor is there an item anywhere that a file makes «có» which is not what is asked for."""
    ket, there = outcome(case, tmp_path)
    assert ket is case.ket
    assert case.ket is Ket.CO or there == []
