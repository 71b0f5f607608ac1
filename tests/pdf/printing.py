"""Who can print here, a small campaign that is built, programs in the place of LibreOffice."""

import os
import stat
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.run import run
from generator.pdf.office import libreoffice
from tests.building import big

REQUIRED = os.environ.get("KIEMDIEM_REQUIRE_ALL") == "1"
needs_office = pytest.mark.skipif(
    not REQUIRED and libreoffice() is None, reason="needs LibreOffice"
)


def built(home: Path, units: int = 1, people: int = 2) -> BuildRequest:
    """A campaign of people who do not exist, with its Word files."""
    request = BuildRequest(big.campaign(home / "xa", units, people), home / "output" / "xa")
    assert run([request], here).made > 10
    return request


def pages(pdf: Path) -> list[str]:
    """The text of each page, every run of blanks as one."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(pdf).pages]


def files(folder: Path) -> dict[str, tuple[int, str]]:
    """Every PDF below a folder with its time and the digest of its bytes."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mtime_ns,
            sha256(path.read_bytes()).hexdigest(),
        )
        for path in sorted(folder.rglob("*.pdf"))
    }


FAKE = """#!{python}
import hashlib, os, subprocess, sys, time
from pathlib import Path

where = sys.argv.index("--outdir") + 1
out, names = Path(sys.argv[where]), sys.argv[where + 1:]
rules = dict(line.split() for line in Path({rules!r}).read_text().splitlines())
with open({log!r}, "a") as log:
    log.write(f"{{os.getpid()}} {{len(names)}} {{sys.argv[1]}}\\n")
for name in names:
    data = Path(name).read_bytes()
    rule = rules.get(hashlib.sha256(data).hexdigest(), "")
    if rule == "hang":
        child = subprocess.Popen(["sleep", "300"])
        with open({log!r}, "a") as log:
            log.write(f"{{child.pid}} 0 child\\n")
        time.sleep(300)
    if rule == "die":
        os._exit(9)
    if rule == "skip":
        continue
    if rule == "half":
        (out / name).with_suffix(".pdf").write_bytes(b"%PDF-1.7 and no end")
        continue
    {convert}
"""
PLAIN = """(out / name).with_suffix(".pdf").write_bytes(b"%PDF-1.7\\n" + data + b"\\n%%EOF\\n")"""
REAL = """subprocess.run([{office!r}, *sys.argv[1:where + 1], name], check=True, capture_output=True)"""


class Fake:
    """A program in the place of LibreOffice; `rules` say what it does with some files."""

    def __init__(self, home: Path, *, real: bool = False) -> None:
        self.path, self.log, self.rules = home / "soffice", home / "log", home / "rules"
        self.rules.write_text("")
        convert = REAL.format(office=str(libreoffice())) if real else PLAIN
        text = FAKE.format(
            python=sys.executable, rules=str(self.rules), log=str(self.log), convert=convert
        )
        self.path.write_text(text, "utf-8")
        self.path.chmod(self.path.stat().st_mode | stat.S_IXUSR)

    def let(self, rule: str, *files: Path) -> None:
        """Do so with these files: `hang`, `die`, `skip` them, or leave `half` a PDF."""
        with self.rules.open("a") as rules:
            for file in files:
                rules.write(f"{sha256(file.read_bytes()).hexdigest()} {rule}\n")

    def calls(self) -> Iterator[tuple[int, int, str]]:
        """Each call: its process, how many files, where its settings are."""
        for line in self.log.read_text().splitlines() if self.log.exists() else ():
            process, number, profile = line.split(maxsplit=2)
            if profile != "child":
                yield int(process), int(number), profile

    def left(self) -> list[int]:
        """The processes that are still there a moment later: a kill takes one."""
        until = time.monotonic() + 5
        while self.alive() and time.monotonic() < until:
            time.sleep(0.02)
        return self.alive()

    def alive(self) -> list[int]:
        """The processes that it started and that still run."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [number for number in (int(line.split()[0]) for line in lines) if runs(number)]


def runs(process: int) -> bool:
    """Whether a process is there and no corpse."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
