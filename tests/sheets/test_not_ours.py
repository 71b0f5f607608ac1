"""People of another committee, of another year's list or born too late are asked about."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.sheets.importing import Imported
from tests.sheets.campaigns import name, taken, written

NEW = "Hồ Thị Mới"


def looked(
    tmp_path: Path, titles: list[str], *, born: str = "12/3/1972", sheet: str = "Sheet1",
    chosen: bool = False,
) -> Imported:  # fmt: skip
    book = Workbook()
    book.active.title = sheet
    for title in titles:
        book.active.append([title])
    book.active.append(["TT", "Họ và tên", "Ngày sinh", "Chức vụ đảng"])
    book.active.append([1, name(400), "", "Chi ủy viên"])
    book.active.append([2, NEW, born, "Đảng viên"])
    book.save(tmp_path / "a.xlsx")
    campaign = written(tmp_path / ("chon" if chosen else "dot"))
    trang = [sheet] if chosen else []
    return taken(tmp_path / "a.xlsx", campaign, only="thon-1", trang=trang)


def came(found: Imported) -> tuple[list[str], int, list[str]]:
    """Return who is added, how many cells change, and what is told."""
    plan = found.plan
    return (
        [each.ai for each in plan.moi],
        len(plan.doi),
        [each.vi_sao.code for each in plan.told],
    )


@pytest.mark.parametrize(
    "titles",
    [
        [],
        ["ĐẢNG BỘ XÃ LỘC HÀ", "CHI BỘ THÔN 1", "DANH SÁCH ĐẢNG VIÊN NĂM 2026"],
        ["ĐẢNG BỘ TỈNH HÀ TĨNH", "ĐẢNG ỦY XÃ LỘC HÀ", "DANH SÁCH ĐẢNG VIÊN"],
        ["ĐẢNG UỶ XÃ LỘC HÀ NHIỆM KỲ 2025 - 2030", "DANH SÁCH ĐẢNG VIÊN"],
        ["ĐẢNG BỘ TỈNH HÀ TĨNH", "DANH SÁCH ĐẢNG VIÊN"],
        ["TỈNH ỦY HÀ TĨNH", "DANH SÁCH ĐẢNG VIÊN"],
        ["ĐẢNG BỘ XÃ ……………", "DANH SÁCH ĐẢNG VIÊN"],
        ["Đảng bộ: 12 chi bộ", "DANH SÁCH ĐẢNG VIÊN (Tính đến ngày 31/12/2025)"],
        ["(Kèm theo Công văn số 12-CV/ĐU của Đảng ủy xã Thạch Hà)", "DANH SÁCH ĐẢNG VIÊN"],
        ["DANH SÁCH ĐẢNG VIÊN", "(Thực hiện Hướng dẫn năm 2025)"],
    ],
)
def test_a_list_of_here_and_of_this_year_adds_people(tmp_path: Path, titles: list[str]) -> None:
    assert came(looked(tmp_path, titles)) == ([NEW], 1, [])


@pytest.mark.parametrize(
    "titles",
    [
        ["ĐẢNG BỘ XÃ THẠCH HÀ", "CHI BỘ THÔN 1", "DANH SÁCH ĐẢNG VIÊN"],
        ["ĐẢNG BỘ TỈNH HÀ TĨNH", "ĐẢNG ỦY XÃ THẠCH HÀ", "DANH SÁCH ĐẢNG VIÊN"],
        ["BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG TRẦN PHÚ", "DANH SÁCH ĐẢNG VIÊN"],
        ["ĐẢNG BỘ TỈNH NGHỆ AN", "DANH SÁCH ĐẢNG VIÊN"],
        ["TỈNH UỶ NGHỆ AN", "DANH SÁCH ĐẢNG VIÊN"],
        ["ĐẢNG BỘ CÔNG TY THAN", "DANH SÁCH ĐẢNG VIÊN"],
    ],
)
def test_a_list_of_another_committee_is_asked_about(tmp_path: Path, titles: list[str]) -> None:
    assert came(looked(tmp_path, titles)) == ([], 0, ["KD864"])
    assert came(looked(tmp_path, titles, chosen=True)) == ([NEW], 1, [])


@pytest.mark.parametrize(
    ("titles", "sheet"),
    [
        (["DANH SÁCH ĐẢNG VIÊN NĂM 2025"], "Sheet1"),
        (["DANH SÁCH ĐẢNG VIÊN KIỂM ĐIỂM", "Năm 2025"], "Sheet1"),
        ([], "DS 2025"),
    ],
)
def test_last_years_list_adds_nobody_unasked(tmp_path: Path, titles: list[str], sheet: str) -> None:
    assert came(looked(tmp_path, titles, sheet=sheet)) == ([], 1, ["KD866"])
    assert came(looked(tmp_path, titles, sheet=sheet, chosen=True)) == ([NEW], 1, [])


@pytest.mark.parametrize(
    ("born", "fine"),
    [
        ("12/3/2027", False), ("2026", False), ("12/3/2015", False), ("31/12/2009", False),
        ("31/12/2008", True), ("1946", True), ("", True),
    ],
)  # fmt: skip
def test_nobody_is_added_who_cannot_be_a_member_yet(tmp_path: Path, born: str, fine: bool) -> None:
    found = came(looked(tmp_path, [], born=born))
    assert found == (([NEW], 1, []) if fine else ([], 1, ["KD865"]))
