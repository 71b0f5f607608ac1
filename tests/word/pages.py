"""Reads where words stand on the printed page: Word files to PDF by LibreOffice, PDF by poppler."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

POINT = 25.4 / 72
_HEADER, _UPRIGHT = 17, 215
"""A page number stands above the one, a page on its side is wider than the other."""
_SIGNING = 36
"""Room for a signature and the name below it, mm."""
AT_ONCE = 200
"""One call of LibreOffice converts no more than some 250 files."""
REQUIRED = os.environ.get("KIEMDIEM_REQUIRE_ALL") == "1"
needs_printing = pytest.mark.skipif(
    not REQUIRED and not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="needs LibreOffice and poppler",
)
_WORD = re.compile(
    r'<page|<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)


@dataclass(frozen=True)
class Word:
    """A word on a page; distances in millimetres from the top left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


Line = list[Word]
"""Words that stand beside each other, left to right, with no wide gap between them."""


_PROFILE = TemporaryDirectory(prefix="kiemdiem-office-", ignore_cleanup_errors=True)
SOFFICE = ("soffice", f"-env:UserInstallation=file://{_PROFILE.name}", "--headless")
"""LibreOffice with settings for all that this process converts: making them anew takes seconds."""


def converted(files: Sequence[Path], folder: Path) -> None:
    """Convert Word files to PDF in a folder; a PDF keeps the name of its file."""
    for start in range(0, len(files), AT_ONCE):
        batch = [str(file) for file in files[start : start + AT_ONCE]]
        command = [*SOFFICE, "--convert-to", "pdf", "--outdir", str(folder), *batch]
        subprocess.run(command, check=True, capture_output=True, timeout=600)


def words_of(pdf: Path) -> list[list[Word]]:
    """The words of each page of a PDF."""
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    pages: list[list[Word]] = []
    for found in _WORD.finditer(boxes):
        if found[5] is None:
            pages.append([])
            continue
        left, top, right, bottom = (float(found[i]) * POINT for i in range(1, 5))
        pages[-1].append(Word(len(pages), found[5], left, top, right, bottom))
    return pages


def lines_of(page: Sequence[Word], gap: float = 7) -> list[Line]:
    """The lines of a page from the top down; beside a gap of so many mm begins another line."""
    lines: list[Line] = []
    for word in sorted(page, key=lambda word: (round(word.middle, 1), word.left)):
        beside = next(
            (
                line
                for line in lines
                if abs(line[-1].middle - word.middle) < 1
                and 0 <= word.left - line[-1].right + 1 < gap
            ),
            None,
        )
        if beside is None:
            lines.append([word])
        else:
            beside.append(word)
    return lines


def said(line: Line) -> str:
    return " ".join(word.text for word in line)


def left_empty(pages: Sequence[Sequence[Word]]) -> list[tuple[int, float]]:
    """The number of each page but the last of its part, and which share of it is empty at its end.

    The room below a note on how to sign belongs to the signature, even if nobody has signed.
    """
    found = []
    for page, following in pairwise(pages):
        # The first page of a part, which begins anew behind a short one, bears no number.
        if page and any(word.top < _HEADER and word.text.isdigit() for word in following):
            wide = max(word.right for word in page) > _UPRIGHT
            top, end = (30, 195) if wide else (20, 277)
            last = max(page, key=lambda word: word.bottom)
            line = next(each for each in lines_of(page) if last in each)
            used = last.bottom + (_SIGNING if said(line).startswith(("(Ký", "(Xác lập")) else 0)
            found.append((last.page, (end - used) / (end - top)))
    return found
