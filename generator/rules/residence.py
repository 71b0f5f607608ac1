"""R20: the comment of the place of residence."""

from collections.abc import Iterator

from generator.model.campaign import Dot
from generator.model.unit import CaNhan, DonViNam
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.rules.found import finding
from generator.rules.subjects import is_reviewed, latest, persons
from generator.wording.dates import short_date


def r20_residence(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R20: members at work have a comment from their place of residence, or an exemption.

    QĐ 213-QĐ/TW with HD 33-HD/BTCTW; QĐ 366 Điều 17 item 2. Error in the packs for members with a
    recorded place of residence, a warning for others, who may live where they work. Parameter:
    `noi_cu_tru`. Checked once a level is proposed or decided; not for members outside the political
    system (`ngoai_he_thong`). The comment must date from the review year or later.
    """
    rule = che_do.noi_cu_tru
    for subject in persons(nam) if rule.gia_tri else []:
        person = subject.data
        if not isinstance(person, CaNhan) or not person.dang_vien:
            continue
        if person.vai_tro == "ngoai_he_thong" or not is_reviewed(che_do, subject):
            continue
        lives = person.noi_cu_tru
        if not latest(person.xep_loai) or (lives and lives.mien):
            continue
        path = (*subject.path, "noi_cu_tru")
        if lives is None or lives.ngay_nhan_xet is None:
            where = lives.xa if lives and lives.xa else "nơi cư trú"
            yield finding(
                che_do,
                "R20",
                "KD450",
                path,
                rule,
                doubtful=lives is None,
                ai=subject.ten,
                noi=where,
            )
        elif lives.ngay_nhan_xet.year < dot.nam:
            yield finding(
                che_do,
                "R20",
                "KD451",
                (*path, "ngay_nhan_xet"),
                rule,
                doubtful=True,
                ai=subject.ten,
                ngay=short_date(lives.ngay_nhan_xet),
                nam=dot.nam,
            )
