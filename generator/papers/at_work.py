"""A unit opened once, for everything that is asked of it: problems, plan, papers, dossier."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.checklists.required import Asking, Requirement
from generator.model import Dot
from generator.papers.paper import Paper
from generator.papers.plan import EVERYTHING, Planned, Selection, unit_plan
from generator.papers.unit_papers import unit_papers, unit_problems
from generator.papers.unit_year import UnitYear
from generator.problems import Problem
from generator.reading.data_file import ReadResult, read_data
from generator.reading.load import Unit
from generator.reading.units import UnitSource, read_unit
from generator.regulations.in_force import regime_of

Reader = Callable[[Path, str], ReadResult]
"""Reads one data file; the second argument is its name in problems."""


@dataclass(frozen=True)
class UnitAtWork:
    """A unit with its campaign, for a selection of its papers.

    `asking` is the checklist of the campaign. Each part is worked out when it is first asked for,
    and once.
    """

    unit: Unit
    year: UnitYear
    asking: Asking
    wanted: Selection = EVERYTHING

    @cached_property
    def problems(self) -> list[Problem]:
        """The problems of its data by forms, rules and likelihood, with places."""
        return unit_problems(self.unit, self.year)

    @cached_property
    def asked(self) -> list[Requirement]:
        """What the checklist asks of it."""
        return self.asking.of(self.unit.data, self.year.che_do, self.year.dot)

    @cached_property
    def plan(self) -> list[Planned]:
        """The selected papers in the order of the dossier."""
        return list(unit_plan(self.year, self.wanted, self.asked))

    @cached_property
    def _made(self) -> tuple[list[Paper], list[Problem]]:
        return unit_papers(self.unit, self.year, self.plan)

    @property
    def papers(self) -> list[Paper]:
        """Those of the plan that can be generated."""
        return self._made[0]

    @property
    def lacking(self) -> list[Problem]:
        """What the others lack, which are drafts, which have gaps; with places."""
        return self._made[1]


def at_work(unit: Unit, dot: Dot, asking: Asking, wanted: Selection = EVERYTHING) -> UnitAtWork:
    """Return a unit that was read, for a selection of its papers."""
    regime, _ = regime_of(dot)
    return UnitAtWork(unit, UnitYear(unit.data, dot, regime, wanted.blank), asking, wanted)


def open_unit(
    source: UnitSource,
    dot: Dot,
    asking: Asking,
    wanted: Selection = EVERYTHING,
    read: Reader = read_data,
) -> tuple[UnitAtWork | None, list[Problem]]:
    """Read a unit.

    Args:
        source: its files.
        dot: its campaign.
        asking: the checklist of the campaign.
        wanted: which papers.
        read: how a data file is read.

    Returns:
        The unit, or None if its own file cannot be read; and the problems of reading.
    """
    unit, problems = read_unit(source, dot, read)
    return (at_work(unit, dot, asking, wanted) if unit else None), problems
