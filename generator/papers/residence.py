"""Phiếu xin ý kiến and phiếu nhận xét of QĐ 213, for members living in another commune or ward."""

from generator.papers.form_values import BieuMauIn
from generator.papers.letter_values import KyIn
from generator.papers.sections import EMPTY_BOX
from generator.papers.unit_year import UnitYear, person_head, signed


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
