"""Files of other people, spoilt in every way: no check ends over them, none is without a reason.

`tests/opening/foreign` makes them, the same ones for the same numbers.
"""

import json
import random
import re
import shutil
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from click.testing import CliRunner

from generator.cli import check
from generator.opening.content import UNREAD, Unread, why_unread
from generator.opening.pool import open_files
from tests.opening.foreign.files import foreign_files

SAMPLE = Path(__file__).parents[2] / "data" / "xa-loc-van-2026"
UNITS = ("chi-bo-thon-dong", "chi-bo-thon-tay", "chi-bo-thon-trung")
SEED = 20261128

Said = dict[str, set[str]]
"""The reasons that are told of each file, by its name; «co» where it counts."""


def campaign(folder: Path, numbers: list[int], lot: str) -> Path:
    """The sample with the files dealt out to three of its units, each in a folder `lot`."""
    home = folder / "xa"
    (home / "don-vi").mkdir(parents=True)
    shutil.copy(SAMPLE / "dot.yaml", home)
    for at, unit in enumerate(UNITS):
        shutil.copy(SAMPLE / "don-vi" / f"{unit}.yaml", home / "don-vi")
        foreign_files(home / "da-nhan" / unit / lot, [n for n in numbers if n % 3 == at])
    return home


def checked(home: Path, out: Path, jobs: int) -> Said:
    """Run a check as a clerk does; return what it says of each received file."""
    given = [str(home), "-o", str(out), "--as-of", "2026-12-15", "--format", "json", "--jobs"]
    run = CliRunner().invoke(check.command, [*given, str(jobs)], standalone_mode=False)
    assert run.exception is None
    assert run.return_value in {0, 1}
    return reasons(json.loads(run.stdout))


def reasons(report: dict[str, Any]) -> Said:
    """Read off what is told of each file: its own line, else that of the item it decides."""
    found: Said = {}
    for unit in report["don_vi"]:
        for each in unit["tep_thua"]:
            own = re.sub("^không tính vào mục [^:]*: ", "", each["ly_do"])
            found.setdefault(Path(each["tep"]).name, set()).add(own)
        alone = frozenset(found)
        for item in unit["muc"]:
            for part in item["phan"]:
                for proof in part["chung_cu"]:
                    name = Path(proof["tep"]).name
                    if proof["nguon"] == "nhan" and name not in alone:
                        found.setdefault(name, set()).add(part["ly_do"] or part["ket"])
    return found


def every_file_has_its_reason(numbers: list[int], folder: Path) -> None:
    """Whatever the order in which they are read and the number of processes."""
    first = checked(campaign(folder / "1", numbers, "lo"), folder / "ra1", 2)
    home = folder / "1" / "xa"
    names = {path.name for path in (home / "da-nhan").rglob("*") if path.is_file()}
    assert len(names) == len(numbers)
    assert set(first) == names
    assert all(all(each) for each in first.values())
    for path, seen in open_files((home / "da-nhan").rglob("*.*"), 2, 10):
        told = " ".join(first[path.name])
        assert why_unread(seen) in told or UNREAD[Unread.KIEU_CHU] in told, path.name
    assert checked(home, folder / "ra2", 0) == first
    assert checked(home, folder / "ra1", 1) == first  # from what was kept
    for unit in (home / "da-nhan").iterdir():
        for path in sorted((unit / "lo").iterdir()):
            turned = unit / f"thu muc {chr(ord('z') - crc32(path.name.encode()) % 26)}"
            turned.mkdir(exist_ok=True)
            path.rename(turned / path.name)
    assert checked(home, folder / "ra3", 3) == first


def test_every_foreign_file_is_judged_or_refused_with_a_reason(tmp_path: Path) -> None:
    every_file_has_its_reason(random.Random(SEED).sample(range(1_200), 60), tmp_path)


@pytest.mark.soak
def test_so_is_each_of_a_thousand(tmp_path: Path) -> None:
    every_file_has_its_reason(list(range(1_200)), tmp_path)
