"""What a received file may be, and what it is held against."""

import datetime as dt
from dataclasses import dataclass

from generator.model.checklist import ChuKyMuc
from generator.model.verdict import Ket
from generator.regulations.che_do import CheDo


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document a file may be.

    `keys` are the places in the dossier that the document serves and `muc` their item numbers;
    `titles` what it may be called, `form` the regime's form it is, `pattern` the file name that is
    prescribed, `ten` whom or what it is about (empty: the unit).
    """

    keys: tuple[tuple[int, int], ...]
    muc: tuple[str, ...]
    titles: tuple[str, ...]
    form: str | None
    pattern: str
    ten: str


@dataclass(frozen=True, slots=True)
class Match:
    """What a file was taken for, how sure that is in per cent, and why."""

    candidate: Candidate
    chac_chan: int
    cach: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file that is to be a certain document is held against.

    `nam` is the review year; `form` the form it has to be; `titles` what it may be called (empty:
    anything); `ten` whom it is about and `others` who else there is; `noi` names one of which a
    paper of the unit has to bear; `signed` whether it needs a day and a name below; `blocks` titles
    of the confirmations that must be filled in; `signers` who else has to sign;
    `cong_chuc` whether they are rated as a civil servant too; `ngay` the day of the meeting that
    minutes are of; `ket_qua` whether it makes levels known.
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


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that keeps a file from counting; `viec` is what the receiving clerk can do."""

    ket: Ket
    ly_do: str
    viec: str = ""
