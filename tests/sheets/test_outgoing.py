"""The workbook that a clerk fills in."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator import shipped
from generator.model.levels import WORDS
from generator.reading.load import read_campaign
from generator.sheets.layout import sheets
from generator.sheets.outgoing import GUIDE, KEY, ORIGINALS, columns, workbook
from generator.sheets.own_rows import OwnRow, own_rows

SAMPLE = shipped.DATA / "xa-loc-van-2026"


@pytest.fixture(scope="module")
def rows() -> list[OwnRow]:
    campaign = read_campaign(SAMPLE)
    return own_rows(SAMPLE, campaign.dot, campaign.units)


@pytest.fixture(scope="module")
def units() -> dict[str, str]:
    return {each.data.don_vi.ma: each.data.don_vi.ten for each in read_campaign(SAMPLE).units}


@pytest.fixture(scope="module")
def book(rows: list[OwnRow], units: dict[str, str]) -> Any:
    return load_workbook(io.BytesIO(workbook(rows, units)))


def test_the_same_rows_are_the_same_bytes(rows: list[OwnRow], units: dict[str, str]) -> None:
    assert workbook(rows, units) == workbook(rows, units)


def test_every_list_is_a_sheet_under_one_frozen_head_row(book: Any) -> None:
    shown = [each.title for each in book if each.sheet_state == "visible"]
    assert shown == [GUIDE, *(each.trang for each in sheets().values())]
    for each in sheets().values():
        sheet = book[each.trang]
        heads = [cell.value for cell in sheet[1]]
        assert heads == [KEY, *(cot.dau for cot in columns(each))]
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref


def test_the_key_of_a_row_is_there_and_not_in_sight(book: Any, rows: list[OwnRow]) -> None:
    for code, each in sheets().items():
        sheet = book[each.trang]
        assert sheet.column_dimensions["A"].hidden
        keys = [row[0].value for row in sheet.iter_rows(min_row=2) if row[0].value]
        assert keys == [row.khoa for row in rows if row.loai == code]


def test_heads_are_locked_and_all_cells_below_are_not(book: Any) -> None:
    for each in sheets().values():
        sheet = book[each.trang]
        assert sheet.protection.sheet
        assert all(cell.protection.locked for cell in sheet[1])
        assert not any(cell.protection.locked for row in sheet.iter_rows(min_row=2) for cell in row)
        last = len(columns(each)) + 1
        assert not sheet.column_dimensions["B"].protection.locked
        assert last > 3
        assert not sheet.protection.sort  # openpyxl tells what is forbidden
        assert not sheet.protection.autoFilter
        assert not sheet.protection.deleteRows


def test_days_are_dates_counts_are_numbers_and_all_else_is_text(book: Any) -> None:
    people, votes = book["Cá nhân"], book["Kiểm phiếu"]
    given = [row[7] for row in book["Hồ sơ giấy"].iter_rows(min_row=2) if row[7].value]
    assert {cell.number_format for cell in given} == {"dd/mm/yyyy"}
    assert all(cell.is_date for cell in given)
    births = [row[3] for row in people.iter_rows(min_row=2) if row[3].value]
    assert {(cell.number_format, cell.data_type) for cell in births} == {("@", "s")}
    assert all(
        cell.data_type == "n"
        for row in votes.iter_rows(min_row=2)
        for cell in row[4:]
        if cell.value is not None
    )
    assert {row[2].number_format for row in people.iter_rows(min_row=2)} == {
        "@"
    }  # a zero in front stays


def test_a_name_that_begins_like_a_formula_stays_a_name(units: dict[str, str]) -> None:
    row = OwnRow(
        "ca_nhan", "k", "x", "=1+1", Path("x"), ("ca_nhan", 0), {"ho_ten": "=1+1", "chi_bo": "@a"}
    )
    made = load_workbook(io.BytesIO(workbook([row], units)))["Cá nhân"]
    assert (made["C2"].value, made["C2"].data_type) == ("=1+1", "s")


def test_levels_units_and_roles_are_chosen_from_lists(book: Any, units: dict[str, str]) -> None:
    levels = book["Xếp loại"].data_validations.dataValidation
    lists = book["Danh mục"]
    assert lists.sheet_state == "hidden"
    columns_ = [[cell.value for cell in column if cell.value] for column in lists.columns]
    assert list(units.values()) in columns_
    assert list(WORDS.values())[:-1] in columns_
    assert any(each.type == "list" and "Danh mục" in each.formula1 for each in levels)


def test_what_went_out_is_kept_out_of_sight(book: Any, rows: list[OwnRow]) -> None:
    kept = book[ORIGINALS]
    assert kept.sheet_state == "veryHidden"
    assert kept.max_row == len(rows)


def test_an_empty_workbook_names_its_unit_and_has_no_keys() -> None:
    book = load_workbook(io.BytesIO(workbook([], {"moi": "Chi bộ thôn Mới"}, blank=True)))
    people = book["Cá nhân"]
    assert {people.cell(row, 2).value for row in range(2, 42)} == {"Chi bộ thôn Mới"}
    assert not any(people.cell(row, 1).value for row in range(2, 42))
    assert "Kiểm phiếu" not in book.sheetnames  # there is no meeting yet
