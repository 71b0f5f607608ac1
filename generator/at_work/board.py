"""The board of a campaign: where each unit stands, item by item."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.dossier.received_files import asking
from generator.dossier.results import NOBODY, UNJUDGED, UNREAD, CheckedCampaign, UnitResult, Verdict
from generator.model.verdict import GOOD, Ket, worst
from generator.problems import Problem, Severity


class UnitName(NamedTuple):
    """A unit of the campaign: its code, its name, the name of its folders (unlike codes unique)."""

    ma: str
    ten: str
    thu_muc: str


class Changed(NamedTuple):
    """What others changed since it was last asked for: units by folder, and what all share."""

    units: tuple[str, ...]
    common: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """An item of the checklist in one unit.

    `ket` is the worst verdict over its `so` subjects, of which `con` are not satisfied and `can`
    need it at all; `han` is the first deadline of those, `cua_co_quan` whether the receiving
    office prepares it.
    """

    muc: str
    ten: str
    ket: Ket
    so: int
    con: int
    can: int
    han: dt.date | None
    cua_co_quan: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A unit on the board.

    `du` is whether its dossier is complete, `loi` and `canh_bao` count its findings, `han` is the
    first deadline of what it lacks, `doc_luc` the time from which on its own papers were read;
    `tep_can_xem` counts the received files that somebody must look at; `co_nguoi` is whether the
    unit names anybody whose dossier is asked for.
    """

    ma: str
    ten: str
    thu_muc: str
    o: tuple[Cell, ...]
    du: bool
    loi: int
    canh_bao: int
    con_no: int
    kiem_duoc: bool
    han: dt.date | None
    ngay_nop: dt.date | None
    doc_luc: dt.datetime
    tep_can_xem: int = 0
    co_nguoi: bool = True


@dataclass(frozen=True, slots=True)
class Board:
    """All units of a campaign and the findings over them.

    `dot` is None, with the problems that say why, if the campaign cannot be checked; `con_lai`
    counts the units that were not looked at because the look was stopped: `problems` then lack the
    findings that need all units.
    """

    dot: CheckedCampaign | None
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    con_lai: int = 0


def row_of(unit: UnitResult, read_at: dt.datetime) -> Row:
    """Return the row of a unit; its own papers were read at `read_at` or later."""
    items: dict[str, list[Verdict]] = {}
    for each in unit.verdicts:
        items.setdefault(each.muc, []).append(each)
    severities = [each.severity for each in _causes(unit.problems)]
    owing = unit.owing()
    return Row(
        unit.ma,
        unit.ten,
        unit.thu_muc,
        tuple(_cell(muc, its) for muc, its in items.items()),
        unit.is_complete(),
        severities.count(Severity.ERROR),
        severities.count(Severity.WARNING),
        len(owing),
        not any(each.code in UNJUDGED for each in unit.problems),
        min((each.han for each in owing if each.han), default=None),
        unit.ngay_nop,
        read_at,
        asking(unit),
        not any(each.code == NOBODY for each in unit.problems),
    )


def _causes(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out that a file could not be read where an error says why."""
    told = list(problems)
    why = any(each.severity is Severity.ERROR and each.code not in UNREAD for each in told)
    return [each for each in told if not (why and each.code in UNREAD)]


def _cell(muc: str, its: list[Verdict]) -> Cell:
    open_ones = [each for each in its if each.ket not in GOOD]
    return Cell(
        muc,
        its[0].ten,
        worst(each.ket for each in its),
        len(its),
        len(open_ones),
        sum(each.ket is not Ket.KHONG_AP_DUNG for each in its),
        min((each.han for each in open_ones if each.han), default=None),
        all(each.cua_co_quan for each in its),
    )
