"""Checks that what was typed can be true, beside the rating rules: dates, hours, names, lists."""

from generator.model.campaign import Dot
from generator.model.unit import DonViNam
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.rules.date_order import check_order
from generator.rules.date_windows import check_windows
from generator.rules.decided_days import check_decided_days
from generator.rules.hours import check_hours
from generator.rules.names_known import check_names
from generator.rules.no_committee import check_no_committee
from generator.rules.repeats import check_repeats
from generator.rules.two_heads import check_two_heads, check_two_secretaries
from generator.rules.unused import check_unused


def check_plausible(nam: DonViNam, dot: Dot, che_do: CheDo, *, whole: bool = True) -> list[Problem]:
    """Check whether a unit's year can be true.

    Args:
        nam: the unit's year.
        dot: the campaign.
        che_do: the regime of the review year.
        whole: whether every person of the unit could be read; if not, a name that is not there may
            be that of an unread person, and nothing is said of it.

    Returns:
        The problems with paths in the unit's data; severities are those of the catalogue.
    """
    found = [
        *check_windows(nam, dot.nam),
        *check_order(nam, che_do),
        *check_hours(nam),
        *check_repeats(nam),
        *check_unused(nam, dot, che_do),
        *check_no_committee(nam),
        *check_decided_days(nam),
        *check_two_heads(nam),
        *check_two_secretaries(nam),
    ]
    return [*found, *check_names(nam, dot)] if whole else found
