"""A cell is printed as its author sees it in Excel, or not at all."""

import datetime as dt

import pytest

from generator.opening.number_formats import shown


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (7, "General", "7"), (7.0, "General", "7"), (9.5, "General", "9,5"), (-5.5, "General", "-5,5"),
        (0.256, "0.0%", "25,6%"), (0.25, "0%", "25%"), (1234567.0, "#,##0", "1.234.567"),
        (1234.5, "#,##0.00", "1.234,50"), (7.0, "000", "007"), (2.0, "0.0", "2,0"), (2.0, "0", "2"),
        (-1234.0, "#,##0;[Red]-#,##0", "-1.234"), (12.0, '0" đồng"', "12 đồng"),
        (1500.0, '#,##0\\ "đ"', "1.500 đ"), (5.0, "_(* #,##0_)", "5"),
        (dt.date(2010, 5, 2), "dd/mm/yyyy", "02/5/2010"), (dt.date(2010, 2, 12), "d/m/yy", "12/02/2010"),
        (dt.date(2026, 5, 1), "mm/yyyy", "5/2026"), (dt.date(2026, 1, 1), "mm/yyyy", "01/2026"),
        (dt.date(2026, 11, 5), "dd/mm", "05/11"),
        (dt.datetime.combine(dt.date(2026, 5, 2), dt.time(8, 30)), "dd/mm/yyyy hh:mm", "02/5/2026 08:30"),
        (dt.datetime.combine(dt.date(2026, 5, 2), dt.time()), "dd/mm/yyyy", "02/5/2026"),
        (dt.time(8, 30), "hh:mm", "08:30"), (dt.timedelta(days=1, hours=6), "[h]:mm", "30:00"),
        ("An", "General", "An"), ("007", "@", "007"),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_in_a_vietnamese_office(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


@pytest.mark.parametrize(
    ("value", "form"), [(True, "General"), (5.0, "0.00E+00"), (0.5, "# ?/?"), (1.234e17, "General")]
)
def test_what_is_not_certain_is_not_shown(value: object, form: str) -> None:
    assert shown(value, form) is None
