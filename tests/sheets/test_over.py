"""What titles and names of sheets say of levels whose own head says only «Xếp loại»."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.sheets.importing import Imported
from tests.sheets.campaigns import name, taken, written

GOOD = "Hoàn thành tốt nhiệm vụ"


def looked(
    tmp_path: Path, titles: list[str], head: str = "Xếp loại", sheet: str = "Sheet1"
) -> Imported:
    book = Workbook()
    book.active.title = sheet
    for title in titles:
        book.active.append([title])
    book.active.append(["TT", "Họ và tên", head])
    book.active.append([1, name(400), "Hoàn thành nhiệm vụ"])
    book.save(tmp_path / "a.xlsx")
    return taken(tmp_path / "a.xlsx", written(tmp_path / "dot"), only="thon-1")


def steps(found: Imported) -> list[str]:
    return [each.khoa for each in found.plan.doi]


def codes(found: Imported) -> list[str]:
    return [each.vi_sao.code for each in found.plan.told]


@pytest.mark.parametrize(
    ("titles", "sheet"),
    [
        (["KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM 2025"], "Sheet1"),
        (["BIỂU TỔNG HỢP KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN", "Năm 2025"], "Sheet1"),
        (["Xếp loại đảng viên 2025", "(Kèm theo Báo cáo số 3-BC/CB, ngày 10/01/2026)"], "Sheet1"),
        (["DANH SÁCH ĐẢNG VIÊN"], "2025"), ([], "XL 2025"), ([], "Năm 2024"),
        (["KẾT QUẢ XẾP LOẠI 6 THÁNG ĐẦU NĂM 2026"], "Sheet1"), ([], "Quý III"),
        (["Xếp loại đảng viên quý III/2026"], "Sheet1"), (["XẾP LOẠI NĂM HỌC 2025-2026"], "Sheet1"),
    ],
)  # fmt: skip
def test_levels_of_another_year_or_a_part_of_one_are_told_and_not_taken(
    tmp_path: Path, titles: list[str], sheet: str
) -> None:
    found = looked(tmp_path, titles, sheet=sheet)
    assert (steps(found), codes(found)) == ([], ["KD853"])


@pytest.mark.parametrize(
    ("titles", "head", "sheet"),
    [
        (["KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM 2026"], "Xếp loại", "2025"),
        (["KẾT QUẢ XẾP LOẠI NĂM 2025"], "Xếp loại năm 2026", "Sheet1"),
        (["DANH SÁCH ĐẢNG VIÊN", "(Tính đến ngày 31/12/2025)"], "Xếp loại", "Sheet1"),
        (["ĐẢNG BỘ XÃ LỘC HÀ NHIỆM KỲ 2020 - 2025", "Kết quả xếp loại"], "Xếp loại", "Sheet1"),
        (["Kết quả xếp loại năm 2026 so với năm 2025"], "Xếp loại", "Sheet1"),
        (["Lộc Hà, ngày 20 tháng 12 năm 2025", "KẾT QUẢ XẾP LOẠI"], "Xếp loại", "Sheet1"),
        (["Thực hiện Hướng dẫn năm 2025", "KẾT QUẢ XẾP LOẠI"], "Kết quả", "DS 31.12.2025"),
        (["DỰ KIẾN XẾP LOẠI ĐẢNG VIÊN"], "Đảng ủy quyết định", "Sheet1"),
    ],
)
def test_this_years_result_is_taken_whatever_other_years_stand_around_it(
    tmp_path: Path, titles: list[str], head: str, sheet: str
) -> None:
    found = looked(tmp_path, titles, head, sheet)
    assert (steps(found), codes(found)) == (["xep_loai.quyet_dinh"], [])


@pytest.mark.parametrize(
    ("titles", "sheet", "step"),
    [
        (["TỰ ĐÁNH GIÁ, XẾP LOẠI CỦA ĐẢNG VIÊN NĂM 2026"], "Sheet1", "tu_nhan"),
        (["DANH SÁCH ĐẢNG VIÊN TỰ XẾP LOẠI"], "Sheet1", "tu_nhan"),
        ([], "Tự nhận", "tu_nhan"),
        (["XẾP LOẠI CÁN BỘ, CÔNG CHỨC NĂM 2026"], "Sheet1", "cong_chuc"),
        (["XẾP LOẠI ĐẢNG VIÊN LÀ CÔNG CHỨC NĂM 2026"], "Sheet1", "quyet_dinh"),
    ],
)
def test_a_title_names_the_step_of_levels_whose_head_names_none(
    tmp_path: Path, titles: list[str], sheet: str, step: str
) -> None:
    assert steps(looked(tmp_path, titles, sheet=sheet)) == [f"xep_loai.{step}"]


@pytest.mark.parametrize(
    ("titles", "sheet"),
    [
        (["DỰ KIẾN XẾP LOẠI ĐẢNG VIÊN NĂM 2026"], "Sheet1"),
        (["XẾP LOẠI ĐẢNG VIÊN NĂM 2026", "(Dự thảo)"], "Sheet1"),
        (["DANH SÁCH ĐỀ NGHỊ XẾP LOẠI ĐẢNG VIÊN"], "Sheet1"),
        (["KẾT QUẢ BỎ PHIẾU XẾP LOẠI ĐẢNG VIÊN"], "Sheet1"), ([], "Dự kiến"), ([], "Đoàn viên"),
    ],
)  # fmt: skip
def test_levels_that_are_only_proposed_are_asked_about(
    tmp_path: Path, titles: list[str], sheet: str
) -> None:
    found = looked(tmp_path, titles, sheet=sheet)
    assert (steps(found), codes(found)) == ([], ["KD854"])
    assert found.plan.asked == found.plan.told


@pytest.mark.parametrize("head", ["Kết quả bỏ phiếu", "Mức xếp loại: kết quả kiểm phiếu"])
def test_the_outcome_of_a_ballot_is_not_the_decision(tmp_path: Path, head: str) -> None:
    assert steps(looked(tmp_path, [], head)) == []


def test_each_list_of_a_sheet_has_its_own_year(tmp_path: Path) -> None:
    book = Workbook()
    for year, who in ((2025, name(400)), (2026, name(401))):
        book.active.append([f"KẾT QUẢ XẾP LOẠI NĂM {year}"])
        book.active.append(["TT", "Họ và tên", "Xếp loại", f"x{year}"])
        book.active.append([1, who, GOOD])
    book.save(tmp_path / "a.xlsx")
    found = taken(tmp_path / "a.xlsx", written(tmp_path / "dot"), only="thon-1")
    assert [each.hang.ai for each in found.plan.doi] == [name(401)]
