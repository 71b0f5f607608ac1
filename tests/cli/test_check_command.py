"""`check`, `pack` and `verify` as a clerk types them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.dossier.city import city, ma_of

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "generator", *words], cwd=tmp_path, text=True,
            capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
        )  # fmt: skip

    return call


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return city(tmp_path / "song-lam", complete=(1,))


def test_a_city_is_shown_unit_by_unit(run: Run, data: Path) -> None:
    done = run("check", "song-lam", "--as-of", "06/12/2024")
    assert done.returncode == 1
    assert "Đảng ủy phường Hồng Sơn" in done.stdout
    assert "1/20 đơn vị đủ hồ sơ" in done.stdout
    assert "Hồ sơ: 1/20 đơn vị đủ. Dữ liệu: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_complete_unit_alone_is_clean(run: Run, data: Path) -> None:
    done = run("check", "song-lam", "--only", ma_of(1), "--as-of", "2024-12-06")
    assert done.returncode == 0, done.stdout
    assert "1/1 đơn vị đủ hồ sơ" in done.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [(("thieu",), 1), (("sai-mau,thieu",), 1), (("sai-mau",), 0), (("nop-muon",), 0)],
)
def test_only_the_verdicts_named_decide_the_exit_code(
    run: Run, data: Path, words: tuple[str, ...], code: int
) -> None:
    done = run("check", "song-lam", "--as-of", "06/12/2024", "--fail-on", *words)
    assert done.returncode == code


def test_a_unit_that_cannot_be_judged_fails_whatever_is_named(run: Run, data: Path) -> None:
    (data / "don-vi" / f"{ma_of(3)}.yaml").write_text("loai: don-vi\n", "utf-8")
    assert run("check", "song-lam", "--fail-on", "sai-mau").returncode == 1


@pytest.mark.parametrize(
    "words", [("--fail-on", "thiếu"), ("--fail-on", ""), ("--as-of", "31/02/2024")]
)
def test_what_is_no_verdict_or_day_is_wrong_use(
    run: Run, data: Path, words: tuple[str, ...]
) -> None:
    done = run("check", "song-lam", *words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_json_is_one_document_on_the_output(run: Run, data: Path) -> None:
    done = run("check", "song-lam", "--format", "json", "--as-of", "06/12/2024")
    read = json.loads(done.stdout)
    assert len(read["don_vi"]) == 20
    assert read["dot"]["tinh_den"] == "2024-12-06"
    first = read["don_vi"][0]
    assert sum(first["dem"].values()) == len(first["muc"])
    assert {"muc", "ket", "ly_do", "can_cu", "phan", "nguon"} <= first["muc"][0].keys()


def test_reports_are_saved_beside_the_documents(run: Run, data: Path, tmp_path: Path) -> None:
    done = run("check", "song-lam", "--format", "xlsx", "--format", "html", "--format", "docx",
               "--as-of", "06/12/2024")  # fmt: skip
    folder = tmp_path / "output" / "song-lam" / "kiem-tra"
    saved = {path.name for path in folder.iterdir()}
    assert {
        "Tình hình hồ sơ.xlsx",
        "Tình hình hồ sơ.html",
        "Báo cáo tình hình nộp hồ sơ.docx",
    } <= saved
    assert sum(name.startswith("Bảng kiểm - ") for name in saved) == 20
    letters = [name for name in saved if name.startswith("Công văn đôn đốc - ")]
    assert len(letters) == 19
    assert not any("Hồng Sơn" in name for name in letters)
    assert all(name in done.stdout for name in saved)
    book = openpyxl.load_workbook(folder / "Tình hình hồ sơ.xlsx")
    assert book.sheetnames == ["Tất cả", "Còn thiếu", "Theo đơn vị", "Tệp chưa xếp"]


def test_a_pack_is_made_and_proved(run: Run, data: Path, tmp_path: Path) -> None:
    done = run("pack", "song-lam", ma_of(1), "--as-of", "06/12/2024")
    assert done.returncode == 0, done.stderr
    archive = tmp_path / "output" / "song-lam" / "nop" / f"{ma_of(1)}.zip"
    assert archive.exists()
    proved = run("verify", str(archive), str(archive.with_suffix("")))
    assert proved.returncode == 0
    assert proved.stdout.count("mã băm bản kê") == 2
    (archive.with_suffix("") / "goi-ho-so.json").write_text("{}", "utf-8")
    assert run("verify", str(archive.with_suffix(""))).returncode == 1


def test_an_incomplete_unit_is_packed_only_when_told(run: Run, data: Path) -> None:
    refused = run("pack", "song-lam", ma_of(2))
    assert refused.returncode == 1
    assert "KD720" in refused.stderr
    assert run("pack", "song-lam", ma_of(2), "--incomplete").returncode == 0
