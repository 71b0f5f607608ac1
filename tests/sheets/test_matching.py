"""Whom a row of a workbook is about."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.sheets.matching import Known, New, known, target, unit_code
from generator.sheets.own_rows import OwnRow
from generator.sheets.rows import Cell, SheetRow, Spot

UNITS = {"dong": "Chi bộ thôn Đông", "tay": "Chi bộ thôn Tây"}
HERE = Spot("Danh sách", "A5")


def own(unit: str, who: str, birth: str = "", number: int = 0, loai: str = "ca_nhan") -> OwnRow:
    values = {"ho_ten": who, "ten": who, "ngay_sinh": birth}
    return OwnRow(
        loai, f"{unit} | {who} | {birth}", unit, who, Path(unit), ("ca_nhan", number), values
    )


def row(loai: str = "ca_nhan", khoa: str = "", **cells: str) -> SheetRow:
    return SheetRow(loai, khoa, HERE, {key: Cell(HERE, value) for key, value in cells.items()})


@pytest.fixture
def people() -> Known:
    its = [
        own("dong", "Lê Văn An", "05/12/1970", 0), own("dong", "Lê Văn An", "06/01/1980", 1),
        own("dong", "Trần Thị Bình", "", 2), own("tay", "Trần Thị Cúc", "1965", 0),
        own("tay", "Lê Văn An", "", 1),
    ]  # fmt: skip
    levels = [own(each.don_vi, each.ai, "", int(each.goc[1]), "xep_loai") for each in its]
    return known([*its, *levels], UNITS)


def found(which: object) -> object:
    match which:
        case OwnRow():
            return which.don_vi, which.goc[1]
        case Problem():
            return which.code
        case _:
            return which


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"don_vi": "Chi bộ thôn Đông", "ho_ten": "Trần Thị Bình"}, ("dong", 2)),
        ({"don_vi": "dong", "ho_ten": "TRẦN THỊ BÌNH"}, ("dong", 2)),
        (
            {"don_vi": "tay", "ho_ten": "Trần Thị Bình", "ngay_sinh": "1990"},
            New("tay", "Trần Thị Bình"),
        ),
        ({"don_vi": "tay", "ho_ten": "Mai Mới", "ngay_sinh": "05/12/1970"}, New("tay", "Mai Mới")),
        ({"don_vi": "dong", "ho_ten": "Lê Văn An", "ngay_sinh": "12/05/1970"}, "KD856"),
        ({"ho_ten": "Trần Thị Cúc"}, ("tay", 0)),  # of this name there is only one
        ({"don_vi": "Chi bộ thôn Đông", "ho_ten": "Lê Văn An", "ngay_sinh": "1980"}, ("dong", 1)),
        ({"don_vi": "Chi bộ thôn Đông", "ho_ten": "Lê Văn An"}, "KD830"),
        ({"ho_ten": "Lê Văn An"}, "KD831"),  # in two units
        ({"don_vi": "Chi bộ thôn Nam", "ho_ten": "Lê Văn An"}, "KD831"),
        ({"don_vi": "Chi bộ thôn Đông", "ho_ten": "Mai Mới"}, New("dong", "Mai Mới")),
        (
            {"don_vi": "Chi bộ thôn Đông", "ho_ten": "Trần Thị Bình", "ngay_sinh": "1999"},
            ("dong", 2),  # whose day is not known yet
        ),
        (
            {"don_vi": "Chi bộ thôn Tây", "ho_ten": "Trần Thị Cúc", "ngay_sinh": "1966"},
            "KD856",  # a year typed wrong, or another person
        ),
    ],
)
def test_a_person_is_found_by_unit_name_and_birth(
    people: Known, cells: Mapping[str, str], expected: object
) -> None:
    assert found(target(row(**cells), people, cells.get("ngay_sinh", ""))) == expected


def test_a_key_wins_over_a_name(people: Known) -> None:
    which = target(row(khoa="tay | Trần Thị Cúc | 1965", ho_ten="Tên Đã Sửa"), people)
    assert found(which) == ("tay", 0)


def test_a_key_that_is_gone_is_told_by_its_name(people: Known) -> None:
    which = target(row(khoa="dong | Ai đó", ho_ten="Ai Đó"), people)
    assert isinstance(which, Problem)
    assert (which.code, "Ai Đó" in which.message) == ("KD834", True)


def test_levels_are_of_somebody_who_is_there_or_comes_with_them(people: Known) -> None:
    levels = row("xep_loai", don_vi="Chi bộ thôn Đông", ten="Mai Mới")
    assert found(target(levels, people)) == "KD832"
    new = New("dong", "Mai Mới")
    assert target(levels, people, new=[new]) == new
    assert found(target(row("xep_loai", don_vi="Chi bộ thôn Tây", ten="Trần Thị Cúc"), people)) == (
        "tay",
        0,
    )


def test_rows_without_a_unit_are_of_the_one_that_is_meant() -> None:
    its = [own("dong", "Lê Văn An"), own("tay", "Lê Văn An", number=1)]
    assert found(target(row(ho_ten="Lê Văn An"), known(its, UNITS, "tay"))) == ("tay", 1)
    alone = known(its[:1], {"dong": UNITS["dong"]})
    assert found(target(row(ho_ten="Mai Mới"), alone)) == New("dong", "Mai Mới")


@pytest.mark.parametrize(
    ("sheet", "only", "expected"),
    [
        ("Thôn Đông", "", New("dong", "Mai Mới")),
        ("CB thôn Tây", "", New("tay", "Mai Mới")),
        ("Danh sách", "", "KD831"),
        ("Thôn Đông", "dong", New("dong", "Mai Mới")),
        ("Thôn Đông", "tay", "KD859"),  # another unit was chosen
    ],
)
def test_rows_without_a_unit_are_of_the_one_that_their_sheet_is_named_after(
    sheet: str, only: str, expected: object
) -> None:
    its = [own("dong", "Lê Văn An"), own("tay", "Lê Văn An", number=1)]
    of_sheet = replace(row(ho_ten="Mai Mới"), spot=Spot(sheet, "A5"))
    assert found(target(of_sheet, known(its, UNITS, only))) == expected


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Chi bộ thôn Đông", "dong"),
        ("chi bộ THÔN đông", "dong"),
        ("dong", "dong"),
        ("Đông", None),
        ("CB thôn Đông", "dong"),
        ("Thôn Đông", "dong"),
        ("Chi bộ thôn Đông, Đảng bộ xã Lộc Hà", "dong"),
        ("Chi bộ thôn Đông (trực thuộc Đảng ủy xã)", "dong"),
        ("CB thôn Đông - Đảng bộ xã Lộc Hà", "dong"),
        ("Chi bộ thôn Đông, thôn Tây", None),
        ("thôn Nam", None),
        ("CB", None),
        ("", None),
    ],
)
def test_a_unit_is_known_by_its_name_or_code(said: str, code: str | None) -> None:
    assert unit_code(said, UNITS) == code


def test_a_committee_may_be_part_of_the_name_of_a_unit() -> None:
    units = {"vp": "Chi bộ Văn phòng - Đảng ủy xã", "dong": "Chi bộ thôn Đông"}
    assert unit_code("Chi bộ Văn phòng - Đảng ủy xã", units) == "vp"


def test_a_short_name_that_two_units_may_have_is_none_of_them() -> None:
    units = {"a": "Chi bộ Mầm non", "b": "Mầm non", "c": "Chi bộ Công an", "d": "CB Công an"}
    assert unit_code("Mầm non", units) == "b"
    assert unit_code("CB Mầm non", units) == "a"
    assert unit_code("CB Công an", units) == "d"


def test_two_units_of_one_name_are_told_apart_by_their_codes_only() -> None:
    units = {"a": "Chi bộ 1", "b": "Chi bộ 1"}
    assert unit_code("Chi bộ 1", units) is None
    assert unit_code("b", units) == "b"
