"""Asks about a person whom a list puts into another chi bộ: a member belongs to one of them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.problems import Place, Problem, problem
from generator.wording.compare import after, fold

_WHOLE = 2
"""Strokes in a day of birth that is known whole: «05/12/1970»."""


class Newcomer(NamedTuple):
    """A person whom a line would add to a unit."""

    dong: int
    ai: str
    sinh: str
    don_vi: str


def may_move(birth: str, unit: str, units: Mapping[str, str]) -> bool:
    """Return whether a person is known well enough, and the unit a chi bộ by its name."""
    return birth.count("/") == _WHOLE and after(units.get(unit, ""), "Chi bộ") is not None


def of_another(who: Newcomer, there: Iterable[str], units: Mapping[str, str]) -> Problem | None:
    """Ask about a new person of a chi bộ who is in another one of the data.

    Args:
        who: the person.
        there: the units that have somebody of this name, born on this day.
        units: names of the units by code.

    Returns:
        KD867; None where the unit is no chi bộ, or no other chi bộ has the person.
    """
    if not may_move(who.sinh, who.don_vi, units):
        return None
    for other in there:
        if other != who.don_vi and may_move(who.sinh, other, units):
            return _asked(who, units, f"dữ liệu đang ghi ở «{units[other]}»")
    return None


def in_two(people: Iterable[Newcomer], units: Mapping[str, str]) -> dict[int, Problem]:
    """Return what is asked, by line, about people whom a workbook adds to two chi bộ."""
    same_one: dict[tuple[str, str], list[Newcomer]] = {}
    for each in people:
        if may_move(each.sinh, each.don_vi, units):
            same_one.setdefault((fold(each.ai), each.sinh), []).append(each)
    return {
        each.dong: _asked(each, units, f"dòng khác của bảng ghi ở «{units[others[0]]}»")
        for its in same_one.values()
        for each in its
        if (others := [one.don_vi for one in its if one.don_vi != each.don_vi])
    }


def _asked(who: Newcomer, units: Mapping[str, str], now: str) -> Problem:
    told = {"ai": who.ai, "sinh": who.sinh, "bang": units[who.don_vi], "nay": now}
    return problem("KD867", Place(), **told)
