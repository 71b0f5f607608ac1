"""R15: those who are called to a meeting of members to vote are members who may vote."""

import datetime as dt
from collections.abc import Iterator

from generator.model.meeting import HoiNghi
from generator.model.unit import CHI_BO, CaNhan, DonViNam
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.rules.found import finding
from generator.rules.subjects import listed
from generator.wording.compare import same_name
from generator.wording.dates import short_date

_SUSPENDED, _NEW, _EXEMPT = "dinh_chi_sinh_hoat", "moi_ket_nap", "mien_sinh_hoat"
_REASONS = {
    _SUSPENDED: "bị đình chỉ sinh hoạt đảng",
    _EXEMPT: "được miễn sinh hoạt đảng, biên bản không ghi có dự",
}


def check_called(nam: DonViNam, che_do: CheDo) -> Iterator[Problem]:
    """Tell a meeting of a chi bộ whose voters can only be so many with members who have no vote.

    A probationary member has no vote (Điều lệ Đảng, Điều 3), one suspended is not counted, one
    exempt only if there (QĐ 294-QĐ/TW mục 9.3.2), which the minutes say. A file may name but some
    of the members, so nothing is told where more are called than it names at all. A warning.
    Parameter: `du_bi_thang`.

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
    reason = person.loai_tru.ly_do if person.loai_tru else ""
    if reason in {_SUSPENDED, _NEW}:
        return False
    if reason == _EXEMPT and not _is_in_minutes(person.ho_ten, meeting):
        return False
    return not _is_on_probation(che_do, person, meeting.ngay)


def _is_in_minutes(name: str, meeting: HoiNghi) -> bool:
    """Return whether the minutes name somebody: as present, as absent, as one who spoke."""
    count = meeting.kiem_phieu
    tellers = count.to_kiem_phieu if count else ()
    attended = (*meeting.dai_bieu, meeting.chu_tri, meeting.thu_ky, *tellers)
    named = [
        *(each.ho_ten for each in attended),
        *(each.ho_ten for each in meeting.vang),
        *(each.nguoi for each in meeting.y_kien),
    ]
    return any(same_name(each, name) for each in named)


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
    if person.loai_tru and (why := _REASONS.get(person.loai_tru.ly_do)):
        return why
    day = person.ngay_vao_dang or person.ngay_chinh_thuc
    return f"dự bị, vào Đảng ngày {short_date(day)}" if day else "dự bị"
