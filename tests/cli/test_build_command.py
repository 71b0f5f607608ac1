"""`build` and `print-list` as a clerk types them."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.cli.run import Run

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "xa-loc-van-2026"


def count(tmp_path: Path) -> int:
    return len(list((tmp_path / "output" / "xa").rglob("*.docx")))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_says_what_it_made_and_the_next_what_it_kept(
    run: Run, data: Path, tmp_path: Path, jobs: str
) -> None:
    first = run("build", "xa", "--jobs", jobs)
    made = count(tmp_path)
    assert first.returncode == 0
    assert first.stdout == ""
    assert first.stderr.splitlines()[-1] == f"Đã tạo {made} văn bản: không có lỗi."
    assert re.search(r"^\[3/3\] \d+ văn bản$", first.stderr, re.MULTILINE)
    second = run("build", "xa", "--jobs", jobs)
    assert second.stderr == f"Đã tạo 0 văn bản, giữ nguyên {made}: không có lỗi.\n"


def test_quiet_leaves_only_the_last_line(run: Run, data: Path) -> None:
    assert len(run("build", "xa", "--quiet").stderr.splitlines()) == 1


def test_why_names_each_document_and_the_field_that_changed(run: Run, data: Path) -> None:
    run("build", "xa")
    file = data / "dot.yaml"
    file.write_text(
        file.read_text("utf-8").replace("dia_danh: Lộc Vân", "dia_danh: Lộc Hà"), "utf-8"
    )
    done = run("build", "xa", "--why")
    lines = done.stdout.splitlines()
    assert "output/xa/chi-bo-thon-dong/Biểu 6F.docx: dữ liệu thay đổi (dia_danh_ngay)" in lines


def test_a_dry_run_lists_the_plan_and_makes_nothing(run: Run, data: Path, tmp_path: Path) -> None:
    done = run("build", "xa", "--dry-run", "--why")
    assert done.returncode == 0
    assert not (tmp_path / "output").exists()
    assert "output/xa/chi-bo-tram-y-te/Danh mục hồ sơ.docx: văn bản mới" in done.stdout
    planned = len(done.stdout.splitlines())
    assert done.stderr == f"Đợt có {planned} văn bản, sẽ làm {planned}: không có lỗi.\n"
    listed = json.loads(run("build", "xa", "--dry-run", "--format", "json").stdout)
    assert len(listed) == planned
    assert set(listed[0]) == {
        "don_vi", "muc", "ten", "ca_nhan", "ma", "mau", "so_ban", "tep", "ly_do",
    }  # fmt: skip
    run("build", "xa")
    assert count(tmp_path) == planned


def test_a_part_of_a_campaign(run: Run, data: Path, tmp_path: Path) -> None:
    done = run("build", "xa", "--only", "chi-bo-tram-y-te", "--form", "bieu-6f", "-o", "ra")
    assert done.returncode == 0
    files = [p.relative_to(tmp_path / "ra").as_posix() for p in (tmp_path / "ra").rglob("*.docx")]
    assert files == ["xa/chi-bo-tram-y-te/Biểu 6F.docx"]


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--only", "thon-dong"), "KD512"), (("--form", "02D"), "KD511"), (("--person", "Thảo"), "KD513")],
)  # fmt: skip
def test_what_is_not_there_is_told(run: Run, data: Path, words: tuple[str, str], code: str) -> None:
    done = run("build", "xa", "--quiet", *words)
    assert done.returncode == 1
    assert f"{code} lỗi" in done.stderr
    assert words[1] in done.stderr


def test_problems_as_json(run: Run, data: Path) -> None:
    file = data / "don-vi" / "chi-bo-tram-y-te.yaml"
    file.write_text(file.read_text("utf-8").replace("don_vi:", "don_vii:", 1), "utf-8")
    done = run("build", "xa", "--format", "json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert {each["file"] for each in found} == {"xa/don-vi/chi-bo-tram-y-te.yaml"}


def test_a_folder_without_campaign_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    done = run("build", "trống")
    assert done.returncode == 1
    assert "KD030" in done.stderr
    assert not (tmp_path / "output").exists()


def test_a_folder_of_campaigns_is_built_whole(run: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "huyen").mkdir()
    shutil.move(data, tmp_path / "huyen" / "xa")
    shutil.copytree(tmp_path / "huyen" / "xa", tmp_path / "huyen" / "xb")
    assert run("build", "huyen").returncode == 0
    xa, xb = (
        sorted(p.name for p in (tmp_path / "output" / n).rglob("*.docx")) for n in ("xa", "xb")
    )
    assert xa == xb != []


def test_a_terminal_shows_documents_a_second_and_the_time_left(data: Path, tmp_path: Path) -> None:
    master, slave = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "xa"], cwd=tmp_path, stderr=slave,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "120"},
    )  # fmt: skip
    os.close(slave)
    seen = b""
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(master)
    assert child.wait() == 0
    text = seen.decode(errors="replace")
    assert re.search(r"/3 đơn vị", text)
    assert re.search(r"\d+ văn bản, \d+/giây", text)
    assert "còn" in text


def test_the_print_list_follows_the_dossier_and_counts_copies(
    run: Run, data: Path, tmp_path: Path
) -> None:
    run("build", "xa", "--quiet")
    done = run("print-list", "xa", "--excel", "in/danh-sach.xlsx")
    assert done.returncode == 0
    documents = count(tmp_path)
    assert re.search(rf"Cần in {documents} văn bản, \d+ bản", done.stderr)
    assert "chưa có tệp" not in done.stdout
    assert done.stdout.index("Chi bộ thôn Đông") < done.stdout.index("1 - Báo cáo")
    copies = sum(int(n) for n in re.findall(r"^ +(\d+) bản  ", done.stdout, re.MULTILINE))
    sheet = openpyxl.load_workbook(tmp_path / "in" / "danh-sach.xlsx").active
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == documents + 1
    assert sum(row[5] for row in rows[:-1]) == copies
    assert {row[6] for row in rows[:-1]} == {"có"}
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1")
    total = openpyxl.load_workbook(tmp_path / "in" / "danh-sach.xlsx", data_only=True).active
    assert total.cell(documents + 2, 6).value == copies


def test_a_print_list_before_the_build_says_what_is_not_there_yet(run: Run, data: Path) -> None:
    done = run("print-list", "xa", "--only", "chi-bo-tram-y-te")
    assert done.returncode == 0
    lines = [line for line in done.stdout.splitlines() if " bản  " in line]
    assert lines
    assert all(line.endswith("(chưa có tệp)") for line in lines)


def test_the_print_list_replaces_nothing_that_is_not_one(
    run: Run, data: Path, tmp_path: Path
) -> None:
    before = (data / "dot.yaml").read_bytes()
    done = run("print-list", "xa", "--excel", "xa/dot.yaml")
    assert (done.returncode, "KD550" in done.stderr) == (1, True)
    assert (data / "dot.yaml").read_bytes() == before
    (tmp_path / "mot.xlsx").write_bytes(b"cua nguoi khac")
    done = run("print-list", "xa", "--excel", "mot.xlsx")
    assert (tmp_path / "mot.xlsx").read_bytes() == b"cua nguoi khac"
    assert "mot (mới).xlsx" in done.stderr
