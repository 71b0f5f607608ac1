"""What to do next, by deadline: a verb, an object, a unit, and where it is done."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from generator.at_work.board import Board, Cell, Row
from generator.desk.addresses import query, quote
from generator.model import Dot
from generator.model.verdict import GOOD, Ket

MOST = 7
"""Things on a page: more are not read."""

_VERBS = {
    Ket.THIEU: "Bổ sung",
    Ket.SAI_MAU: "Làm lại cho đúng mẫu",
    Ket.CHUA_KY: "Xin ký, xác nhận",
    Ket.THIEU_BAN: "Thêm bản",
    Ket.CAN_XEM_LAI: "Xem lại",
}


class Thing(NamedTuple):
    """A thing to do: its deadline (None: none is set), words, unit (its folder), item.

    Without an item it is done at `den`, below the address of the campaign, before all others.
    """

    han: dt.date | None
    viec: str
    don_vi: str
    thu_muc: str
    muc: str
    den: str = ""


class Deadline(NamedTuple):
    """A deadline of the campaign: its day, what must be done, by whom («» for all)."""

    han: dt.date
    viec: str
    ai: str


def deadlines(dot: Dot | None) -> list[Deadline]:
    """Return the deadlines that the campaign sets, by date, also if no item waits for one."""
    found = dot.thoi_han if dot else ()
    return sorted(Deadline(each.ngay, each.viec, each.ap_dung or "") for each in found)


def things(board: Board) -> list[Thing]:
    """Return everything a unit still owes, the earliest deadline first; errors of data before all.

    What the receiving body prepares is none of them.
    """
    found = [thing for row in board.rows for thing in _of_row(row)]
    return sorted(found, key=lambda each: (bool(each.muc), each.han or dt.date.max))


def by_deadline(found: Iterable[Thing]) -> list[tuple[dt.date | None, list[Thing]]]:
    """Return the first things, grouped by deadline; data to mend (no item) has no deadline."""
    first = list(found)[:MOST]
    return [(han, list(its)) for han, its in groupby(first, key=lambda each: each.han)]


def head(name: str) -> str:
    """Return the short name of an item as it stands on its own, beginning large."""
    found = short(name)
    return found[:1].upper() + found[1:]


def address(thing: Thing) -> str:
    """Return where a thing is done, below the address of the campaign."""
    return thing.den or f"/bang{query(o=thing.muc, don_vi=thing.thu_muc)}"


def _of_row(row: Row) -> Iterable[Thing]:
    if row.loi:
        den = f"/van-de{query(don_vi=row.thu_muc)}"
        yield Thing(None, f"Sửa {row.loi} lỗi dữ liệu", row.ten, row.thu_muc, "", den)
    if not row.co_nguoi:
        den = f"/don-vi/{quote(row.thu_muc)}/them-nguoi"
        yield Thing(None, "Ghi danh sách người", row.ten, row.thu_muc, "", den)
    for cell in row.o:
        if cell.ket not in GOOD and not cell.cua_co_quan:
            yield Thing(cell.han, _words(cell), row.ten, row.thu_muc, cell.muc)


def _words(cell: Cell) -> str:
    count = f"{cell.con} " if cell.con > 1 else ""
    return f"{_VERBS[cell.ket]} {count}{short(cell.ten)}"


def short(name: str) -> str:
    """Return the name of an item up to its first comma or bracket, beginning small."""
    head = (
        name.split("(", maxsplit=1)[0]
        .split(";", maxsplit=1)[0]
        .split(",", maxsplit=1)[0]
        .strip()
        .rstrip(".")
    )
    if len(head) > 60:
        head = head[:60].rsplit(" ", 1)[0] + "…"
    return head[:1].lower() + head[1:] if not head[:2].isupper() else head
