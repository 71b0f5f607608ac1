"""A clerk's day on Windows, from the zip to the pack of a unit; and the same on this machine."""

import re
import shutil
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.setup.home import SAMPLE
from tests.desk.browser_of_a_process import Browser
from tests.windows.wine import SECONDS, Ran, Windows, ended, windows

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS, USER = "Phần mềm cơ quan", "Nguyễn Thị Hồng Hạnh"
"""Folders with blanks and Vietnamese letters: where the program is, and the user's."""

FIRST: dict[str, tuple[str, ...]] = {
    "version": ("--version",),
    "doctor": ("doctor",),
    "start": ("start",),
    "where": ("start", "--folder"),
}
"""What is typed on Windows before there is any data."""

DATE = "20/12/2026"
STEPS: dict[str, tuple[str, ...]] = {
    "demo": ("demo",),
    "build": ("build", "xem-thu", "--quiet", "--jobs", "1"),
    "build again": ("build", "xem-thu", "--quiet", "--jobs", "1"),
    "check": ("check", "xem-thu", "--jobs", "1", "--as-of", DATE, "--format", "json"),
    "pack": ("pack", "xem-thu", "dang-uy-xa", "--as-of", DATE, "--incomplete"),
    "verify": ("verify", "output/xem-thu/nop/dang-uy-xa.zip"),
}
"""What is typed there as here, one after another, in the folder of the data.

In one process: the executors of Python wake each other by empty messages, and wine 8 loses some of
those, so that now and then a pool of processes waits for ever. Received files are opened in processes
of their own all the same, and `tests/building/test_spawned.py` builds as Windows does.
"""

PAGE = "/dot/xem-thu"
PLANS = (("a1.yaml", "a2.yaml", "a3.yaml"), ("b1.yaml", "b2.yaml", "b3.yaml"))
"""Plans without a number, for which two clerks take numbers at once."""


UNIT, NEW = "chi-bo-co-quan-dang", ("giữ nền nếp sinh hoạt", "giữ nếp sinh hoạt")
"""The unit that is built again while its report is open in Word, and what is changed in its data."""

KEPT = frozenset({UNIT, "chi-bo-thon-tay", "chi-bo-tram-y-te", "chi-bo-ubnd", "dang-uy-xa"})
"""The units that are left in the campaign: of each way to lay one out, with every kind of paper.

A wine takes several times as long as this machine. For the same reason «demo» does without the sample
of which that campaign is a copy.
"""


class Day(NamedTuple):
    """What came of each step there and here, of two clerks, and the digest of every file."""

    there: dict[str, Ran]
    here: dict[str, Ran]
    clerks: list[Ran]
    numbers: list[str]
    files_there: dict[str, str]
    files_here: dict[str, str]
    page: "Paged"
    evening: "Evening"


class Paged(NamedTuple):
    """What the desk answered there: the board, a save, the file after it, how it was closed."""

    board: str
    saved: int
    file: str
    code: int


class Evening(NamedTuple):
    """What came of what goes wrong on Windows, and the names in a folder while and after."""

    ran: dict[str, Ran]
    while_open: list[str]
    at_last: list[str]


def spent(package: Path, home: Path) -> Day:
    """Spend the day in an empty folder."""
    user, here = home / USER, home / "here"
    user.mkdir(parents=True)
    with windows(user) as machine:
        programs = machine.drive / PROGRAMS
        with zipfile.ZipFile(package) as archive:
            archive.extractall(programs)
        (program,) = programs.iterdir()
        # As in the window that «Gõ lệnh.cmd» opens.
        machine.environment["WINEPATH"] = f"C:\\{PROGRAMS}\\{program.name}"
        typed = ("cmd", "/c", "kiemdiem")
        there = {name: machine.run(*typed, *words, cwd=user) for name, words in FIRST.items()}
        data = Path(there["where"].out.strip().replace("\\", "/").removeprefix("Z:"))
        _shortened(data / "xem-thu" / "don-vi")
        shutil.rmtree(program / "lib" / "generator" / "_shipped" / "data" / SAMPLE)
        shutil.copytree(data / "xem-thu", here / "xem-thu")
        there |= {name: machine.run(*typed, *words, cwd=data) for name, words in STEPS.items()}
        files = digests(data)
        clerks, numbers = _numbered(machine, typed, data)
        page = _on_the_page(machine, typed, data)
        evening = _gone_wrong(machine, program / "python", data)
    done_here = {name: typed_here(here, words) for name, words in STEPS.items()}
    shutil.rmtree(here / "output" / SAMPLE)
    return Day(there, done_here, clerks, numbers, files, digests(here), page, evening)


def _shortened(units: Path) -> None:
    for each in units.iterdir():
        if each.stem not in KEPT:
            each.unlink()


def _numbered(machine: Windows, typed: tuple[str, ...], data: Path) -> tuple[list[Ran], list[str]]:
    plan = (data / "xem-thu" / "ke-hoach.yaml").read_text("utf-8")
    plan = re.sub(r"^so: \d+\n", "", plan, flags=re.MULTILINE)
    folder = data / "xem-thu"
    for name in (*PLANS[0], *PLANS[1]):
        (folder / name).write_text(plan, "utf-8")
    running = [
        machine.begin(*typed, "number", "take", *(f"xem-thu/{each}" for each in names), cwd=data)
        for names in PLANS
    ]
    clerks = [ended(each) for each in running]
    texts = [(folder / name).read_text("utf-8") for names in PLANS for name in names]
    return clerks, [
        each for text in texts for each in re.findall(r"^so: (\d+)", text, re.MULTILINE)
    ]


def _on_the_page(machine: Windows, typed: tuple[str, ...], data: Path) -> Paged:
    """Open the desk as the double click does, look at the board, save a field, close it."""
    process = machine.begin(*typed, "open", "--no-browser", "--as-of", DATE, cwd=data)
    assert process.stdout is not None
    browser = Browser(process.stdout.readline().decode().strip())
    _, board = browser.ask("GET", f"{PAGE}/bang/phan")
    file = f"don-vi/{UNIT}.yaml"
    form = browser.form(f"{PAGE}/cho?tep={file}&muc=don_vi")
    saved, _ = browser.ask("POST", f"{PAGE}/cho/ghi", **form, **{"v:don_vi.ky_hieu": "CBX"})
    browser.ask("POST", f"{PAGE}/dong")
    text = (data / "xem-thu" / file).read_text("utf-8")
    return Paged(board, saved, text, ended(process).code)


def _gone_wrong(machine: Windows, python: Path, data: Path) -> Evening:
    probe = (str(python / "python.exe"), "-X", "utf8", str(Path(__file__).with_name("probes.py")))
    build = ("build", "xem-thu", "-o", "tam", "--only", UNIT, "--quiet", "--jobs", "1")
    ran = {
        "limited": machine.run(*probe, "limited", cwd=data),
        "pressed": machine.run(*probe, "pressed", *build, cwd=data),
        "went on": machine.run(*probe, "called", *build, cwd=data),
        "unseen": machine.run(*probe, "unseen", "explain", "KD503", cwd=data),
    }
    folder = data / "tam" / "xem-thu" / UNIT
    held = next(folder.glob("1 - Báo cáo*.docx"))
    (folder / f"~${held.name[2:]}").write_bytes(bytes(162))  # as Word marks what it has open
    unit = data / "xem-thu" / "don-vi" / f"{UNIT}.yaml"
    unit.write_text(unit.read_text("utf-8").replace(*NEW), "utf-8")
    word = machine.begin(*probe, "hold", str(held.relative_to(data)), cwd=data)
    assert word.stdout is not None
    assert word.stdout.readline().startswith(b"held")
    ran["open in Word"] = machine.run(*probe, "called", *build, cwd=data)
    while_open = sorted(each.name for each in folder.iterdir())
    ran["closed"] = ended(word)
    ran["again"] = machine.run(*probe, "called", *build, cwd=data)
    return Evening(ran, while_open, sorted(each.name for each in folder.iterdir()))


def typed_here(folder: Path, words: tuple[str, ...]) -> Ran:
    """The same on this machine, with the packer that Windows has: the one of Python."""
    without = folder.parent / "without"
    without.mkdir(exist_ok=True)
    (without / "isal.py").write_text("raise ImportError\n")
    environment = {
        "PYTHONPATH": f"{without}:{ROOT}", "HOME": str(folder), "LC_ALL": "C.UTF-8",
        "XDG_CACHE_HOME": str(folder.with_name(f"{folder.name}-bo-nho")),
        "PATH": "/usr/bin:/bin",
    }  # fmt: skip
    run = subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=SECONDS,
    )  # fmt: skip
    return Ran(run.returncode, run.stdout, run.stderr)


def digests(folder: Path) -> dict[str, str]:
    """The digest of every file below a folder, but those of the program's own memory."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".sqlite" not in path.name
    }
