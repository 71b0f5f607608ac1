"""What a check of a district costs, held against an older commit: `python bench/check.py`.

60 units of 40 people with some 7,700 documents; first as the build left them, then with every
second one handed in as a file from outside, then with all of them; each cold (no state), by this
program and the older one in turn, then unchanged. Last four times as many units, for memory.
"""

import shutil
import statistics
import tempfile
from operator import truediv
from pathlib import Path

from build import PEOPLE, ROOT, UNITS, build, documents, timed
from campaigns import make
from ratios import AGAINST, Row, older, show

ROUNDS = 3
STATE = ".kiem-tra.sqlite"


def check(data: Path, out: Path, program: Path = ROOT) -> tuple[float, float]:
    words = ("check", data, "-o", out, "--as-of", "2026-12-01", "--fail-on", "sai-mau")
    return timed("-m", "generator", *words, program=program)


def cold(data: Path, out: Path, program: Path = ROOT) -> tuple[float, float]:
    (out / data.name / STATE).unlink(missing_ok=True)
    return check(data, out, program)


def measured(what: str, data: Path, out: Path, before: Path, limit: str = "") -> list[Row]:
    took: dict[Path, list[float]] = {ROOT: [], before: []}
    for program in took:
        check(data, out, program)  # compiles the modules
    for _ in range(ROUNDS):
        for program, found in took.items():
            found.append(cold(data, out, program)[0])
    same = [[check(data, out)[0] for _ in range(2)][1] for _ in range(ROUNDS)]
    first, again = statistics.median(took[ROOT]), statistics.median(same)
    print(f"{what}: cold {first:.2f} s, before {statistics.median(took[before]):.2f} s, "
          f"unchanged {again:.2f} s", flush=True)  # fmt: skip
    ratios = list(map(truediv, took[ROOT], took[before]))
    return [
        Row(f"check, cold, {what}", f"the same at {AGAINST}", ratios, limit),
        Row(f"check, unchanged, {what}", "cold", [each / first for each in same]),
    ]


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


def rows() -> list[Row]:
    """Return all rows."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        before = older(AGAINST, work)
        data, out = work / "quan", work / "ra"
        make(data, UNITS, PEOPLE, 1)
        build(data, out, 2)
        count = documents(out)
        made = measured(f"{count} built", data, out, before)
        half = hand_in(data, out, 2)
        made += measured(f"{count - half} built, {half} received", data, out, before)
        half += hand_in(data, out, 1)
        made += measured(f"{half} received", data, out, before, "≤ 0.33")
        one = [cold(data, out)[1] for _ in range(ROUNDS)]
        large, large_out = work / "lon", work / "ra-lon"
        make(large, UNITS * 4, PEOPLE, 1)
        build(large, large_out, 2)
        hand_in(large, large_out, 1)
        four = [cold(large, large_out)[1] for _ in range(ROUNDS)]
        print(f"memory: {max(one):.0f} MB, four times the units {max(four):.0f} MB")
        ratios = list(map(truediv, four, one))
        return [*made, Row("memory of a check of four times the units", "once", ratios, "≤ 1.1")]


def main() -> None:
    show(rows())


if __name__ == "__main__":
    main()
