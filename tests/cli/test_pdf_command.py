"""`pdf` as a clerk types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import Run
from tests.pdf.printing import built, needs_office, pages

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "generator", *words], cwd=tmp_path, text=True,
            capture_output=True, env={**os.environ, "PYTHONPATH": path_of(), **environment},
            check=False,
        )  # fmt: skip

    return call


def path_of() -> str:
    return os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])


@pytest.fixture
def there(tmp_path: Path) -> set[Path]:
    built(tmp_path)
    return {*tmp_path.rglob("*")}


@needs_office
@pytest.mark.libreoffice
def test_pdf_names_the_file_to_print_and_the_next_run_keeps_it(
    run: Run, there: set[Path], tmp_path: Path
) -> None:
    first = run("pdf", "xa", "chi-bo-0001")
    assert first.returncode == 0, first.stderr
    assert first.stdout == "output/xa/pdf/chi-bo-0001.pdf\n"
    number = len(pages(tmp_path / first.stdout.strip()))
    papers = len(list((tmp_path / "output/xa/pdf/chi-bo-0001").glob("*.pdf")))
    *_, progress, last = first.stderr.splitlines()
    assert progress == f"[{papers}/{papers}] văn bản"
    assert last == (
        f"Đã chuyển {papers} văn bản sang PDF; có 1 tệp gộp đúng danh sách in ({number} trang), "
        "1 tệp mới: không có lỗi."
    )
    second = run("pdf", "xa", "--quiet")
    assert second.stdout == first.stdout
    assert second.stderr == (
        f"Đã chuyển 0 văn bản sang PDF, giữ nguyên {papers}; có 1 tệp gộp đúng danh sách in "
        f"({number} trang): không có lỗi.\n"
    )
    assert run("pdf", "xa", "--format", "json").stdout == "[]\n"


def test_without_libreoffice_it_says_what_to_install_and_touches_nothing(
    run: Run, there: set[Path], tmp_path: Path
) -> None:
    (tmp_path / "trong").mkdir()
    done = run("pdf", "xa", PATH=str(tmp_path / "trong"))
    assert done.returncode == 2
    assert "KD590 lỗi: máy này chưa cài LibreOffice" in done.stderr
    assert "cài LibreOffice" in done.stderr
    assert done.stdout == ""
    assert {*tmp_path.rglob("*")} - {tmp_path / "trong"} == there
    told = json.loads(run("pdf", "xa", "--format", "json", PATH=str(tmp_path / "trong")).stdout)
    assert [each["code"] for each in told] == ["KD590"]


@needs_office
def test_a_campaign_that_was_not_built_is_told_and_nothing_is_written(
    run: Run, data: Path, tmp_path: Path
) -> None:
    done = run("pdf", "xa")
    assert done.returncode == 1
    assert done.stderr.count("KD591 lỗi") == 2
    assert not (tmp_path / "output").exists()


@needs_office
def test_a_unit_that_is_not_there_is_told(run: Run, there: set[Path]) -> None:
    done = run("pdf", "xa", "chi-bo-9999")
    assert done.returncode == 1
    assert "KD512" in done.stderr
