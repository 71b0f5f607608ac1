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
from check import cold
from ratios import Row, show

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


def measured(work: Path, units: int) -> tuple[float, list[Row]]:
    data, out = work / f"dot-{units}", work / "ra"
    make(data, units, PEOPLE, 3)
    build(data, out, 2)
    whole, _ = cold(data, out)
    command = [sys.executable, __file__, str(data), str(out / data.name)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    edit, board, first_unit, first_board, memory, old = map(float, told)
    print(f"{units} units: check cold {whole:.2f} s; first unit {first_unit:.2f} s, first board "
          f"{first_board:.2f} s; a field set, its unit asked {edit * 1000:.0f} ms, "
          f"{old / TIMES:.0f} papers old each; board unchanged {board * 1000:.0f} ms; "
          f"{memory:.0f} MB")  # fmt: skip
    against = f"cold check of {units} units"
    return edit, [
        Row("at work: a field set, its unit asked", against, [edit / whole]),
        Row("at work: board, unchanged", against, [board / whole]),
    ]


def rows() -> list[Row]:
    """Return all rows."""
    with tempfile.TemporaryDirectory() as folder:
        one, made = measured(Path(folder), UNITS)
        four, more = measured(Path(folder), UNITS * 4)
    what = f"at work: a unit of {UNITS * 4}"
    return [*made, *more, Row(what, f"a unit of {UNITS}", [four / one], "≤ 1.5")]


def main() -> None:
    if len(sys.argv) > 1:
        asked(*map(Path, sys.argv[1:]))
    else:
        show(rows())


if __name__ == "__main__":
    main()
