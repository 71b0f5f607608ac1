"""R09: an excluded person has a known reason and no rating; all others have a rating."""

import datetime as dt
from collections.abc import Iterator

from generator.model.campaign import Dot
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.problems import Problem
from generator.reading.suggest import nearest
from generator.regulations.che_do import CheDo, LoaiTruQuy
from generator.rules.found import finding
from generator.rules.levels import rank_of_key, statements
from generator.rules.subjects import (
    Subject,
    collectives,
    is_proposed,
    is_rated,
    latest,
    listed,
    persons,
    steps,
)
from generator.wording.dates import short_date

NEW = "moi_ket_nap"
"""The reason for members admitted less than six months ago (QĐ 366 Điều 5, QĐ 124 Điều 5)."""


def is_new(admitted: dt.date, year: int) -> bool:
    """Return whether a member was admitted less than six months before 31/12 of the year."""
    return admitted > dt.date(year, 6, 30)


def r09_excluded(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R09: excluded persons have a reason and no rating; all others are rated.

    QĐ 366 Điều 3 («được kiểm điểm thì phải đánh giá, xếp loại») and Điều 5, QĐ 124 Điều 5, HD 21.
    Error in every regime. Parameters: `loai_tru`. A missing rating is reported only once the unit
    has a proposed or decided level, and only for Party members.
    """
    due = is_proposed(nam)
    for subject in collectives(nam):
        yield from _collective(che_do, subject, due)
    for subject in persons(nam):
        if isinstance(subject.data, CaNhan):
            check = _member if subject.data.loai_tru is None else _excluded
            yield from check(che_do, dot, subject, subject.data, due)


def _collective(che_do: CheDo, subject: Subject, due: bool) -> Iterator[Problem]:
    new = isinstance(subject.data, TapThe) and subject.data.thanh_lap_moi
    if new and is_rated(subject):
        yield _rated(che_do, subject, "tập thể mới thành lập")
    elif due and not new and not is_rated(subject):
        yield _missing(che_do, subject)


def _member(
    che_do: CheDo, dot: Dot, subject: Subject, data: CaNhan, due: bool
) -> Iterator[Problem]:
    new = che_do.loai_tru.get(NEW)
    if new and not new.xep_loai and data.ngay_vao_dang and is_new(data.ngay_vao_dang, dot.nam):
        yield finding(
            che_do,
            "R09",
            "KD422",
            (*subject.path, "ngay_vao_dang"),
            ai=subject.ten,
            ngay=short_date(data.ngay_vao_dang),
            nam=dot.nam,
            ly_do=NEW,
        )
    elif due and data.dang_vien and not latest(data.xep_loai):
        yield _missing(che_do, subject)


def _excluded(
    che_do: CheDo, dot: Dot, subject: Subject, data: CaNhan, due: bool
) -> Iterator[Problem]:
    given = data.loai_tru.ly_do if data.loai_tru else ""
    path = (*subject.path, "loai_tru")
    reason = che_do.loai_tru.get(given)
    if reason is None:
        near = nearest(given, che_do.loai_tru)
        yield finding(
            che_do,
            "R09",
            "KD417",
            (*path, "ly_do"),
            ai=subject.ten,
            nhap=given,
            gan=f"«{near}»" if near else listed(f"«{key}»" for key in che_do.loai_tru),
        )
        return
    if given == NEW:
        yield from _newly(che_do, dot, subject, data)
    if not reason.xep_loai and is_rated(subject):
        yield _rated(che_do, subject, reason.ten)
    if reason.xep_loai and due and not latest(data.xep_loai):
        yield _missing(che_do, subject, doubtful=True)
    yield from _highest(che_do, subject, reason)


def _newly(che_do: CheDo, dot: Dot, subject: Subject, data: CaNhan) -> Iterator[Problem]:
    admitted = data.ngay_vao_dang
    if admitted is None:
        path = (*subject.path, "ngay_vao_dang")
        yield finding(che_do, "R09", "KD421", path, doubtful=True, ai=subject.ten)
    elif not is_new(admitted, dot.nam):
        yield finding(
            che_do,
            "R09",
            "KD420",
            (*subject.path, "loai_tru", "ly_do"),
            ai=subject.ten,
            ngay=short_date(admitted),
            nam=dot.nam,
        )


def _highest(che_do: CheDo, subject: Subject, reason: LoaiTruQuy) -> Iterator[Problem]:
    highest = rank_of_key(che_do, reason.cao_nhat)
    for said in statements(che_do, subject) if reason.xep_loai else []:
        if highest is not None and said.rank < highest:
            yield finding(
                che_do,
                "R09",
                "KD423",
                said.path,
                ai=subject.ten,
                muc=che_do.muc[said.rank].ten,
                buoc=said.buoc,
                ly_do=reason.ten,
                cao_nhat=che_do.muc[highest].ten,
            )


def _rated(che_do: CheDo, subject: Subject, reason: str) -> Problem:
    key, level = steps(subject.data.xep_loai)[-1]
    path = (*subject.path, "xep_loai", key)
    return finding(che_do, "R09", "KD418", path, ai=subject.ten, muc=level, ly_do=reason)


def _missing(che_do: CheDo, subject: Subject, *, doubtful: bool = False) -> Problem:
    path = (*subject.path, "xep_loai")
    return finding(che_do, "R09", "KD419", path, doubtful=doubtful, ai=subject.ten)
