"""Derives verdicts: the best proof of each document, the worst document of each item.

Opens no files; everything it weighs is passed in as a `Proof`.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.checklists.required import Need, Requirement
from generator.dossier.results import Evidence, PartVerdict, Verdict
from generator.model.verdict import WORST_FIRST, Ket, worst
from generator.received.identify import THRESHOLD
from generator.wording.dates import short_date


@dataclass(frozen=True, slots=True)
class Proof:
    """Evidence that a document exists.

    `kem` is evidence for further files of the document (of two letters the second); `ket` is the
    verdict of this proof alone, `ly_do` its reason and `viec` what to do; `so_ban` counts paper
    copies, None if no paper was recorded; `ngay` is the date it was handed in, None if unknown.
    """

    chung_cu: Evidence
    ket: Ket = Ket.CO
    ly_do: str = ""
    viec: str = ""
    so_ban: int | None = None
    ngay: dt.date | None = None
    kem: tuple[Evidence, ...] = ()

    @property
    def chung_cus(self) -> tuple[Evidence, ...]:
        """All evidence of this proof."""
        return self.chung_cu, *self.kem


Proofs = Mapping[int, Sequence[Proof]]
"""The proofs of each document of a requirement, by its index in `can`."""


def verdict(asked: Requirement, proofs: Proofs, can_cu: str, day: dt.date) -> Verdict:
    """Judge one item for one subject.

    Args:
        asked: the item with its documents.
        proofs: the proofs of each of them.
        can_cu: the document the checklist came with.
        day: the date of the check.

    Returns:
        The verdict; the worst of its documents decides.
    """
    parts = tuple(_part(need, proofs.get(index, ()), asked) for index, need in enumerate(asked.can))
    ket = worst(each.ket for each in parts)
    return Verdict(
        muc=asked.item.ma,
        ten=asked.item.ten,
        doi_tuong=asked.ten,
        loai_doi_tuong=asked.cho,
        ket=ket,
        can_cu=f"{can_cu}, mục {asked.item.ma}",
        nguon=asked.item.nguon,
        so_bo=asked.item.so_bo,
        han=asked.han,
        qua_han=asked.han is not None and day >= asked.han,
        gui_ve=asked.gui_ve,
        nguoi_nop=asked.item.nguoi_nop,
        phan=parts,
    )


def _part(need: Need, proofs: Sequence[Proof], asked: Requirement) -> PartVerdict:
    # An exempt document stays exempt, even if something was handed in.
    if need.mien:
        reason = Evidence("ghi", need.mien)
        return PartVerdict(need.ten, Ket.KHONG_AP_DUNG, need.mien, chung_cu=(reason,))
    if not proofs and need.doc.neu_co:
        return PartVerdict(need.ten, Ket.KHONG_AP_DUNG, "nếu có; không thấy nộp")
    if not proofs:
        return PartVerdict(need.ten, Ket.THIEU)
    weighed = [_late(each, asked.han) for each in _with_papers(proofs, asked.item.so_bo)]
    weighed.sort(key=lambda each: -WORST_FIRST.index(each.ket))
    best = weighed[0]
    evidence = tuple(said for each in weighed for said in each.chung_cus)
    files = _files(each for each in weighed if each.ket is best.ket)
    return PartVerdict(need.ten, best.ket, best.ly_do, best.viec, evidence, files)


def _files(deciding: Iterable[Proof]) -> tuple[str, ...]:
    """Prefer received files, as they are the signed ones, to generated files; leave out drafts."""
    said = [
        each
        for proof in deciding
        for each in proof.chung_cus
        if each.tep and not each.du_thao and each.chac_chan >= THRESHOLD
    ]
    came = [each for each in said if each.nguon == "nhan"]
    return tuple(dict.fromkeys(each.tep for each in came or said))


def _with_papers(proofs: Sequence[Proof], asked: int) -> list[Proof]:
    """Apply the recorded date and number of paper copies to the proofs.

    Copies handed in at several times are added up; the date is that of the last ones.
    """
    papers = [each for each in proofs if each.so_ban is not None]
    given = sum(each.so_ban or 0 for each in papers)
    last = max((each.ngay for each in papers if each.ngay), default=None)
    dated = [replace(each, ngay=last or each.ngay) for each in proofs]
    if not papers or given >= asked:
        return dated
    reason = f"mới có {given} bản, phải nộp {asked} bản"
    whole = {Ket.CO, Ket.CAN_XEM_LAI}
    return [
        replace(each, ket=Ket.THIEU_BAN, ly_do=reason, viec="") if each.ket in whole else each
        for each in dated
    ]


def _late(proof: Proof, due: dt.date | None) -> Proof:
    if due is None or proof.ngay is None or proof.ngay < due or proof.ket is not Ket.CO:
        return proof
    day = short_date(proof.ngay)
    if proof.ngay == due:
        reason = f"nộp đúng ngày {day}; «trước ngày {short_date(due)}» không tính ngày này"
    else:
        reason = f"nộp ngày {day}, hạn là trước ngày {short_date(due)}"
    return replace(proof, ket=Ket.NOP_MUON, ly_do=reason)
