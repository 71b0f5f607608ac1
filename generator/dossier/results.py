"""The results of a check: for each unit a verdict on each checklist item and subject."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from generator.model.checklist import CO_QUAN_NHAN
from generator.model.verdict import GOOD, TEN, Ket
from generator.problems import Problem
from generator.wording.compare import same

UNREAD = frozenset({"KD722", "KD725"})
"""Problems which mean that a file of the data could not be read."""
NOBODY = "KD752"
"""The problem of a unit that names nobody whose dossier could be judged."""

UNJUDGED = UNREAD | {"KD541", NOBODY}
"""Problems which mean that the dossier of a unit, or of one of its persons, was not judged."""

Nguon = Literal["tao", "nhan", "giay", "ghi"]
"""The source of evidence: generated here, received as a file, on paper, a recorded reason."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of evidence for a verdict.

    `tep` is the path of the file, empty for paper; `noi_dung` describes it in words; `chac_chan` is
    the certainty in per cent that the file is this document. A draft (`du_thao`) goes into no pack.
    """

    nguon: Nguon
    noi_dung: str
    tep: str = ""
    chac_chan: int = 100
    du_thao: bool = False


@dataclass(frozen=True, slots=True)
class PartVerdict:
    """The verdict on one document of an item.

    `ly_do` is the reason, worded for a letter; `viec` what the clerk who keeps the data can do;
    `chung_cu` starts with the decisive evidence. `tep` are the files to put into a pack: only those
    of the decisive verdict, and none for paper.
    """

    ten: str
    ket: Ket
    ly_do: str = ""
    viec: str = ""
    chung_cu: tuple[Evidence, ...] = ()
    tep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one item of the checklist for one subject.

    `muc` is the item's number («1.2»; «3.6/1.2» for item 1.2 required by 3.6), `ten` its literal
    text, `doi_tuong` the person, collective or unit, `can_cu` the clause that requires it and
    `nguon` the mark of how reliable that source is; `so_bo` copies are required; it is late from
    the day `han` on; `nguoi_nop` hands it in, empty for the unit.
    """

    muc: str
    ten: str
    doi_tuong: str
    loai_doi_tuong: Literal["ca_nhan", "tap_the", "don_vi"]
    ket: Ket
    can_cu: str
    nguon: str
    so_bo: int = 1
    han: dt.date | None = None
    qua_han: bool = False
    gui_ve: str = ""
    nguoi_nop: str = ""
    phan: tuple[PartVerdict, ...] = ()

    @property
    def ly_do(self) -> str:
        """The reasons, one sentence for each document that is not satisfied."""
        mixed = self.is_mixed()
        said = [
            ": ".join(
                filter(
                    None,
                    (
                        each.ten if len(self.phan) > 1 else "",
                        TEN[each.ket] if mixed else "",
                        each.ly_do,
                    ),
                )
            )
            for each in self._told()
        ]
        return "; ".join(dict.fromkeys(filter(None, said)))

    @property
    def viec(self) -> str:
        """What to do about the documents that are not satisfied."""
        return "; ".join(dict.fromkeys(filter(None, (each.viec for each in self._told()))))

    @property
    def cua_co_quan(self) -> bool:
        """Whether the receiving office prepares the item itself."""
        return same(self.nguoi_nop, CO_QUAN_NHAN)

    def kinds(self) -> set[Ket]:
        """Return the verdicts on its documents, including its own."""
        return {self.ket, *(each.ket for each in self.phan)}

    def is_mixed(self) -> bool:
        """Return whether its documents fail in several ways, which `ly_do` then names."""
        return len({each.ket for each in self._told()}) > 1

    def _told(self) -> list[PartVerdict]:
        """Return the unsatisfied documents; if there are none, those that decide the verdict."""
        open_ones = [each for each in self.phan if each.ket not in GOOD]
        return open_ones or [each for each in self.phan if each.ket is self.ket]


@dataclass(frozen=True, slots=True)
class LooseFile:
    """A received file that satisfies no item, and the reason; `tep` is its path."""

    tep: str
    ly_do: str


@dataclass(frozen=True, slots=True)
class UnitResult:
    """The check of one unit.

    `thu_muc` is its folder below the output folder and `cap_uy` the name of its committee; `han` is
    the first deadline of its dossier and `ngay_nop` the date it was handed in; `problems` are those
    of the data and of the rating rules.
    """

    ma: str
    ten: str
    thu_muc: str
    verdicts: tuple[Verdict, ...] = ()
    tep_thua: tuple[LooseFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    han: dt.date | None = None
    ngay_nop: dt.date | None = None
    cap_uy: str = ""

    def lacking(self) -> list[Verdict]:
        """Return the items that are not satisfied."""
        return [each for each in self.verdicts if each.ket not in GOOD]

    def owing(self) -> list[Verdict]:
        """Return the unsatisfied items that the unit, not the receiving office, must provide."""
        return [each for each in self.lacking() if not each.cua_co_quan]

    def is_complete(self) -> bool:
        """Return whether the unit owes nothing and every person's dossier was judged."""
        judged = not any(each.code in UNJUDGED for each in self.problems)
        return judged and bool(self.verdicts) and not self.owing()


@dataclass(frozen=True, slots=True)
class CheckedCampaign:
    """What all units of a campaign were checked against.

    `ten` is the campaign's name, `danh_muc` that of the checklist and `can_cu` the document it came
    with (`la_phu_luc`: as its annex); `tinh_den` is the date of the check; `problems` are those of
    the whole campaign.
    """

    ten: str
    nam: int
    danh_muc: str
    can_cu: str
    nguon: str
    tinh_den: dt.date
    problems: tuple[Problem, ...] = ()
    la_phu_luc: bool = False

    @property
    def trich_dan(self) -> str:
        """The citation of the checklist: the document that contains it, or the annex of one."""
        return f"{self.danh_muc} kèm theo {self.can_cu}" if self.la_phu_luc else self.can_cu

    def handed_in(self, unit: UnitResult) -> dt.date | None:
        """Return the date a unit handed in its dossier; None if that date is in the future."""
        return unit.ngay_nop if unit.ngay_nop and unit.ngay_nop <= self.tinh_den else None
