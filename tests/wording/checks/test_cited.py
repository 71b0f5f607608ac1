"""Other papers are cited by their number, their day, and while they are in force."""

import datetime as dt

import pytest

from generator.wording.checks.cited import check_cited

NEW, OLD = dt.date(2026, 11, 5), dt.date(2026, 5, 1)


@pytest.mark.parametrize(
    ("text", "day", "codes"),
    [
        ("Hướng dẫn số 43/HD-BTCTW", NEW, ["KD281"]),
        ("Quy định số 399/QĐ-TW, ngày 09/01/2026", NEW, ["KD281"]),
        ("Công văn số 1375- CV/TU", NEW, ["KD281"]),
        ("Quyết định số 15-QĐ/UBND, ngày 03/02/2026", NEW, ["KD281"]),
        ("Quyết định số 15/QĐ-UBND và Nghị định số 30/2020/NĐ-CP", NEW, []),
        ("Hướng dẫn số 43-HD/BTCTW, ngày 31/10/2025", NEW, []),
        ("Kế hoạch số 12-KH/ĐU, ngày 03/02/2026", NEW, []),
        ("Thông báo số 6/2026/TB-ĐU", NEW, []),
        ("Quy định số 366-QĐ/TW, ngày 27/8/2025 của Bộ Chính trị", NEW, ["KD282"]),
        ("Quyết định số 366-QĐ/TW, ngày 12/9/2025", NEW, []),
        ("Quy định số 366-QĐ/TW, ngày 12/9/2020", NEW, []),
        ("Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018", NEW, ["KD283"]),
        ("Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018", OLD, []),
        ("Hướng dẫn số 36-HD/VPTW", NEW, ["KD283"]),
        ("Quy định số 66-QĐ/TW, ngày 06/02/2017", NEW, ["KD283"]),
        ("Hướng dẫn số 05-HD/VPTW thay thế Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018", NEW, []),
        ("Quyết định số 66-QĐ/TW, ngày 03/3/2026", NEW, []),
        ("xem 36-HD/VPTW", NEW, []),
    ],
)
def test_papers_are_cited_right(text: str, day: dt.date, codes: list[str]) -> None:
    assert [each.code for each in check_cited(text, ("noi_dung",), day)] == codes


def test_a_source_of_the_press_is_told() -> None:
    (found,) = check_cited("Quy định số 66-QĐ/TW, ngày 06/02/2017", ("noi_dung",), NEW)
    assert "báo chí" in found.message
