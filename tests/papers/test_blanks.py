"""What a paper leaves to be filled in by hand is found in what it prints."""

from typing import Any

import pytest

from generator.papers.blanks import blanks
from generator.papers.meetings import count_of_votes, meeting
from tests.papers import unit_data
from tests.papers.test_rating_lists import unit, year_of


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"ho_ten": "An", "muc": {"doan": [], "dong_trong": 0, "cap_do": []}}, []),
        ({"ho_ten": "\t"}, ["ho_ten"]),
        ({"gio": "…… giờ ……"}, ["gio"]),
        ({"gio": "......... giờ"}, ["gio"]),
        ({"chu": "và nhiều việc khác…"}, []),
        ({"muc": {"doan": [], "dong_trong": 4, "cap_do": []}}, ["muc"]),
        ({"hang": [{"diem": "5"}, {"diem": "……"}]}, ["hang.diem"]),
    ],
)
def test_tabs_dots_and_dotted_lines_are_blanks(values: dict[str, Any], found: list[str]) -> None:
    assert blanks(values) == found


NAMES = ["Nguyễn Văn Một", "Nguyễn Văn Hai"]


def held(**change: Any) -> dict[str, Any]:
    whole = unit_data.meeting(2026, NAMES, "Đạt.") | {"gio_ket_thuc": "11 giờ 30"}
    return {key: value for key, value in (whole | change).items() if value is not None}


def test_minutes_that_say_everything_have_no_blank() -> None:
    assert blanks(meeting(year_of(unit(hoi_nghi=[held()])), 0)) == []


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("gio_bat_dau", "gio_bat_dau"), ("gio_ket_thuc", "gio_ket_thuc"), ("dia_diem", "dia_diem"),
        ("dien_bien", "dien_bien"), ("y_kien", "y_kien"), ("ket_luan", "ket_luan"),
    ],
)  # fmt: skip
def test_what_nobody_entered_is_a_blank_of_the_minutes_and_no_sentence(
    key: str, printed: str
) -> None:
    values = meeting(year_of(unit(hoi_nghi=[held(**{key: None})])), 0)
    assert blanks(values) == [printed]
    assert "Không có" not in str(values[printed])


@pytest.mark.parametrize(
    ("last", "same_day"),
    [
        ("22 giờ 00", True), (None, True), ("11h30 ngày 08/12/2026", False),
        ("11 giờ 30, ngày 08 tháng 12 năm 2026", False), ("11 giờ hôm sau", False),
    ],
)  # fmt: skip
def test_minutes_end_on_the_same_day_unless_the_end_says_its_day(
    last: str | None, same_day: bool
) -> None:
    assert meeting(year_of(unit(hoi_nghi=[held(gio_ket_thuc=last)])), 0)["cung_ngay"] is same_day


def test_minutes_are_of_the_day_of_the_meeting_and_the_count_of_its_own() -> None:
    count = held()["kiem_phieu"] | {"ngay": "14/12/2026"}
    year = year_of(unit(hoi_nghi=[held(ngay="07/12/2026", kiem_phieu=count)]))
    minutes, counted = meeting(year, 0), count_of_votes(year, 0)
    assert minutes["ngay_hop"] == "ngày 07 tháng 12 năm 2026"
    assert "ngày 07 tháng 12" in minutes["dia_danh_ngay"]
    assert counted["ngay_hop"] == "ngày 14 tháng 12 năm 2026"
    assert "ngày 14 tháng 12" in counted["dia_danh_ngay"]
