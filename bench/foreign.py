"""How long it takes to judge a foreign file that is named as a form: `python bench/foreign.py`.

1,200 files of `tests/opening/foreign`, opened before the clock starts and judged as a person's
review form; processor time, the best of three passes.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ratios import Row, show

from generator.opening.pool import open_files
from generator.received.expected import Expected
from generator.received.judge import judge
from generator.regulations.regimes import regime_for
from tests.opening.foreign.files import foreign_files

FILES, PASSES, SECONDS = 1200, 3, 30
FORM = Expected(2026, regime_for(2026), form="02B", ten="Nguyễn Văn An")


def milliseconds(seen):
    start = time.process_time()
    judge(seen, FORM)
    return (time.process_time() - start) * 1000


def rows() -> list[Row]:
    """Return all rows."""
    with tempfile.TemporaryDirectory() as folder:
        paths = foreign_files(Path(folder), range(FILES))
        contents = [seen for _, seen in open_files(iter(paths), 2, SECONDS)]
    # What is remembered of a text is forgotten between passes: each holds more than is kept.
    passes = [[milliseconds(seen) for seen in contents] for _ in range(PASSES)]
    best = sorted(map(min, zip(*passes, strict=True)))
    mean, first = statistics.mean(best), max(passes[0])
    print(f"{FILES} files: mean {mean:.2f} ms, 99 % within {best[-FILES // 100]:.1f}, "
          f"slowest {best[-1]:.1f} (in the first pass {first:.1f})")  # fmt: skip

    against = "the mean of such files"
    return [
        Row("judging a foreign file: slowest of a hundred", against, [best[-FILES // 100] / mean]),
        Row("judging a foreign file: slowest of all", against, [best[-1] / mean]),
    ]


def main() -> None:
    show(rows())


if __name__ == "__main__":
    main()
