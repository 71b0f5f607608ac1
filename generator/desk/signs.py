"""How a state is shown: a sign, a word and a colour together, loud only where work is due.

A verdict stays what `check` says; its loudness follows the deadline: what is missing is red from a
week before its day on, and grey with its day before that.
"""

import datetime as dt
from typing import NamedTuple

from generator.at_work.board import Cell, Row
from generator.dossier.built import State
from generator.model.verdict import GOOD, Ket
from generator.problems import Severity
from generator.wording.dates import short_date

SOON = dt.timedelta(days=7)


class Sign(NamedTuple):
    """A sign (`dau`: its picture), the word beside it, and whether it is `on` quietly in order."""

    dau: str
    chu: str

    @property
    def loud(self) -> bool:
        """Whether it asks for work."""
        return self.dau not in {"du", "khong", "cho", "tren"}


NOBODY = Sign("thieu", "Chưa ghi người")
"""Of a unit that names nobody whose dossier is asked for."""

UNFINISHED = Sign("dang", "Chưa đủ nội dung")
"""Of a paper that its form has too little for yet."""

_WORDS = {
    Ket.SAI_MAU: ("sai", "Sai mẫu"),
    Ket.CHUA_KY: ("chua-ky", "Chưa ký"),
    Ket.THIEU_BAN: ("thieu-ban", "Thiếu bản"),
    Ket.CAN_XEM_LAI: ("xem", "Xem lại"),
    Ket.NOP_MUON: ("muon", "Nộp muộn"),
}


def of_verdict(ket: Ket, count: int, han: dt.date | None, day: dt.date, *, office: bool) -> Sign:
    """Return the sign of a verdict.

    Args:
        ket: the verdict.
        count: how many it is about; told from two on.
        han: the deadline.
        day: the day of the look.
        office: whether the receiving body prepares it.
    """
    number = f" {count}" if count > 1 else ""
    if ket is Ket.KHONG_AP_DUNG:
        return Sign("khong", "Không cần")
    if ket is Ket.CO:
        return Sign("du", f"Đủ{number}")
    if ket is not Ket.THIEU:
        sign, word = _WORDS[ket]
        return Sign(sign, f"{word}{number}")
    if office:
        return Sign("tren", "Cấp trên lập")
    if han is None:
        return Sign("cho", f"Chưa có{number}")
    if han - day > SOON:
        return Sign("cho", f"Hạn {han.day}/{han.month}")
    return Sign("thieu", f"Thiếu{number}")


def of_received(ket: Ket) -> Sign:
    """Return the sign of a received file."""
    if ket in {Ket.CO, Ket.KHONG_AP_DUNG}:
        return Sign("du", "Đạt")
    return Sign("xem", "Cần xem") if ket is Ket.CAN_XEM_LAI else Sign(*_WORDS[ket])


def of_cell(cell: Cell, day: dt.date) -> Sign:
    """Return the sign of a cell of the board."""
    count = cell.can if cell.ket in GOOD else cell.con
    return of_verdict(cell.ket, count, cell.han, day, office=cell.cua_co_quan)


def of_row(row: Row, day: dt.date) -> str:
    """Return under which filter a unit falls: its loudest state."""
    if row.loi or not (row.kiem_duoc or not row.co_nguoi):
        return "sai"
    if not row.co_nguoi:
        return "thieu"
    signs = {of_cell(each, day).dau for each in row.o}
    for sign in ("thieu", "sai", "xem", "chua-ky", "thieu-ban"):
        if sign in signs:
            return sign
    return "du" if row.du else "cho"


_PAPERS = {
    State.MOI: Sign("du", "Mới nhất"),
    State.CU: Sign("muon", "Dữ liệu đã đổi"),
    State.CHUA_TAO: Sign("cho", "Chưa tạo"),
    State.SUA_TAY: Sign("khong", "Đã sửa tay"),
    State.HONG: Sign("sai", "Tệp hỏng"),
}


def of_paper(state: State, *, draft: bool, makeable: bool) -> Sign:
    """Return the sign of a paper on the disk."""
    if draft and state in {State.MOI, State.CU}:
        return Sign("dang", "Dự thảo")
    if not makeable and state is State.CHUA_TAO:
        return Sign("thieu", "Chưa đủ dữ liệu")
    return _PAPERS.get(state, Sign("xem", "Cần xem"))


def of_severity(severity: Severity) -> Sign:
    """Return the sign of a finding."""
    return {
        Severity.ERROR: Sign("sai", "Lỗi"),
        Severity.WARNING: Sign("canh-bao", "Cảnh báo"),
        Severity.ACCEPTED: Sign("khong", "Đã ghi lý do"),
    }[severity]


def until(han: dt.date | None, day: dt.date) -> str:
    """Return a deadline as the page says it («hạn 10/12, còn 2 ngày»)."""
    if han is None:
        return "chưa ghi hạn"
    left = (han - day).days
    said = f"hạn {short_date(han)}"
    if left < 0:
        return f"{said}, quá {-left} ngày"
    return f"{said}, hôm nay" if left == 0 else f"{said}, còn {left} ngày"
