"""R12: a collective is rated before the person who heads it."""

from collections.abc import Iterator

from generator.model.unit import DonViNam, TapThe
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.rules.found import finding
from generator.rules.heads import heads_of
from generator.rules.subjects import collectives, is_reviewed, latest, listed


def check_decided_first(nam: DonViNam, che_do: CheDo) -> Iterator[Problem]:
    """Tell the collectives without a level whose head has a decided one.

    QĐ 366 Điều 12.2: collective before its head; without the level of the collective nobody can
    see whether the head is above it (R06). One of few leaders is reviewed with another body
    (`tap_the_it_nhat`). A warning, as the decision on the collective may not be at hand yet.

    Returns:
        KD467, at each such collective.
    """
    for each in collectives(nam):
        if not isinstance(each.data, TapThe) or latest(each.data.xep_loai):
            continue
        if 0 < len(each.data.thanh_vien) < che_do.tap_the_it_nhat.gia_tri:
            continue
        heads = [one.ten for one in heads_of(nam, each.data) if one.data.xep_loai.quyet_dinh]
        if heads and is_reviewed(che_do, each):
            path = (*each.path, "xep_loai")
            told = {"tap_the": each.ten, "ai": listed(heads)}
            yield finding(che_do, "R12", "KD467", path, doubtful=True, **told)
