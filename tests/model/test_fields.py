"""Single values: what a spelling means, and which spellings are refused with which code."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.fields import CacNoiNhan, Chu, CoKhong, Nam, Ngay, So


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    (error,) = caught.value.errors()
    return error["type"]


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_a_day_means_the_same_in_both_spellings(day: dt.date) -> None:
    for written in (
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d-%m-%Y}",
        f"{day:%d.%m.%Y}",
        f" {day} ",
    ):
        assert read(Ngay, written) == day
    assert read(Ngay, day) == day


@pytest.mark.parametrize(
    "written",
    ["", "14/11", "14/11-2024", "14/11/024", "2024-11-14 07:00", "ngày 14", "14 11 2024",
     "١٤/١١/٢٠٢٤", "14/11/20244", 20241114, None, True],
)  # fmt: skip
def test_other_spellings_of_a_day_are_refused(written: Any) -> None:
    assert refusal(Ngay, written) == "KD111"


@pytest.mark.parametrize(
    "written", ["31/11/2024", "2023-02-29", "0/1/2024", "1/13/2024", "00/00/0000"]
)
def test_a_day_that_is_not_in_the_calendar_is_refused(written: str) -> None:
    assert refusal(Ngay, written) == "KD112"


@given(st.integers(1, 999_999))
def test_a_number_is_read_with_leading_zeros_too(number: int) -> None:
    assert read(So, str(number)) == read(So, f" {number:06d} ") == read(So, number) == number


@pytest.mark.parametrize(
    "written", ["", "608a", "1.0", "-1", "1 000", "1_000", "١", "1e3", 1.0, True, None]
)
def test_what_is_not_digits_is_no_number(written: Any) -> None:
    assert refusal(So, written) == "KD113"


@pytest.mark.parametrize(
    ("kind", "written"), [(So, "0"), (So, 1_000_000), (Nam, "1999"), (Nam, "2101"), (Nam, 26)]
)
def test_a_number_out_of_its_range_is_refused(kind: Any, written: Any) -> None:
    assert refusal(kind, written) == "KD114"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("có", True), ("Có", True), ("co", True), ("true", True), ("yes", True), (True, True), (" có ", True),
     ("không", False), ("KHÔNG", False), ("khong", False), ("no", False), ("False", False), (False, False)],
)  # fmt: skip
def test_yes_and_no_are_read_in_both_languages(written: Any, meant: bool) -> None:
    assert read(CoKhong, written) is meant


@pytest.mark.parametrize("written", ["", "ừ", "1", "x", "on", None, 1, []])
def test_neither_yes_nor_no_is_refused(written: Any) -> None:
    assert refusal(CoKhong, written) == "KD115"


@given(st.text(min_size=1))
def test_text_is_kept_as_it_is(text: str) -> None:
    assert read(Chu, text) == text


def test_empty_text_is_refused() -> None:
    assert refusal(Chu, "") == "string_too_short"


def test_a_group_of_recipients_is_typed_as_a_list_below_its_head() -> None:
    read_ = TypeAdapter(CacNoiNhan).validate_python
    assert read_(["Như trên", {"Bản điện tử": ["Các chi bộ", "Các ban"]}, "Lưu"]) == (
        "Như trên", "Bản điện tử:", "+ Các chi bộ", "+ Các ban", "Lưu",
    )  # fmt: skip


@pytest.mark.parametrize("wrong", [[{"a": "b", "c": "d"}], [{"a": [["b"]]}], [["a"]], {"a": ["b"]}])
def test_what_is_no_group_of_recipients_is_not_taken_for_one(wrong: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(CacNoiNhan).validate_python(wrong)
