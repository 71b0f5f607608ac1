"""The day of each decided level agrees with the paper that announces it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from generator.model.fields import known_day
from generator.model.unit import DonViNam
from generator.problems import Place, Problem, problem
from generator.problems.text import some
from generator.rules.subjects import Subject, persons, subjects
from generator.wording.compare import same_name
from generator.wording.dates import short_date

_LEADER = "lanh_dao"
_PAPERS = {"quyet_dinh": "quyết định xếp loại", "thong_bao": "thông báo kết quả"}


def check_decided_days(nam: DonViNam) -> Iterator[Problem]:
    """Tell the days of decided levels that the decision or the notice of the unit contradicts.

    A paper cannot announce what is decided after it; a later new rating has its own paper
    (`xep_loai_lai`). An earlier day is in order: a notice follows, leaders are decided elsewhere.
    But the decision is one for all members: where most have its day, an earlier one is a slip.

    Returns:
        KD189, at such a day; at the paper where it is that of several.
    """
    for key, words in _PAPERS.items():
        paper = getattr(nam.ket_qua, key)
        signed = known_day(paper.ngay) if paper else None
        if signed is None:
            continue
        odd = _earlier(nam, signed) if key == "quyet_dinh" else []
        later = [each for each in _dated(nam, subjects(nam)) if each[1] > signed]
        by_day: dict[dt.date, list[Subject]] = {}
        for subject, day in (*later, *odd):
            by_day.setdefault(day, []).append(subject)
        for day, its in by_day.items():
            alone = (*its[0].path, "xep_loai", "ngay_quyet_dinh")
            yield problem(
                "KD189",
                Place(path=alone if len(its) == 1 else ("ket_qua", key, "ngay")),
                ai=some([each.ten for each in its]),
                ngay=short_date(day),
                van_ban=words,
                ky=short_date(signed),
            )


def _dated(nam: DonViNam, among: list[Subject]) -> list[tuple[Subject, dt.date]]:
    """Return those who have a decided level with its day and were not rated again."""
    again = [each.doi_tuong for each in nam.xep_loai_lai]
    return [
        (each, day)
        for each in among
        if (day := each.data.xep_loai.ngay_quyet_dinh)
        and not any(same_name(each.ten, name) for name in again)
    ]


def _earlier(nam: DonViNam, signed: dt.date) -> list[tuple[Subject, dt.date]]:
    """Return the members decided before a decision by which most of the members are."""
    people = zip(persons(nam), nam.ca_nhan, strict=True)
    members = [each for each, person in people if person.vai_tro != _LEADER]
    dated = _dated(nam, members)
    days = Counter(day for _, day in dated)
    if days[signed] * 2 <= len(dated):
        return []
    return [each for each in dated if each[1] < signed]
