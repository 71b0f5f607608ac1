"""The findings as a workbook: one a row, in their words."""

import io
from pathlib import Path

from openpyxl import load_workbook

from generator.desk.campaigns import Open
from generator.desk.commands import as_buttons
from generator.desk.findings_book import workbook
from generator.desk.found import of_problem
from generator.problems import Place, problem
from tests.desk.pages.sample import BEFORE


def rows(data: bytes) -> list[tuple[object, ...]]:
    (sheet,) = load_workbook(io.BytesIO(data)).worksheets
    return list(sheet.iter_rows(values_only=True))


def test_a_finding_is_a_row_with_level_unit_place_sentence_mend_and_code(tmp_path: Path) -> None:
    opened = Open("dot", tmp_path, tmp_path / "ra", lambda: BEFORE)
    wrong = problem("KD590", Place(file=str(tmp_path / "a.yaml"), line=3))
    found = [of_problem(opened, wrong, "Chi bộ thôn Đoài"), of_problem(opened, wrong)]
    head, first, second = rows(workbook(found))
    assert head == ("Mức", "Đơn vị", "Ở đâu", "Việc gì", "Cách sửa", "Mã")
    assert first == (
        "Lỗi",
        "Chi bộ thôn Đoài",
        "a.yaml, dòng 3",
        wrong.message,
        as_buttons(wrong.mend),
        "KD590",
    )
    assert second[1] == "Cả đợt"


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    opened = Open("dot", tmp_path, tmp_path / "ra", lambda: BEFORE)
    found = of_problem(opened, problem("KD590", Place(file="=1+1.yaml")))
    assert rows(workbook([found]))[1][2] == "=1+1.yaml"


def test_without_findings_there_is_the_head_alone() -> None:
    assert len(rows(workbook([]))) == 1
