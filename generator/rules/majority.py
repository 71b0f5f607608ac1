"""R15: the level a meeting votes for has more than half of the members behind it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.model.levels import NOT_RATED, WORDS
from generator.model.meeting import HoiNghi, KetQuaPhieu
from generator.model.unit import DonViNam
from generator.problems import DataPath, Problem
from generator.regulations.che_do import CheDo
from generator.rules.absences import is_no_member_now, is_without_reason
from generator.rules.found import finding
from generator.rules.levels import rank
from generator.rules.subjects import Subject, named, subjects


def members_counted(meeting: HoiNghi) -> int:
    """Return the number of members of which more than half must agree.

    QĐ 294-QĐ/TW mục 9.3.2–9.3.3: of a meeting of members those called in, without the members who
    are absent for a reason; of a committee its sitting members, the absent included, but not those
    suspended, prosecuted, detained or transferred for a time. The office may set the number
    (`tinh_tren`).
    """
    if meeting.tinh_tren is not None:
        return meeting.tinh_tren
    of_members = meeting.cap == "chi_bo"
    left_out = sum(
        is_no_member_now(each.ly_do) or (of_members and not is_without_reason(each.ly_do))
        for each in meeting.vang
    )
    return max(meeting.trieu_tap - left_out, 0)


def check_majority(nam: DonViNam, che_do: CheDo) -> Iterator[Problem]:
    """Check each ballot for a majority of the members.

    QĐ 294-QĐ/TW mục 9.3 speaks of resolutions, so for ratings this is an inference and never more
    than a warning. Parameter: `bieu_quyet.qua`.

    Returns:
        KD453 where no level has the majority, KD454 where the level entered as the proposal of the
        chi bộ is another one than the level voted for.
    """
    among = subjects(nam)
    for index, meeting in enumerate(nam.hoi_nghi):
        count = meeting.kiem_phieu
        for i, result in enumerate(count.ket_qua if count and che_do.bieu_quyet else ()):
            path = ("hoi_nghi", index, "kiem_phieu", "ket_qua", i)
            yield from _result(among, che_do, meeting, path, result)


def _result(
    among: list[Subject], che_do: CheDo, meeting: HoiNghi, path: DataPath, result: KetQuaPhieu
) -> Iterator[Problem]:
    members = members_counted(meeting)
    rule = che_do.bieu_quyet
    if rule is None or not members or not result.phieu:
        return
    level, votes = max(result.phieu.items(), key=lambda row: row[1])
    told = {"ten": meeting.ten, "ai": result.doi_tuong, "n": votes, "m": members,
            "muc": WORDS.get(level, level)}  # fmt: skip
    if Decimal(100 * votes) <= rule.qua.gia_tri * members:
        told["muc"] = _first(result.phieu, votes)
        yield finding(che_do, "R15", "KD453", (*path, "phieu"), rule.qua, doubtful=True, **told)
        return
    subject = named(among, result.doi_tuong) if meeting.cap == "chi_bo" else None
    given = subject.data.xep_loai.chi_bo if subject else None
    if subject and given and (level == NOT_RATED or _differs(che_do, given, level)):
        where = (*subject.path, "xep_loai", "chi_bo")
        yield finding(che_do, "R15", "KD454", where, doubtful=True, ghi=given, **told)


def _first(votes: Mapping[str, int], most: int) -> str:
    """Name every level with the most votes: with as many for two, neither is the one voted for."""
    return "» và «".join(WORDS.get(key, key) for key, number in votes.items() if number == most)


def _differs(che_do: CheDo, given: str, level: str) -> bool:
    mine, voted = rank(che_do, given), rank(che_do, WORDS.get(level, level))
    return mine is not None and voted is not None and mine != voted
