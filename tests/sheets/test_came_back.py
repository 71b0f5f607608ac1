"""What our own workbook says besides its cells."""

from pathlib import Path

from openpyxl import Workbook

from generator.opening.pool import tables
from generator.sheets.came_back import came_back, touched
from generator.sheets.own_rows import own_rows
from generator.sheets.reading import read_here
from generator.sheets.rows import Came, Read
from tests.sheets.campaigns import Clerk, given_out, name, read, written


def of(path: Path) -> Came:
    found = tables(path)
    assert isinstance(found, list)
    return came_back(found)


def test_it_knows_every_value_as_it_went_out_and_every_key(tmp_path: Path) -> None:
    folder = written(tmp_path / "dot")
    campaign = read(folder)
    rows = own_rows(folder, campaign.dot, campaign.units)
    came = of(given_out(folder, tmp_path / "a.xlsx"))
    assert came.originals == {
        row.khoa: {key: value for key, value in row.o.items() if value} for row in rows
    }
    assert came.keys == came.went == {row.khoa for row in rows}


def test_a_line_that_was_deleted_has_no_key_and_is_still_known(tmp_path: Path) -> None:
    clerk = Clerk(given_out(written(tmp_path / "dot"), tmp_path / "a.xlsx"))
    key = str(clerk.book["Cá nhân"].cell(clerk.row("Cá nhân", name(400)), 1).value)
    clerk.delete("Cá nhân", name(400))
    came = of(clerk.saved())
    assert key not in came.keys
    assert came.originals[key]["ho_ten"] == name(400)


def test_any_other_workbook_says_nothing(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Họ và tên", "Ngày sinh"])
    book.create_sheet("Bản gốc").append(["không phải", "{hỏng"])
    book.save(tmp_path / "a.xlsx")
    assert of(tmp_path / "a.xlsx") == Came()


def test_of_rows_that_nobody_touched_nothing_but_their_keys_is_said(tmp_path: Path) -> None:
    clerk = Clerk(given_out(written(tmp_path / "dot"), tmp_path / "a.xlsx"))
    cell = clerk.write("Điểm", name(400), "Tổng điểm", 85)
    whole = read_here("a.xlsx", {}, (), clerk.saved())
    assert isinstance(whole, Read)
    found = touched(whole)
    ((row,),) = (found.rows,)
    assert row.o["cham_diem.tong"] == (("Điểm", cell), "85")
    assert set(row.o) == {"don_vi", "ten", "cham_diem.tong"}  # and whom it is about
    assert found.ve.originals == {row.khoa: whole.ve.originals[row.khoa]}
    assert found.ve.keys == whole.ve.keys
    assert found.giu + len(row.o) == sum(len(each.o) for each in whole.rows)
