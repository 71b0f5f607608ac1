"""What a clerk sees of edits, what was changed, and taking it back."""

import shutil
from pathlib import Path

import pytest

from tests.cli.run import Run

SAMPLE = Path(__file__).parents[2] / "data" / "vi-du-2026"
UNIT = "vi-du-2026/don-vi/chi-bo-thon-doai.yaml"


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "vi-du-2026")
    return tmp_path / UNIT


def test_a_value_is_changed_shown_listed_and_taken_back(run: Run, unit: Path) -> None:
    before = unit.read_bytes()
    seen = run("edit", UNIT, "ca_nhan.0.ho_ten", "Trần Thị Mới", "--dry-run")
    assert "+  - ho_ten: Trần Thị Mới" in seen.stdout
    assert "chưa ghi gì" in seen.stderr
    assert unit.read_bytes() == before
    done = run("edit", UNIT, "ca_nhan.0.ho_ten", "Trần Thị Mới")
    assert (done.returncode, "lần sửa số 1" in done.stderr) == (0, True)
    assert "ho_ten: Trần Thị Mới" in unit.read_text("utf-8")
    listed = run("changes", "vi-du-2026").stdout
    assert "ca_nhan.0.ho_ten: «Lê Thị Hạnh» → «Trần Thị Mới»" in listed
    assert run("undo", "vi-du-2026").returncode == 0
    assert unit.read_bytes() == before
    again = run("undo", "vi-du-2026")
    assert (again.returncode, "KD577" in again.stderr) == (1, True)


def test_a_change_that_makes_the_file_wrong_is_not_written(run: Run, unit: Path) -> None:
    before = unit.read_bytes()
    done = run("edit", UNIT, "khong_co_khoa", "x")
    assert (done.returncode, "KD101" in done.stderr) == (1, True)
    assert unit.read_bytes() == before


def test_a_value_or_its_removal_must_be_asked_for(run: Run, unit: Path) -> None:
    assert unit.is_file()
    assert run("edit", UNIT, "ca_nhan.0.ho_ten").returncode == 2
    assert run("edit", UNIT, "ca_nhan.0.ho_ten", "x", "--remove").returncode == 2


def test_a_warning_that_is_not_there_cannot_be_accepted(run: Run, unit: Path) -> None:
    before = unit.read_bytes()
    done = run("accept", UNIT, "KD431", "--reason", "đã xem")
    assert (done.returncode, "KD579" in done.stderr) == (1, True)
    assert unit.read_bytes() == before
