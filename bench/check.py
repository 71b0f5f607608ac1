"""How long a check of a district takes, and how much memory: `python bench/check.py`.

60 units of 40 people with some 7,700 documents; first as the build left them, then with every
second one handed in as a file from outside, then with all of them; each cold (no state) and
unchanged. Last four times as many units, for memory.
"""

import shutil
import statistics
import tempfile
from pathlib import Path

from build import PEOPLE, UNITS, build, documents, timed
from campaigns import make

ROUNDS = 3
STATE = ".kiem-tra.sqlite"


def check(data: Path, out: Path) -> tuple[float, float]:
    return timed("-m", "generator", "check", data, "-o", out, "--as-of", "2026-12-01",
                 "--fail-on", "sai-mau")  # fmt: skip


def measured(title: str, data: Path, out: Path) -> None:
    cold, again, memory = [], [], 0.0
    for _ in range(ROUNDS):
        (out / data.name / STATE).unlink(missing_ok=True)
        seconds, first = check(data, out)
        cold.append(seconds)
        seconds, second = check(data, out)
        again.append(seconds)
        memory = max(memory, first, second)
    print(f"{title:34} cold {statistics.median(cold):5.2f} s ({min(cold):.2f}-{max(cold):.2f}), "
          f"unchanged {statistics.median(again):.2f} s, {memory:.0f} MB")  # fmt: skip


def hand_in(data: Path, out: Path, every: int) -> int:
    """Move documents of the build to the files that came in from outside."""
    moved = 0
    for unit in sorted((out / data.name).iterdir()):
        if unit.is_dir():
            received = data / "da-nhan" / unit.name
            received.mkdir(parents=True, exist_ok=True)
            for file in sorted(unit.glob("*.docx"))[::every]:
                shutil.move(file, received / file.name)
                moved += 1
    return moved


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        data, out = work / "quan", work / "ra"
        make(data, UNITS, PEOPLE, 1)
        build(data, out, 2)
        count = documents(out)
        measured(f"{count} built", data, out)
        half = hand_in(data, out, 2)
        measured(f"{count - half} built, {half} received", data, out)
        half += hand_in(data, out, 1)
        measured(f"{half} received", data, out)
        large = work / "lon"
        make(large, UNITS * 4, PEOPLE, 2)
        build(large, out, 2)
        measured(f"{documents(out / large.name)} built", large, out)


if __name__ == "__main__":
    main()
