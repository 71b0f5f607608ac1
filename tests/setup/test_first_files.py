"""A campaign begins with files of the year that is reviewed."""

import datetime as dt
import re
from pathlib import Path

import pytest

from generator.setup.first_files import first_files, year_of


@pytest.mark.parametrize(
    ("name", "today", "year"),
    [
        ("kiem-diem-2024", dt.date(2026, 11, 28), 2024),
        ("2025", dt.date(2026, 11, 28), 2025),
        ("nam2025", dt.date(2026, 11, 28), 2025),
        ("kiem-diem", dt.date(2026, 11, 28), 2026),
        ("kiem-diem", dt.date(2027, 1, 10), 2026),
        ("kiem-diem", dt.date(2027, 3, 31), 2026),
        ("kiem-diem", dt.date(2027, 4, 1), 2027),
        ("nhiem-ky-2025-2030", dt.date(2026, 11, 28), 2026),
        ("so-20251", dt.date(2026, 11, 28), 2026),
    ],
)
def test_the_year_is_that_of_the_name_or_of_the_day(name: str, today: dt.date, year: int) -> None:
    assert year_of(Path("ho-so") / name, today) == year


@pytest.mark.parametrize("year", [2019, 2024, 2027])
def test_no_other_year_stands_in_the_files(year: int) -> None:
    texts = first_files(year)
    assert {path.as_posix() for path in texts} == {
        "cong-van.yaml",
        "don-vi/chi-bo-mau.yaml",
        "dot.yaml",
    }
    lines = [line for text in texts.values() for line in text.splitlines()]
    dated = [
        line for line in lines if re.search(r"\d/\d+/20\d\d\b", line) and "dai_hoi" not in line
    ]
    assert dated
    assert all(f"/{year}" in line for line in dated)
