"""A meeting is held at hours that there are, and ends after it began."""

import pytest

from generator.rules.hours import check_hours, is_hour
from tests.rules.build import ballot, meeting, said, unit


def found(first: str | None, last: str | None) -> list[str]:
    given = {"gio_bat_dau": first, "gio_ket_thuc": last}
    held = meeting(**{key: each for key, each in given.items() if each})
    return [said(each) for each in check_hours(unit(hoi_nghi=[held]))]


@pytest.mark.parametrize(
    "text", ["25 giờ 30", "19 giờ 60", "24 giờ 15", "30h", "7:75", "8g90", "190 giờ"]
)
def test_an_hour_that_no_clock_shows_is_told(text: str) -> None:
    assert not is_hour(text)
    assert found(text, None) == ["KD170 cảnh báo hoi_nghi.0.gio_bat_dau"]
    assert found(None, text) == ["KD170 cảnh báo hoi_nghi.0.gio_ket_thuc"]


@pytest.mark.parametrize(
    ("first", "last"),
    [("19 giờ 30", "18 giờ 00"), ("19h30", "19:30"), ("14 giờ", "2 giờ 30")],
)
def test_a_meeting_does_not_end_before_it_begins(first: str, last: str) -> None:
    assert found(first, last) == ["KD171 cảnh báo hoi_nghi.0.gio_ket_thuc"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("19 giờ 30", "22 giờ 00"), ("7h", "11h30"), ("8:00", "24:00"), ("0 giờ", None),
        ("14 giờ 00, ngày 07/12/2026", "11 giờ 30, ngày 08/12/2026"), (None, None),
        ("sau giờ hành chính", "cuối buổi"), (None, "22 giờ"),
    ],
)  # fmt: skip
def test_usual_hours_are_left_alone(first: str | None, last: str | None) -> None:
    assert found(first, last) == []


@pytest.mark.parametrize(
    ("last", "counted", "expected"),
    [
        ("22 giờ 00", "11/12/2026", ["KD172 cảnh báo hoi_nghi.0.kiem_phieu.ngay"]),
        ("22 giờ 00", "10/12/2026", []), ("22 giờ 00", None, []), (None, "11/12/2026", []),
        ("11 giờ 30, ngày 11/12/2026", "11/12/2026", []),
        ("11 giờ 30 hôm sau", "11/12/2026", []),
    ],
)  # fmt: skip
def test_votes_are_not_counted_after_the_minutes_end(
    last: str | None, counted: str | None, expected: list[str]
) -> None:
    given = {"gio_ket_thuc": last} if last else {}
    votes = ballot(**({"ngay": counted} if counted else {}))
    held = meeting("10/12/2026", kiem_phieu=votes, **given)
    assert [said(each) for each in check_hours(unit(hoi_nghi=[held]))] == expected
