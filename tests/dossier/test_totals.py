"""What checks come to in numbers, and when that is good."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from generator.dossier.check import Answer
from generator.dossier.results import UnitResult
from generator.dossier.totals import Totals, is_good, told_once, totals
from generator.model.verdict import Ket
from generator.problems import Place, problem
from tests.dossier.reports.test_reports import CAMPAIGN, item, part, unit

ERROR = problem("KD716", Place(), ma="a", goi_y="")
ERROR = replace(ERROR, severity=type(ERROR.severity).ERROR)
WARNING = replace(ERROR, severity=type(ERROR.severity).WARNING)
UNREAD = problem("KD725", Place())
GOOD = unit("Nam Hà", item("1.1", "An"))
LACKING = unit("Bắc Hà", item("1.1", "An", part(Ket.CO), part(Ket.THIEU)))


def of(*units: UnitResult, problems: tuple = ()) -> Totals:
    return totals(Answer(CAMPAIGN, None, problems, lambda: iter(units)), units)


def test_units_are_counted_and_those_that_are_complete() -> None:
    assert of(GOOD, LACKING) == Totals(2, 1, 0, frozenset({Ket.CO, Ket.THIEU}), ())


def test_what_was_found_on_the_campaign_stands_before_what_was_found_in_its_units() -> None:
    found = of(replace(GOOD, problems=(WARNING,)), problems=(ERROR,))
    assert found.problems == (ERROR, WARNING)


def test_what_could_not_be_judged_is_counted_and_is_not_complete() -> None:
    unread = unit("hong", problems=(UNREAD,))
    assert of(GOOD, unread) == Totals(2, 1, 1, frozenset({Ket.CO}), (UNREAD,))
    hindered = totals(Answer(None, None, (ERROR,), lambda: iter(())), [])
    assert hindered == Totals(0, 0, 1, frozenset(), (ERROR,))


def test_totals_of_several_campaigns_are_added_up() -> None:
    both = of(GOOD, problems=(ERROR,)) + of(LACKING, problems=(WARNING,))
    assert both == Totals(2, 1, 0, frozenset({Ket.CO, Ket.THIEU}), (ERROR, WARNING))


@pytest.mark.parametrize(
    ("found", "good"),
    [
        (Totals(don_vi=1, du=1), True),
        (Totals(don_vi=2, du=1), False),
        (Totals(don_vi=1, du=1, problems=(WARNING,)), True),
        (Totals(don_vi=1, du=1, problems=(ERROR,)), False),
    ],
)
def test_a_check_is_good_when_nothing_lacks_and_nothing_is_wrong(found: Totals, good: bool) -> None:
    assert is_good(found) is good


@pytest.mark.parametrize(
    ("found", "good"),
    [
        (Totals(don_vi=1, ket=frozenset({Ket.THIEU}), problems=(ERROR,)), True),
        (Totals(don_vi=1, ket=frozenset({Ket.THIEU, Ket.SAI_MAU})), False),
        (Totals(don_vi=1, chua_kiem=1), False),
    ],
)
def test_when_verdicts_are_named_they_alone_and_what_was_not_judged_decide(
    found: Totals, good: bool
) -> None:
    assert is_good(found, frozenset({Ket.SAI_MAU})) is good


def test_a_check_of_nothing_is_not_good() -> None:
    assert is_good(Totals()) is False
    assert is_good(Totals(), frozenset({Ket.SAI_MAU})) is False


def ahead(unit: UnitResult) -> UnitResult:
    late = problem("KD753", Place(file=f"{unit.ma}.yaml"), so=3, ngay="01/12/2026", ten="«họp»")
    return replace(unit, problems=(WARNING, late))


@pytest.mark.parametrize(
    ("units", "told"),
    [
        ((GOOD,), ["KD716"]),
        ((ahead(GOOD),), ["KD716", "KD753"]),
        ((ahead(GOOD), GOOD), ["KD716", "KD753"]),
        ((ahead(GOOD), ahead(LACKING)), ["KD716", "KD716", "KD755"]),
    ],
)
def test_papers_of_many_units_whose_day_has_not_come_are_told_in_one_line(
    units: tuple[UnitResult, ...], told: list[str]
) -> None:
    whole = (replace(units[0], problems=(WARNING, *units[0].problems[1:])), *units[1:])
    found = told_once(of(*whole), Path("dot"), dt.date(2026, 12, 1))
    assert [each.code for each in found.problems] == told
    if told[-1] == "KD755":
        assert found.problems[-1].message.startswith("2 đơn vị ")
        assert "«Đảng ủy phường Nam Hà», «Đảng ủy phường Bắc Hà»" in found.problems[-1].message
