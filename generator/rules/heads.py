"""R06: the head of a collective is not rated above it."""

from collections.abc import Iterator

from generator.model.campaign import Dot
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.rules.found import finding
from generator.rules.levels import rank
from generator.rules.subjects import Subject, collectives, latest, persons
from generator.wording.compare import same


def is_above(che_do: CheDo, head: str | None, collective: str | None) -> bool:
    """Return whether the head's level is better than the collective's; False if one is unknown."""
    mine, theirs = rank(che_do, head), rank(che_do, collective)
    return mine is not None and theirs is not None and mine < theirs


def heads_of(nam: DonViNam, collective: TapThe) -> list[Subject]:
    """Return the persons who head a collective.

    These are the heads in its `thanh_vien`; if it has none and is the unit's only collective, the
    persons marked `dung_dau`.
    """
    named = [each.ho_ten for each in collective.thanh_vien if each.dung_dau]
    if named:
        return [each for each in persons(nam) if any(same(each.ten, name) for name in named)]
    if len(nam.tap_the) > 1:
        return []
    return [each for each in persons(nam) if isinstance(each.data, CaNhan) and each.data.dung_dau]


def r06_head(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R06: the level of the head is not above that of the collective or unit they head.

    608-CV/TU §4, kept by local texts of 2026; QĐ 366 Điều 3 ties the head to the unit's results.
    Error in every regime. Parameter: `dung_dau_khong_cao_hon`. The rule compares the latest step of
    each, never the self-rating.
    """
    del dot
    rule = che_do.dung_dau_khong_cao_hon
    for collective in collectives(nam) if rule.gia_tri else []:
        theirs = latest(collective.data.xep_loai)
        if theirs is None or not isinstance(collective.data, TapThe):
            continue
        for head in heads_of(nam, collective.data):
            mine = latest(head.data.xep_loai)
            if mine and is_above(che_do, mine[1], theirs[1]):
                yield finding(
                    che_do,
                    "R06",
                    "KD413",
                    (*head.path, "xep_loai", mine[0]),
                    rule,
                    ai=head.ten,
                    muc=mine[1],
                    tap_the=collective.ten,
                    muc_tap_the=theirs[1],
                )
