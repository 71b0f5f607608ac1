"""Pipes, devices, huge files among the data and the documents: told or left, never waited for."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dossier.city import city

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on Unix only")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**40)


PLACES = (
    "cong-van.yaml", "don-vi/a.yaml", "don-vi/don-vi-01/b.yaml", "mau/cong-van.docx", "loai/a.yaml",
    "danh-muc.yaml", "da-nhan/don-vi-01/1.2 a.docx", "da-nhan/don-vi-01/2.pdf", "mau/khoi/a.docx",
)  # fmt: skip


@pytest.mark.parametrize("odd", [pipe, device, huge])
def test_an_odd_file_anywhere_ends_nothing(odd: Callable[[Path], None], tmp_path: Path) -> None:
    data = city(tmp_path / "dot", complete=(1,))
    for each in (data / "don-vi").iterdir():
        if each.stem != "don-vi-01":
            each.unlink()
    run(data, "build", "--jobs", "1", "--quiet")
    documents = sorted((tmp_path / "ra").rglob("*.docx"))[:2]
    for place in PLACES:
        path = data / place
        path.parent.mkdir(parents=True, exist_ok=True)
        odd(path)
    for document in documents:
        document.unlink()
        odd(document)
    run(data, "validate")
    run(data, "build", "--jobs", "1", "--quiet", "--clean")
    run(data, "check", "--jobs", "1", "--as-of", "06/12/2024")
    assert all(odd is huge or not each.is_file() for each in documents)


def run(data: Path, command: str, *more: str) -> None:
    where = () if command == "validate" else ("-o", str(data.parent / "ra"))
    done = subprocess.run(
        [sys.executable, "-m", "generator", command, str(data), *where, *more],
        cwd=data.parent, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True,
        text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode in {0, 1}, done.stderr
