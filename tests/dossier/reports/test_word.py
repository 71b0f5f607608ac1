"""The Word files a check writes: which there are, how they are called, and what hinders one."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from generator.dossier.reports.word import write_word_reports
from generator.dossier.results import UnitResult
from generator.dossier.unit_check import Standard
from generator.files import atomic as write
from generator.model import Dot
from generator.model.verdict import Ket
from generator.papers.templates import Templates, search_path
from tests.dossier.city import DOT
from tests.dossier.judged_unit import HA_TINH
from tests.dossier.reports.test_reports import CAMPAIGN, DAY, item, part, unit
from tests.unbroken import lines

CITY = Dot.model_validate(DOT)
GOOD = unit("Nam Hà", item("1.1", "An"))
LACKING = unit("Bắc Hà", item("1.1", "An", part(Ket.THIEU)))
EARLY = unit("Đông Hà", item("1.1", "An", part(Ket.THIEU), qua_han=False))
UNREAD = UnitResult("hong", "Đảng ủy phường Hồng Sơn", "hong")
REPORT = "Báo cáo tình hình nộp hồ sơ.docx"


def written(
    folder: Path, *units: UnitResult, templates: Templates | None = None, whole: bool = True
) -> tuple[list[str], list[str]]:
    standard = Standard(Path(), CITY, HA_TINH, (), DAY, templates or search_path())
    files, problems = write_word_reports(folder, CAMPAIGN, units, standard, whole=whole)
    return [path.name for path in files], [each.code for each in problems]


def there(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*")}


def test_a_letter_goes_only_to_a_unit_that_is_late_and_a_list_to_each_that_was_judged(
    tmp_path: Path,
) -> None:
    assert written(tmp_path, GOOD, LACKING, EARLY, UNREAD) == (
        [
            REPORT,
            "Bảng kiểm - Đảng ủy phường Nam Hà.docx",
            "Bảng kiểm - Đảng ủy phường Bắc Hà.docx",
            "Công văn đôn đốc - Đảng ủy phường Bắc Hà.docx",
            "Bảng kiểm - Đảng ủy phường Đông Hà.docx",
        ],
        [],
    )
    assert len(there(tmp_path)) == 5


def test_the_body_of_the_campaign_writes_no_letter_to_itself(tmp_path: Path) -> None:
    own = replace(LACKING, ten="Đảng bộ thành phố Sông Lam", cap_uy="Thành ủy Sông Lam")
    names, _ = written(tmp_path, own)
    assert names == [REPORT, "Bảng kiểm - Đảng bộ thành phố Sông Lam.docx"]


def test_each_file_is_the_document_of_its_name(tmp_path: Path) -> None:
    written(tmp_path, GOOD, LACKING)
    for name, words in {
        REPORT: "2 đơn vị phải nộp hồ sơ",
        "Bảng kiểm - Đảng ủy phường Bắc Hà.docx": "Cộng 1 thành phần (mỗi mục tính riêng cho từng tập thể, cá nhân); thiếu: 1",
        "Công văn đôn đốc - Đảng ủy phường Bắc Hà.docx": "trước ngày 07/12/2024",
    }.items():
        assert any(words in each for each in lines(str(tmp_path / name))), name


def test_units_of_one_name_have_files_of_their_own(tmp_path: Path) -> None:
    names, _ = written(tmp_path, GOOD, GOOD)
    assert len(set(names)) == 3 == len(there(tmp_path))


def test_long_names_that_differ_at_the_end_have_files_of_their_own(tmp_path: Path) -> None:
    long = "Chi bộ Trung tâm Dịch vụ hành chính công và Phát triển quỹ đất liên phường xã số "
    units = [replace(LACKING, ten=f"{long}{'rất dài ' * 4}{number}") for number in range(3)]
    names, _ = written(tmp_path, *units)
    assert len(set(names)) == 7 == len(there(tmp_path))
    assert all(len(name) <= 105 for name in names)


def test_of_some_units_there_is_no_report_and_the_papers_of_the_others_stay(
    tmp_path: Path,
) -> None:
    written(tmp_path, GOOD, LACKING)
    before = {name: (tmp_path / name).read_bytes() for name in there(tmp_path)}
    names, _ = written(tmp_path, LACKING, whole=False)
    assert REPORT not in names
    assert {name: (tmp_path / name).read_bytes() for name in there(tmp_path)} == before


LETTER = "Công văn đôn đốc - Đảng ủy phường Bắc Hà.docx"
NOW_COMPLETE = unit("Bắc Hà", item("1.1", "An"))


@pytest.mark.parametrize("whole", [True, False])
def test_a_letter_to_a_unit_that_has_become_complete_is_removed(
    tmp_path: Path, whole: bool
) -> None:
    written(tmp_path, LACKING)
    assert LETTER in there(tmp_path)
    assert written(tmp_path, NOW_COMPLETE, whole=whole)[1] == []
    assert LETTER not in there(tmp_path)


def test_papers_of_a_unit_that_is_gone_are_removed(tmp_path: Path) -> None:
    written(tmp_path, GOOD, LACKING)
    written(tmp_path, GOOD)
    assert there(tmp_path) == {REPORT, "Bảng kiểm - Đảng ủy phường Nam Hà.docx"}


def test_an_outdated_letter_that_somebody_edited_is_kept_and_told(tmp_path: Path) -> None:
    written(tmp_path, LACKING)
    letter = docx.Document(str(tmp_path / LETTER))
    letter.add_paragraph("Đã gửi ngày 10/12.")
    letter.save(str(tmp_path / LETTER))
    assert written(tmp_path, NOW_COMPLETE)[1] == ["KD740"]
    assert LETTER in there(tmp_path)


def test_what_else_stands_in_the_folder_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "Công văn của tỉnh.docx").write_bytes(b"khong phai cua chuong trinh")
    written(tmp_path, LACKING)
    assert "Công văn của tỉnh.docx" in there(tmp_path)


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
