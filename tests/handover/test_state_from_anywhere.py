"""Whatever stands in the state files: nothing outside of the output folder is touched or packed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.engine.archive import archive, entry, prefix
from tests.cli.run import kiemdiem
from tests.dossier.city import city
from tests.received.corpus import assets, typed

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A campaign of one unit, built and checked, and files of others beside it."""
    data, out = city(tmp_path / "dot", complete=(1,)), tmp_path / "ra"
    for each in (data / "don-vi").iterdir():
        if each.stem != "don-vi-01":
            shutil.rmtree(each) if each.is_dir() else each.unlink()
    received = data / "da-nhan" / "don-vi-01"
    received.mkdir(parents=True)
    typed(*assets("Nguyễn Văn A"))(received / "1.2 Nguyễn Văn A.docx")
    others = tmp_path / "ngoai"
    others.mkdir()
    # As the program itself would have made it, so that nothing but its place protects it.
    sealed = archive(prefix(()), [entry("word/document.xml", b"CUA NGUOI KHAC")])
    for name in ("cua-nguoi-khac.docx", "cua-nguoi-khac.sqlite"):
        (others / name).write_bytes(sealed)
    assert kiemdiem("build", str(data), "-o", str(out), "--quiet", "--jobs", "1").returncode in (
        0,
        1,
    )
    kiemdiem("check", str(data), "-o", str(out), "--as-of", "06/12/2024", "--jobs", "1")
    shutil.copytree(out, tmp_path / "mau-ra")
    return tmp_path


@pytest.mark.parametrize(
    "count", [12, pytest.param(500, marks=pytest.mark.soak)], ids=["some", "five hundred"]
)
def test_nothing_in_the_state_reaches_outside_or_ends_the_program(home: Path, count: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.handover.watched", str(home), "0", str(count)],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == count
    assert [each for each in told if set(each["codes"]) - {0, 1}] == []
    assert [each for each in told if each["touched"] or each["packed"] or not each["others"]] == []
    print(f"{count} states, slowest {max(each['seconds'] for each in told)} s")
