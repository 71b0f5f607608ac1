"""What reading returned forms costs, beside `check` of the same files: `python bench/forms.py`.

60 units of 40 people, each of whom sent a Mẫu 02B in another habit. All are read, what is sure is
written, and they are read again, when nothing is left to write; memory is that of the command and
its workers together.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ratios import Row, show

from tests.returned.many import sent

UNITS, PEOPLE = 60, 40


def run(*words: str) -> tuple[float, str]:
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words], check=False, capture_output=True, text=True,
        cwd=ROOT,
    )  # fmt: skip
    return time.perf_counter() - begin, done.stdout + done.stderr


def rows() -> list[Row]:
    """Return all rows."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "dot"
        count = UNITS * PEOPLE
        data = str(sent(folder, UNITS, PEOPLE))
        measure, _ = run("check", data, "-o", str(Path(home) / "ra"))
        took = [("read, 2 processes", *run("forms", "read", data, "--yes", "--jobs", "2"))]
        took.append(("read again", *run("forms", "read", data, "--yes", "--jobs", "2")))
        assert "Đã ghi" in took[0][2]
        assert "Đã ghi" not in took[1][2]
        for each in took[0][2].splitlines():
            if each.startswith(("2400", "  Ghi", "  Phải xem", "  Như")) or "tệp: đọc" in each:
                print(each)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"check of the same {count} files {measure:.1f} s; forms:",
              *(f"{title} {each:.1f} s," for title, each, _ in took),
              f"largest process {memory:.0f} MB")  # fmt: skip
    against = "check of the same files"
    return [Row(f"forms {title}", against, [each / measure]) for title, each, _ in took]


def main() -> None:
    show(rows())


if __name__ == "__main__":
    main()
