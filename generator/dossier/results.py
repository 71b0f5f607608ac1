"""What a check comes to: a verdict for each item of the checklist and each subject, by unit."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from generator.model.checklist import CO_QUAN_NHAN
from generator.model.verdict import GOOD, TEN, Ket
from generator.problems import Problem
from generator.wording.compare import same

UNJUDGED = frozenset({"KD722", "KD725"})
"""Problems of a unit whose dossier could not be judged, or not that of one of its people."""

Nguon = Literal["tao", "nhan", "giay", "ghi"]
"""Where evidence comes from: built here, received as a file, on paper, a recorded reason."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a verdict rests on.

    `tep` is the path of the file, empty for paper; `noi_dung` says in words what it is;
    `chac_chan` how sure it is, in per cent, that the file is this document.
    """

    nguon: Nguon
    noi_dung: str
    tep: str = ""
    chac_chan: int = 100


@dataclass(frozen=True, slots=True)
class PartVerdict:
    """The verdict on one document of an item.

    `ly_do` says why, fit for a letter; `viec` what the clerk who keeps the data can do; of the
    evidence that which decides comes first. `tep` are the files the document consists of, as they
    go into a pack: none that is worse than what decides, and none for paper.
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

    `muc` is the item's number («1.2»; «3.6/1.2» for item 1.2 asked for by 3.6), `ten` its literal
    text, `doi_tuong` the person, collective or unit, `can_cu` the clause that asks for it and
    `nguon` the mark of how well it is known; `so_bo` copies are asked for; late from `han` on;
    `nguoi_nop` hands it in, empty for the unit.
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
        """Why, in one sentence each for the documents that are not in order."""
        mixed = self.is_mixed()
        said = [
            ": ".join(filter(None, (
                each.ten if len(self.phan) > 1 else "", TEN[each.ket] if mixed else "", each.ly_do,
            )))
            for each in self._told()
        ]  # fmt: skip
        return "; ".join(dict.fromkeys(filter(None, said)))

    @property
    def viec(self) -> str:
        """What to do about the documents that are not in order."""
        return "; ".join(dict.fromkeys(filter(None, (each.viec for each in self._told()))))

    @property
    def cua_co_quan(self) -> bool:
        """Whether the receiving office draws the item up itself."""
        return same(self.nguoi_nop, CO_QUAN_NHAN)

    def kinds(self) -> set[Ket]:
        """Return the verdicts on its documents, its own among them."""
        return {self.ket, *(each.ket for each in self.phan)}

    def is_mixed(self) -> bool:
        """Say whether its documents fail in several ways, which `ly_do` then names."""
        return len({each.ket for each in self._told()}) > 1

    def _told(self) -> list[PartVerdict]:
        """Return the documents that still need something; of an item in order those that decide."""
        open_ones = [each for each in self.phan if each.ket not in GOOD]
        return open_ones or [each for each in self.phan if each.ket is self.ket]


@dataclass(frozen=True, slots=True)
class LooseFile:
    """A received file that serves no item, and why; `tep` is its path."""

    tep: str
    ly_do: str


@dataclass(frozen=True, slots=True)
class UnitResult:
    """The check of one unit.

    `thu_muc` is its folder below the output folder and `cap_uy` the name of its committee; `han`
    the first deadline of its dossier and `ngay_nop` the day it was handed in; `problems` what data
    and rating rules have to say.
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
        """Return the items that still have to be mended, drawn up or handed in."""
        return [each for each in self.verdicts if each.ket not in GOOD]

    def owing(self) -> list[Verdict]:
        """Return those of them that are the unit's, not the receiving office's."""
        return [each for each in self.lacking() if not each.cua_co_quan]

    def is_complete(self) -> bool:
        """Say whether the unit has nothing left to hand in, and everybody's dossier was judged."""
        judged = not any(each.code in UNJUDGED for each in self.problems)
        return judged and bool(self.verdicts) and not self.owing()


@dataclass(frozen=True, slots=True)
class CheckedCampaign:
    """What all units of a campaign were held against.

    `ten` is the campaign's, `danh_muc` the name of the checklist and `can_cu` the document it came
    with (`la_phu_luc`: as its annex); `tinh_den` the day the check answers for; `problems` what
    concerns the whole campaign.
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
        """The checklist as it is cited: the document that sets it out, or the annex of one."""
        return f"{self.danh_muc} kèm theo {self.can_cu}" if self.la_phu_luc else self.can_cu

    def handed_in(self, unit: UnitResult) -> dt.date | None:
        """Return the day a unit handed in, None when that day is still to come."""
        return unit.ngay_nop if unit.ngay_nop and unit.ngay_nop <= self.tinh_den else None
