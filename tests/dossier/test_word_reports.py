"""The Word files a check writes: which there are, how they are called, and what hinders one."""

from pathlib import Path

import docx
import pytest

from generator.dossier.results import Ket, UnitResult
from generator.dossier.word_reports import write_word_reports
from generator.model import Dot
from generator.production import write
from generator.production.templates import Templates, search_path
from tests.dossier.city import DOT
from tests.dossier.test_reports import CAMPAIGN, item, part, unit

CITY = Dot.model_validate(DOT)
GOOD = unit("Nam Hà", item("1.1", "An"))
LACKING = unit("Bắc Hà", item("1.1", "An", part(Ket.THIEU)))
UNREAD = UnitResult("hong", "Đảng ủy phường Hồng Sơn", "hong")
REPORT = "Báo cáo tình hình nộp hồ sơ.docx"


def written(
    folder: Path, *units: UnitResult, templates: Templates | None = None
) -> tuple[list[str], list[str]]:
    files, problems = write_word_reports(folder, CAMPAIGN, units, CITY, templates or search_path())
    assert {path.name for path in files} == {path.name for path in folder.glob("*")}
    return [path.name for path in files], [each.code for each in problems]


def test_a_letter_goes_only_to_a_unit_that_lacks_and_a_list_to_each_that_was_judged(
    tmp_path: Path,
) -> None:
    assert written(tmp_path, GOOD, LACKING, UNREAD) == (
        [
            REPORT,
            "Bảng kiểm - Đảng ủy phường Nam Hà.docx",
            "Bảng kiểm - Đảng ủy phường Bắc Hà.docx",
            "Công văn đôn đốc - Đảng ủy phường Bắc Hà.docx",
        ],
        [],
    )


def test_each_file_is_the_document_of_its_name(tmp_path: Path) -> None:
    written(tmp_path, GOOD, LACKING)
    for name, words in {
        REPORT: "Tổng số đơn vị phải nộp hồ sơ: 2",
        "Bảng kiểm - Đảng ủy phường Bắc Hà.docx": "Tổng số 1 mục; thiếu: 1",
        "Công văn đôn đốc - Đảng ủy phường Bắc Hà.docx": "trước ngày 07/12/2024",
    }.items():
        paragraphs = docx.Document(str(tmp_path / name)).paragraphs
        assert any(words in each.text for each in paragraphs), name


def test_units_of_one_name_have_files_of_their_own(tmp_path: Path) -> None:
    names, _ = written(tmp_path, GOOD, GOOD)
    assert len(set(names)) == 3


def test_a_letter_that_cannot_be_written_is_told_and_the_rest_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = write.os.replace

    def full(source: Path, target: Path) -> None:
        if "đôn đốc" in str(target):
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(write.os, "replace", full)
    names, problems = written(tmp_path, GOOD, LACKING)
    assert len(names) == 3
    assert problems == ["KD503"]


def test_a_template_that_an_office_spoilt_is_told_once_and_the_rest_is_there(
    tmp_path: Path,
) -> None:
    own = tmp_path / "mau" / "ho-so"
    own.mkdir(parents=True)
    (own / "bang-kiem.docx").write_bytes(b"hong")
    names, problems = written(
        tmp_path / "ra", GOOD, LACKING, templates=search_path(given=tmp_path / "mau")
    )
    assert names == [REPORT, "Công văn đôn đốc - Đảng ủy phường Bắc Hà.docx"]
    assert problems == ["KD324"]
