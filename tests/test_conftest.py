"""What holds for all tests: an order that a seed decides, no deadline, nothing skipped."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[1]
ONE = "\n".join(f"def test_{name}(): pass" for name in "abcdefgh")
SKIPPED = """
import pytest
@pytest.mark.skip(reason="no program")
def test_a(): pass
@pytest.mark.xfail(strict=True)
def test_b(): assert False
def test_c(): pytest.skip("no file")
"""


def run(folder: Path, *options: str, **settings: str) -> str:
    """Run the tests of a folder under our conftest; return what is said."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider",
         f"--rootdir={folder}", *options, str(folder)],
        cwd=folder, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
    )  # fmt: skip
    return done.stdout


def order(folder: Path, *options: str) -> list[str]:
    said = run(folder, "--collect-only", "-q", *options)
    return [line for line in said.splitlines() if "::" in line]


@given(st.just(3))
@settings(max_examples=1)
def test_a_property_may_take_as_long_as_the_machine_does(count: int) -> None:
    time.sleep(count / 10)  # the deadline that hypothesis sets is 0.2


def test_a_seed_brings_files_and_tests_into_an_order_that_can_be_repeated(tmp_path: Path) -> None:
    for name in "xyz":
        (tmp_path / f"test_{name}.py").write_text(ONE, "utf-8")
    written = order(tmp_path)
    assert written == sorted(written)
    one, again, other = (order(tmp_path, f"--shuffle={seed}") for seed in (1, 1, 2))
    assert one == again
    assert sorted(one) == sorted(other) == written
    files = [[line.split("::")[0] for line in each] for each in (one, other)]
    assert [len({*each[:8]}) for each in files] == [1, 1], "a file stays together"
    assert len({tuple(each) for each in (written, one, other)}) == 3


def test_the_longest_come_first_whatever_the_seed(tmp_path: Path) -> None:
    for name in ("a", "windows", "browser", "z"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"test_{name}.py").write_text(ONE, "utf-8")
    for seed in (1, 2):
        rooms = [line.split("/")[0] for line in order(tmp_path, f"--shuffle={seed}")]
        assert rooms[:16] == ["windows"] * 8 + ["browser"] * 8


@pytest.mark.parametrize(
    ("required", "told"), [("1", "1 failed, 1 xfailed, 1 error"), ("", "2 skipped, 1 xfailed")]
)
def test_where_everything_is_required_a_skipped_test_fails(
    tmp_path: Path, required: str, told: str
) -> None:
    (tmp_path / "test_x.py").write_text(SKIPPED, "utf-8")
    assert told in run(tmp_path, KIEMDIEM_REQUIRE_ALL=required)
