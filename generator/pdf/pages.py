"""What the pages of a PDF show: first words, blank pages, text that runs off the paper."""

import ctypes
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.opening.content import FileContent

_BEYOND = 1.0
"""Points by which text may stand over the edge: a box may be wider than its ink."""

_MANY = 12
_NUMBER = re.compile(r"[\s–-]*(\d{1,4}([\s/]+\d{1,4})?)?[\s–-]*")


_HEADING = re.compile(
    r"(?:(?:Phần|Chương|Mục)\s+(?:thứ\s+)?\w+|Điều\s+\d+[a-zđ]?\.\s[^.;:]{1,80})", re.IGNORECASE
)


class Seen(NamedTuple):
    """Pages counted from 1: how many, which are blank, have text beyond their edges, end in a head.

    LibreOffice does not always keep a heading with the text below it, as Word does.
    """

    pages: int
    blank: tuple[int, ...]
    cut: tuple[int, ...]
    headed: tuple[int, ...]
    first: str


def seen(data: bytes) -> Seen:
    """Look at every page of a PDF.

    Raises:
        pdfium.PdfiumError: it cannot be read.
    """
    document = pdfium.PdfDocument(data)
    try:
        blank: list[int] = []
        cut: list[int] = []
        headed: list[int] = []
        for number in range(len(document)):
            page = document[number]
            kinds, outside = _things(page)
            if outside:
                cut.append(number + 1)
            if number + 1 < len(document) and _HEADING.fullmatch(_last_line(page)):
                headed.append(number + 1)
            # A page of which only the number is printed is blank too.
            if kinds <= {raw.FPDF_PAGEOBJ_TEXT} and _NUMBER.fullmatch(_text(page)):
                blank.append(number + 1)
        first = _text(document[0]) if len(document) else ""
        return Seen(len(document), tuple(blank), tuple(cut), tuple(headed), first)
    finally:
        document.close()


def _last_line(page: pdfium.PdfPage) -> str:
    lines = (" ".join(each.split()) for each in reversed(_text(page).splitlines()))
    return next((each for each in lines if each and not _NUMBER.fullmatch(each)), "")


def texts(data: bytes, pages: Iterable[int]) -> dict[int, str]:
    """Return the text of some pages, by their index from 0; pages that are not there are left out.

    Raises:
        pdfium.PdfiumError: it cannot be read.
    """
    document = pdfium.PdfDocument(data)
    try:
        there = len(document)
        return {each: _text(document[each]) for each in pages if each < there}
    finally:
        document.close()


def missing_words(word: FileContent, first_page: str) -> list[str]:
    """Return those of the first words of a Word file that do not stand on the first page."""
    page = _squeezed(first_page)
    return [each for each in _first_words(word.lines) if _squeezed(each) not in page]


def _first_words(lines: Iterable[str]) -> list[str]:
    words: list[str] = []
    for line in lines:
        words += [each for each in line.split() if any(map(str.isalpha, each))]
        if len(words) >= _MANY:
            break
    return words[:_MANY]


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text).casefold()))


def _text(page: pdfium.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()


def _things(page: pdfium.PdfPage) -> tuple[set[int], bool]:
    """Return which kinds of things a page has, and whether a text runs off it."""
    left, bottom, right, top = page.get_mediabox()
    kinds: set[int] = set()
    outside = False
    for kind, box in _boxes(page):
        kinds.add(kind)
        outside = outside or (
            kind == raw.FPDF_PAGEOBJ_TEXT
            and (
                box[0] < left - _BEYOND
                or box[1] < bottom - _BEYOND
                or box[2] > right + _BEYOND
                or box[3] > top + _BEYOND
            )
        )
    return kinds, outside


def _boxes(page: pdfium.PdfPage) -> Iterator[tuple[int, tuple[float, float, float, float]]]:
    """Yield kind and edges (left, bottom, right, top, in points) of each thing on a page."""
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetBounds(thing, *edges):
            left, bottom, right, top = (each.value for each in edges)
            if (right - left) and (top - bottom):
                yield raw.FPDFPageObj_GetType(thing), (left, bottom, right, top)
