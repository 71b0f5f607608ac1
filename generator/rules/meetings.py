"""Checks the order of the review meetings (R12) and the time given to read the draft (R13)."""

from collections.abc import Iterable, Iterator
from typing import Literal, Protocol

from generator.model.campaign import Dot
from generator.model.fields import known_day
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.regulations.rule import Quy
from generator.rules.decided_first import check_decided_first
from generator.rules.found import finding
from generator.rules.subjects import Subject, collectives, is_reviewed, listed, named, persons
from generator.rules.working_days import working_days
from generator.wording.dates import short_date

Cap = Literal["chi_bo", "tap_the_lanh_dao"]
LEVELS: tuple[Cap, ...] = ("chi_bo", "tap_the_lanh_dao")


class Meeting(Protocol):
    """What the order of meetings depends on."""

    @property
    def noi_dung(self) -> str:
        """Whom it reviews: `tap_the`, `ca_nhan`, `tap_the_ca_nhan`."""

    @property
    def doi_tuong(self) -> tuple[str, ...]:
        """Those it names; empty: all of the unit."""


def reviews(meeting: Meeting, subject: Subject) -> bool:
    """Return whether a meeting reviews a subject.

    Its `noi_dung` must include this kind of subject, and its `doi_tuong` name the subject or be
    empty.
    """
    kind = "tap_the" if isinstance(subject.data, TapThe) else "ca_nhan"
    if meeting.noi_dung not in {kind, "tap_the_ca_nhan"}:
        return False
    return not meeting.doi_tuong or any(named([subject], name) for name in meeting.doi_tuong)


def first_meeting(nam: DonViNam, subject: Subject, cap: Cap) -> int | None:
    """Return the index of the earliest meeting at level `cap` that reviews a subject, or None."""
    there = [
        (meeting.ngay, i)
        for i, meeting in enumerate(nam.hoi_nghi)
        if meeting.cap == cap and reviews(meeting, subject)
    ]
    return min(there)[1] if there else None


def members_of(nam: DonViNam, collective: Subject) -> list[Subject]:
    """Return the members of a collective; without a list, all persons if it is the only one."""
    people = persons(nam)
    listed_members = collective.data.thanh_vien if isinstance(collective.data, TapThe) else ()
    if not listed_members:
        return people if len(nam.tap_the) == 1 else []
    found = (named(people, member.ho_ten) for member in listed_members)
    return [each for each in found if each is not None]


def r12_order(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R12: collective before persons, chi bộ before leadership collective, office before Party.

    QĐ 366 Điều 7.3 and 12.2, Điều 3; for civil servants the rule of their own in the year
    (`cong_chuc`: NĐ 90/2020 Điều 20, from 2026 on NĐ 335/2025 Điều 21). Warning. The rule compares
    the first meetings at the same level; the same day is allowed.
    """
    for cap in LEVELS:
        for collective in collectives(nam):
            yield from _collective_first(nam, che_do, collective, cap)
    yield from _chi_bo_first(nam, che_do)
    rule = _office_rule(che_do, dot.nam)
    for person in persons(nam):
        yield from _office_first(nam, che_do, person, rule)
    yield from _office_missing(nam, che_do, rule)
    yield from check_decided_first(nam, che_do)


def _collective_first(
    nam: DonViNam, che_do: CheDo, collective: Subject, cap: Cap
) -> Iterator[Problem]:
    late = first_meeting(nam, collective, cap)
    if late is None:
        return
    day = nam.hoi_nghi[late].ngay
    early: dict[int, list[str]] = {}
    for member in members_of(nam, collective):
        held = first_meeting(nam, member, cap)
        if held is not None and nam.hoi_nghi[held].ngay < day and is_reviewed(che_do, member):
            early.setdefault(held, []).append(member.ten)
    for i, names in early.items():
        yield finding(
            che_do,
            "R12",
            "KD432",
            ("hoi_nghi", i, "ngay"),
            ai=listed(names),
            ngay=short_date(nam.hoi_nghi[i].ngay),
            tap_the=collective.ten,
            ngay_tap_the=short_date(day),
        )


def _chi_bo_first(nam: DonViNam, che_do: CheDo) -> Iterator[Problem]:
    early: dict[tuple[int, int], list[str]] = {}
    for person in _leaders(nam, che_do):
        below = first_meeting(nam, person, "chi_bo")
        above = first_meeting(nam, person, "tap_the_lanh_dao")
        if below is None or above is None:
            continue
        if nam.hoi_nghi[above].ngay < nam.hoi_nghi[below].ngay:
            early.setdefault((above, below), []).append(person.ten)
    for (above, below), names in early.items():
        yield finding(
            che_do,
            "R12",
            "KD433",
            ("hoi_nghi", above, "ngay"),
            ai=listed(names),
            ngay=short_date(nam.hoi_nghi[above].ngay),
            ngay_chi_bo=short_date(nam.hoi_nghi[below].ngay),
        )


def _leaders(nam: DonViNam, che_do: CheDo) -> Iterable[Subject]:
    return (
        each
        for each in persons(nam)
        if isinstance(each.data, CaNhan)
        and each.data.vai_tro == "lanh_dao"
        and is_reviewed(che_do, each)
    )


def _office_first(
    nam: DonViNam, che_do: CheDo, person: Subject, office_rule: tuple[Quy[str] | None, str]
) -> Iterator[Problem]:
    levels = person.data.xep_loai
    decision = nam.ket_qua.quyet_dinh
    shared = known_day(decision.ngay) if decision and levels.quyet_dinh else None
    party = levels.ngay_quyet_dinh or shared
    office = levels.ngay_cong_chuc
    rule, clause = office_rule
    if party and office and office > party:
        yield finding(
            che_do,
            "R12",
            "KD434",
            (*person.path, "xep_loai", "ngay_cong_chuc"),
            rule,
            can_cu=clause,
            ai=person.ten,
            ngay=short_date(office),
            ngay_dang=short_date(party),
        )


def _office_rule(che_do: CheDo, year: int) -> tuple[Quy[str] | None, str]:
    """Return the clause by which civil servants are rated before, and the citation of both."""
    begun = [each for each in che_do.cong_chuc if each.tu <= year]
    rule = max(begun, key=lambda each: each.tu, default=None)
    own = che_do.quy_tac["R12"].can_cu
    return rule.can_cu if rule else None, "; ".join(
        filter(None, (own, rule.can_cu.gia_tri if rule else ""))
    )


def _office_missing(
    nam: DonViNam, che_do: CheDo, office_rule: tuple[Quy[str] | None, str]
) -> Iterator[Problem]:
    """Tell civil servants whom the Party rates without a level of their office to rest on."""
    rule, clause = office_rule
    without = [
        each
        for each in persons(nam)
        if isinstance(each.data, CaNhan)
        and each.data.cong_chuc
        and is_reviewed(che_do, each)
        and (each.data.xep_loai.chi_bo or each.data.xep_loai.quyet_dinh)
        and not each.data.xep_loai.cong_chuc
    ]
    if without and rule:
        path = (*without[0].path, "xep_loai")
        named = listed(each.ten for each in without)
        yield finding(che_do, "R12", "KD464", path, rule, can_cu=clause, ai=named, so=len(without))


def r13_draft(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R13: the draft is sent at least three working days before the meeting.

    HD 43 mục 2. Warning, regime of 2025. Parameter: `thoi_gian.gui_du_thao_truoc_ngay_lam_viec`.
    Meetings without a sending date are skipped.
    """
    del dot
    least = che_do.thoi_gian.gui_du_thao_truoc_ngay_lam_viec
    for i, meeting in enumerate(nam.hoi_nghi if least else ()):
        sent = meeting.ngay_gui_du_thao
        if least is None or sent is None:
            continue
        days = working_days(sent, meeting.ngay)
        if days < least.gia_tri:
            yield finding(
                che_do,
                "R13",
                "KD435",
                ("hoi_nghi", i, "ngay_gui_du_thao"),
                least,
                ten=meeting.ten,
                gui=short_date(sent),
                hop=short_date(meeting.ngay),
                n=days,
                it_nhat=least.gia_tri,
            )
