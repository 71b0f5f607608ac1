"""Every date of the data lies where such a date can lie, seen from the review year.

No regulation says so; the windows are what a reader would hold possible, wide enough that nothing
right is told. Rules with a clause of their own (R09, R13, R14, R16, R20) are stricter.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.model.acknowledged import ChapNhan
from generator.model.base import Model
from generator.model.birth import NgaySinh
from generator.model.campaign import NhiemKy, ThoiHan
from generator.model.fields import ThangNam
from generator.model.handed_in import NopHoSo
from generator.model.letter import SaoLuc, VanBan
from generator.model.meeting import HoiNghi, KiemPhieu
from generator.model.papers import DauVanBan, GoiY, KhieuNai, XepLoaiLai
from generator.model.person import CaNhan, LoaiTru, NoiCuTru
from generator.model.review import KiemDiem, KyLuat, XacNhan, XepLoai
from generator.model.unit import DonViNam
from generator.model.walk import models_in
from generator.problems import DataPath, Place, Problem, problem
from generator.wording.dates import birth, short_date

FOUNDED = dt.date(1930, 2, 3)
"""The day the Party was founded: nobody was admitted before."""


class Window(NamedTuple):
    """Years from the review year: outside of the possible ones an error, of the usual a warning."""

    possible: tuple[int, int]
    usual: tuple[int, int] = (-1000, 1000)


REVIEW = Window((0, 1))
"""What belongs to the review of a year happens in that year or the next."""

ANY = Window((-1000, 1000))

AFTERWARDS = Window((0, 6), (0, 2))
"""What follows from a review: remedies, complaints, ratings that are decided anew."""

LETTER = {"ngay": Window((-10, 6))}
"""A letter outside of the campaign's years is told when it is read (KD125); this one is no slip."""

WINDOWS: dict[type[Model], dict[str, Window]] = {
    CaNhan: {
        "ngay_sinh": Window((-115, -15), (-105, -18)),
        "ngay_vao_dang": Window((-1000, 1)),
        "ngay_chinh_thuc": Window((-1000, 1)),
    },
    LoaiTru: {"tu_ngay": Window((-70, 1))},
    NoiCuTru: {"ngay_nhan_xet": Window((-10, 1))},
    KiemDiem: {"ngay": REVIEW},
    XepLoai: {"ngay_cong_chuc": REVIEW, "ngay_quyet_dinh": REVIEW},
    KyLuat: {"ngay": Window((-20, 1), (0, 1))},
    XacNhan: {"ngay": REVIEW},
    HoiNghi: {"ngay": REVIEW, "ngay_gui_du_thao": REVIEW},
    KiemPhieu: {"ngay": REVIEW},
    DauVanBan: {"ngay": REVIEW},
    GoiY: {"han_gui": REVIEW, "han_khac_phuc": AFTERWARDS},
    XepLoaiLai: {"ngay": AFTERWARDS},
    KhieuNai: {"ngay": AFTERWARDS, "ngay_tra_loi": AFTERWARDS},
    NopHoSo: {"ngay": AFTERWARDS},
    VanBan: LETTER,
    SaoLuc: LETTER,
    DonViNam: {"ngay_nop_ho_so": AFTERWARDS},
    NhiemKy: {
        "be_mac_dai_hoi": Window((-15, 6)),
        "hoi_nghi_dau": Window((-15, 6)),
        "chi_dinh_tu": Window((-15, 6)),
    },
    ChapNhan: {"ngay": Window((0, 100))},  # a paper of long ago may be entered today
    ThoiHan: {"ngay": ANY},  # outside of the campaign's years it is told when it is read (KD126)
}
"""The window of every date of a unit, a campaign and a letter; a more special model goes before."""


@cache
def windows_of(kind: type[Model]) -> dict[str, Window]:
    """Return the windows of a model's dates, its own before those it inherits."""
    found: dict[str, Window] = {}
    for each in reversed(kind.__mro__):
        found |= WINDOWS.get(each, {})
    return found


def check_windows(data: Model, nam: int) -> Iterator[Problem]:
    """Check every date in a value against its window.

    Args:
        data: a unit's year, a campaign or a letter.
        nam: the review year.

    Returns:
        KD153 for a date that cannot be right, KD154 for one that is hard to believe.
    """
    for path, model in models_in(data):
        for key, window in windows_of(type(model)).items():
            day = getattr(model, key)
            if day is not None:
                yield from _check(model, (*path, key), day, window, nam)


def _check(
    model: Model, path: DataPath, day: dt.date | ThangNam | NgaySinh, window: Window, nam: int
) -> Iterator[Problem]:
    if isinstance(day, NgaySinh):
        year, shown, early = day.nam, birth(day), False
    else:
        last_day = day.ngay_cuoi if isinstance(day, ThangNam) else day
        year, early = last_day.year, last_day < FOUNDED
        shown = str(day) if isinstance(day, ThangNam) else short_date(day)
    if not early and _within(year - nam, window.possible) and _within(year - nam, window.usual):
        return
    possible = not early and _within(year - nam, window.possible)
    first, last = window.usual if possible else window.possible
    low = max(nam + first, FOUNDED.year) if first <= -1000 else nam + first
    about = type(model).model_fields[str(path[-1])].description or str(path[-1])
    yield problem(
        "KD154" if possible else "KD153",
        Place(path=path),
        nghia=about.split(";")[0],
        ngay=shown,
        tu=low,
        den=nam + last,
        nam=nam,
    )


def _within(years: int, window: tuple[int, int]) -> bool:
    return window[0] <= years <= window[1]
