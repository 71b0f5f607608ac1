"""The input of all documents of a unit's year, and small parts that they share."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from generator.engine import paragraphs
from generator.model import CoQuan, Dot, Ky
from generator.model.person import CaNhan
from generator.model.review import XacNhan
from generator.model.unit import DonVi, DonViNam, TapThe
from generator.papers.form_values import BLANK, BieuMauIn, KhoiKyIn, MucIn, OIn
from generator.papers.letter_values import KyIn
from generator.regulations.che_do import BieuMau, CheDo, XacNhanMau
from generator.regulations.packs import pack_for
from generator.regulations.the_thuc import TheThuc
from generator.rules.subjects import takes_part
from generator.wording import compare, dates, review, signature

EMPTY_BOX, CROSSED_BOX = "☐", "☒"
LINES = 6
"""Dotted lines under a heading on a form to fill in by hand."""


@dataclass(frozen=True, slots=True)
class UnitYear:
    """A unit's year with its campaign and regime; `de_trong` requests forms to fill in by hand.

    `ngay` is used as date of signature for papers without one; None for the last day of the
    campaign's year.
    """

    data: DonViNam
    dot: Dot
    che_do: CheDo
    de_trong: bool = False
    ngay: dt.date | None = None

    def pack(self, day: dt.date | None = None) -> TheThuc:
        """Return the thể thức pack of a Party document signed on a date."""
        return pack_for("dang", day or self.ngay, self.dot.nam)


def known(year: UnitYear, value: str | None, otherwise: str = "") -> str:
    """Return a value; if empty, a dotted line on a form to fill in, else `otherwise`."""
    if value:
        return value
    return BLANK if year.de_trong else otherwise


def section(
    year: UnitYear,
    text: str | None,
    *,
    none: str = "",
    boxes: list[OIn] | None = None,
    lines: int = LINES,
) -> MucIn:
    """Return the content below a heading.

    Args:
        year: the unit's year.
        text: lines of text, or nothing.
        none: replaces missing text on a finished form.
        boxes: the tick boxes below the heading.
        lines: number of dotted lines on a form to fill in.

    Returns:
        The text as paragraphs, or the dotted lines, and the boxes.
    """
    if not text and year.de_trong:
        return {"doan": [], "dong_trong": lines, "cap_do": boxes or []}
    return {"doan": paragraphs(text or none), "dong_trong": 0, "cap_do": boxes or []}


def boxes(names: tuple[str, ...], chosen: str | None) -> list[OIn]:
    """Return tick boxes with the chosen one crossed."""
    return [
        {"dau": CROSSED_BOX if chosen and compare.same(name, chosen) else EMPTY_BOX, "ten": name}
        for name in names
    ]


def level_boxes(year: UnitYear, chosen: str | None) -> list[OIn]:
    """Return the four levels of the regime as tick boxes."""
    return boxes(tuple(level.ten for level in year.che_do.muc), chosen)


def head(
    year: UnitYear,
    title: str,
    bodies: tuple[str, str],
    day: dt.date | None,
    form: BieuMau | None = None,
) -> BieuMauIn:
    """Return the head of a form: superior body and body left, place and date right."""
    upper, body = bodies
    place = year.data.dia_danh or year.dot.dia_danh
    return {
        "tieu_de_tep": f"{title} năm {year.dot.nam}",
        "pham_vi": "",
        "ma_mau": form.ma if form else "",
        "nam": str(year.dot.nam),
        "cap_tren": upper.upper(),
        "don_vi": body.upper(),
        "so_ky_hieu": "",
        "dia_danh_ngay": dates.place_and_date(place, day),
    }


def unit_head(year: UnitYear, title: str, day: dt.date | None) -> BieuMauIn:
    """Return the head of a paper of the unit itself: its issuer below the superior body."""
    unit = year.data.don_vi
    return head(year, title, (unit.cap_tren, issuer(unit)), day)


def issuer(unit: DonVi) -> str:
    """Return the issuer of a unit's papers: a chi bộ itself, else its committee (HD 05, p. 2–6)."""
    return unit.ten if unit.loai.startswith("chi_bo") else unit.cap_uy or unit.ten


def person_head(
    year: UnitYear, title: str, person: CaNhan, day: dt.date | None, form: BieuMau | None = None
) -> BieuMauIn:
    """Return the head of a person's form: the party organisation above the chi bộ."""
    unit = year.data.don_vi
    if person.chi_bo and not compare.same(person.chi_bo, unit.ten):
        upper = unit.cap_tren if unit.loai.startswith("chi_bo") else unit.ten
        return head(year, title, (upper, person.chi_bo), day, form)
    return head(year, title, (unit.cap_tren, unit.ten), day, form)


def collective_body(year: UnitYear, collective: TapThe) -> CoQuan:
    """Return the body that issues a collective's report."""
    unit = year.data.don_vi
    return collective.co_quan or CoQuan(
        ten=unit.cap_uy or unit.ten,
        cap_tren=unit.cap_tren,
        ky_hieu=unit.ky_hieu,
        nhiem_ky=unit.nhiem_ky,
    )


def signed(year: UnitYear, signer: Ky | None, day: dt.date | None = None) -> KyIn:
    """Return a signature block; without a signer an empty one."""
    if signer is None:
        return {"dong": [], "ho_ten": ""}
    lines = signature.signature_lines(year.pack(day), signer)
    return {
        "dong": [{"chu": line.chu, "dam": line.dam} for line in lines],
        "ho_ten": signer.ho_ten or "",
    }


def blocks(
    year: UnitYear, form: BieuMau, signed_by: Mapping[str, XacNhan | None]
) -> list[KhoiKyIn]:
    """Return the signature blocks of a form, with position, name and date of those who signed."""
    return [_block(year, each, signed_by.get(each.khoa) or XacNhan()) for each in form.xac_nhan]


_SEAL = "đóng dấu"


def _note(year: UnitYear, block: XacNhanMau) -> str:
    """Return the line below a title; to one that asks for a seal nobody has, a note is added."""
    notes = [
        each.ghi_chu.gia_tri
        for each in year.che_do.khong_dau
        if year.data.don_vi.loai in each.loai and block.khoa in each.khoi
    ]
    return " ".join([block.ghi_chu, *(notes if _SEAL in block.ghi_chu else [])])


def _block(year: UnitYear, block: XacNhanMau, given: XacNhan) -> KhoiKyIn:
    return {
        "khoa": block.khoa,
        "tieu_de": block.tieu_de,
        "ghi_chu": _note(year, block),
        "ngay": review.capital(dates.long_date(given.ngay)) if given.ngay else "",
        "chuc_vu": (given.chuc_vu or "").upper(),
        "ho_ten": given.ho_ten or "",
    }


def reviewed(year: UnitYear) -> list[tuple[int, CaNhan]]:
    """Return the persons reviewed this year, with their index."""
    return [(i, p) for i, p in enumerate(year.data.ca_nhan) if takes_part(year.che_do, p)]


def latest(rated: CaNhan | TapThe) -> str:
    """Return the level of the latest step, never the self-rating; empty if there is none."""
    steps = rated.xep_loai
    return steps.quyet_dinh or steps.chi_bo or steps.chi_uy or ""


def post(person: CaNhan) -> str:
    """Return the positions of a person on one line."""
    posts = (person.chuc_vu.dang, person.chuc_vu.chinh_quyen, person.chuc_vu.doan_the)
    return "; ".join(each for each in posts if each)
