"""The one reader of typed dates: every spelling of an office gives its day, nothing else does."""

import pytest

from generator.model.dates import day_parts, partial_parts, yearly_parts


@pytest.mark.parametrize(
    "typed",
    ["14/11/2026", "14-11-2026", "14.11.2026", "14 / 11 / 2026", "14/11/26", "14–11–2026",
     "2026-11-14", "2026/11/14", "2026.11.14", "ngày 14 tháng 11 năm 2026",
     "Ngày 14 tháng 11 năm 2026", "14 tháng 11 năm 2026", " 14.11.26 "],
)  # fmt: skip
def test_every_spelling_of_an_office_is_the_same_day(typed: str) -> None:
    assert day_parts(typed) == (2026, 11, 14)


def test_a_short_year_is_of_this_century() -> None:
    assert day_parts("05/01/26") == (2026, 1, 5)


@pytest.mark.parametrize(
    "typed", ["", "14/11", "14/11-2026", "14-11/2026", "14112026", "14/11/026", "tháng 11 năm 2026",
              "14/11/2026 07:00", "١٤/١١/٢٠٢٦"]
)  # fmt: skip
def test_what_is_not_a_whole_day_is_none(typed: str) -> None:
    assert day_parts(typed) is None


@pytest.mark.parametrize("typed", ["07/12", "7-12", " 07.12 "])
def test_a_yearly_day_is_read_with_every_sign(typed: str) -> None:
    assert yearly_parts(typed) == (7, 12)
    assert yearly_parts("14/11/2026") is None


@pytest.mark.parametrize(
    "typed",
    ["11/2026", "11-2026", "11.2026", "…/11/2026", " /11/2026", "--/11/2026", "../11/2026", "00/11/2026",
     "tháng 11 năm 2026", "tháng 11/2026", "ngày tháng 11 năm 2026", "ngày … tháng 11 năm 2026",
     "Ngày ...... tháng 11 năm 2026"],
)  # fmt: skip
def test_a_day_left_open_keeps_month_and_year(typed: str) -> None:
    assert partial_parts(typed) == (2026, 11)


@pytest.mark.parametrize(
    "typed",
    ["2026", "năm 2026", "…/…/2026", "--/--/2026", "ngày … tháng … năm 2026", "tháng … năm 2026"],
)
def test_day_and_month_left_open_keep_the_year(typed: str) -> None:
    assert partial_parts(typed) == (2026, None)


@pytest.mark.parametrize(
    "typed", ["", "14/11/2026", "ngày 11/2026", "tháng 11", "khoảng 2026", "11/26", "quý 4/2026"]
)
def test_what_is_whole_or_not_a_date_is_not_partial(typed: str) -> None:
    assert partial_parts(typed) is None
