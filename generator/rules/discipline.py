"""R08: a disciplinary measure in the year limits the level."""

import datetime as dt
from collections.abc import Iterator, Sequence

from generator.model.campaign import Dot
from generator.model.review import KyLuat
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.rules.found import finding
from generator.rules.levels import statements
from generator.rules.subjects import Subject, collectives, named, persons, subjects
from generator.wording.compare import fold
from generator.wording.dates import short_date


def standing(measures: Sequence[KyLuat], year: int) -> list[KyLuat]:
    """Return the measures of the year without a recorded reason to disregard them."""
    return [each for each in measures if each.ngay.year == year and not each.ngoai_le]


def is_among(measure: KyLuat, kinds: Sequence[str]) -> bool:
    """Return whether the wording of a measure contains one of the kinds («Kỷ luật cảnh cáo»)."""
    return any(fold(kind) in fold(measure.hinh_thuc) for kind in kinds)


def is_expelled(che_do: CheDo, person: CaNhan, day: dt.date) -> bool:
    """Return whether a measure up to a day made somebody no member any more."""
    kinds = che_do.ky_luat.thoi_dang_vien.gia_tri
    return any(each.ngay <= day and is_among(each, kinds) for each in person.ky_luat)


def r08_discipline(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R08: a subject disciplined in the year is not rated above the last level.

    QĐ 366 Điều 11 (duty-related measures from khiển trách upwards), QĐ 124 Điều 12.4, QĐ 132
    Điều 12.4 with HD 21 (any measure). A member's measure also limits the collective: one of the
    kinds in `ky_luat.hinh_thuc_thanh_vien` excludes every level except the last, any other excludes
    the best. Warning in every regime, because the texts leave discretion; a recorded `ngoai_le`
    suppresses it. Parameters: `ky_luat.*`.
    """
    for subject in subjects(nam):
        for measure in standing(subject.data.ky_luat, dot.nam):
            if _counts(che_do, measure) and is_among(measure, che_do.ky_luat.hinh_thuc.gia_tri):
                yield from _own(che_do, subject, measure)
                break
    for collective in collectives(nam):
        if isinstance(collective.data, TapThe):
            yield from _members(nam, dot, che_do, collective)


def _counts(che_do: CheDo, measure: KyLuat) -> bool:
    return measure.lien_quan_nhiem_vu or not che_do.ky_luat.chi_lien_quan_nhiem_vu.gia_tri


def _own(che_do: CheDo, subject: Subject, measure: KyLuat) -> Iterator[Problem]:
    rules = che_do.ky_luat
    for said in statements(che_do, subject):
        if said.rank < len(che_do.muc) - 1:
            yield finding(
                che_do,
                "R08",
                "KD415",
                said.path,
                rules.hinh_thuc,
                rules.chi_lien_quan_nhiem_vu,
                ai=subject.ten,
                hinh_thuc=measure.hinh_thuc,
                ngay=short_date(measure.ngay),
                muc=che_do.muc[said.rank].ten,
                buoc=said.buoc,
                cuoi=che_do.muc[-1].ten,
            )


def _members(nam: DonViNam, dot: Dot, che_do: CheDo, collective: Subject) -> Iterator[Problem]:
    members = collective.data.thanh_vien if isinstance(collective.data, TapThe) else ()
    people = persons(nam)
    for member in members:
        if person := named(people, member.ho_ten):
            yield from limited_by(che_do, collective, person, dot.nam)


def limited_by(che_do: CheDo, collective: Subject, person: Subject, year: int) -> Iterator[Problem]:
    """Yield KD416 for each level of a collective that a member's measures of the year exclude."""
    rules = che_do.ky_luat
    for measure in standing(person.data.ky_luat, year):
        heavy = _counts(che_do, measure) and is_among(measure, rules.hinh_thuc_thanh_vien.gia_tri)
        for said in statements(che_do, collective):
            if said.rank == 0 or (heavy and said.rank < len(che_do.muc) - 1):
                yield finding(
                    che_do,
                    "R08",
                    "KD416",
                    said.path,
                    rules.hinh_thuc_thanh_vien,
                    tap_the=collective.ten,
                    ai=person.ten,
                    hinh_thuc=measure.hinh_thuc,
                    ngay=short_date(measure.ngay),
                    muc=che_do.muc[said.rank].ten,
                    buoc=said.buoc,
                )
