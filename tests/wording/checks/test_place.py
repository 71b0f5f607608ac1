"""The place of a document bears its level where the guidance wants it, and is one that exists."""

import datetime as dt

import pytest

from generator.wording.checks.place import check_place

AFTER, BEFORE = dt.date(2026, 11, 5), dt.date(2025, 6, 30)


@pytest.mark.parametrize(
    ("place", "day", "codes"),
    [
        ("Huế", AFTER, ["KD261"]), ("Vinh", BEFORE, ["KD261"]), ("Thành phố Huế", AFTER, []),
        ("TP. Huế", AFTER, []), ("Gia Lai", AFTER, []), (None, AFTER, []), ("……", AFTER, []),
        ("Huyện Ia Grai", AFTER, ["KD262"]), ("thị xã An Khê", AFTER, ["KD262"]),
        ("Quận 1", AFTER, ["KD262"]), ("TX. An Khê", AFTER, ["KD262"]), ("Thị trấn Me", AFTER, ["KD262"]), ("Huyện Ia Grai", BEFORE, []), ("Xã Ia Grai", AFTER, []),
    ],
)  # fmt: skip
def test_a_place_has_its_level_and_is_no_district(
    place: str | None, day: dt.date, codes: list[str]
) -> None:
    assert [each.code for each in check_place(place, day)] == codes
