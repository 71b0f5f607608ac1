"""The rating rules R01–R20: each is a pure function that checks a unit's year."""

from collections.abc import Callable, Collection, Iterator

from generator.model.campaign import Dot
from generator.model.unit import DonViNam
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.rules.cap import r07_cap
from generator.rules.confirmations import r16_confirmations
from generator.rules.criteria import r05_ticks
from generator.rules.deadlines import r14_deadlines
from generator.rules.discipline import r08_discipline
from generator.rules.earlier import r17_earlier
from generator.rules.excluded import r09_excluded
from generator.rules.forms import r10_form, r19_annex
from generator.rules.heads import r06_head
from generator.rules.legal_basis import r18_legal_basis
from generator.rules.levels import r01_levels
from generator.rules.meetings import r12_order, r13_draft
from generator.rules.points import r02_points, r03_band
from generator.rules.residence import r20_residence
from generator.rules.suggestions import r11_answers
from generator.rules.tasks import r04_conditions
from generator.rules.votes import r15_votes

__all__ = ["RULES", "check_unit"]

RULES: dict[str, Callable[[DonViNam, Dot, CheDo], Iterator[Problem]]] = {
    "R01": r01_levels,
    "R02": r02_points,
    "R03": r03_band,
    "R04": r04_conditions,
    "R05": r05_ticks,
    "R06": r06_head,
    "R07": r07_cap,
    "R08": r08_discipline,
    "R09": r09_excluded,
    "R10": r10_form,
    "R11": r11_answers,
    "R12": r12_order,
    "R13": r13_draft,
    "R14": r14_deadlines,
    "R15": r15_votes,
    "R16": r16_confirmations,
    "R17": r17_earlier,
    "R18": r18_legal_basis,
    "R19": r19_annex,
    "R20": r20_residence,
}
"""Every rule by its code."""


def check_unit(
    nam: DonViNam, dot: Dot, che_do: CheDo, only: Collection[str] = RULES
) -> list[Problem]:
    """Check a unit's year against the rating rules of its regime.

    Args:
        nam: the unit's year, with the inherited values of its persons filled in.
        dot: the campaign.
        che_do: the regime of the review year; rules that it does not list, or lists with `khong`,
            are skipped.
        only: the codes of the rules to apply.

    Returns:
        The problems in the order of the rules, with paths in the unit's data.
    """
    return [
        found
        for code, check in RULES.items()
        if code in only and (weight := che_do.quy_tac.get(code)) and weight.muc_do != "khong"
        for found in check(nam, dot, che_do)
    ]
