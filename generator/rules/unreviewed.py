"""R15: a collective that has a level was reviewed at a meeting."""

from collections.abc import Iterator

from generator.model.unit import DonViNam, TapThe
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.rules.found import finding
from generator.rules.meetings import reviews
from generator.rules.subjects import Subject, collectives, is_reviewed, latest, listed, named


def check_reviewed(nam: DonViNam, che_do: CheDo) -> Iterator[Problem]:
    """Tell the collectives with a proposed or decided level that no meeting of the unit reviewed.

    QĐ 366 Điều 3 and 7, HD 43 mục 1.1: a leadership collective is reviewed at a meeting, and is
    rated because it was. A Party organisation itself is rated without (Điều 3), and a collective of
    few leaders is reviewed with another body (HD 43 mục 7.4). A warning, only in a unit that
    records its meetings: the minutes may be another office's. Parameter: `tap_the_it_nhat`.

    Returns:
        KD465, at the first of the collectives.
    """
    without = [each for each in collectives(nam) if _is_left(nam, che_do, each)]
    if without and nam.hoi_nghi:
        ruled = che_do.quy_tac.get("R12") or che_do.quy_tac["R15"]
        path = (*without[0].path, "ten")
        ai = listed(each.ten for each in without)
        yield finding(
            che_do, "R15", "KD465", path, doubtful=True, can_cu=ruled.can_cu, ai=ai, so=len(without)
        )


def _is_left(nam: DonViNam, che_do: CheDo, each: Subject) -> bool:
    data = each.data
    if not isinstance(data, TapThe) or data.vai_tro == "to_chuc_dang":
        return False
    alone = not 0 < len(data.thanh_vien) < che_do.tap_the_it_nhat.gia_tri
    level = latest(data.xep_loai) is not None
    return alone and level and is_reviewed(che_do, each) and not _met(nam, each)


def _met(nam: DonViNam, each: Subject) -> bool:
    """Return whether a meeting reviewed a collective, or its ballot was also on it."""
    for meeting in nam.hoi_nghi:
        rows = meeting.kiem_phieu.ket_qua if meeting.kiem_phieu else ()
        if reviews(meeting, each) or any(named([each], row.doi_tuong) for row in rows):
            return True
    return False
