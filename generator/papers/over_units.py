"""The rating rules over all units of a campaign, on data that was just read."""

from generator.model import Dot
from generator.problems import Problem
from generator.reading.lines import with_lines
from generator.reading.load import Campaign
from generator.reading.units import unit_sources
from generator.regulations.in_force import regime_of
from generator.rules.campaign import check_campaign
from generator.rules.members import as_members, members_of


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
    members = [each for unit in units for each in as_members(members_of(unit, whole=True))]
    return with_lines(check_campaign(members, regime, dot.nam))
