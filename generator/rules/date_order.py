"""Of two dates that follow from one another, the earlier one is entered as the earlier one."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.model.base import Model
from generator.model.birth import NgaySinh
from generator.model.fields import latest_day
from generator.model.meeting import HoiNghi
from generator.model.papers import GoiY, KhieuNai
from generator.model.person import CaNhan
from generator.model.unit import DonViNam
from generator.model.walk import models_in
from generator.problems import DataPath, Place, Problem, problem
from generator.regulations.che_do import CheDo
from generator.rules.meetings import LEVELS, first_meeting, reviews
from generator.rules.subjects import named, subjects
from generator.wording.dates import birth, short_date

ORDER: dict[type[Model], tuple[tuple[str, str], ...]] = {
    CaNhan: (("ngay_vao_dang", "ngay_chinh_thuc"),),
    GoiY: (("ngay", "han_gui"), ("ngay", "han_khac_phuc")),
    KhieuNai: (("ngay", "ngay_tra_loi"),),
    HoiNghi: (("ngay_gui_du_thao", "ngay"), ("ngay", "kiem_phieu.ngay")),
}
"""By model: the date that comes first, and the one that is not before it."""

ADULT, GROWN = 18, 16
"""The age of admission by Điều lệ Đảng, Điều 1; in the wars younger people were admitted."""


def check_order(nam: DonViNam, che_do: CheDo) -> Iterator[Problem]:
    """Check the dates of a unit's year against each other.

    Returns:
        KD155 for a date before the one it follows from, KD156 for a level decided, or a dossier
        handed in, before anybody met, KD187 for a gợi ý after the meetings it is for, KD157 for a
        member admitted too young. A draft sent too late
        is left to R13 where the regime has it.
    """
    draft_is_ruled = che_do.thoi_gian.gui_du_thao_truoc_ngay_lam_viec is not None
    for path, model in models_in(nam):
        for first, then in _pairs_of(type(model)):
            if not (first == "ngay_gui_du_thao" and draft_is_ruled):
                yield from _pair(model, path, first, then)
        if isinstance(model, CaNhan):
            yield from _admitted(model, path)
    yield from _before_meeting(nam)
    yield from _suggested_late(nam)


@cache
def _pairs_of(kind: type[Model]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for base in kind.__mro__ for pair in ORDER.get(base, ()))


def _pair(model: Model, path: DataPath, first: str, then: str) -> Iterator[Problem]:
    before, after = _value(model, first), _value(model, then)
    if before is None or after is None or before <= after:
        return
    yield problem(
        "KD155",
        Place(path=(*path, *then.split("."))),
        sau=_meaning(model, then),
        ngay_sau=short_date(after),
        truoc=_meaning(model, first),
        ngay_truoc=short_date(before),
    )


def _value(model: Model, keys: str) -> dt.date | None:
    found: Any = model
    for key in keys.split("."):
        found = getattr(found, key) if found is not None else None
    return found if isinstance(found, dt.date) else None


def _meaning(model: Model, keys: str) -> str:
    *way, last = keys.split(".")
    for key in way:
        model = getattr(model, key)
    text = type(model).model_fields[last].description or last
    return text.split(";")[0].split(",")[0].lower()


def _admitted(person: CaNhan, path: DataPath) -> Iterator[Problem]:
    """Compare birth and admission; of a birth known by its year, take the highest age."""
    born, admitted = person.ngay_sinh, person.ngay_vao_dang
    if born is None or admitted is None or (age := _age_at_most(born, admitted)) >= ADULT:
        return
    yield problem(
        "KD157" if age >= GROWN else "KD158",
        Place(path=(*path, "ngay_vao_dang")),
        ai=person.ho_ten,
        ngay=short_date(admitted),
        sinh=birth(born),
        tuoi=max(age, 0),
    )


def _age_at_most(born: NgaySinh, day: dt.date) -> int:
    """Return the age on a day; of a birthday not known, the age if it was as early as possible."""
    birthday = (born.thang or 1, born.ngay or 1)
    return day.year - born.nam - ((day.month, day.day) < birthday)


def _before_meeting(nam: DonViNam) -> Iterator[Problem]:
    for subject in subjects(nam):
        decided = subject.data.xep_loai.ngay_quyet_dinh
        held = [first_meeting(nam, subject, cap) for cap in LEVELS]
        days = [nam.hoi_nghi[i].ngay for i in held if i is not None]
        if decided and days and decided < min(days):
            path = (*subject.path, "xep_loai", "ngay_quyet_dinh")
            yield _early(path, f"{subject.ten}: ngày quyết định xếp loại", decided, min(days))
    first = min((each.ngay for each in nam.hoi_nghi), default=None)
    sent = nam.ngay_nop_ho_so
    if sent and first and sent < first:
        yield _early(("ngay_nop_ho_so",), "ngày nộp hồ sơ", sent, first)
    for key in ("quyet_dinh", "thong_bao"):
        paper = getattr(nam.ket_qua, key)
        signed = latest_day(paper.ngay) if paper else None
        if signed and first and signed < first:
            what = f"ngày của {_meaning(nam.ket_qua, key)}"
            yield _early(("ket_qua", key, "ngay"), what, signed, first)


def _suggested_late(nam: DonViNam) -> Iterator[Problem]:
    """Tell a gợi ý that came when all those it names had been reviewed: nobody could answer it."""
    for index, letter in enumerate(nam.goi_y):
        asked = [named(subjects(nam), each.ten) for each in (*letter.tap_the, *letter.ca_nhan)]
        known = [each for each in asked if each is not None]
        held = [each.ngay for each in nam.hoi_nghi if any(reviews(each, who) for who in known)]
        day = latest_day(letter.ngay)
        if day and held and max(held) < day:
            told = {"ngay": short_date(day), "hop": short_date(max(held))}
            yield problem("KD187", Place(path=("goi_y", index, "ngay")), **told)


def _early(path: DataPath, what: str, day: dt.date, met: dt.date) -> Problem:
    values = {"viec": what, "ngay": short_date(day), "hop": short_date(met)}
    return problem("KD156", Place(path=path), **values)
