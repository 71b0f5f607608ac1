"""Checks the place in the line of place and date."""

import datetime as dt
from collections.abc import Iterator

from generator.problems import Place, Problem, problem
from generator.regulations.speaking import old_bodies
from generator.wording.compare import after
from generator.wording.dates import short_date


def check_place(place: str | None, day: dt.date) -> Iterator[Problem]:
    """Check a place as HD 05 p. 9-10 wants it.

    Yields:
        KD261 for a name of one syllable without the level of its unit, KD262 for a district that
        is no more on the day of signature
        (`regulations/co-quan-cu.yaml`).
    """
    where = Place(path=("dia_danh",))
    name = (place or "").strip()
    if name and len(name.split()) == 1 and name.isalpha():
        yield problem("KD261", where, viet=name)
    for old in old_bodies():
        if day >= old.tu and any(after(name, each) for each in old.dia_danh):
            yield problem("KD262", where, viet=name, tu=short_date(old.tu))
