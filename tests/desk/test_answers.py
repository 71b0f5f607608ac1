"""What stands in the fields of «Đợt mới» becomes answers; last year's fill what nobody typed."""

import pytest

from generator import shipped
from generator.desk.answers import FIELDS, answers_of, filled, lacking, what_next
from generator.setup.last_year import LastYear, last_year

EMPTY = dict.fromkeys(FIELDS, "")
LEAST = {**EMPTY, "co_quan": "Đảng ủy xã Lộc Vân", "nam": "2026", "don_vi": "Chi bộ thôn Đông"}


@pytest.fixture(scope="module")
def last() -> LastYear:
    found = last_year(shipped.DATA / "xa-loc-van-2026")
    assert found is not None
    return found


def test_body_year_and_one_unit_are_enough() -> None:
    assert lacking(LEAST) == {}
    assert lacking(EMPTY).keys() == {"co_quan", "nam", "don_vi"}


@pytest.mark.parametrize("year", ["26", "năm 2026", "²026", "99999", "1999", "-2026"])
def test_a_year_that_is_none_is_told(year: str) -> None:
    assert lacking({**LEAST, "nam": year}).keys() == {"nam"}


def test_a_kind_of_body_that_is_not_offered_is_as_if_none_was_chosen() -> None:
    assert answers_of({**LEAST, "cap": "khác"}).cap == "xa"


def test_last_years_answers_are_filled_in(last: LastYear) -> None:
    found = filled({"tu": "x"}, last)
    assert found["co_quan"] == "Đảng ủy xã Lộc Vân"
    assert found["nam"] == "2027"
    assert (found["cap"], found["dia_danh"], found["ho_ten"]) == ("xa", "Lộc Vân", "Phạm Đình Quân")
    assert len(found["don_vi"].splitlines()) == 13


def test_what_was_typed_stays_and_units_named_already_are_not_named_again(last: LastYear) -> None:
    typed = {
        **LEAST,
        "tu": "x",
        "dia_danh": "Thanh Giang",
        "don_vi": "Chi bộ Mới\nchi bộ thôn Đông\n",
    }
    found = filled(typed, last)
    assert (found["nam"], found["dia_danh"]) == ("2026", "Thanh Giang")
    lines = found["don_vi"].splitlines()
    assert lines[:2] == ["Chi bộ Mới", "chi bộ thôn Đông"]
    assert len(lines) == 14


def test_without_a_campaign_of_last_year_only_what_was_typed_is_there() -> None:
    assert filled({"tu": "khong-con", "nam": "2026"}, None) == {"tu": "khong-con", "nam": "2026"}


def test_it_is_said_what_came_along_and_what_to_do_now(last: LastYear) -> None:
    alone = what_next(answers_of(LEAST), None)
    assert alone.startswith("Đã tạo đợt có 1 đơn vị. Việc tiếp theo: mở từng đơn vị")
    along = what_next(answers_of({**LEAST, "nam": "2027"}), last)
    assert "mang sang 8 người từ đợt năm 2026" in along
