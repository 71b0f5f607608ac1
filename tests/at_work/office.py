"""A campaign with units in folders, built once a test, for the tests of a campaign at work."""

import datetime as dt
import os
from pathlib import Path
from typing import Any

from generator.at_work.campaign import AtWork
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.run import run
from tests.papers import unit_data

DAY = dt.date(2026, 12, 20)
NAMES = ("thon-dong", "thon-nam", "thon-tay")


def office(folder: Path, names: tuple[str, ...] = NAMES) -> BuildRequest:
    """Write a campaign with a folder for each unit and a file for each of its persons."""
    campaign = folder / "dot-2026"
    (campaign / "don-vi").mkdir(parents=True)
    unit_data.write(campaign / "dot.yaml", {**unit_data.DOT, "nam": "2026"})
    for name in names:
        add(campaign, name)
    return BuildRequest(campaign, folder / "ra" / "dot-2026")


def add(campaign: Path, name: str) -> Path:
    """Write one unit into a folder of its own; return the folder."""
    made: dict[str, Any] = unit_data.one(2026)
    made["don_vi"] |= {"ma": f"chi-bo-{name}", "ten": f"Chi bộ {name}"}
    people = made.pop("ca_nhan")
    made.pop("xep_loai_lai", None)
    home = campaign / "don-vi" / name
    (home / "ca-nhan").mkdir(parents=True)
    unit_data.write(home / "don-vi.yaml", made)
    for number, person in enumerate(people, 1):
        person |= {"ho_ten": f"{person['ho_ten']} {name}", "loai": "ca-nhan"}
        unit_data.write(home / "ca-nhan" / f"{number:02}.yaml", person)
    return home


def built(request: BuildRequest) -> BuildRequest:
    """Build a campaign; afterwards all its files are older than anything that follows."""
    run([request], here)
    settle(request)
    return request


def settle(request: BuildRequest) -> None:
    """Give every file a time long past, as files have that nobody is working on."""
    for root in (request.campaign, request.root):
        for path in root.rglob("*"):
            if path.is_file():
                found = path.stat()
                os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns - 60 * 10**9))


def at_work(request: BuildRequest) -> AtWork:
    """Open a campaign."""
    return AtWork(request, DAY)


def person_file(request: BuildRequest, name: str = NAMES[0], number: int = 1) -> Path:
    """Return the file of a person."""
    return request.campaign / "don-vi" / name / "ca-nhan" / f"{number:02}.yaml"


def rewrite(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file once or more."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
