"""R15: the ballot of a meeting is on those whom the meeting reviews and rates, all of them."""

from collections.abc import Iterator

from generator.model.campaign import Dot
from generator.model.meeting import HoiNghi
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.rules.discipline import is_expelled
from generator.rules.found import finding
from generator.rules.meetings import reviews
from generator.rules.subjects import (
    Subject,
    is_reviewed,
    latest,
    listed,
    named,
    persons,
    subjects,
)


def check_voted_on(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """Check on whom each ballot was.

    QĐ 366 Điều 3: who is reviewed is rated, and a chi bộ proposes the level by ballot; who is
    exempt from review has no level to vote on (Điều 5); nor is somebody voted on who was expelled
    before the meeting, whose level is that of another body. Warnings: not every ballot is counted
    in one meeting, so a person voted on in any meeting counts as voted on.

    Returns:
        KD457 for a meeting that reviews persons with a proposed level who are in no row of any
        ballot, KD458 for a row of somebody who is not reviewed.
    """
    del dot
    among = subjects(nam)
    ruled = che_do.quy_tac.get("R09") or che_do.quy_tac["R15"]
    clause = {"can_cu": ruled.can_cu}
    voted = [
        row.doi_tuong
        for meeting in nam.hoi_nghi
        if meeting.kiem_phieu
        for row in meeting.kiem_phieu.ket_qua
    ]
    for index, meeting in enumerate(nam.hoi_nghi):
        count = meeting.kiem_phieu
        if count is None:
            continue
        path = ("hoi_nghi", index, "kiem_phieu", "ket_qua")
        left = [each.ten for each in persons(nam) if _left_out(che_do, meeting, each, voted)]
        if left and count.ket_qua:
            yield finding(
                che_do,
                "R15",
                "KD457",
                path,
                doubtful=True,
                ten=meeting.ten,
                ai=listed(left),
                **clause,
            )
        for i, row in enumerate(count.ket_qua):
            subject = named(among, row.doi_tuong)
            if subject and not is_reviewed(che_do, subject):
                where = (*path, i, "doi_tuong")
                told = {"ten": meeting.ten, "ai": subject.ten, "vi": _why(che_do, subject)}
                yield finding(che_do, "R15", "KD458", where, doubtful=True, **told, **clause)


def _left_out(che_do: CheDo, meeting: HoiNghi, person: Subject, voted: list[str]) -> bool:
    """Return whether a meeting that votes on persons reviews and rates one without a vote."""
    return (
        meeting.cap == "chi_bo"
        and not (isinstance(person.data, CaNhan) and is_expelled(che_do, person.data, meeting.ngay))
        and is_reviewed(che_do, person)
        and reviews(meeting, person)
        and latest(person.data.xep_loai) is not None
        and not any(named([person], name) for name in voted)
    )


def _why(che_do: CheDo, subject: Subject) -> str:
    if isinstance(subject.data, TapThe):
        return "mới thành lập"
    reason = subject.data.loai_tru if isinstance(subject.data, CaNhan) else None
    known = che_do.loai_tru.get(reason.ly_do) if reason else None
    return known.ten if known else (reason.ly_do if reason else "")
