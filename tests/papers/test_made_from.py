"""One paper depends on the files it is made from, and on no other file of the folder."""

import shutil
from pathlib import Path

import pytest

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.render import render_path
from generator.papers.validation import check_paths
from generator.problems import Problem
from tests.building.test_build import OFFICE, SAMPLE, change

GOOD = """loai: cong-van
trich_yeu: kiểm điểm
kinh_gui: [Các chi bộ]
noi_nhan: [Như trên, Lưu Văn phòng Đảng ủy]
noi_dung: Thực hiện.
"""
WITHOUT_RECIPIENTS = (
    "loai: cong-van\ntrich_yeu: kiểm điểm\nkinh_gui: [Các chi bộ]\nnoi_dung: Làm.\n"
)
UNFINISHED = {
    "takes what is wrong for it from dot.yaml": ("b.yaml", WITHOUT_RECIPIENTS),
    "an unfinished letter": ("b.yaml", "loai: cong-van\n"),
    "no YAML": ("b.yaml", "a: [\n"),
    "a copy of nothing": ("b.yaml", "loai: sao-luc\nban_goc: khong-co.yaml\nhinh_thuc: sao y\n"),
    "an unfinished unit": ("don-vi/b.yaml", "loai: don-vi\n"),
    "an unfinished kind": ("loai/b.yaml", "loai: loai-giay-to\n"),
    "an unfinished checklist": ("danh-muc/b.yaml", "loai: danh-muc\n"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "xa"
    (data / "don-vi").mkdir(parents=True)
    shutil.copy(SAMPLE / "dot.yaml", data)
    shutil.copytree(SAMPLE / "don-vi" / OFFICE, data / "don-vi" / OFFICE)
    (data / "a.yaml").write_text(GOOD, "utf-8")
    return data


def render(path: Path, out: Path) -> tuple[list[str], list[Problem]]:
    written, problems = render_path(path, out, None)
    return [each.name for each in written], problems


@pytest.mark.parametrize("case", UNFINISHED)
def test_an_unfinished_file_beside_a_letter_neither_stops_it_nor_is_told_with_it(
    folder: Path, tmp_path: Path, case: str
) -> None:
    name, text = UNFINISHED[case]
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    assert render(folder / "a.yaml", tmp_path / "r") == (["a.docx"], [])


def test_a_checklist_that_is_not_there_stops_no_letter(folder: Path, tmp_path: Path) -> None:
    with (folder / "dot.yaml").open("a", encoding="utf-8") as file:
        file.write("danh_muc: khong-co\n")
    assert render(folder / "a.yaml", tmp_path / "r") == (["a.docx"], [])


def test_a_letter_that_takes_what_is_wrong_for_it_from_the_campaign_is_named_itself(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "b.yaml").write_text(WITHOUT_RECIPIENTS, "utf-8")
    written, (found,) = render(folder / "b.yaml", tmp_path / "r")
    assert written == []
    assert (found.code, Path(found.place.file).name) == ("KD222", "b.yaml")
    assert "«noi_nhan» lấy từ dot.yaml" in found.message
    assert found in check_paths([folder])[1]


def test_a_build_makes_the_letters_beside_an_unfinished_one(folder: Path, tmp_path: Path) -> None:
    (folder / "b.yaml").write_text(WITHOUT_RECIPIENTS, "utf-8")
    list(build(BuildRequest(folder, tmp_path / "ra"), here))
    assert [each.name for each in (tmp_path / "ra").glob("*.docx")] == ["a.docx"]


def test_a_person_of_a_unit_that_cannot_be_read_is_told_the_units_file(
    folder: Path, tmp_path: Path
) -> None:
    unit = folder / "don-vi" / OFFICE / "don-vi.yaml"
    change(unit, "  loai: chi_bo", "  loai: khong-co")
    person = next((unit.parent / "ca-nhan").iterdir())
    written, problems = render(person, tmp_path / "r")
    assert written == []
    assert {Path(each.place.file).name for each in problems} == {"don-vi.yaml"}


def test_another_persons_file_is_not_told_with_a_persons_papers(
    folder: Path, tmp_path: Path
) -> None:
    mine, other, *_ = sorted((folder / "don-vi" / OFFICE / "ca-nhan").iterdir())
    other.write_text("loai: ca-nhan\n", "utf-8")
    written, problems = render(mine, tmp_path / "r")
    assert written
    assert other.as_posix() not in {each.place.file for each in problems}


@pytest.mark.parametrize("name", ["dot.yaml", "loai/b.yaml"])
def test_a_file_that_gives_no_document_is_told_so(folder: Path, tmp_path: Path, name: str) -> None:
    (folder / "loai").mkdir()
    shutil.copy(folder / "a.yaml", folder / "loai" / "b.yaml")
    written, problems = render(folder / name, tmp_path / "r")
    assert written == []
    assert problems
