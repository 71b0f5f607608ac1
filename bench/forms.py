"""What reading returned forms costs, beside `check` of the same files: `python bench/forms.py`.

60 units of 40 people, each of whom sent a Mẫu 02B in another habit. All are read, what is sure is
written, and they are read again, when nothing is left to write; memory is that of the command and
its workers together.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.papers import unit_data
from tests.returned.answers import answered
from tests.returned.blanks import MEMBER, YEARS, blanks
from tests.returned.habits import HABITS, Habit
from tests.returned.word import opened, saved

UNITS, PEOPLE = 60, 40
EDITION = "02B/2025"
YEAR = YEARS["2025"]


def name(number: int) -> str:
    families = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
    middles = ("Văn", "Thị", "Đức", "Hồng", "Minh", "Quang")
    given = ("An", "Bình", "Cường", "Dung", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nam", "Oanh")
    return " ".join((families[number % 10], middles[number // 10 % 6], given[number // 60 % 11],
                     given[number // 660 % 11]))  # fmt: skip


def unit(number: int) -> dict[str, Any]:
    head = {**unit_data.UNIT, "ma": f"chi-bo-{number}", "ten": f"Chi bộ thôn {number}"}
    people = [
        {"ho_ten": name(number * PEOPLE + each), "ngay_sinh": "05/02/1980", "vai_tro": MEMBER}
        for each in range(PEOPLE)
    ]
    return {"loai": "don-vi", "don_vi": head, "ky": unit_data.SIGNER, "ca_nhan": people}


def usual() -> list[Habit]:
    return [each for each in HABITS.values() if each.kind == "usual" and not each.through
            and each.suits(blanks()[EDITION])]  # fmt: skip


def sent(folder: Path) -> int:
    """Write the campaign with its forms; return how many."""
    habits, blank = usual(), blanks()[EDITION]
    chance = random.Random(1)
    unit_data.campaign(folder, YEAR, unit(0))
    first = next((folder / "don-vi").iterdir())
    first.unlink()
    for number in range(UNITS):
        (folder / "don-vi" / f"chi-bo-{number}.yaml").write_text(
            json.dumps(unit(number), ensure_ascii=False), "utf-8"
        )
        home = folder / "da-nhan" / f"chi-bo-{number}"
        home.mkdir(parents=True)
        for each in range(PEOPLE):
            seed = chance.randrange(10**6)
            habit = habits[(number * PEOPLE + each) % len(habits)]
            data = habit.written(blank.data, answered(blank, seed), seed)
            who = name(number * PEOPLE + each)
            (home / f"02B {each}.docx").write_bytes(renamed(data, blank.subject, who))
    return UNITS * PEOPLE


def renamed(data: bytes, old: str, new: str) -> bytes:
    docx = opened(data)
    for each in docx.body.iter("{*}t"):
        each.text = (each.text or "").replace(old, new).replace(old.replace(" ", "\u00a0"), new)
    return saved(docx)


def run(*words: str) -> tuple[float, str]:
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words], check=False, capture_output=True, text=True,
        cwd=ROOT,
    )  # fmt: skip
    return time.perf_counter() - begin, done.stdout + done.stderr


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "dot"
        count = sent(folder)
        data = str(folder)
        measure, _ = run("check", data, "-o", str(Path(home) / "ra"))
        rows = [("read, 2 processes", *run("forms", "read", data, "--yes", "--jobs", "2"))]
        rows.append(("read again", *run("forms", "read", data, "--yes", "--jobs", "2")))
        assert "Đã ghi" in rows[0][2]
        assert "Đã ghi" not in rows[1][2]
        for each in rows[0][2].splitlines():
            if each.startswith(("2400", "  Ghi", "  Phải xem", "  Như")) or "tệp: đọc" in each:
                print(each)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{'check of the same ' + str(count) + ' files':40} {measure:6.1f} s")
        for title, time_, _ in rows:
            print(f"{title:40} {time_:6.1f} s   {time_ / measure:4.2f} times check")
        print(f"largest process {memory:.0f} MB")


if __name__ == "__main__":
    main()
