"""A collective has one head."""

from collections.abc import Iterator

from generator.model.unit import DonViNam
from generator.problems import Place, Problem, problem
from generator.rules.subjects import listed


def check_two_heads(nam: DonViNam) -> Iterator[Problem]:
    """Tell a collective of whose members several are marked as its head.

    Whoever is marked may not be rated above the collective (R06): a mark too many holds a deputy to
    that too.

    Returns:
        KD190, at the second head.
    """
    for index, collective in enumerate(nam.tap_the):
        heads = [i for i, each in enumerate(collective.thanh_vien) if each.dung_dau]
        if len(heads) > 1:
            named = listed(collective.thanh_vien[i].ho_ten for i in heads)
            path = ("tap_the", index, "thanh_vien", heads[1], "dung_dau")
            yield problem("KD190", Place(path=path), tap_the=collective.ten, ai=named)
