"""Describes what is still missing, in the same words on the terminal and in Word documents."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.dossier.results import NOBODY, UNREAD, UnitResult, Verdict
from generator.model.checklist import CO_QUAN_NHAN
from generator.model.verdict import TEN, Ket

_SHORT = 90
_IF_ANY = "(nếu có)"


@dataclass(frozen=True, slots=True)
class Lack:
    """Something to do: an item, its defect, and the persons or collectives (empty for the unit).

    `noi` describes the defect and its reason, `viec` what to do; `qua_han` is the deadline, None if
    it has not passed; `cua_co_quan` means that the receiving office prepares the item itself.
    """

    muc: str
    ten: str
    ket: Ket
    noi: str
    viec: str
    ai: tuple[str, ...]
    qua_han: dt.date | None
    gui_ve: str
    cua_co_quan: bool


def lacks(verdicts: Iterable[Verdict], again: str = TEN[Ket.CAN_XEM_LAI]) -> list[Lack]:
    """Group the subjects with the same defect for the same reason, in the order of the items.

    Args:
        verdicts: of a unit.
        again: the words for the verdict «cần xem lại».
    """
    found: dict[tuple[object, ...], list[Verdict]] = {}
    for each in verdicts:
        found.setdefault((each.muc, each.ket, each.ly_do, each.viec), []).append(each)
    return [
        Lack(
            first.muc,
            first.ten,
            first.ket,
            _said(first, again),
            first.viec,
            tuple(each.doi_tuong for each in alike if each.loai_doi_tuong != "don_vi"),
            first.han if first.qua_han else None,
            first.gui_ve,
            first.cua_co_quan,
        )
        for alike in found.values()
        for first in alike[:1]
    ]


def _said(verdict: Verdict, again: str) -> str:
    """Describe a verdict and its reason: «thiếu: Biểu 6B», «Biểu 6B: thiếu; Biểu 6D: sai mẫu».

    What is not signed says so by its reason alone: «chưa ghi ngày».
    """
    word = again if verdict.ket is Ket.CAN_XEM_LAI else TEN[verdict.ket]
    told = verdict.is_mixed() or (verdict.ket is Ket.CHUA_KY and bool(verdict.ly_do))
    return ": ".join(filter(None, ("" if told else word, verdict.ly_do)))


def item_name(ten: str, longest: int = 0) -> str:
    """Shorten the text of an item to its name, without final punctuation and «(nếu có)».

    Args:
        ten: the text in the checklist.
        longest: maximum number of characters, cut at a space; 0 for no limit.
    """
    name = ten.rstrip(" .;,").removesuffix(_IF_ANY).rstrip(" .;,")
    if longest and len(name) > longest:
        name = name[: longest - 1].rsplit(" ", 1)[0].rstrip(" .;,(") + "…"
    return name


def what_lacks(unit: UnitResult) -> list[str]:
    """Describe what a unit lacks, line by line: «Mục 2 (Bản nhận xét …): thiếu (Lê Thu Cúc)».

    Items that the receiving office prepares itself are left out, and so are the reasons of files it
    has yet to review.
    """
    unread = [Path(each.place.file or "").name for each in unit.problems if each.code in UNREAD]
    if not unit.verdicts:
        reason = "dữ liệu của đơn vị có lỗi" if unread else "danh mục không có mục nào cho đơn vị"
        return [f"Chưa kiểm tra được vì {reason}"]
    nobody = any(each.code == NOBODY for each in unit.problems)
    return [
        *(["Chưa ghi cá nhân, tập thể nào phải kiểm điểm"] if nobody else []),
        *map(_line, lacks(map(_without_guesses, unit.owing()))),
        *(f"Chưa kiểm tra được hồ sơ cá nhân ở tệp {name} vì tệp có lỗi" for name in unread),
    ]


def _without_guesses(verdict: Verdict) -> Verdict:
    return replace(
        verdict,
        phan=tuple(
            replace(each, ly_do="") if each.ket is Ket.CAN_XEM_LAI else each
            for each in verdict.phan
        ),
    )


def _line(lack: Lack) -> str:
    names = f" ({', '.join(lack.ai)})" if lack.ai else ""
    return f"Mục {lack.muc} ({item_name(lack.ten)}): {lack.noi}{names}"


def short_line(lack: Lack) -> str:
    """Describe an item, its defect and what to do in one line for the terminal."""
    # Names the office for its own items, so that nobody requests them from the unit.
    whose = f" ({CO_QUAN_NHAN} lập)" if lack.cua_co_quan else ""
    told = "; ".join(filter(None, (f"{lack.noi}{whose}", lack.viec)))
    return f"Mục {lack.muc} ({item_name(lack.ten, _SHORT)}): {told}"
