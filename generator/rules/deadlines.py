"""R14: deadlines of the regime and of the campaign."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.model.campaign import Dot, ThoiHan
from generator.model.unit import DonVi, DonViNam
from generator.problems import DataPath, Problem
from generator.regulations.che_do import CheDo
from generator.regulations.rule import Quy
from generator.rules.addressees import binds
from generator.rules.found import finding
from generator.wording.compare import fold
from generator.wording.dates import short_date

_DAY = re.compile(r"(\d{1,2})/(\d{1,2})", re.ASCII)
_HALF_YEAR = 6
_OTHER_WORK = ("gợi ý", "báo cáo", "kế hoạch", "giải trình", "khiếu nại", "khắc phục")


def due_day(text: str, year: int) -> dt.date | None:
    """Parse «31/12» as a date in the review year; January to June belong to the year after.

    Returns:
        The date; None when the text contains no valid one.
    """
    found = _DAY.search(text)
    if found is None:
        return None
    day, month = map(int, found.groups())
    try:
        return dt.date(year + (month <= _HALF_YEAR), month, day)
    except ValueError:
        return None


def deadline_for(dot: Dot, unit: DonVi, work: str) -> ThoiHan | None:
    """Return the deadline of the campaign that applies to a unit for a task.

    Args:
        dot: the campaign.
        unit: the unit.
        work: `ho_so` for handing in the dossier, `kiem_diem` for holding the review.

    Returns:
        The latest deadline for this task whose `ap_dung` means the unit or is empty; None if no
        deadline does.
    """
    ours = [
        each
        for each in dot.thoi_han
        if kind_of_work(each.viec) == work and binds(each.ap_dung, unit, dot.co_quan.ten)
    ]
    return max(ours, key=lambda each: each.ngay, default=None)


def kind_of_work(viec: str) -> str | None:
    """Return the task of a deadline: `ho_so`, `kiem_diem`, or None if it is not checked here."""
    words = fold(viec)
    if any(fold(other) in words for other in _OTHER_WORK[:1]):
        return None
    if fold("hồ sơ") in words:
        return "ho_so"
    if any(fold(other) in words for other in _OTHER_WORK):
        return None
    return "kiem_diem" if fold("kiểm điểm") in words else None


def r14_deadlines(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R14: the review is held, and the dossier handed in, before the deadline.

    HD 43 mục 4 (before 31/12), plans and letters of the superior committee. A warning in the
    regimes' packs; «trước ngày» excludes the day itself, for which the weight is at most a warning.
    Parameters: `thoi_gian.xong_truoc`, `thoi_han` of the campaign (matched by «hồ sơ», «kiểm điểm»
    in `viec`; deadlines for a gợi ý, plan or report are ignored). The campaign's deadline applies
    if it is earlier than the regime's or the regime's is not verified; or if it names whom it is
    for and lies within `thoi_gian.dac_thu_truoc`, which a superior may grant to special bodies.
    """
    prescribed = che_do.thoi_gian.xong_truoc
    held = [
        (("hoi_nghi", i, "ngay"), meeting.ten, meeting.ngay)
        for i, meeting in enumerate(nam.hoi_nghi)
    ]
    day = due_day(prescribed.gia_tri, dot.nam)
    own = deadline_for(dot, nam.don_vi, "kiem_diem")
    granted = own is not None and own.ap_dung and _special(che_do, own.ngay, dot.nam)
    if own and (granted or day is None or own.ngay < day or not prescribed.verified):
        yield from _late(che_do, held, own.ngay, own.viec)
    elif day:
        yield from _late(che_do, held, day, "hoàn thành kiểm điểm", prescribed)
    dossier = deadline_for(dot, nam.don_vi, "ho_so")
    if dossier and nam.ngay_nop_ho_so:
        sent = (("ngay_nop_ho_so",), "nộp hồ sơ", nam.ngay_nop_ho_so)
        yield from _late(che_do, [sent], dossier.ngay, dossier.viec)


def _special(che_do: CheDo, day: dt.date, year: int) -> bool:
    """Return whether a day lies in the time that a superior may give to bodies of special work."""
    usual = due_day(che_do.thoi_gian.xong_truoc.gia_tri, year)
    later = che_do.thoi_gian.dac_thu_truoc
    last = due_day(later.gia_tri, year) if later else None
    return usual is not None and last is not None and usual < day <= last


def _late(
    che_do: CheDo,
    done: Iterable[tuple[DataPath, str, dt.date]],
    due: dt.date,
    viec: str,
    *behind: Quy[Any],
) -> Iterator[Problem]:
    for path, what, day in done:
        if day >= due:
            yield finding(
                che_do,
                "R14",
                "KD437" if day == due else "KD436",
                path,
                *behind,
                doubtful=day == due,
                ten=what,
                ngay=short_date(day),
                han=short_date(due),
                viec=viec,
            )
