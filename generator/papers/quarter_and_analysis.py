"""Forms of only one regime: phiếu phân tích of 2019, bản tự đánh giá quý of 2025."""

from generator.papers.form_values import BieuMauIn, ChucVuIn, MucIn, OIn
from generator.papers.review_forms import points_or_dots, posts
from generator.papers.sections import level_boxes, section
from generator.papers.unit_year import (
    UnitYear,
    collective_body,
    head,
    known,
    person_head,
)
from generator.regulations.che_do import BieuMau
from generator.wording import dates


class PhieuPhanTichIn(BieuMauIn):
    """Phiếu phân tích chất lượng of 2019 (Mẫu 03, 04)."""

    chu_the: str
    doi_tuong: str
    cap_do: list[str]
    muc_xep_loai: list[OIn]
    nhan_xet: MucIn


class TuDanhGiaIn(BieuMauIn):
    """Mẫu 05 of 2025: the self-rating of a quarter."""

    quy: str
    ho_ten: str
    ngay_sinh: str
    chuc_vu: ChucVuIn
    don_vi_cong_tac: str
    tu_danh_gia: MucIn
    muc_de_xuat: str
    diem: str


_QUARTERS = ("", "I", "II", "III", "IV")


def analysis(year: UnitYear, index: int, form: BieuMau) -> PhieuPhanTichIn:
    """Return the values of the phiếu phân tích of the collective at `index` in `tap_the`.

    HD 21, Mẫu 03 and 04.
    """
    collective = year.data.tap_the[index]
    body = collective_body(year, collective)
    title = f"Phiếu phân tích {collective.ten}"
    return {
        **head(year, title, (body.cap_tren or "", body.ten), collective.ngay, form),
        "chu_the": known(year, year.data.don_vi.cap_uy_cap_tren or year.data.don_vi.cap_uy),
        "doi_tuong": collective.ten,
        "cap_do": list(year.che_do.cap_do),
        "muc_xep_loai": level_boxes(year, collective.xep_loai.tu_nhan),
        "nhan_xet": section(year, None),
    }


def quarter(year: UnitYear, index: int, which: int, form: BieuMau) -> TuDanhGiaIn:
    """Return the values of a person's self-rating for one quarter (HD 43, Mẫu 05)."""
    person = year.data.ca_nhan[index]
    given = person.quy[which]
    roman = _QUARTERS[given.quy]
    title = f"Bản tự đánh giá quý {roman} {person.ho_ten}"
    return {
        **person_head(year, title, person, None, form),
        "quy": roman,
        "ho_ten": person.ho_ten,
        "ngay_sinh": known(year, dates.birth(person.ngay_sinh)),
        "chuc_vu": posts(year, person),
        "don_vi_cong_tac": known(year, person.don_vi_cong_tac),
        "tu_danh_gia": section(year, given.tu_danh_gia),
        "muc_de_xuat": known(year, given.xep_loai),
        "diem": points_or_dots(given.diem),
    }
