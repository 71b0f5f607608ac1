"""R15: the numbers of a meeting and of its ballot are consistent."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from generator.model.campaign import Dot
from generator.model.levels import NOT_RATED, WORDS
from generator.model.meeting import HoiNghi, KiemPhieu
from generator.model.unit import DonViNam
from generator.problems import DataPath, Problem
from generator.reading.suggest import nearest
from generator.regulations.che_do import CheDo
from generator.rules.called import check_called
from generator.rules.found import finding
from generator.rules.majority import check_majority
from generator.rules.subjects import listed
from generator.rules.unreviewed import check_reviewed
from generator.rules.voters import check_voted_on


class Disagreement(NamedTuple):
    """An inconsistency: its code, the path below `kiem_phieu`, and the values of the message."""

    code: str
    path: DataPath
    values: dict[str, Any]


def ballot(count: KiemPhieu, present: int, keys: Collection[str]) -> list[Disagreement]:
    """Check the arithmetic of a ballot.

    Args:
        count: the counted ballot.
        present: the number of voters present.
        keys: the keys of the levels that can be voted for.

    Returns:
        The inconsistencies: more ballots handed out than voters present, more returned than handed
        out, valid and invalid ballots not equal to the returned ones, votes on one subject not
        equal to the valid ballots, an unknown key.
    """
    found = []
    words = [WORDS.get(key, key) for key in keys]
    for key, counted, number, most_words, most in (
        ("phat_ra", "phát ra", count.phat_ra, "người có mặt được biểu quyết", present),
        ("thu_ve", "thu về", count.thu_ve, "phiếu phát ra", count.phat_ra),
    ):
        if number > most:
            values: dict[str, Any] = {"so": counted, "n": number, "hon": most_words, "m": most}
            found.append(Disagreement("KD438", (key,), values))
    if count.hop_le + count.khong_hop_le != count.thu_ve:
        values = {
            "hop_le": count.hop_le,
            "khong_hop_le": count.khong_hop_le,
            "thu_ve": count.thu_ve,
            "cong": count.hop_le + count.khong_hop_le,
        }
        found.append(Disagreement("KD439", ("hop_le",), values))
    for i, result in enumerate(count.ket_qua):
        path = ("ket_qua", i, "phieu")
        added = sum(result.phieu.values())
        if added != count.hop_le:
            values = {"ai": result.doi_tuong, "cong": added, "hop_le": count.hop_le}
            found.append(Disagreement("KD440", path, values))
        for key in result.phieu:
            if key not in keys:
                near = nearest(key, words) or nearest(key, keys)
                gan = f"«{WORDS.get(near, near)}»" if near else listed(f"«{w}»" for w in words)
                values = {"ai": result.doi_tuong, "nhap": key, "gan": gan}
                found.append(Disagreement("KD442", (*path, key), values))
    return found


def attends(meeting: HoiNghi) -> bool:
    """Return whether the persons present and absent are as many as those convened."""
    return meeting.co_mat + len(meeting.vang) == meeting.trieu_tap


def r15_votes(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R15: attendance and ballot of each meeting add up.

    Arithmetic of biên bản hội nghị and biên bản kiểm phiếu; no clause prescribes it. Error in every
    regime; a level without a majority of the members (`majority`), a ballot on others than those
    whom the meeting rates (`voters`), a collective that no meeting reviewed (`unreviewed`), voters
    who have no vote (`called`) are warnings.
    """
    yield from check_majority(nam, che_do)
    yield from check_voted_on(nam, dot, che_do)
    yield from check_reviewed(nam, che_do)
    yield from check_called(nam, che_do)
    keys = [*(level.khoa for level in che_do.muc), NOT_RATED]
    for i, meeting in enumerate(nam.hoi_nghi):
        path = ("hoi_nghi", i)
        if not attends(meeting):
            yield finding(
                che_do,
                "R15",
                "KD441",
                (*path, "co_mat"),
                ten=meeting.ten,
                co_mat=meeting.co_mat,
                vang=len(meeting.vang),
                trieu_tap=meeting.trieu_tap,
            )
        if meeting.kiem_phieu:
            for code, where, values in ballot(meeting.kiem_phieu, meeting.co_mat, keys):
                at = (*path, "kiem_phieu", *where)
                yield finding(che_do, "R15", code, at, ten=meeting.ten, **values)
