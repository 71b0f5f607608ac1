"""A collective has one head, a chi bộ one secretary."""

import re
from collections.abc import Iterator

from generator.model.unit import CHI_BO, DonViNam
from generator.problems import Place, Problem, problem
from generator.rules.subjects import listed
from generator.wording.compare import fold

_BETWEEN = re.compile(r"\s*[,;]\s*")
_SECRETARY = "bí thư"


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


def check_two_secretaries(nam: DonViNam) -> Iterator[Problem]:
    """Ask about a chi bộ of whose people several are written as its secretary.

    The post is printed on each one's form and taken for the signature. «Bí thư» alone may be that
    of a committee above, and that of another chi bộ bears its name.

    Returns:
        KD191, at the second one's post.
    """
    if nam.don_vi.loai not in CHI_BO:
        return
    posts = {fold(f"{_SECRETARY} {of}") for of in ("chi bộ", nam.don_vi.ten)}
    found = [
        (index, person.ho_ten)
        for index, person in enumerate(nam.ca_nhan)
        if posts.intersection(map(fold, _BETWEEN.split(person.chuc_vu.dang or "")))
    ]
    if len(found) > 1:
        path = ("ca_nhan", found[1][0], "chuc_vu", "dang")
        named = listed(name for _, name in found)
        yield problem("KD191", Place(path=path), don_vi=nam.don_vi.ten, ai=named)
