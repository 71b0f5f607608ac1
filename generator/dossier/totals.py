"""Sums up checks in numbers and decides whether they are clean."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.dossier.check import Answer
from generator.dossier.results import UNJUDGED, UnitResult
from generator.model.verdict import GOOD, Ket
from generator.problems import Problem, has_errors


@dataclass(frozen=True, slots=True)
class Totals:
    """Units checked, complete units, the verdicts that occur, and the problems.

    `chua_kiem` counts campaigns and units that could not be judged completely.
    """

    don_vi: int = 0
    du: int = 0
    chua_kiem: int = 0
    ket: frozenset[Ket] = frozenset()
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: "Totals") -> "Totals":
        """Return the sum of both totals."""
        return Totals(
            self.don_vi + other.don_vi,
            self.du + other.du,
            self.chua_kiem + other.chua_kiem,
            self.ket | other.ket,
            self.problems + other.problems,
        )


def totals(answer: Answer, units: Sequence[UnitResult]) -> Totals:
    """Sum up the check of one campaign; its problems come before those of its units."""
    unjudged = sum(any(each.code in UNJUDGED for each in unit.problems) for unit in units)
    return Totals(
        len(units),
        sum(unit.is_complete() for unit in units),
        unjudged + (answer.campaign is None),
        frozenset(ket for unit in units for each in unit.verdicts for ket in each.kinds()),
        (*answer.problems, *(found for unit in units for found in unit.problems)),
    )


def is_good(found: Totals, bad: frozenset[Ket] | None = None) -> bool:
    """Return whether checks are clean.

    Args:
        found: the totals.
        bad: the only verdicts that count as failures, besides what could not be judged; None if
            every unsatisfied verdict and every error counts.
    """
    if not found.don_vi:
        return False  # what was not looked at is not in order
    if bad is not None:
        return not (found.chua_kiem or found.ket & bad)
    return not (found.ket - GOOD or has_errors(found.problems))
