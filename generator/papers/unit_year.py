"""What every document of a unit's year is made from, and the small pieces they share."""

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
"""Dotted lines under a heading on a form to be filled in by hand."""


@dataclass(frozen=True, slots=True)
class UnitYear:
    """A unit's year with its campaign and regime; `de_trong` asks for forms to fill in by hand.

    `ngay` is the day its papers without a date are signed on at the earliest, None for the last day
    of the campaign's year.
    """

    data: DonViNam
    dot: Dot
    che_do: CheDo
    de_trong: bool = False
    ngay: dt.date | None = None

    def pack(self, day: dt.date | None = None) -> TheThuc:
        """Return the thể thức pack of a Party document signed on a day."""
        return pack_for("dang", day or self.ngay, self.dot.nam)


def known(year: UnitYear, value: str | None, otherwise: str = "") -> str:
    """Return a value, or what stands in its place: a dotted line on a form to be filled in."""
    if value:
        return value
    return BLANK if year.de_trong else otherwise


def section(
    year: UnitYear, text: str | None, *, none: str = "", boxes: list[OIn] | None = None,
    lines: int = LINES,
) -> MucIn:  # fmt: skip
    """Print what stands under a heading.

    Args:
        year: the unit's year.
        text: lines of text, or nothing.
        none: said in place of nothing on a finished form.
        boxes: the set of levels under the heading.
        lines: dotted lines on a form to be filled in.

    Returns:
        The text as paragraphs, or the dotted lines, and the boxes.
    """
    if not text and year.de_trong:
        return {"doan": [], "dong_trong": lines, "cap_do": boxes or []}
    return {"doan": paragraphs(text or none), "dong_trong": 0, "cap_do": boxes or []}


def boxes(names: tuple[str, ...], chosen: str | None) -> list[OIn]:
    """Print a set of tick boxes with the chosen one crossed."""
    return [
        {"dau": CROSSED_BOX if chosen and compare.same(name, chosen) else EMPTY_BOX, "ten": name}
        for name in names
    ]


def level_boxes(year: UnitYear, chosen: str | None) -> list[OIn]:
    """Print the four levels of the regime as boxes."""
    return boxes(tuple(level.ten for level in year.che_do.muc), chosen)


def date_text(day: dt.date | None) -> str:
    """Write a birthday or deadline as in any text: «05/02/1980», «20/6/1946»; empty when None."""
    return dates.short_date(day) if day else ""


def head(
    year: UnitYear,
    title: str,
    bodies: tuple[str, str],
    day: dt.date | None,
    form: BieuMau | None = None,
) -> BieuMauIn:
    """Print the head of a form: superior body and body left, place and date right."""
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
    """Print the head of a paper of the unit itself: who issues it below the superior body."""
    unit = year.data.don_vi
    return head(year, title, (unit.cap_tren, issuer(unit)), day)


def issuer(unit: DonVi) -> str:
    """Name who issues a unit's papers: a chi bộ itself, else its committee (HD 05, p. 2–6)."""
    return unit.ten if unit.loai.startswith("chi_bo") else unit.cap_uy or unit.ten


def person_head(
    year: UnitYear, title: str, person: CaNhan, day: dt.date | None, form: BieuMau | None = None
) -> BieuMauIn:
    """Print the head of a person's form: the party organisation over the chi bộ."""
    unit = year.data.don_vi
    if person.chi_bo and not compare.same(person.chi_bo, unit.ten):
        upper = unit.cap_tren if unit.loai.startswith("chi_bo") else unit.ten
        return head(year, title, (upper, person.chi_bo), day, form)
    return head(year, title, (unit.cap_tren, unit.ten), day, form)


def collective_body(year: UnitYear, collective: TapThe) -> CoQuan:
    """Return the body a collective's report is issued by."""
    unit = year.data.don_vi
    return collective.co_quan or CoQuan(
        ten=unit.cap_uy or unit.ten, cap_tren=unit.cap_tren, ky_hieu=unit.ky_hieu,
        nhiem_ky=unit.nhiem_ky,
    )  # fmt: skip


def signed(year: UnitYear, signer: Ky | None, day: dt.date | None = None) -> KyIn:
    """Print a signature; without a signer only room to sign."""
    if signer is None:
        return {"dong": [], "ho_ten": ""}
    lines = signature.signature_lines(year.pack(day), signer)
    return {
        "dong": [{"chu": line.chu, "dam": line.dam} for line in lines],
        "ho_ten": signer.ho_ten or "",
    }


def blocks(form: BieuMau, signed_by: Mapping[str, XacNhan | None]) -> list[KhoiKyIn]:
    """Print the signature blocks that the regime gives a form, with who signed as what and when."""
    return [_block(each, signed_by.get(each.khoa) or XacNhan()) for each in form.xac_nhan]


def _block(block: XacNhanMau, given: XacNhan) -> KhoiKyIn:
    return {
        "khoa": block.khoa,
        "tieu_de": block.tieu_de,
        "ghi_chu": block.ghi_chu,
        "ngay": review.capital(dates.long_date(given.ngay)) if given.ngay else "",
        "chuc_vu": (given.chuc_vu or "").upper(),
        "ho_ten": given.ho_ten or "",
    }


def reviewed(year: UnitYear) -> list[tuple[int, CaNhan]]:
    """Return the persons who are reviewed this year, with their index."""
    return [(i, p) for i, p in enumerate(year.data.ca_nhan) if takes_part(year.che_do, p)]


def latest(rated: CaNhan | TapThe) -> str:
    """Return the level of the latest step, never the self-rating; empty when there is none."""
    steps = rated.xep_loai
    return steps.quyet_dinh or steps.chi_bo or steps.chi_uy or ""


def post(person: CaNhan) -> str:
    """Return the posts of a person on one line."""
    posts = (person.chuc_vu.dang, person.chuc_vu.chinh_quyen, person.chuc_vu.doan_the)
    return "; ".join(each for each in posts if each)
