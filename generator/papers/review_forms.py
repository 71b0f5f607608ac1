"""Mẫu 01 and Mẫu 02 of every regime, with their annexes."""

from decimal import Decimal
from typing import TypedDict

from generator.model.person import CaNhan
from generator.model.review import KiemDiem, XacNhan, XacNhanNhanXet
from generator.papers.choosing import blocks, reviewed_at
from generator.papers.form_values import BLANK, BieuMauIn, ChucVuIn, KhoiKyIn, MucIn, OIn
from generator.papers.heads import collective_signature
from generator.papers.letter_values import KyIn
from generator.papers.result_annex import has_annex, writer
from generator.papers.sections import boxes, level_boxes, section
from generator.papers.unit_year import (
    UnitYear,
    collective_body,
    head,
    known,
    person_head,
)
from generator.regulations.catalogue import paper_kinds
from generator.regulations.che_do import BieuMau, Phan
from generator.wording import compare, dates, review, symbols


class DiemIn(TypedDict):
    """Points by QĐ 366, or blanks."""

    chung: str
    nhiem_vu: str
    tong: str
    toi_da_chung: str
    toi_da_nhiem_vu: str


class KiemDiemIn(BieuMauIn):
    """Values common to collectives and persons; `uu_diem` has the headings of the form."""

    uu_diem: dict[str, MucIn]
    han_che: MucIn
    nguyen_nhan: MucIn
    khac_phuc: MucIn
    giai_trinh: MucIn
    trach_nhiem: MucIn
    phuong_huong: MucIn
    diem: DiemIn
    muc_xep_loai: list[OIn]
    muc_de_xuat: list[str]
    khoi_ky: list[KhoiKyIn]
    gui_kem: bool


class BaoCaoTapTheIn(KiemDiemIn):
    """Mẫu 01."""

    tap_the: str
    kiem_diem_tai: str
    ky: KyIn


class NhanXetIn(TypedDict):
    """Comment and level by one of the confirming levels."""

    nhan_xet: str
    muc: str


class MucQuyetDinhIn(TypedDict):
    """The level decided by the party committee."""

    muc: str


class CacNhanXetIn(TypedDict):
    """Comments and levels of the head of the office, of the chi ủy, of the party committee."""

    thu_truong: NhanXetIn
    chi_uy: NhanXetIn
    dang_uy: MucQuyetDinhIn


class BanKiemDiemIn(KiemDiemIn):
    """Mẫu 02 in all its editions."""

    ho_ten: str
    ngay_sinh: str
    chuc_vu: ChucVuIn
    don_vi_cong_tac: str
    chi_bo: str
    muc_cong_chuc: list[OIn]
    xac_nhan: CacNhanXetIn


NOTHING = "Không có."
OPEN = ("khac_phuc", "giai_trinh", "trach_nhiem")
"""Headings that may be left open: printed as lines to write on, never as a statement."""
HEADING = "uu_diem."


def headings(form: BieuMau) -> tuple[Phan, ...]:
    """Return the headings of part I that have content."""
    return tuple(each for each in form.phan if each.khoa.startswith(HEADING))


def report(year: UnitYear, index: int, form: BieuMau) -> BaoCaoTapTheIn:
    """Return the values of a collective's review report (Mẫu 01)."""
    collective = year.data.tap_the[index]
    body = collective_body(year, collective)
    title = f"Báo cáo kiểm điểm {collective.ten}"
    top = head(year, title, (body.cap_tren or "", body.ten), collective.ngay, form)
    pack = year.pack(collective.ngay)
    symbol = body.ky_hieu or symbols.body_symbol(pack, body.ten, body.cap_tren) or ""
    head_of_kind = paper_kinds()[form.loai].van_ban
    kind = head_of_kind.loai if head_of_kind else ""
    number = symbols.document_number(pack, kind, collective.so, symbol) if collective.so else ""
    return {
        **_review(year, collective, form, top, _points(year, collective.ten, person=False)),
        "so_ky_hieu": number,
        "tap_the": collective.ten,
        "kiem_diem_tai": reviewed_at(year, collective),
        "ky": collective_signature(year, collective),
    }


def self_review(year: UnitYear, index: int, form: BieuMau) -> BanKiemDiemIn:
    """Return the values of a person's self-review (Mẫu 02 in all its editions)."""
    person = year.data.ca_nhan[index]
    top = person_head(year, f"Bản kiểm điểm {person.ho_ten}", person, person.ngay, form)
    levels = person.xep_loai
    return {
        **_review(year, person, form, top, _points(year, person.ho_ten, person=True)),
        "ho_ten": person.ho_ten,
        "ngay_sinh": known(year, dates.birth(person.ngay_sinh)),
        "chuc_vu": posts(year, person),
        "don_vi_cong_tac": known(year, person.don_vi_cong_tac),
        "chi_bo": known(year, person.chi_bo or year.data.don_vi.ten),
        "muc_cong_chuc": level_boxes(year, levels.tu_nhan_cong_chuc),
        "xac_nhan": {
            "thu_truong": _comment(person.xac_nhan.thu_truong, levels.cong_chuc),
            "chi_uy": _comment(person.xac_nhan.chi_uy, levels.chi_bo or levels.chi_uy),
            "dang_uy": {"muc": levels.quyet_dinh or BLANK},
        },
    }


def posts(year: UnitYear, person: CaNhan) -> ChucVuIn:
    """Return the three lines of positions; one that nobody entered stays empty."""
    return {
        "dang": known(year, person.chuc_vu.dang),
        "chinh_quyen": known(year, person.chuc_vu.chinh_quyen),
        "doan_the": known(year, person.chuc_vu.doan_the),
    }


def _review(
    year: UnitYear, subject: KiemDiem, form: BieuMau, top: BieuMauIn, points: dict[str, str]
) -> KiemDiemIn:
    levels = year.che_do.cap_do
    boxed = {each.khoa: each.cap_do for each in form.phan}

    def text(key: str, value: str | None, chosen: str | None = None) -> MucIn:
        said = value or (NOTHING if subject.khong_co(key) else None)
        part = section(year, said, boxes=boxes(levels, chosen) if boxed.get(key) else None)
        return part if said or key not in OPEN or year.de_trong else {**part, "dong_trong": 2}

    written = {
        key: text(f"{HEADING}{key}", content.noi_dung, chosen=content.cap_do)
        for key, content in subject.uu_diem.items()
    }
    return {
        **top,
        "uu_diem": {
            key: written.get(key) or text(each.khoa, None)
            for each in headings(form)
            for key in (each.khoa.removeprefix(HEADING),)
        },
        "han_che": text("han_che", subject.han_che),
        "nguyen_nhan": text("nguyen_nhan", subject.nguyen_nhan),
        "khac_phuc": text("khac_phuc", review.mended(subject.khac_phuc), subject.cap_do_khac_phuc),
        "giai_trinh": text("giai_trinh", review.explained(subject.giai_trinh, points)),
        "trach_nhiem": text("trach_nhiem", subject.trach_nhiem),
        "phuong_huong": text("phuong_huong", subject.phuong_huong),
        "diem": points_of(year, subject),
        "muc_xep_loai": level_boxes(year, subject.xep_loai.tu_nhan),
        "muc_de_xuat": _proposed(year, subject),
        "khoi_ky": blocks(year, subject, form, writer(subject) | confirmed(subject)),
        "gui_kem": has_annex(year, subject, form),
    }


def _proposed(year: UnitYear, subject: KiemDiem) -> list[str]:
    """Return the proposed level; if there is none, all four, which the form of 2025 prints."""
    if subject.xep_loai.tu_nhan:
        return [subject.xep_loai.tu_nhan]
    return [level.ten for level in year.che_do.muc]


def points_of(year: UnitYear, subject: KiemDiem) -> DiemIn:
    """Return the points by QĐ 366; a missing total is added up."""
    given = subject.cham_diem
    scale = year.che_do.thang_diem
    general, results = (given.chung, given.nhiem_vu) if given else (None, None)
    total = given.tong if given else None
    if total is None and general is not None and results is not None:
        total = general + results
    return {
        "chung": points_or_dots(general),
        "nhiem_vu": points_or_dots(results),
        "tong": points_or_dots(total),
        "toi_da_chung": review.points(scale.chung.gia_tri) if scale else "",
        "toi_da_nhiem_vu": review.points(scale.nhiem_vu.gia_tri) if scale else "",
    }


def points_or_dots(value: Decimal | None) -> str:
    """Format points; None becomes the dots of the form."""
    return "……" if value is None else review.points(value)


def _points(year: UnitYear, name: str, *, person: bool) -> dict[str, str]:
    """Return the texts of the gợi ý points addressed to a collective or person, by code."""
    return {
        point.ma: point.noi_dung
        for letter in year.data.goi_y
        for target in (letter.ca_nhan if person else letter.tap_the)
        if compare.same_name(target.ten, name)
        for point in target.diem
    }


def confirmed(subject: KiemDiem) -> dict[str, XacNhan | None]:
    """Return the confirmations of a person's form, by block."""
    if not isinstance(subject, CaNhan):
        return {}
    given = subject.xac_nhan
    return {"thu_truong": given.thu_truong, "chi_uy": given.chi_uy, "dang_uy": given.dang_uy}


def _comment(given: XacNhanNhanXet | None, level: str | None) -> NhanXetIn:
    """Return comment and level, blank if missing: superiors fill them in by hand."""
    return {"nhan_xet": (given.nhan_xet if given else None) or BLANK, "muc": level or BLANK}
