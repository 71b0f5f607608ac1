"""What Excel out and in costs, beside `validate` of the same campaign: `python bench/excel.py`.

60 units of 40 people: eight lists, some 12,300 rows. The lists go out; 300 of their cells are
changed, 40 of these wrongly; the command looks into the workbook and shows what would change, and
the marked copy is made. A superior's sheet with a row for each person is filled.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook, load_workbook
from ratios import Row, show

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.sheets.campaigns import Clerk, written

UNITS, PEOPLE, EDITS, WRONG = 60, 40, 300, 40


def seconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def command(*words: str) -> Callable[[], object]:
    return lambda: subprocess.run(
        [sys.executable, "-m", "generator", *words], check=False, capture_output=True, cwd=ROOT
    )


def edited(book: Path) -> None:
    clerk = Clerk(book)
    chance = random.Random(1)
    for number, row in enumerate(chance.sample(range(2, 2 + UNITS * PEOPLE), EDITS)):
        wrong = number < WRONG
        head = "Ngày vào Đảng" if wrong else "Chức vụ đoàn thể"
        clerk.write("Cá nhân", row, head, "31/02/2010" if wrong else f"Chi hội trưởng {number}")
    clerk.saved()


def superior(path: Path) -> Path:
    book = Workbook()
    for row in (
        ["{%tr for p in ca_nhan %}"],
        ["{{ loop.index }}", "{{ p.ho_ten }}", "{{ p.ngay_sinh }}", "{{ p.xep_loai.chi_bo }}"],
        ["{%tr endfor %}"],
        ["", "=COUNTA(B2:B2)"],
    ):
        book.active.append(row)
    book.save(path)
    return path


def rows() -> list[Row]:
    """Return all rows."""
    with tempfile.TemporaryDirectory() as home:
        folder, book = written(Path(home) / "dot", UNITS, PEOPLE), Path(home) / "bang.xlsx"
        data, sheet = str(folder), str(superior(Path(home) / "bieu.xlsx"))
        measure = seconds(command("validate", data))
        look = command("excel", "import", data, str(book), "--dry-run")
        took = [("out", seconds(command("excel", "export", data, "-o", str(book))))]
        took.append(("in, untouched", seconds(look)))
        edited(book)
        took.append((f"in, {EDITS} edits, {WRONG} wrong, looked at", seconds(look)))
        write = command("excel", "import", data, str(book), "--yes")
        took.append(("the same, written and marked", seconds(write)))
        took.append(("a superior's sheet filled", seconds(command("excel", "fill", data, sheet))))
        marked = load_workbook(book.with_name("bang (vướng mắc).xlsx"))["Vướng mắc"]
        assert marked.max_row == WRONG + 1
    print(f"validate {measure:.2f} s; Excel:", *(f"{name} {each:.2f} s" for name, each in took))
    return [Row(f"Excel {name}", "validate", [each / measure]) for name, each in took]


def main() -> None:
    show(rows())


if __name__ == "__main__":
    main()
