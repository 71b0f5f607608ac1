"""An import that is killed at any moment leaves every file as it was, or all as they should be."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.editing.applying import recovered
from tests.sheets.campaigns import Clerk, given_out, read, written

UNITS, PEOPLE = 8, 3


def contents(folder: Path) -> dict[str, str]:
    return {each.name: each.read_text("utf-8") for each in sorted(folder.glob("don-vi/*.yaml"))}


def command(folder: Path, file: Path) -> list[str]:
    return [sys.executable, "-m", "generator", "excel", "import", str(folder), str(file), "--yes"]


def edited(folder: Path, home: Path) -> Path:
    """Return a workbook with a change in every unit."""
    clerk = Clerk(given_out(folder, home / "bang.xlsx"))
    for unit in range(1, UNITS + 1):
        clerk.write(
            "Cá nhân", 2 + (unit - 1) * PEOPLE, "Chức vụ đoàn thể", f"Chi hội trưởng {unit}"
        )
    return clerk.saved()


def killed(folder: Path, file: Path, after: float) -> None:
    process = subprocess.Popen(
        command(folder, file), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
    process.wait()


def all_or_nothing(home: Path, kills: int, seed: int) -> set[bool]:
    """Kill imports; return which ends were seen: nothing written, everything written."""
    whole = written(home / "dot", UNITS, PEOPLE)
    before = contents(whole)
    file = edited(whole, home)
    began = time.monotonic()
    shutil.copytree(whole, home / "thu")
    subprocess.run(command(home / "thu", file), check=True, capture_output=True)
    long, after = time.monotonic() - began, contents(home / "thu")
    assert sum(before[each] != after[each] for each in before) == UNITS
    chance = random.Random(seed)
    seen: set[bool] = set()
    for number in range(kills):
        folder = home / f"lan-{number}"
        shutil.copytree(whole, folder)
        # Most moments fall where it writes: the last third of its time.
        killed(folder, file, long * chance.uniform(0.6, 1.05))
        recovered(folder)
        found = contents(folder)
        assert found in (before, after)
        seen.add(found == after)
        assert read(folder).problems == ()
        shutil.rmtree(folder, ignore_errors=True)
    return seen


def test_a_killed_import_changes_all_of_its_files_or_none(tmp_path: Path) -> None:
    assert all_or_nothing(tmp_path, 5, seed=1)


@pytest.mark.soak
def test_an_import_killed_at_a_hundred_moments(tmp_path: Path) -> None:
    assert all_or_nothing(tmp_path, 100, seed=2) == {True, False}
