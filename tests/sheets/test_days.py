"""Days in every form in which they are written, and the ones that are refused."""

import datetime as dt

import pytest

from generator.sheets.days import day_of


@pytest.mark.parametrize(
    ("text", "birth", "day"),
    [
        ("05/12/2026", "05/12/2026", "05/12/2026"),
        ("5.12.2026", "05/12/2026", "05/12/2026"),
        ("5 / 12 - 2026", "05/12/2026", "05/12/2026"),
        ("2026-12-05T00:00:00", "05/12/2026", "05/12/2026"),
        ("05/12/2026 12:00:00 AM", "05/12/2026", "05/12/2026"),
        ("ngày 05 tháng 12 năm 2026", "05/12/2026", "05/12/2026"),
        ("Ngày: 5/12/2026", "05/12/2026", "05/12/2026"),
        ("'05/12/2026", "05/12/2026", "05/12/2026"),
        ("12/1970", "12/1970", ""), ("T12/1970", "12/1970", ""), ("tháng 12 năm 1970", "12/1970", ""),
        ("1970", "1970", ""), ("Sinh năm 1970", "1970", ""), ("--/--/1970", "1970", ""),
        ("1970.0", "1970", ""), ("25907", "05/12/1970", "05/12/1970"),
        ("5-12-26", "", ""), ("12/25/2026", "", ""), ("31/02/2026", "", ""), ("13/1970", "", ""),
        ("70", "", ""), ("5/12", "", ""), ("Dec 5, 2026", "", ""), ("05121970", "", ""), ("01/01/1799", "", ""),
    ],
)  # fmt: skip
def test_a_typed_day_is_read_day_first_or_refused(text: str, birth: str, day: str) -> None:
    for of_birth, said in ((True, birth), (False, day)):
        found = day_of(text, text, "General", birth=of_birth)
        assert found.chu == said
        assert bool(found.loi) is not bool(said)


@pytest.mark.parametrize(
    ("value", "form", "birth", "day"),
    [
        (dt.date(2026, 5, 12), "m/d/yyyy", "12/05/2026", "12/05/2026"),
        (dt.datetime(2026, 5, 12, 7, 30), "dd/mm/yyyy hh:mm", "12/05/2026", "12/05/2026"),  # noqa: DTZ001
        (dt.date(1970, 12, 1), "mmm-yy", "12/1970", ""),
        (dt.date(1970, 1, 1), "yyyy", "1970", ""),
        (dt.date(2026, 12, 5), "d-mmm", "", ""),
        (dt.date(1905, 5, 23), "dd/mm/yyyy", "", ""),  # 1970 typed into a cell for days
        (1970.0, "General", "1970", ""),
        (25907.0, "General", "05/12/1970", "05/12/1970"),
        (12.1970, "General", "", ""),
        (5121970.0, "General", "", ""),
        (True, "General", "", ""),
        (dt.time(7, 30), "h:mm", "", ""),
    ],
)  # fmt: skip
def test_a_day_of_excel_is_one_as_far_as_it_is_shown(
    value: object, form: str, birth: str, day: str
) -> None:
    assert day_of(value, "", form, birth=True).chu == birth
    assert day_of(value, "", form, birth=False).chu == day


def test_a_number_counts_from_1904_where_the_workbook_says_so() -> None:
    assert day_of(24445.0, "", "General", birth=True, since_1904=True).chu == "05/12/1970"
