"""Data types: the documents a file may be, the requirements it must meet, and the findings."""

import datetime as dt
from dataclasses import dataclass

from generator.model.birth import NgaySinh
from generator.model.checklist import ChuKyMuc
from generator.model.verdict import Ket
from generator.regulations.che_do import BieuMau, CheDo


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that a file may be.

    `keys` are the places in the dossier that the document fills and `muc` their item numbers;
    `titles` are its possible titles, `form` the key of its form in the regime, `pattern` the
    prescribed file name, `ten` the person or body that it is about (empty: the unit); `tep` are the
    file names that this program gives the document, without ending.
    """

    keys: tuple[tuple[int, int], ...]
    muc: tuple[str, ...]
    titles: tuple[str, ...]
    form: str | None
    pattern: str
    ten: str
    tep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """The document a file was identified as (`candidate`), the certainty in percent, and why."""

    candidate: Candidate
    chac_chan: int
    cach: str


@dataclass(frozen=True, slots=True)
class Expected:
    """The requirements for a file that should be a certain document.

    `nam` is the review year; `form` the key of the required form; `titles` the allowed titles
    (empty: any); `ten` the person it is about and `others` the other persons of the unit; `noi`
    names of the unit, one of which its paper must contain; `signed` whether a date and a signer's
    name are required; `blocks` the titles of the confirmations that must be filled in; `signers`
    who else must sign; `cong_chuc` whether the person is also rated as a civil servant; `ngay` the
    meeting day that minutes must state; `ket_qua` whether the paper announces rating levels;
    `tu_do` whether any paper will do («Các văn bản khác»); `sinh`, `chi_bo` and `don_vi` are what
    the data knows of the person's birth, chi bộ and place of work, `tren` the bodies above the
    unit; `goi_y` whether a superior suggested points to explain.
    """

    nam: int
    che_do: CheDo
    form: str | None = None
    titles: tuple[str, ...] = ()
    ten: str = ""
    others: tuple[str, ...] = ()
    noi: tuple[str, ...] = ()
    signed: bool = True
    blocks: tuple[str, ...] = ()
    signers: tuple[ChuKyMuc, ...] = ()
    cong_chuc: bool = True
    ngay: dt.date | None = None
    ket_qua: bool = False
    tu_do: bool = False
    sinh: NgaySinh | None = None
    chi_bo: str = ""
    don_vi: str = ""
    tren: tuple[str, ...] = ()
    goi_y: bool = False

    @property
    def bieu_mau(self) -> BieuMau | None:
        """The required form; None: any."""
        return self.che_do.bieu_mau[self.form] if self.form else None


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason why a file is not accepted; `viec` is what the receiving clerk can do."""

    ket: Ket
    ly_do: str
    viec: str = ""
