"""The same files handed in as PDF: whoever prints to PDF is judged as whoever sends Word."""

from pathlib import Path

import pytest

from generator.model.verdict import Ket
from tests.dossier.judged_unit import judged
from tests.received.corpus import AN, Case, good, the_unit, unfinished, wrong
from tests.received.test_corpus import at
from tests.word.pages import converted, needs_printing

OF_WORD_ONLY = ("mot dong cham",)
"""What the text of a PDF cannot show."""


def chosen() -> list[Case]:
    """Every kind of mistake once, and the good ones under the names that say least."""
    kinds = [*wrong(), *unfinished()]
    fine = [case for case in good() if case.ten.startswith(("Scan", "1.1 Nguyễn", "Document"))]
    return [case for case in (*fine, *kinds) if case.ten.endswith(".docx")]


@needs_printing
@pytest.mark.libreoffice
def test_a_pdf_comes_to_the_same_as_the_word_file(tmp_path: Path) -> None:
    cases = chosen()
    source, out = tmp_path / "word", tmp_path / "pdf"
    source.mkdir()
    for number, case in enumerate(cases):
        case.make(source / f"{number}.docx")
    converted(sorted(source.iterdir()), out)
    differing = []
    for number, case in enumerate(cases):
        folder = tmp_path / "nhan" / str(number)
        folder.mkdir(parents=True)
        (out / f"{number}.pdf").rename(folder / f"{case.ten.removesuffix('.docx')}.pdf")
        found = judged(the_unit(), received=folder)
        got = at(case, found)
        if got is not case.ket:
            differing.append((case.ten, case.ket, got))
        if case.ket is not Ket.CO:
            assert not [
                part
                for each in found.values()
                for part in each.phan
                if part.ket is Ket.CO and each.doi_tuong == AN
            ], case.ten
    assert len(cases) >= 60
    assert len(differing) <= 0.02 * len(cases), differing
