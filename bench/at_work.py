"""What a campaign at work costs, beside a check of the command line: `python bench/at_work.py`.

60 and 240 units of 40 people, built. One warm process: a field of a person is set, then the unit's
problems, papers and verdicts are asked for (20 times, in units and fields of their own); then the
board of all units, unchanged. The cold check of the whole campaign in the same run is the measure.
"""

import datetime as dt
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from build import PEOPLE, UNITS, build
from campaigns import make
from check import STATE, check

DAY = dt.date(2026, 12, 1)
TIMES = 20


def asked(data: Path, root: Path) -> None:
    """Measure in this process, which did nothing else before."""
    from generator.at_work.campaign import AtWork
    from generator.at_work.papers import OLD
    from generator.building.folders import BuildRequest

    begin = time.perf_counter()
    with AtWork(BuildRequest(data, root), DAY) as work:
        names = [each.thu_muc for each in work.units()]
        work.unit(names[0])
        first_unit = time.perf_counter() - begin
        edits, old = [], 0
        for number in range(TIMES):
            name = names[1 + number % 2]
            work.unit(name)
            file = sorted((data / "don-vi" / name / "ca-nhan").iterdir())[number]
            text = file.read_text("utf-8")
            start = time.perf_counter()
            day = f"ngay_sinh: {1 + number:02}/03/1979"
            file.write_text(re.sub("^ngay_sinh: .*", day, text, flags=re.MULTILINE), "utf-8")
            seen = work.unit(name)
            edits.append(time.perf_counter() - start)
            old += sum(each.state in OLD for each in seen.papers if each.soan_duoc)
            file.write_text(text, "utf-8")
        start = time.perf_counter()
        work.board()
        first_board = time.perf_counter() - start
        boards = []
        for _ in range(TIMES):
            start = time.perf_counter()
            work.board()
            boards.append(time.perf_counter() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(statistics.median(edits), statistics.median(boards), first_unit, first_board, memory, old)


def measured(work: Path, units: int) -> float:
    data, out = work / f"dot-{units}", work / "ra"
    make(data, units, PEOPLE, 3)
    build(data, out, 2)
    (out / data.name / STATE).unlink(missing_ok=True)
    cold, _ = check(data, out)
    command = [sys.executable, __file__, str(data), str(out / data.name)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    edit, board, first_unit, first_board, memory, old = map(float, told)
    print(f"{units} units: check cold {cold:.2f} s, {memory:.0f} MB")
    print(f"  first unit {first_unit:.2f} s, first board {first_board:.2f} s")
    print(f"  a field set, its unit asked: {edit * 1000:.0f} ms, {edit / cold:.3f} of the check, "
          f"{old / TIMES:.0f} papers old each")  # fmt: skip
    print(f"  board unchanged: {board * 1000:.0f} ms, {board / cold:.3f} of the check")
    return edit


def main() -> None:
    if len(sys.argv) > 1:
        asked(*map(Path, sys.argv[1:]))
        return
    with tempfile.TemporaryDirectory() as folder:
        one, four = (measured(Path(folder), units) for units in (UNITS, UNITS * 4))
        print(f"a unit of {UNITS * 4} costs {four / one:.2f} times one of {UNITS}")


if __name__ == "__main__":
    main()
