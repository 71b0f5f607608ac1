"""Letters based on a unit's data: gợi ý, giải trình, results, remedy plan, new rating.

Their fixed sentences are in the Word templates; head, addressees and signature are those of any
letter (`generator.papers.letters`).
"""

import datetime as dt
from dataclasses import replace
from typing import TypedDict

from generator.model import CoQuan
from generator.model.kinds import LoaiGiayTo
from generator.model.papers import DoiTuongGoiY
from generator.papers import letters
from generator.papers.heads import Head, as_letter, decides, head_of, printed_head, shipped_head
from generator.papers.letter_values import VanBanIn
from generator.papers.rating_lists import (
    DuocXepLoaiIn,
    HangTongHopIn,
    collective_rows,
    collectives,
    counts,
    decided,
    numbered,
    person_rows,
)
from generator.papers.unit_year import UnitYear, called, reviewed
from generator.wording import compare, dates, review
from generator.wording.positions import comrade

_DECISION = "quyet-dinh"
_UNANSWERED = "………………………"
"""Where nobody answered a point: blanks to write on, no empty quotation."""


class DiemGoiYIn(TypedDict):
    """A point of a gợi ý, and in the report its answer."""

    ma: str
    noi_dung: str
    giai_trinh: str
    nguyen_nhan: str
    trach_nhiem: str


class DoiTuongGoiYIn(TypedDict):
    """A collective or person with its points."""

    ten: str
    diem: list[DiemGoiYIn]


class GoiYIn(VanBanIn):
    """Công văn gợi ý kiểm điểm, and báo cáo giải trình."""

    nam: str
    cap_goi_y: str
    tap_the: list[DoiTuongGoiYIn]
    ca_nhan: list[DoiTuongGoiYIn]
    han_gui: str
    gui_ve: str
    thoi_gian: str
    doan_cong_tac: str
    han_khac_phuc: str
    van_ban_goi_y: str


class ViecIn(TypedDict):
    """A row of the plan to remedy weaknesses."""

    tt: str
    han_che: str
    bien_phap: str
    phu_trach: str
    phoi_hop: str
    thoi_han: str


class KhacPhucIn(VanBanIn):
    """Kế hoạch khắc phục hạn chế."""

    nam: str
    don_vi: str
    viec: list[ViecIn]


class KetQuaIn(VanBanIn):
    """Quyết định and thông báo of ratings; `kem_theo` is the line below the title of the list."""

    nam: str
    don_vi: str
    kem_theo: str
    tap_the: list[DuocXepLoaiIn]
    ca_nhan: list[DuocXepLoaiIn]
    tong_hop: list[HangTongHopIn]
    chua_gom: str


class XepLoaiLaiIn(VanBanIn):
    """Mẫu 03 of 2025: quyết định đánh giá, xếp loại lại; no form code, as we wrote the body."""

    nam: str
    doi_tuong: str
    van_ban_cu: str
    muc_cu: str
    muc_moi: str
    ly_do: str


def suggestion(year: UnitYear, index: int) -> GoiYIn:
    """Return the values of a công văn gợi ý kiểm điểm: points for collectives, then for persons."""
    printed = printed_head(year, shipped_head(year, "goi-y", index))
    return _goi_y(year, index, printed, printed["chu_the"])


def explanation(year: UnitYear, index: int) -> GoiYIn:
    """Return the values of the separate report that answers a gợi ý, point by point."""
    issuer = shipped_head(year, "goi-y", index).co_quan
    printed = printed_head(year, shipped_head(year, "giai-trinh"))
    return _goi_y(year, index, printed, issuer.chu_the or issuer.ten)


def _goi_y(year: UnitYear, index: int, printed: VanBanIn, sender: str) -> GoiYIn:
    letter = year.data.goi_y[index]
    return {
        **printed,
        "nam": str(year.dot.nam),
        "cap_goi_y": sender,
        "tap_the": [_points(year, each, person=False) for each in letter.tap_the],
        "ca_nhan": [_points(year, each, person=True) for each in letter.ca_nhan],
        "han_gui": _day(letter.han_gui),
        "gui_ve": letter.gui_ve or "",
        "thoi_gian": letter.thoi_gian or "",
        "doan_cong_tac": letter.doan_cong_tac or "",
        "han_khac_phuc": _day(letter.han_khac_phuc),
        "van_ban_goi_y": _cited(year, index),
    }


def _cited(year: UnitYear, index: int) -> str:
    """Cite a gợi ý with the number that its own head prints."""
    letter = year.data.goi_y[index]
    head = shipped_head(year, "goi-y", index)
    cited = letters.cited_number(as_letter(year, head), year.dot, head.speaker)
    number = f" số {cited}" if letter.so else ""
    day = f", ngày {dates.short_or_blank(letter.ngay)}" if letter.ngay else ""
    return f"Công văn{number}{day} của {head.co_quan.chu_the or head.co_quan.ten}"


def _points(year: UnitYear, target: DoiTuongGoiY, *, person: bool) -> DoiTuongGoiYIn:
    subjects = year.data.ca_nhan if person else year.data.tap_the
    answers = {
        answer.diem: answer
        for each in subjects
        if compare.same_name(each.ho_ten if hasattr(each, "ho_ten") else each.ten, target.ten)
        for answer in each.giai_trinh
    }
    return {
        "ten": review.capital(target.danh_xung or (comrade(target.ten) if person else target.ten)),
        "diem": [
            {
                "ma": point.ma,
                "noi_dung": point.noi_dung,
                "giai_trinh": found.noi_dung if (found := answers.get(point.ma)) else _UNANSWERED,
                "nguyen_nhan": (found.nguyen_nhan or "") if found else "",
                "trach_nhiem": (found.trach_nhiem or "") if found else "",
            }
            for point in target.diem
        ],
    }


def _day(day: dt.date | None) -> str:
    return dates.short_date(day) if day else ""


def results(year: UnitYear, kind: LoaiGiayTo) -> KetQuaIn:
    """Return the values of the quyết định or the thông báo of ratings with its list.

    What is counted is what is listed: levels that are decided, the last step of a rating (QĐ 366
    Điều 12.1). A thông báo also says how many are not rated yet; a quyết định rates only those in
    its list, so it counts nobody else.
    """
    head = head_of(year, kind)
    document = as_letter(year, head)
    counted = _about(year if year.de_trong else decided(year), head)
    if head.loai == _DECISION and not year.de_trong:
        counted = _of_decided(counted)
    about = _about(year, head)
    return {
        **printed_head(year, head),
        "nam": str(year.dot.nam),
        "don_vi": year.data.don_vi.ten,
        "kem_theo": letters.annex_note(document, year.dot, year.ngay, head.speaker),
        "tap_the": _rated(year, collective_rows(about)),
        "ca_nhan": _rated(year, person_rows(about)),
        "tong_hop": counts(counted),
        "chua_gom": "",
    }


def rates_anybody(year: UnitYear, kind: LoaiGiayTo) -> bool:
    """Return whether the list of `results` has a row; one to fill in by hand always may."""
    if year.de_trong:
        return True
    about = _about(year, head_of(year, kind))
    listed = (*collectives(about), *(person for _, person in reviewed(about)))
    return any(each.xep_loai.quyet_dinh for each in listed)


def _about(year: UnitYear, head: Head) -> UnitYear:
    """Return the year with those alone whom a paper may rate: nobody decides on themselves."""
    return without_body(year, head.co_quan) if head.loai == _DECISION else year


def _of_decided(year: UnitYear) -> UnitYear:
    """Return the year with those alone who have a decided level."""
    kept = {
        key: tuple(each for each in getattr(year.data, key) if each.xep_loai.quyet_dinh)
        for key in ("tap_the", "ca_nhan")
    }
    return replace(year, data=year.data.model_copy(update=kept))


def without_body(year: UnitYear, body: CoQuan) -> UnitYear:
    """Return the year without the collectives that are the deciding body itself."""
    kept = tuple(each for each in year.data.tap_the if not decides(body, each.ten))
    return replace(year, data=year.data.model_copy(update={"tap_the": kept}))


def _rated(year: UnitYear, rows: list[DuocXepLoaiIn]) -> list[DuocXepLoaiIn]:
    """Number the rows with a decided level; a list to fill in by hand contains all rows."""
    return numbered(row for row in rows if row["quyet_dinh"] or year.de_trong)


def mending_plan(year: UnitYear) -> KhacPhucIn:
    """Return the values of the plan to remedy weaknesses after the review.

    Raises:
        ValueError: the unit has no plan.
    """
    plan = year.data.khac_phuc
    if plan is None:
        raise ValueError(year.data.don_vi.ma)
    return {
        **printed_head(year, shipped_head(year, "ke-hoach-khac-phuc")),
        "nam": str(year.dot.nam),
        "don_vi": year.data.don_vi.ten,
        "viec": [
            {
                "tt": str(number),
                "han_che": task.han_che,
                "bien_phap": task.bien_phap,
                "phu_trach": task.phu_trach,
                "phoi_hop": task.phoi_hop or "",
                "thoi_han": task.thoi_han,
            }
            for number, task in enumerate(plan.viec, 1)
        ],
    }


def rated_again(year: UnitYear, index: int) -> XepLoaiLaiIn:
    """Return the values of Mẫu 03 of 2025: the decision on a new rating (QĐ 366 Điều 13, 15.3).

    `index` is the place of the decision in `xep_loai_lai` of the unit.
    """
    again = year.data.xep_loai_lai[index]
    return {
        **printed_head(year, shipped_head(year, "xep-loai-lai", index)),
        "nam": str(year.dot.nam),
        "doi_tuong": called(year, again.doi_tuong),
        "van_ban_cu": again.van_ban_cu,
        "muc_cu": again.muc_cu,
        "muc_moi": again.muc_moi,
        "ly_do": f"{again.ly_do.rstrip(' .')}.",
    }
