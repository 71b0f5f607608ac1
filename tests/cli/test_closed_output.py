"""What is printed goes to a full disk or to a reader that has left: no bug, and no English."""

import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a full disk at hand")


@needs_full
@pytest.mark.parametrize(
    "given", [["explain", "KD503"], ["schema", "dot"], ["--help"], ["explain"]], ids=" ".join
)
def test_a_full_disk_is_told(given: list[str], tmp_path: Path) -> None:
    with FULL.open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "generator", *given],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=tmp_path,
        )  # fmt: skip
    assert run.returncode == 1
    assert "ổ đĩa đã hết chỗ" in run.stderr
    assert "Traceback" not in run.stderr
    assert "Exception" not in run.stderr


@needs_full
def test_nothing_can_be_told_where_both_are_full() -> None:
    with FULL.open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "generator", "explain"], stdout=full, stderr=full, check=False
        )
    assert run.returncode == 1


def test_a_reader_that_has_seen_enough_is_no_bug() -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "generator", "explain"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert run.stdout is not None
    run.stdout.close()
    _, said = run.communicate()
    assert run.returncode in {0, 1}
    assert said == b""
