"""Checks the place in the line of place and date."""

import datetime as dt
from collections.abc import Iterator

from generator.problems import Place, Problem, problem
from generator.wording.compare import after

_NO_DISTRICTS = dt.date(2025, 7, 1)
"""From this day on there are no districts (Luật Tổ chức chính quyền địa phương 2025)."""

_DISTRICTS = ("Huyện", "Quận", "Thị xã")


def check_place(place: str | None, day: dt.date) -> Iterator[Problem]:
    """Check a place as HD 05 p. 9-10 wants it.

    Yields:
        KD261 for a name of one syllable without the level of its unit, KD262 for a district that
        is no more on the day of signature.
    """
    where = Place(path=("dia_danh",))
    name = (place or "").strip()
    if name and len(name.split()) == 1 and name.isalpha():
        yield problem("KD261", where, viet=name)
    gone = any(after(name, each) for each in _DISTRICTS)
    if gone and day >= _NO_DISTRICTS:
        yield problem("KD262", where, viet=name)
