"""The small sample campaign on a desk: one unit, eight people, one letter."""

import datetime as dt
import io
import shutil
from pathlib import Path

from openpyxl import load_workbook

from generator import shipped
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.run import run
from tests.desk.client import Answer, Client, opened_desk

NAME = "vi-du-2026"
BASE = f"/dot/{NAME}"
UNIT = "chi-bo-thon-doai"
DATA = f"don-vi/{UNIT}.yaml"
BEFORE, AFTER = dt.date(2026, 12, 8), dt.date(2026, 12, 24)


def opened(home: Path, day: dt.date, *, built: bool = True) -> Client:
    """Open a desk on a copy of the sample below a folder."""
    shutil.copytree(shipped.DATA / NAME, home / NAME)
    if built:
        run([BuildRequest(home / NAME, home / "ra" / NAME)], here)
    return opened_desk(home, home / "ra", day)


def folder_of(desk: Client) -> Path:
    """Return the folder of the campaign."""
    return desk.desk.data / NAME


def root_of(desk: Client) -> Path:
    """Return its output folder."""
    return desk.desk.out / NAME


def rewrite(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def cells(answer: Answer, sheet: str | None = None) -> list[tuple[object, ...]]:
    """Return the rows of a workbook that came as a download."""
    assert answer.status == 200, answer.words[:300]
    assert answer.headers["content-disposition"].startswith("attachment;")
    book = load_workbook(io.BytesIO(answer.body))
    return list((book[sheet] if sheet else book.worksheets[0]).iter_rows(values_only=True))
