"""The builders of papers: the functions that compute the values for the template of each kind.

An entry of the catalogue names its builder (`soan`); without one, the data of the subject is
printed (`placed`). A builder has its own module with the types of its values.
"""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, NamedTuple

from generator.engine.shapes import shape_of
from generator.model.kinds import LoaiGiayTo
from generator.model.unit import CaNhan, TapThe
from generator.papers import placed, unit_letters
from generator.papers.about import About, at
from generator.papers.dossier_list import DanhMucIn, dossier_list
from generator.papers.form_6f import Bieu6FIn, form_6f
from generator.papers.form_values import form_shape
from generator.papers.meetings import HoiNghiIn, count_of_votes, meeting
from generator.papers.quarter_and_analysis import (
    PhieuPhanTichIn,
    TuDanhGiaIn,
    analysis,
    quarter,
)
from generator.papers.rating_lists import (
    DanhSachIn,
    TongHopDotIn,
    not_reviewed,
    summary,
)
from generator.papers.residence import GioiThieuIn, NoiCuTruIn, introduction, residence
from generator.papers.result_annex import PhuLucKetQuaIn, annex
from generator.papers.review_forms import (
    BanKiemDiemIn,
    BaoCaoTapTheIn,
    headings,
    report,
    self_review,
)
from generator.papers.score_sheets import BangChamDiemIn, score_sheet
from generator.papers.unit_year import UnitYear
from generator.regulations.catalogue import paper_kinds
from generator.regulations.che_do import BieuMau
from generator.regulations.regimes import forms_by_template

Values = Mapping[str, Any]


class Due(NamedTuple):
    """A paper to generate: its kind, its subject, and the regime's form, if it is one.

    `code` is the form's key, or the kind's own code.
    """

    kind: LoaiGiayTo
    about: About
    code: str
    form: BieuMau | None = None


class Builder(NamedTuple):
    """The function that computes a paper's values, their type, and the copies the data requires."""

    build: Callable[[UnitYear, Due], Values]
    prints: type
    copies: Callable[[UnitYear, Due], int] = lambda _year, _due: 0


def _form(due: Due) -> BieuMau:
    form = due.form or due.about.form
    if form is None:
        raise ValueError(due.kind.ma)
    return form


def _subject(year: UnitYear, due: Due) -> CaNhan | TapThe:
    found = at(year.data, due.about.path)
    if not isinstance(found, CaNhan | TapThe):
        raise TypeError(due.about.path)
    return found


def _voters(year: UnitYear, due: Due) -> int:
    """Return the number of ballots to make.

    That of the members present; of the members convened, if it is not known yet who came.
    """
    held = year.data.hoi_nghi[due.about.index]
    return held.co_mat or held.trieu_tap or 0


BUILDERS: Mapping[str, Builder] = {
    "bao-cao-kiem-diem": Builder(
        lambda year, due: report(year, due.about.index, _form(due)), BaoCaoTapTheIn
    ),
    "ban-kiem-diem": Builder(
        lambda year, due: self_review(year, due.about.index, _form(due)), BanKiemDiemIn
    ),
    "cham-diem": Builder(
        lambda year, due: score_sheet(year, _subject(year, due), _form(due)), BangChamDiemIn
    ),
    "phu-luc": Builder(
        lambda year, due: annex(year, _subject(year, due), _form(due)), PhuLucKetQuaIn
    ),
    "tu-danh-gia": Builder(
        lambda year, due: quarter(year, due.about.index, int(due.about.path[3]), _form(due)),
        TuDanhGiaIn,
    ),
    "phieu-phan-tich": Builder(
        lambda year, due: analysis(year, due.about.index, _form(due)), PhieuPhanTichIn
    ),
    "noi-cu-tru": Builder(lambda year, due: residence(year, due.about.index), NoiCuTruIn),
    "gioi-thieu-noi-cu-tru": Builder(
        lambda year, due: introduction(year, due.about.index), GioiThieuIn
    ),
    "hoi-nghi": Builder(lambda year, due: meeting(year, due.about.index, due.code), HoiNghiIn),
    "kiem-phieu": Builder(
        lambda year, due: count_of_votes(year, due.about.index, due.code), HoiNghiIn
    ),
    "phieu-bieu-quyet": Builder(
        lambda year, due: meeting(year, due.about.index), HoiNghiIn, _voters
    ),
    "goi-y": Builder(
        lambda year, due: unit_letters.suggestion(year, due.about.index), unit_letters.GoiYIn
    ),
    "giai-trinh": Builder(
        lambda year, due: unit_letters.explanation(year, due.about.index), unit_letters.GoiYIn
    ),
    "ket-qua": Builder(
        lambda year, due: unit_letters.results(year, due.kind), unit_letters.KetQuaIn
    ),
    "ke-hoach-khac-phuc": Builder(
        lambda year, _: unit_letters.mending_plan(year), unit_letters.KhacPhucIn
    ),
    "xep-loai-lai": Builder(
        lambda year, due: unit_letters.rated_again(year, due.about.index),
        unit_letters.XepLoaiLaiIn,
    ),
    "danh-muc-ho-so": Builder(lambda year, _: dossier_list(year), DanhMucIn),
    "tong-hop": Builder(lambda year, _: summary(year), DanhSachIn),
    "bieu-6f": Builder(lambda year, _: form_6f(year), Bieu6FIn),
    "chua-kiem-diem": Builder(lambda year, _: not_reviewed(year), DanhSachIn),
    "to-khai": Builder(lambda year, due: placed.declared(year, due.about.index), placed.CaNhanIn),
    "ca-nhan": Builder(lambda year, due: placed.person(year, due.about.index), placed.CaNhanIn),
    "tap-the": Builder(lambda year, due: placed.collective(year, due.about.index), placed.TapTheIn),
    "don-vi": Builder(lambda year, due: placed.unit(year, due.kind.ten), placed.DonViIn),
    "van-ban-don-vi": Builder(
        lambda year, due: placed.unit_letter(year, due.kind), placed.VanBanDonViIn
    ),
}
"""By the `soan` of a kind. Papers of a check, a pack, a campaign are built in higher layers."""

_PLACED = {
    "ca_nhan": "ca-nhan",
    "tap_the": "tap-the",
    "hoi_nghi": "hoi-nghi",
    "don_vi": "don-vi",
    "cac_ca_nhan": "don-vi",
}
PLACED = tuple(dict.fromkeys((*_PLACED.values(), "van-ban-don-vi")))
"""The builders that only print data; an office's kind need not name them."""
_ABOVE = frozenset({"kiem_tra", "goi", "dot"})


def builder_of(kind: LoaiGiayTo) -> Builder:
    """Return the builder of a kind of paper of a unit's year.

    Raises:
        KeyError: unknown builder, or no default builder for the subject.
    """
    return BUILDERS[builder_name(kind) or kind.cho]


def builder_name(kind: LoaiGiayTo) -> str:
    """Return the name of the builder of a kind; empty if its subject has none."""
    if kind.soan is None and kind.van_ban is not None and kind.cho == "don_vi":
        return PLACED[-1]
    return kind.soan or _PLACED.get(kind.cho, "")


def values_of(year: UnitYear, due: Due) -> Callable[[], Values]:
    """Return a function that computes the values of a paper."""
    return partial(builder_of(due.kind).build, year, due)


@cache
def shapes() -> Mapping[str, Mapping[str, Any]]:
    """Return the shape of the values of each form's or paper's template, by the template's name.

    Raises:
        KeyError: a kind of paper names an unknown builder.
    """
    kinds = paper_kinds()
    found: dict[str, Mapping[str, Any]] = {
        each.mau: shape_for(each, None)
        for each in kinds.values()
        if each.mau and each.cho not in _ABOVE
    }
    forms = {name: shape_for(kinds[each.loai], each) for name, each in forms_by_template().items()}
    return {**found, **forms, kinds["tong-hop-dot"].mau or "": shape_of(TongHopDotIn)}


def shape_for(kind: LoaiGiayTo, form: BieuMau | None) -> Mapping[str, Any]:
    """Return the shape of the values of a kind of paper, with the headings of its form."""
    keys = tuple(each.khoa.partition(".")[2] for each in headings(form)) if form else ()
    return form_shape(builder_of(kind).prints, keys)
