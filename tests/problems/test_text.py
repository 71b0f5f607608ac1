"""A problem as one line, and as plain values."""

import json
from pathlib import Path

import pytest

from generator.editing.data_file import Snapshot, both_versions
from generator.problems import Place, Problem, Severity, problem
from generator.problems.text import MOST_NAMED, as_json, line, lines, some, where


@pytest.mark.parametrize(
    ("place", "written"),
    [
        (Place(file="dot.yaml", line=3, column=5), "dot.yaml:3:5"),
        (Place(file="kiem-diem 2026/dot.yaml", line=3), "kiem-diem 2026/dot.yaml:3"),
        (Place(file="dot.yaml"), "dot.yaml"),
        (
            Place(file="mau.docx", part="thân văn bản, bảng 1, hàng 2"),
            "mau.docx: thân văn bản, bảng 1, hàng 2",
        ),
        (Place(part="chân trang"), "chân trang"),
        (Place(path=("ky", "ho_ten")), ""),
        (Place(), ""),
    ],
)
def test_a_place_is_written_so_that_an_editor_can_jump_there(place: Place, written: str) -> None:
    assert where(place) == written
    full = line(problem("KD009", place))
    assert full.startswith(f"{written}: KD009 lỗi: " if written else "KD009 lỗi: ")


def test_a_line_says_where_which_code_what_and_how_to_mend() -> None:
    found = problem("KD112", Place(file="cong-van.yaml", line=4, column=7), nhap="31/11/2026")
    assert line(found) == (
        "cong-van.yaml:4:7: KD112 lỗi: không có ngày «31/11/2026» trong lịch"
        " → xem lại ngày và tháng; ngày ghi trước, tháng ghi sau"
    )


def test_a_warning_is_called_a_warning() -> None:
    assert " KD124 cảnh báo: số 608 " in line(problem("KD124", Place(file="a.yaml"), so=608))


def test_values_of_several_lines_stay_on_one_line() -> None:
    found = Problem("KD109", Severity.ERROR, Place(), "giá trị\n  dài", "")
    assert line(found) == "KD109 lỗi: giá trị dài"


def test_two_versions_of_a_file_stand_below_the_line_that_tells_of_them(tmp_path: Path) -> None:
    seen, now = (Snapshot(tmp_path, f"so: {each}\n".encode()) for each in (1, 2))
    found = problem("KD621", Place(file="a.yaml"), hai_ban=both_versions(seen, now))
    first, *below = lines(found).split("\n")
    assert first.startswith("a.yaml: KD621 lỗi: ")
    assert first.endswith(found.mend)
    assert below[-2:] == ["    -so: 1", "    +so: 2"]
    assert lines(problem("KD009", Place())) == line(problem("KD009", Place()))


def test_plain_values_are_ready_for_json() -> None:
    place = Place(file="dot.yaml", line=18, column=11, path=("thoi_han", 0, "ngay"))
    values = as_json(problem("KD112", place, nhap="31/11/2026"))
    assert (
        json.loads(json.dumps(values, ensure_ascii=False))
        == values
        == {
            "code": "KD112",
            "severity": "error",
            "file": "dot.yaml",
            "line": 18,
            "column": 11,
            "path": ["thoi_han", 0, "ngay"],
            "part": "",
            "message": "không có ngày «31/11/2026» trong lịch",
            "mend": "xem lại ngày và tháng; ngày ghi trước, tháng ghi sau",
        }
    )


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "«0»"), (2, "«0», «1»"), (MOST_NAMED, "«0», «1», «2», «3», «4»"),
     (MOST_NAMED + 1, "«0», «1», «2», «3», «4», …")],
)  # fmt: skip
def test_of_many_names_the_first_are_said(count: int, told: str) -> None:
    assert some([str(number) for number in range(count)]) == told
