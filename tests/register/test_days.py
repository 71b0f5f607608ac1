"""A date is judged by the years a series names and by the terms of its body."""

import datetime as dt

import pytest

from generator.model.campaign import NhiemKy
from generator.register.days import misdated
from generator.register.series import Series

OLDEST = NhiemKy.model_validate({"ten": "2015-2020", "chi_dinh_tu": "20/8/2015"})
OLD = NhiemKy.model_validate({"ten": "2020-2025", "chi_dinh_tu": "20/8/2020"})
NEW = NhiemKy.model_validate({"ten": "2025-2030", "chi_dinh_tu": "01/7/2025"})
LATE = NhiemKy.model_validate({"ten": "2025-2030", "chi_dinh_tu": "14/11/2026"})


@pytest.mark.parametrize(
    ("ky", "day", "terms", "impossible"),
    [
        ("2025-2030", "2026-01-05", [], None), ("2025-2030", "2025-01-01", [], None),
        ("2025-2030", "2024-12-31", [], True), ("2025-2030", "2030-12-31", [], None),
        ("2025-2030", "2031-01-01", [], False), ("2025-2030", "2031-12-31", [], False),
        ("2025-2030", "2032-01-01", [], True), ("2025-2030", "", [], None),
        ("2025-2030", "2025-06-30", [NEW], False), ("2025-2030", "2025-07-01", [NEW], None),
        ("2025-2030", "2024-06-30", [NEW], True),
        ("2020-2025", "2025-07-01", [OLD, NEW], None), ("2020-2025", "2025-07-02", [OLD, NEW], False),
        ("2020-2025", "2026-11-14", [OLD, LATE], None), ("2020-2025", "2026-11-15", [OLD, LATE], False),
        ("2020-2025", "2027-01-01", [OLD, LATE], True), ("2015-2020", "2016-01-01", [NEW], None),
        ("2020-2025", "2025-07-01", [OLDEST, NEW, OLD], None),
        ("2020-2025", "2025-07-02", [OLDEST, NEW, OLD], False),
        ("2026", "2026-12-31", [], None), ("2026", "2027-01-01", [], True), ("2026", "2025-12-31", [], True),
        ("dai-hoi", "1999-01-01", [], None),
    ],
)  # fmt: skip
def test_a_date_of_another_time(
    ky: str, day: str, terms: list[NhiemKy], impossible: bool | None
) -> None:
    found = misdated(Series("cong-van", ky), day, terms)
    assert (found and found.impossible) == impossible
    assert found is None or found.impossible or found.why


@pytest.mark.parametrize(
    ("ky", "day", "why"),
    [
        ("2025-2030", "2025-06-30", "trước ngày nhiệm kỳ bắt đầu (01/7/2025)"),
        ("2020-2025", "2025-07-02", "sau ngày nhiệm kỳ sau bắt đầu (01/7/2025)"),
        ("2025-2030", "2031-02-01", "sau năm cuối của nhiệm kỳ"),
    ],
)
def test_a_doubtful_date_says_why(ky: str, day: str, why: str) -> None:
    found = misdated(Series("cong-van", ky), day, [OLD, NEW])
    assert found is not None
    assert found.why == why


@pytest.mark.parametrize(("day", "told"), [("2026-11-28", False), ("2026-11-29", True)])
@pytest.mark.parametrize("ky", ["2025-2030", "2026"])
def test_a_date_that_has_not_come(day: str, told: bool, ky: str) -> None:
    found = misdated(Series("cong-van", ky), day, [], dt.date(2026, 11, 28))
    assert (found is not None and "sau hôm nay (28/11/2026)" in found.why) == told
