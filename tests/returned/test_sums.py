"""Sums of a score sheet: criteria of a group, groups of the total."""

import pytest

from generator.problems import DataPath
from generator.returned.answers import Answer
from generator.returned.outline import Slot
from generator.returned.sums import added_up


def part(code: str) -> DataPath:
    return ("cham_diem", "chi_tiet", code, "diem")


SHEET: dict[DataPath, str] = {
    ("cham_diem", "chung"): "20",
    part("I.1"): "9,5",
    part("I.2"): "10,5",
    part("I.2.i"): "4",
    part("I.2.ii"): "6,5",
    ("cham_diem", "nhiem_vu"): "60",
    part("II.1"): "60",
    ("cham_diem", "tong"): "80",
}


def doubted(points: dict[DataPath, str]) -> set[DataPath]:
    found = added_up([Answer(Slot(path, "diem"), value) for path, value in points.items()])
    return {each.path for each in found if each.why}


def test_points_that_add_up_are_no_doubt() -> None:
    assert doubted(SHEET) == set()


def test_a_part_that_is_empty_may_be_what_is_missing() -> None:
    assert doubted({**SHEET, part("I.1"): ""}) == set()
    assert doubted({**SHEET, part("I.2.i"): "", part("I.2.ii"): ""}) == set()
    assert doubted({**SHEET, ("cham_diem", "chung"): ""}) == set()


def test_more_points_than_the_whole_are_in_doubt_though_a_part_is_empty() -> None:
    assert part("I.2") in doubted({**SHEET, part("I.1"): "", part("I.2"): "21"})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("cham_diem", "tong"), "95"),
        (("cham_diem", "chung"), "25"),
        (part("I.2"), "8"),
        (part("I.2.i"), "3"),
        (part("II.1"), "10"),
    ],
)
def test_points_that_do_not_add_up_are_in_doubt(path: DataPath, value: str) -> None:
    assert path in doubted({**SHEET, path: value})
