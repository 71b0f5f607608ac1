"""A superior's sheet from files."""

from pathlib import Path

from openpyxl import Workbook

from generator.sheets.superior import filled_sheet
from tests.sheets.campaigns import read, written


def test_a_problem_of_the_sheet_names_its_file_and_one_of_the_mapping_its_own(
    tmp_path: Path,
) -> None:
    campaign = read(written(tmp_path / "dot"))
    assert campaign.dot is not None
    sheet, mapping = tmp_path / "bieu.xlsx", tmp_path / "cach.yaml"
    book = Workbook()
    book.active["A1"] = "{{ khong_co }}"
    book.save(sheet)
    mapping.write_text("o: [{trang: Sheet, o: khong phai o, gia_tri: x}]\n", "utf-8")
    for told, file in (
        (None, sheet),
        (mapping, mapping),
        (tmp_path / "la.yaml", tmp_path / "la.yaml"),
    ):
        made, problems = filled_sheet(sheet, told, campaign.dot, campaign.units)
        assert made is None
        assert {each.place.file for each in problems} == {file.as_posix()}
