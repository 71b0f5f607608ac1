"""R15: those who are called to a meeting of members to vote are members who may vote."""

import datetime as dt
from collections.abc import Iterator

from generator.model.meeting import HoiNghi
from generator.model.unit import CHI_BO, CaNhan, DonViNam
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.rules.found import finding
from generator.rules.subjects import listed
from generator.wording.dates import short_date

_SUSPENDED = "dinh_chi_sinh_hoat"


def check_called(nam: DonViNam, che_do: CheDo) -> Iterator[Problem]:
    """Tell a meeting of a chi bộ whose voters can only be so many with members who have no vote.

    A probationary member has no vote (Điều lệ Đảng, Điều 3), one suspended is not counted
    (QĐ 294-QĐ/TW mục 9.3.2). A file may name but some of the members, so nothing is told where more
    are called than it names at all. A warning. Parameter: `du_bi_thang`.

    Returns:
        KD466, at the number of those called.
    """
    members = [each for each in nam.ca_nhan if each.dang_vien]
    for index, meeting in enumerate(nam.hoi_nghi if nam.don_vi.loai in CHI_BO else ()):
        without = [each for each in members if not _votes(che_do, each, meeting)]
        voting = len(members) - len(without)
        if meeting.cap == "chi_bo" and voting < meeting.trieu_tap <= len(members):
            yield finding(
                che_do,
                "R15",
                "KD466",
                ("hoi_nghi", index, "trieu_tap"),
                doubtful=True,
                ten=meeting.ten,
                n=meeting.trieu_tap,
                m=voting,
                ai=listed(f"{each.ho_ten} ({_why(each)})" for each in without),
            )


def _votes(che_do: CheDo, person: CaNhan, meeting: HoiNghi) -> bool:
    return not _is_suspended(person) and not _is_on_probation(che_do, person, meeting.ngay)


def _is_suspended(person: CaNhan) -> bool:
    return person.loai_tru is not None and person.loai_tru.ly_do == _SUSPENDED


def _is_on_probation(che_do: CheDo, person: CaNhan, day: dt.date) -> bool:
    """Return whether a member is known to be on probation: admitted so few months before a day."""
    official, admitted = person.ngay_chinh_thuc, person.ngay_vao_dang
    if official is not None:
        return official > day
    if admitted is None:
        return False
    months = 12 * (day.year - admitted.year) + day.month - admitted.month
    return (months, day.day) <= (che_do.du_bi_thang.gia_tri, admitted.day)


def _why(person: CaNhan) -> str:
    if _is_suspended(person):
        return "bị đình chỉ sinh hoạt đảng"
    day = person.ngay_vao_dang or person.ngay_chinh_thuc
    return f"dự bị, vào Đảng ngày {short_date(day)}" if day else "dự bị"
