"""Writes PDF files that depend on nothing but their contents: no day, no chance number."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfReader, PdfWriter

from generator.files.seals import sealed_pdf
from generator.opening.content import FileContent, Refusal
from generator.opening.open_file import open_file
from generator.opening.regular import whole
from generator.pdf.pages import missing_words, seen, texts

LARGEST = 256 * 2**20
PRODUCER = "kiemdiem"


class Single(NamedTuple):
    """The PDF of one paper as it came from LibreOffice, and the Word file that it was made from.

    `before` is a PDF whose pages stand before it: what it copies.
    """

    pdf: Path
    word: Path
    title: str
    before: bytes = b""


class Finished(NamedTuple):
    """A PDF to be written, its pages, and what was noticed: code of the problem → where or what."""

    data: bytes
    pages: int
    noticed: dict[str, str]


class Part(NamedTuple):
    """A paper within the file of a unit: its PDF, title, and how many times it is printed."""

    pdf: Path
    title: str
    copies: int


def finished(single: Single) -> Finished:
    """Make the PDF of one paper final, and look at its pages."""
    made = PdfWriter()
    if single.before:
        made.append(PdfReader(io.BytesIO(single.before)), import_outline=False)
    own = len(made.pages)
    made.append(PdfReader(io.BytesIO(whole(single.pdf, LARGEST))), import_outline=False)
    data = _written(made, single.title)
    found = seen(data)
    noticed = {}
    if found.blank:
        noticed["KD594"] = _numbers(found.blank)
    if found.cut:
        noticed["KD595"] = _numbers(found.cut)
    if found.headed:
        noticed["KD589"] = _numbers(found.headed)
    word = open_file(single.word)
    missing = [] if _unreadable(word) else missing_words(word, texts(data, [own])[own])
    if missing:
        noticed["KD596"] = " ".join(missing)
    return Finished(data, found.pages, noticed)


def _unreadable(word: FileContent) -> bool:
    return isinstance(word.refusal, Refusal)


class Begin(NamedTuple):
    """Where a paper begins: the index of the page from 0, its title, the text of that page."""

    page: int
    title: str
    text: str


class Merged(NamedTuple):
    """The file of a unit, its pages, and the titles of papers that are not where they belong."""

    data: bytes
    pages: int
    misplaced: tuple[str, ...]


def merged(work: tuple[str, Sequence[Part]]) -> Merged:
    """Put papers one behind the other, each as many times as it is printed, with bookmarks.

    Args:
        work: the title of the file, and its papers in the order of printing.
    """
    title, parts = work
    made = PdfWriter()
    begins: list[Begin] = []
    page = 0
    for part in parts:
        data = whole(part.pdf, LARGEST)
        first = texts(data, [0]).get(0, "")
        reader = PdfReader(io.BytesIO(data))
        pages = len(reader.pages)
        for copy in range(part.copies):
            made.append(reader, import_outline=False)
            begins.append(Begin(page, part.title, first))
            if not copy:
                made.add_outline_item(title=part.title, page_number=page)
            page += pages
    data = _written(made, title)
    pages = len(PdfReader(io.BytesIO(data)).pages)
    return Merged(data, pages, misplaced(data, begins))


def misplaced(data: bytes, begins: Sequence[Begin]) -> tuple[str, ...]:
    """Return the titles of papers whose first page is not where it should be in a PDF."""
    there = texts(data, [each.page for each in begins])
    wrong = [each.title for each in begins if there.get(each.page) != each.text]
    return tuple(dict.fromkeys(wrong))


def _written(made: PdfWriter, title: str) -> bytes:
    made.metadata = {"/Producer": PRODUCER, "/Title": title}
    for page in made.pages:
        # These lead into the structure of the single file, which is not taken over.
        page.pop("/StructParents", None)
        page.pop("/Tabs", None)
    out = io.BytesIO()
    made.write(out)
    return sealed_pdf(out.getvalue())


def _numbers(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages))
