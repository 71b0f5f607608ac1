"""What a unit itself must still hand in: the dossier without the office's own work."""

from dataclasses import replace

from generator.dossier.results import PartVerdict, UnitResult, Verdict
from generator.model import Dot
from generator.model.verdict import GOOD, Ket, worst
from generator.opening.content import REASONS, Refusal
from generator.wording.compare import same

_TO_SEND_AGAIN = {
    reason
    for refusal, reason in REASONS.items()
    if refusal not in {Refusal.QUA_LAU, Refusal.KHONG_DOC_DUOC, Refusal.CHUA_TAI}
}
"""Reasons for not opening a file that only the sender can remedy."""


def still_owed(unit: UnitResult) -> list[Verdict]:
    """Return the items a unit must still hand in or correct.

    Items that the receiving office prepares itself and files it has not reviewed yet are left out;
    a file that could not be opened must be sent again.
    """
    return [each for each in map(_without_own_work, unit.owing()) if each.ket not in GOOD]


def _without_own_work(verdict: Verdict) -> Verdict:
    parts = tuple(map(_as_handed_in, verdict.phan))
    return replace(verdict, phan=parts, ket=worst(each.ket for each in parts))


def _as_handed_in(part: PartVerdict) -> PartVerdict:
    if part.ket is not Ket.CAN_XEM_LAI or part.ly_do in _TO_SEND_AGAIN:
        return part
    return replace(part, ket=Ket.CO)


def overdue(unit: UnitResult) -> list[Verdict]:
    """Return the items owed that are late or have no deadline; empty if none is late."""
    due = [each for each in still_owed(unit) if each.qua_han or each.han is None]
    return due if any(each.qua_han for each in due) else []


def is_own(unit: UnitResult, dot: Dot) -> bool:
    """Return whether a unit is the campaign's own body, which gets no letter."""
    return same(dot.co_quan.ten, unit.cap_uy or unit.ten) or same(dot.co_quan.ten, unit.ten)
