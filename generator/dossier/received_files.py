"""What each received file of a unit came to, read out of the verdicts on its dossier."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.dossier.results import UnitResult
from generator.model.verdict import GOOD, WORST_FIRST, Ket
from generator.received.sorting import Certainty, certainty

_PERCENT = re.compile(r"chỉ chắc \d+%: ")


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A received file.

    `la` is the paper it counts as, `muc` its item and `ai` whom it is about (empty: it counts as
    none); `ket` the verdict with its reason `ly_do`; `cach` how it was recognised.
    """

    tep: str
    la: str = ""
    muc: str = ""
    ai: str = ""
    ket: Ket = Ket.CAN_XEM_LAI
    ly_do: str = ""
    chac: Certainty = Certainty.CHUA_CHAC
    cach: str = ""

    @property
    def asks(self) -> bool:
        """Whether somebody must look at it."""
        return self.ket not in GOOD


def received_in(unit: UnitResult) -> list[ReceivedFile]:
    """Return the received files of a unit that its verdicts or its loose files name.

    A file that counts for several items stands with the worst of them. What was only guessed, and
    what another file decides, asks for a look.
    """
    found: dict[str, ReceivedFile] = {}
    for each in _counted(unit):
        known = found.get(each.tep)
        if known is None or WORST_FIRST.index(each.ket) < WORST_FIRST.index(known.ket):
            found[each.tep] = each
    for loose in unit.tep_thua:
        known = found.get(loose.tep, ReceivedFile(loose.tep))
        reason = _PERCENT.sub("chưa chắc: ", loose.ly_do)
        found[loose.tep] = ReceivedFile(
            loose.tep,
            known.la,
            known.muc,
            known.ai,
            _of_loose(known),
            reason,
            known.chac,
            known.cach,
        )
    return list(found.values())


def asking(unit: UnitResult) -> int:
    """Return how many received files of a unit somebody must look at."""
    return sum(each.asks for each in received_in(unit))


def _of_loose(known: ReceivedFile) -> Ket:
    return Ket.CAN_XEM_LAI if known.ket in GOOD else known.ket


def _counted(unit: UnitResult) -> Iterator[ReceivedFile]:
    for verdict in unit.verdicts:
        for part in verdict.phan:
            for proof in part.chung_cu:
                if proof.nguon == "nhan" and proof.tep:
                    chac = certainty(proof.chac_chan)
                    guess = chac is Certainty.CHUA_CHAC
                    yield ReceivedFile(
                        proof.tep,
                        part.ten,
                        verdict.muc,
                        verdict.doi_tuong if verdict.loai_doi_tuong != "don_vi" else "",
                        Ket.CAN_XEM_LAI if guess else part.ket,
                        f"chưa chắc: {proof.noi_dung}" if guess else part.ly_do,
                        chac,
                        proof.noi_dung,
                    )
