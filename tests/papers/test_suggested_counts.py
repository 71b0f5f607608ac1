"""Row 4 of Biểu 6F: who got a gợi ý kiểm điểm, each counted once, by who manages them."""

from typing import Any

import pytest

from generator.papers.suggested_counts import suggested_counts
from tests.papers.test_rating_lists import unit, year_of


def addressed(people: tuple[str, ...] = (), groups: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "ca_nhan": [{"ten": name, "diem": [{"ma": "I.1", "noi_dung": "Làm rõ."}]} for name in people],
        "tap_the": [{"ten": name, "diem": [{"ma": "I.1", "noi_dung": "Làm rõ."}]} for name in groups],
    }  # fmt: skip


def year(
    *letters: dict[str, Any], people: dict[str, str | None], groups: dict[str, str | None]
) -> Any:
    return year_of(
        unit(
            ca_nhan=[
                {
                    "ho_ten": name,
                    "vai_tro": "lanh_dao",
                    **({"dien_quan_ly": level} if level else {}),
                }
                for name, level in people.items()
            ],
            tap_the=[
                {"ten": name, **({"dien_quan_ly": level} if level else {})}
                for name, level in groups.items()
            ],
            goi_y=list(letters),
        )
    )


HERE = {"people": {"An": "cap_tinh", "Bình": "co_so", "Cúc": None}, "groups": {"Chi ủy": "co_so"}}


def test_who_is_addressed_in_two_letters_counts_once() -> None:
    one = year(addressed(("An", "Bình"), ("Chi ủy",)), addressed(("An",)), **HERE)
    assert suggested_counts([one])["duoc_goi_y"] == {"tap_the": 1, "dang_vien": 2}


def test_each_is_counted_under_who_manages_him() -> None:
    found = suggested_counts([year(addressed(("An", "Bình"), ("Chi ủy",)), **HERE)])
    rows = [(each["so"], each["tap_the"], each["dang_vien"]) for each in found["goi_y_theo_cap"]]
    assert rows == [("4.1", 0, 1), ("4.2", 0, 0), ("4.3", 1, 1)]
    assert found["chua_ro_dien"] == ""


def test_who_has_no_level_of_management_counts_only_in_the_total() -> None:
    one = year(addressed(("Cúc",)), **HERE)
    found = suggested_counts([one])
    assert found["duoc_goi_y"]["dang_vien"] == 1
    assert [each["dang_vien"] for each in found["goi_y_theo_cap"]] == [0, 0, 0]
    assert found["chua_ro_dien"] == "Chưa rõ diện quản lý: 1 đảng viên"


def test_somebody_of_another_unit_is_counted_there_and_only_once() -> None:
    letter = addressed(("Dũng",))
    sender = year(letter, **HERE)
    home = year(letter, people={"Dũng": "cap_xa"}, groups={})
    found = suggested_counts([sender, home])
    assert found["duoc_goi_y"]["dang_vien"] == 1
    assert [each["dang_vien"] for each in found["goi_y_theo_cap"]] == [0, 1, 0]


@pytest.mark.parametrize("order", [1, -1])
def test_two_of_one_name_in_two_units_are_two(order: int) -> None:
    years = [
        year(addressed(("Hà",)), people={"Hà": "co_so"}, groups={}),
        year(addressed(("Hà",)), people={"Hà": "cap_tinh"}, groups={}),
    ][::order]
    found = suggested_counts(years)
    assert found["duoc_goi_y"]["dang_vien"] == 2
    assert [each["dang_vien"] for each in found["goi_y_theo_cap"]] == [1, 0, 1]


def test_without_letters_nobody_counts() -> None:
    found = suggested_counts([year(**HERE)])
    rows = [found["duoc_goi_y"], *found["goi_y_theo_cap"]]
    assert all((row["tap_the"], row["dang_vien"]) == (0, 0) for row in rows)
