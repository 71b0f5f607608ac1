"""Sums up checks in numbers and decides whether they are clean."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.dossier.ahead import AHEAD
from generator.dossier.check import Answer
from generator.dossier.results import UNJUDGED, UnitResult
from generator.model.verdict import Ket
from generator.problems import Place, Problem, has_errors, problem
from generator.problems.text import some
from generator.wording.dates import short_date


@dataclass(frozen=True, slots=True)
class Totals:
    """Units checked, complete units, the verdicts that occur, and the problems.

    `chua_kiem` counts campaigns and units that could not be judged completely; `truoc_ngay` names
    the units with papers whose day has not come.
    """

    don_vi: int = 0
    du: int = 0
    chua_kiem: int = 0
    ket: frozenset[Ket] = frozenset()
    problems: tuple[Problem, ...] = ()
    truoc_ngay: tuple[str, ...] = ()

    def __add__(self, other: "Totals") -> "Totals":
        """Return the sum of both totals."""
        return Totals(
            self.don_vi + other.don_vi,
            self.du + other.du,
            self.chua_kiem + other.chua_kiem,
            self.ket | other.ket,
            self.problems + other.problems,
            self.truoc_ngay + other.truoc_ngay,
        )


def totals(answer: Answer, units: Iterable[UnitResult]) -> Totals:
    """Sum up the check of one campaign; its problems come before those of its units."""
    return summed(answer, map(of_unit, units))


def summed(answer: Answer, units: Iterable[Totals]) -> Totals:
    """Sum up the check of one campaign, of whose units the totals are known."""
    own = Totals(chua_kiem=int(answer.campaign is None), problems=answer.problems)
    return sum(units, own)


def of_unit(unit: UnitResult) -> Totals:
    """Return the totals of one unit."""
    return Totals(
        1,
        int(unit.is_complete()),
        int(any(each.code in UNJUDGED for each in unit.problems)),
        frozenset(ket for each in unit.verdicts for ket in each.kinds()),
        unit.problems,
        (unit.ten,) if any(each.code == AHEAD for each in unit.problems) else (),
    )


def told_once(found: Totals, campaign: Path, day: dt.date) -> Totals:
    """Tell the papers of several units whose day has not come in one line of the campaign (KD755).

    A campaign is made ready ahead of its meetings, so every unit has such papers.

    Args:
        found: the totals of one campaign.
        campaign: its folder.
        day: the day of the check.
    """
    if not found.truoc_ngay[1:]:
        return found
    told = {"so": len(found.truoc_ngay), "ngay": short_date(day), "ten": some(found.truoc_ngay)}
    one = problem("KD755", Place(file=campaign.as_posix()), **told)
    others = tuple(each for each in found.problems if each.code != AHEAD)
    return replace(found, problems=(*others, one))


def noting(units: Iterable[UnitResult], into: list[Totals]) -> Iterator[UnitResult]:
    """Yield units as they are, and note the totals of each, so that none has to be read again."""
    for unit in units:
        into.append(of_unit(unit))
        yield unit


def is_good(found: Totals, bad: frozenset[Ket] | None = None) -> bool:
    """Return whether checks are clean.

    Args:
        found: the totals.
        bad: the only verdicts that count as failures, besides what could not be judged; None if
            every incomplete unit and every error counts. What the receiving office itself has still
            to draw up does not make a unit incomplete.
    """
    if not found.don_vi:
        return False  # what was not looked at is not in order
    if bad is not None:
        return not (found.chua_kiem or found.ket & bad)
    whole = found.du == found.don_vi and not found.chua_kiem
    return whole and not has_errors(found.problems)
