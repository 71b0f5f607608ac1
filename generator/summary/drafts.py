"""Which summaries of a campaign are drafts: those that print something wrong of a unit."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.papers.drafts import misprinted, wrong_in
from generator.papers.unit_year import UnitYear
from generator.problems import Problem
from generator.reading.load import Unit
from generator.reading.units import located_in
from generator.regulations.catalogue import paper_kinds

NOTICE = "thong-bao-ket-qua"
"""The kind of the paper that makes the results of a campaign known."""
KINDS = ("tong-hop-dot", "bieu-6f", "chua-kiem-diem", NOTICE)
"""The kinds of the summaries; the data kept for them suffices for the rules that these need."""

_UNIT = ("don_vi",)
_DECIDED = "quyet_dinh"


class Misprint(NamedTuple):
    """An error that papers of a unit print, with its path in the data, and as it is told."""

    year: UnitYear
    found: Problem
    told: Problem


def misprints_of(unit: Unit, year: UnitYear) -> list[Misprint]:
    """Return the errors of a unit's data that summaries print."""
    found = misprinted(year, KINDS)
    return [Misprint(year, each, *located_in(unit, [each])) for each in found]


def wrong_by_kind(found: Sequence[Misprint]) -> dict[str, tuple[Problem, ...]]:
    """Return the errors of all units that each kind of summary prints."""
    return {code: tuple(_wrong_in(code, found)) for code in KINDS}


def _wrong_in(code: str, found: Sequence[Misprint]) -> Iterator[Problem]:
    for each in found:
        # The notice prints no levels but those decided.
        left_out = code == NOTICE and each.found.place.path[-1] != _DECIDED
        if not left_out and wrong_in(each.year, paper_kinds()[code], _UNIT, [each.found]):
            yield each.told
