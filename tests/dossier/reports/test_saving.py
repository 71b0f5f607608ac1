"""Which files a check leaves behind, where, and under which names."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from generator.building.folders import BuildRequest
from generator.dossier.check import Answer
from generator.dossier.reports.saving import Saved, save
from generator.dossier.results import UnitResult
from generator.dossier.unit_check import Standard
from generator.files import atomic
from generator.model import Dot
from generator.model.verdict import Ket
from generator.papers.templates import search_path
from tests.dossier.city import DOT
from tests.dossier.judged_unit import HA_TINH
from tests.dossier.reports.test_reports import CAMPAIGN, DAY, item, part, unit

STANDARD = Standard(Path(), Dot.model_validate(DOT), HA_TINH, (), DAY, search_path())
LATE = unit("Bắc Hà", item("1.1", "An", part(Ket.THIEU)))
EARLY = unit("Đông Hà", item("1.1", "An", part(Ket.THIEU), qua_han=False))
UNITS = [LATE, EARLY]


def answer(*units: UnitResult) -> Answer:
    return Answer(CAMPAIGN, STANDARD, (), lambda: iter(units))


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    return BuildRequest(tmp_path / "song-lam", tmp_path / "ra" / "song-lam")


def names(saved: Saved) -> list[str]:
    assert all(path.is_file() for path in saved.files)
    return [path.as_posix().partition("/ra/song-lam/")[2] for path in saved.files]


@pytest.mark.parametrize("kind", ["xlsx", "html"])
def test_the_table_is_one_file_of_the_campaign(request_: BuildRequest, kind: str) -> None:
    saved = save(kind, answer(*UNITS), UNITS, request_)
    assert names(saved) == [f"kiem-tra/Tình hình hồ sơ.{kind}"]
    assert (saved.problems, saved.chua_qua_han) == ([], [])


@pytest.mark.parametrize("kind", ["xlsx", "html"])
def test_the_table_of_some_units_has_a_name_of_its_own(request_: BuildRequest, kind: str) -> None:
    part_of_it = replace(request_, units=("bac-ha",))
    saved = save(kind, answer(LATE), [LATE], part_of_it)
    assert names(saved) == [f"kiem-tra/Tình hình hồ sơ (một phần).{kind}"]


def test_the_word_files_say_who_got_no_letter(request_: BuildRequest) -> None:
    saved = save("docx", answer(*UNITS), UNITS, request_)
    assert names(saved) == [
        "kiem-tra/Báo cáo tình hình nộp hồ sơ.docx",
        "kiem-tra/Bảng kiểm - Đảng ủy phường Bắc Hà.docx",
        "kiem-tra/Công văn đôn đốc - Đảng ủy phường Bắc Hà.docx",
        "kiem-tra/Bảng kiểm - Đảng ủy phường Đông Hà.docx",
    ]
    assert saved.chua_qua_han == ["Đảng ủy phường Đông Hà"]


def test_of_some_units_there_is_no_report_on_the_campaign(request_: BuildRequest) -> None:
    saved = save("docx", answer(LATE), [LATE], replace(request_, units=("bac-ha",)))
    assert not any("Báo cáo" in name for name in names(saved))
    assert saved.chua_qua_han == []


def test_a_workbook_that_somebody_edited_stays_and_is_told(request_: BuildRequest) -> None:
    (path,) = save("xlsx", answer(*UNITS), UNITS, request_).files
    book = openpyxl.load_workbook(path)
    book["Tất cả"]["A2"] = "đã gọi điện"
    book.save(path)
    saved = save("xlsx", answer(*UNITS), UNITS, request_)
    assert names(saved) == ["kiem-tra/Tình hình hồ sơ (mới).xlsx"]
    assert [each.code for each in saved.problems] == ["KD505"]


def test_a_page_that_somebody_edited_stays_and_is_told(request_: BuildRequest) -> None:
    (path,) = save("html", answer(*UNITS), UNITS, request_).files
    assert save("html", answer(*UNITS), UNITS, request_).problems == []
    path.write_text(path.read_text("utf-8").replace("</h1>", "</h1><p>đã gọi điện"), "utf-8")
    kept = path.read_bytes()
    saved = save("html", answer(*UNITS), UNITS, request_)
    assert names(saved) == ["kiem-tra/Tình hình hồ sơ (mới).html"]
    assert [each.code for each in saved.problems] == ["KD505"]
    assert path.read_bytes() == kept


def test_a_page_that_cannot_be_written_is_told_and_is_no_file(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "replace", full)
    monkeypatch.setattr(Path, "replace", full)
    saved = save("html", answer(*UNITS), UNITS, request_)
    assert saved.files == []
    assert len(saved.problems) == 1


@pytest.mark.parametrize("kind", ["xlsx", "html", "docx"])
def test_what_could_not_be_checked_leaves_no_file(request_: BuildRequest, kind: str) -> None:
    assert save(kind, Answer(None, None, (), lambda: iter(())), [], request_) == Saved()
    assert not request_.root.exists()


def test_there_is_no_other_kind(request_: BuildRequest) -> None:
    with pytest.raises(ValueError, match="pdf"):
        save("pdf", answer(LATE), [LATE], request_)
