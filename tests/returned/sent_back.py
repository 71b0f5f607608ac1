"""A campaign whose people send their forms back, in a folder as a clerk has it."""

import random
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.returned.answers import answered
from tests.returned.blanks import Blank, blanks, campaign
from tests.returned.hand import Hand, filled

YEAR = 2026
UNIT = "chi-bo-thon-dong"
FORM = "02B/2025"
PERSON = "Trần Thị Hoà"


def folder_with(home: Path, forms: Mapping[str, bytes]) -> Path:
    """Write the campaign and put files into the folder of its unit."""
    folder = campaign(home, YEAR)
    received = folder / "da-nhan" / UNIT
    received.mkdir(parents=True)
    for name, data in forms.items():
        (received / name).write_bytes(data)
    return folder


def form(edition: str = FORM, seed: int = 1, **more: str) -> bytes:
    """A form that somebody filled in; `more` are answers other than those of the seed."""
    blank = blanks()[edition]
    return filled(blank, said(edition, seed, **more), Hand(), random.Random(seed))


def said(edition: str = FORM, seed: int = 1, **more: str) -> dict[str, str]:
    """What such a form says; an empty answer leaves the place blank."""
    truth = {
        **answered(blanks()[edition], seed),
        **{key.replace("__", "."): each for key, each in more.items()},
    }
    return {path: value for path, value in truth.items() if value}


def data_of(folder: Path) -> str:
    """The file of the unit."""
    return next((folder / "don-vi").glob("*.yaml")).read_text("utf-8")


def put(folder: Path, name: str, data: bytes) -> None:
    """Put one more file into the folder of the unit, or another in its place."""
    (folder / "da-nhan" / UNIT / name).write_bytes(data)


def copied(folder: Path, to: Path) -> Path:
    """A copy of the campaign."""
    return Path(shutil.copytree(folder, to))


def blank_of(edition: str) -> Blank:
    """The empty form."""
    return blanks()[edition]
