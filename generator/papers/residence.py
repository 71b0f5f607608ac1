"""Phiếu xin ý kiến and phiếu nhận xét of QĐ 213, for members living in another commune or ward."""

import datetime as dt

from generator.papers.form_values import BieuMauIn
from generator.papers.letter_values import KyIn
from generator.papers.sections import EMPTY_BOX
from generator.papers.unit_year import UnitYear, person_head, signed
from generator.wording import dates
from generator.wording.symbols import document_number


class GioiThieuIn(BieuMauIn):
    """Giấy giới thiệu of QĐ 213, whose lower left the receiving committee fills in."""

    ho_ten: str
    gioi_tinh: str
    ngay_sinh: str
    ngay_vao_dang: str
    ngay_chinh_thuc: str
    xa: str
    to_chuc: str
    ky: KyIn


class NoiCuTruIn(BieuMauIn):
    """Phiếu xin ý kiến and phiếu nhận xét of QĐ 213."""

    ho_ten: str
    xa: str
    chi_bo_noi_cu_tru: str
    to_chuc: str
    dau_bang_noi_cu_tru: str
    noi_xac_nhan: str
    o_trong: str
    ky: KyIn


_DOTS = "………………"
_KIND = "giay-gioi-thieu"
_BODY = "…"


def residence(year: UnitYear, index: int) -> NoiCuTruIn:
    """Return the values of both papers of one person."""
    person = year.data.ca_nhan[index]
    lives = person.noi_cu_tru
    place = (lives.xa if lives else None) or ""
    unit = year.data.don_vi
    return {
        **person_head(year, f"Phiếu xin ý kiến {person.ho_ten}", person, None),
        "ho_ten": person.ho_ten,
        "xa": place or _DOTS,
        "chi_bo_noi_cu_tru": (lives.chi_bo if lives else None) or _DOTS,
        "to_chuc": person.chi_bo or unit.ten,
        "dau_bang_noi_cu_tru": f"Đảng bộ {place or _DOTS}".upper(),
        "noi_xac_nhan": year.che_do.xac_nhan_cu_tru.gia_tri,
        "o_trong": EMPTY_BOX,
        "ky": signed(year, year.data.ky),
    }


def introduction(year: UnitYear, index: int) -> GioiThieuIn:
    """Return the values of the giấy giới thiệu of one person; what is not known is dotted."""
    person = year.data.ca_nhan[index]
    lives = person.noi_cu_tru
    symbol = document_number(year.pack(None), _KIND, None, year.data.don_vi.ky_hieu or _BODY)
    return {
        **person_head(year, f"Giấy giới thiệu {person.ho_ten}", person, None),
        "so_ky_hieu": symbol,
        "ho_ten": person.ho_ten,
        "gioi_tinh": person.gioi_tinh or _DOTS,
        "ngay_sinh": dates.birth(person.ngay_sinh) or _DOTS,
        "ngay_vao_dang": _day(person.ngay_vao_dang),
        "ngay_chinh_thuc": _day(person.ngay_chinh_thuc),
        "xa": (lives.xa if lives else None) or _DOTS,
        "to_chuc": person.chi_bo or year.data.don_vi.ten,
        "ky": signed(year, year.data.ky),
    }


def _day(day: dt.date | None) -> str:
    return dates.short_date(day) if day else _DOTS
