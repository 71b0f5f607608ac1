"""Files as other hands type them: each comes to what a careful clerk would say."""

import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from generator.dossier.intake import received_files
from tests.received.corpus import CO, put
from tests.received.offices import Case, Outcome, outcome
from tests.received.offices_damaged import damaged
from tests.received.offices_good import good
from tests.received.offices_names import FORM, names, several
from tests.received.offices_papers import (
    good_papers,
    good_tables,
    other_papers,
    other_tables,
)
from tests.received.offices_printed import printed, scanned
from tests.received.offices_ticked import ticked, unclear
from tests.received.offices_unfilled import unfilled
from tests.received.offices_unseen import unseen
from tests.received.offices_unsigned import unsigned
from tests.received.offices_wrong import (
    of_another_form,
    of_another_person,
    of_another_year,
    without_a_heading,
)
from tests.word.pages import converted, needs_printing

CASES = [
    *good(), *good_papers(), *good_tables(), *ticked(),
    *of_another_year(), *of_another_form(), *of_another_person(), *without_a_heading(),
    *unfilled(), *unclear(), *unsigned(), *unseen(), *other_papers(), *other_tables(),
    *printed(), *scanned(), *damaged(), *names(), *several(),
]  # fmt: skip

SHORTFALLS: dict[str, str] = {}
"""Files that count as handed in though a clerk would send them back, and why."""

Judge = Callable[[Case], Outcome]


def is_right(case: Case, found: Outcome) -> bool:
    return found.ket is case.ket or found.ket in case.cung


def counts_wrongly(case: Case, found: Outcome) -> bool:
    """Whether some item counts as handed in through a file that is not what is asked for."""
    return bool(found.counted) and (found.elsewhere or CO not in {case.ket, *case.cung})


def print_all(cases: Iterable[Case], folder: Path) -> dict[str, bytes]:
    """Print Word files to PDF, all in one call; return them by the id of their case."""
    source, out = folder / "word", folder / "pdf"
    source.mkdir()
    numbered = dict(enumerate(cases))
    for number, case in numbered.items():
        case.make(source / f"{number}.docx")
    converted(sorted(source.iterdir()), out)
    return {case.id: (out / f"{number}.pdf").read_bytes() for number, case in numbered.items()}


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """What a file comes to; each is handed in once, and nothing printed before it is needed."""

    @cache
    def pdfs() -> dict[str, bytes]:
        to_print = [case for case in CASES if case.pdf]
        return print_all(to_print, tmp_path_factory.mktemp("in"))

    known: dict[str, Outcome] = {}

    def judged_once(case: Case) -> Outcome:
        if case.id not in known:
            if case.pdf:
                data = case.pdf(pdfs()[case.id])
                case = case._replace(make=put(data))
            known[case.id] = outcome(case, tmp_path_factory.mktemp("nhan"))
        return known[case.id]

    return judged_once


def marks(case: Case) -> list[pytest.MarkDecorator]:
    printing = [needs_printing, pytest.mark.libreoffice] if case.pdf else []
    known = SHORTFALLS.get(case.id)
    return [
        *printing,
        *([pytest.mark.xfail(raises=AssertionError, reason=known, strict=True)] if known else []),
    ]


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case.id, marks=marks(case)) for case in CASES]
)
def test_the_verdict_is_that_of_a_careful_clerk(case: Case, judge: Judge) -> None:
    """Nor is there an item anywhere that a file makes «có» which is not what is asked for."""
    found = judge(case)
    assert is_right(case, found), found
    assert not counts_wrongly(case, found), found


def test_there_are_enough_files() -> None:
    assert len(CASES) >= 340
    assert len({case.id for case in CASES}) == len(CASES)
    assert {case.id for case in CASES} >= SHORTFALLS.keys()


@needs_printing
@pytest.mark.libreoffice
def test_hardly_any_verdict_is_wrong_and_none_lets_through_what_is_not_listed(
    judge: Judge,
) -> None:
    right = [case.id for case in CASES if is_right(case, judge(case))]
    let_through = {case.id for case in CASES if counts_wrongly(case, judge(case))}
    assert len(right) >= 0.98 * len(CASES)
    assert let_through == SHORTFALLS.keys()


def test_a_form_whose_name_is_no_unicode_is_told_and_serves_nobody(tmp_path: Path) -> None:
    ten = os.fsdecode(b"1.1 Nguy\xean V\xaan An.docx")
    found = outcome(Case("ten-tep", "khong phai UTF-8", ten, FORM), tmp_path)
    assert (found.ket, found.counted) == (None, [])
    files, (told,) = received_files(tmp_path)
    assert (files, told.code) == ([], "KD736")
    assert "«1.1 Nguy?n V?n An.docx»" in told.message
