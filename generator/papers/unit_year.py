"""The input of all documents of a unit's year, and small parts that they share."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar

from generator.model import CoQuan, Dot, Ky
from generator.model.fields import ThangNam, latest_day
from generator.model.person import CaNhan
from generator.model.unit import CHI_BO, DonVi, DonViNam, TapThe
from generator.papers.form_values import BLANK, BieuMauIn
from generator.papers.letter_values import KyIn
from generator.regulations.che_do import BieuMau, CheDo
from generator.regulations.in_force import regime_of
from generator.regulations.packs import pack_for
from generator.regulations.seals import without_seal
from generator.regulations.the_thuc import TheThuc
from generator.rules.subjects import takes_part
from generator.wording import choices, compare, dates, positions, signature

T = TypeVar("T")

_SEAL = " và đóng dấu"
_UNKNOWN = "T/M CẤP ỦY (HOẶC TẬP THỂ LÃNH ĐẠO)"
_SIGNING = "T/M ĐẢNG ỦY (CHI BỘ, TẬP THỂ LÃNH ĐẠO)"


@dataclass(frozen=True)
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

    def pack(self, day: dt.date | ThangNam | None = None) -> TheThuc:
        """Return the thể thức pack of a Party document signed on a date."""
        return pack_for("dang", latest_day(day) or self.ngay, self.dot.nam)


def year_of(data: DonViNam, dot: Dot, ngay: dt.date | None = None) -> UnitYear:
    """Return a unit's year under the regime of its campaign, papers without a date dated `ngay`."""
    regime, _ = regime_of(dot)
    return UnitYear(data, dot, regime, ngay=ngay)


def once_a_year(function: Callable[[UnitYear], T]) -> Callable[[UnitYear], T]:
    """Let a function work once for each unit's year, however many parts of the program ask it.

    Its result is kept with the year, so nobody may change either.
    """
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def asked(year: UnitYear) -> T:
        kept: dict[str, T] = vars(year)
        if key not in kept:
            kept[key] = function(year)
        return kept[key]

    return asked


def known(year: UnitYear, value: str | None, otherwise: str = "") -> str:
    """Return a value; if empty, a dotted line on a form to fill in, else `otherwise`."""
    if value:
        return value
    return BLANK if year.de_trong else otherwise


def head(
    year: UnitYear,
    title: str,
    bodies: tuple[str, str],
    day: dt.date | ThangNam | None,
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
        "dia_danh_ngay": dates.place_and_date(place, day or ThangNam(year.dot.nam)),
        "ghi_chu_ky": to_sign(year),
        "ky_thay": signing_title(year),
    }


def to_sign(year: UnitYear, prescribed: str | None = None) -> str:
    """Return the note below the title of a signature: how to sign, with a seal if there is one.

    Args:
        year: the unit's year; a blank form keeps the note of the form.
        prescribed: the note of a prescribed form, from which nothing is cut; None for our own.
    """
    note = prescribed or f"(Ký, ghi rõ họ tên{_SEAL})"
    known = without_seal().get(year.data.don_vi.loai)
    if known is None or year.de_trong or year.dot.nam < known.tu:
        return note
    if prescribed is not None and known.ghi_chu and _SEAL in prescribed:
        return f"{prescribed} {known.ghi_chu}"
    less = "" if known.verified and prescribed is None else f"{_SEAL}, nếu có"
    return note.replace(_SEAL, less)


def signing_title(year: UnitYear) -> str:
    """Return the title of the signature of a unit's paper whose signer is not known."""
    if year.de_trong:
        return _UNKNOWN
    return choices.chosen(_SIGNING, issuer(year.data.don_vi))


def unit_head(year: UnitYear, title: str, day: dt.date | None) -> BieuMauIn:
    """Return the head of a paper of the unit itself: its issuer below the superior body."""
    unit = year.data.don_vi
    return head(year, title, (unit.cap_tren, issuer(unit)), day)


def issuer(unit: DonVi) -> str:
    """Return the issuer of a unit's papers: a chi bộ itself, else its committee (HD 05, p. 2–6)."""
    return unit.ten if unit.loai in CHI_BO else unit.cap_uy or unit.ten


def person_head(
    year: UnitYear,
    title: str,
    person: CaNhan,
    day: dt.date | ThangNam | None,
    form: BieuMau | None = None,
) -> BieuMauIn:
    """Return the head of a person's form: the party organisation above the chi bộ."""
    unit = year.data.don_vi
    if person.chi_bo and not compare.same(person.chi_bo, unit.ten):
        upper = unit.cap_tren if unit.loai in CHI_BO else unit.ten
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


def signed(year: UnitYear, signer: Ky | None, day: dt.date | ThangNam | None = None) -> KyIn:
    """Return a signature block; without a signer an empty one."""
    if signer is None:
        return {"dong": [], "ho_ten": ""}
    lines = signature.signature_lines(year.pack(day), signer)
    return {
        "dong": [{"chu": line.chu, "dam": line.dam, "chuc_vu": line.chuc_vu} for line in lines],
        "ho_ten": signer.ho_ten or "",
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
    held = person.chuc_vu
    return positions.on_one_line((held.dang, held.chinh_quyen, held.doan_the), "; ")


def called(year: UnitYear, name: str) -> str:
    """Return how a letter calls somebody: a person of the unit «đồng chí …», others by name."""
    is_person = any(compare.same(each.ho_ten, name) for each in year.data.ca_nhan)
    return positions.comrade(name) if is_person else name
