"""The rating rules over all units of a campaign, on data that was just read."""

from collections.abc import Iterator, Sequence

from generator.model import Dot
from generator.model.unit import CaNhan
from generator.problems import Problem
from generator.reading.lines import with_lines
from generator.reading.load import Campaign
from generator.reading.units import Unit, unit_sources
from generator.regulations.in_force import regime_of
from generator.rules.campaign import Member, check_campaign
from generator.rules.subjects import subjects


def over_units(campaign: Campaign, dot: Dot) -> list[Problem]:
    """Return what `check_campaign` finds, with lines, as the check of dossiers tells it.

    Nothing is told unless every unit and person could be read: who seems missing, or to be one too
    many of a group, may stand in what was not.
    """
    units = campaign.units
    lost = len(units) != len(unit_sources(campaign.folder)) or any(each.unread for each in units)
    if lost or not units:
        return []
    regime, _ = regime_of(dot)
    return with_lines(check_campaign(list(_members(units)), regime, dot.nam))


def _members(units: Sequence[Unit]) -> Iterator[Member]:
    for unit in units:
        about, outstanding = unit.data.don_vi, unit.data.noi_troi is not None
        for each in subjects(unit.data):
            person = isinstance(each.data, CaNhan)
            own = unit.persons.get(int(each.path[1])) if person else None
            subject = each._replace(path=()) if own else each
            yield Member(about, outstanding, (own or unit.file).as_posix(), subject)
