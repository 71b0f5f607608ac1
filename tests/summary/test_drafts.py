"""A summary that prints what is wrong in a unit is a draft, in Word and in Excel."""

from pathlib import Path
from typing import Any

import docx
import pytest

from generator.building.folders import BuildRequest
from generator.problems import Problem
from generator.summary.write import write_summary
from tests.papers import unit_data
from tests.summary.test_summed_up import HTT, excluded, person, sheets, unit

BAD = "HTNV"


def campaign(root: Path, *people: dict[str, Any]) -> BuildRequest:
    (root / "xa" / "don-vi").mkdir(parents=True, exist_ok=True)
    unit_data.write(root / "xa" / "dot.yaml", {**unit_data.DOT, "nam": "2026"})
    unit_data.write(root / "xa" / "don-vi" / "mot.yaml", unit(1, *people))
    return BuildRequest(root / "xa", root / "ra" / "xa")


def written(request: BuildRequest) -> tuple[set[str], list[Problem]]:
    files, problems = write_summary(request)
    there = {path.name for path in (request.root / "tong-hop").iterdir()}
    assert there == {path.name for path in files}
    return {name for name in there if "(dự thảo)" in name}, problems


ALL = "Tổng hợp kết quả xếp loại (dự thảo)"
NOTICE = "Thông báo kết quả xếp loại (dự thảo).docx"
LEFT_OUT = "Danh sách chưa kiểm điểm, xếp loại (dự thảo).docx"


@pytest.mark.parametrize(
    ("people", "drafts"),
    [
        ([person(muc=HTT)], set()),
        ([person(muc=BAD)], {f"{ALL}.docx", f"{ALL}.xlsx", NOTICE}),
        # The notice makes known only what is decided.
        (
            [person(xep_loai={"tu_nhan": HTT, "chi_bo": BAD, "quyet_dinh": HTT})],
            {f"{ALL}.docx", f"{ALL}.xlsx"},
        ),
        ([person(xep_loai={"tu_nhan": BAD, "quyet_dinh": HTT})], {f"{ALL}.docx", f"{ALL}.xlsx"}),
        (
            [person(), excluded("Nguyễn Văn Hai", "mien_hop", dang_vien="có")],
            {LEFT_OUT, "Biểu 6F (dự thảo).docx", f"{ALL}.xlsx"},
        ),
    ],
)
def test_only_the_summaries_that_print_it_are_drafts(
    tmp_path: Path, people: list[dict[str, Any]], drafts: set[str]
) -> None:
    found, problems = written(campaign(tmp_path, *people))
    assert found == drafts
    codes = {each.code for each in problems}
    assert ("KD515" in codes) is bool(drafts)
    assert all(
        each.place.file.endswith("mot.yaml") and each.place.line
        for each in problems
        if each.code in {"KD401", "KD417"}
    )


def test_the_reason_stands_at_the_head_and_below_each_sheet(tmp_path: Path) -> None:
    request = campaign(tmp_path, person(muc=BAD))
    written(request)
    folder = request.root / "tong-hop"
    head = [each.text for each in docx.Document(str(folder / f"{ALL}.docx")).paragraphs[:3]]
    assert head[0] == "DỰ THẢO"
    assert "«HTNV» không phải một mức xếp loại" in head[2]
    assert "tệp mot.yaml, dòng " in head[2]
    for rows in sheets((folder / f"{ALL}.xlsx").read_bytes()).values():
        text = "\n".join(cell for row in rows for cell in row)
        assert "DỰ THẢO" in text
        assert "HTNV" in text


def test_when_the_data_is_right_the_finished_summaries_take_their_place(tmp_path: Path) -> None:
    written(campaign(tmp_path, person(muc=BAD)))
    assert written(campaign(tmp_path, person(muc=HTT)))[0] == set()
    assert written(campaign(tmp_path, person(muc=BAD)))[0] == {
        f"{ALL}.docx",
        f"{ALL}.xlsx",
        NOTICE,
    }
