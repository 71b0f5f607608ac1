"""Points of QĐ 366: they add up (R02), and no level is above the one they allow (R03)."""

from collections.abc import Iterator
from decimal import Decimal

from generator.model.campaign import Dot
from generator.model.review import ChamDiem
from generator.model.unit import DonViNam
from generator.problems import Problem
from generator.regulations.che_do import CheDo, ThangDiem
from generator.rules.found import finding
from generator.rules.levels import rank_of_key, statements
from generator.rules.subjects import Subject, subjects
from generator.wording.review import points as in_words


def total(given: ChamDiem) -> Decimal | None:
    """Return the total as written, else the sum of both groups; None when it cannot be computed."""
    if given.tong is not None:
        return given.tong
    if given.chung is None or given.nhiem_vu is None:
        return None
    return given.chung + given.nhiem_vu


def highest_by_points(che_do: CheDo, points: Decimal) -> int:
    """Return the rank of the best level that points allow (QĐ 366 Điều 11).

    Args:
        che_do: a regime; without a scale every level is allowed.
        points: the total.

    Returns:
        The rank, 0 is the best; the last rank if the points are below every bound.
    """
    if che_do.thang_diem is None:
        return 0
    reached = [
        level
        for bound in che_do.thang_diem.moc.gia_tri
        if bound.tu <= points and (level := rank_of_key(che_do, bound.muc)) is not None
    ]
    return min(reached, default=len(che_do.muc) - 1)


def r02_points(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R02: each group of points is within its maximum, and the parts add up to the total.

    QĐ 366 Điều 10 (30 general, 70 for results, 100 in all). Error, regime of 2025; the maxima are
    `thang_diem.chung` and `thang_diem.nhiem_vu`. The score sheet may contain only one group.
    """
    del dot
    scale = che_do.thang_diem
    for subject in subjects(nam) if scale else ():
        given = subject.data.cham_diem
        if scale and given:
            yield from _ranges(che_do, scale, subject, given)
            yield from _sums(che_do, subject, given)


def _ranges(
    che_do: CheDo, scale: ThangDiem, subject: Subject, given: ChamDiem
) -> Iterator[Problem]:
    most = scale.chung.gia_tri + scale.nhiem_vu.gia_tri
    for key, value, high, behind in (
        ("chung", given.chung, scale.chung.gia_tri, (scale.chung,)),
        ("nhiem_vu", given.nhiem_vu, scale.nhiem_vu.gia_tri, (scale.nhiem_vu,)),
        ("tong", given.tong, most, (scale.chung, scale.nhiem_vu)),
    ):
        if value is not None and not 0 <= value <= high:
            yield finding(
                che_do,
                "R02",
                "KD402",
                (*subject.path, "cham_diem", key),
                *behind,
                ai=subject.ten,
                diem=in_words(value),
                toi_da=in_words(high),
            )


def _sums(che_do: CheDo, subject: Subject, given: ChamDiem) -> Iterator[Problem]:
    path = (*subject.path, "cham_diem")
    if given.tong is not None and given.chung is not None and given.nhiem_vu is not None:
        added = given.chung + given.nhiem_vu
        if added != given.tong:
            yield finding(
                che_do,
                "R02",
                "KD403",
                (*path, "tong"),
                ai=subject.ten,
                chung=in_words(given.chung),
                nhiem_vu=in_words(given.nhiem_vu),
                cong=in_words(added),
                tong=in_words(given.tong),
            )
    details = sum((each.diem for each in given.chi_tiet), Decimal())
    whole = [each for each in (total(given), given.chung, given.nhiem_vu) if each is not None]
    if given.chi_tiet and whole and details not in whole:
        yield finding(
            che_do,
            "R02",
            "KD404",
            (*path, "chi_tiet"),
            ai=subject.ten,
            cong=in_words(details),
            tong=in_words(whole[0]),
        )


def r03_band(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R03: no level at any step is above the band of the points.

    QĐ 366 Điều 11 (90, 70, 50 points). Error, regime of 2025; the bounds are `thang_diem.moc`. A
    level below the band is never reported: the level also has other conditions.
    """
    del dot
    scale = che_do.thang_diem
    for subject in subjects(nam) if scale else ():
        points = total(subject.data.cham_diem) if subject.data.cham_diem else None
        if scale is None or points is None:
            continue
        highest = highest_by_points(che_do, points)
        for level, path, steps in statements(che_do, subject):
            if level < highest:
                yield finding(
                    che_do,
                    "R03",
                    "KD405",
                    path,
                    scale.moc,
                    ai=subject.ten,
                    muc=che_do.muc[level].ten,
                    buoc=steps,
                    diem=in_words(points),
                    cao_nhat=che_do.muc[highest].ten,
                )
