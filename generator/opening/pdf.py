"""Reads the text of a received PDF, each line from left to right."""

import ctypes
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.opening.boxes import tidy
from generator.opening.content import (
    FEW,
    MAX_LETTERS,
    MAX_LINES,
    FileContent,
    Refusal,
    RefusedFileError,
    Unread,
    is_cut,
    text_lines,
)
from generator.opening.regular import opened
from generator.opening.signature import signatures

PAGES = 80
"""Maximum number of pages read; the report of a large unit has thirty."""

_BEGINNING = b"%PDF-"

_WORD, _WIDE, _COLUMN = 0.12, 0.5, 2.5
"""Minimum gaps, as multiples of the letter height: of a blank on a line without typed blanks, of a
blank on any line, and between two columns."""

_BETWEEN = " " * 6
"""Separator between two columns."""

_MOST_SINGLE = 0.2
"""Maximum share of one-letter words: about 1 % in normal text, about half when a program placed
each letter separately."""


def read_pdf(path: Path) -> FileContent:
    """Read a PDF; without text, or with little text beside pictures, it counts as a scan.

    Raises:
        RefusedFileError: the file is damaged or password-protected.
    """
    with opened(path) as file:
        if _BEGINNING not in file.read(1024):
            raise RefusedFileError(Refusal.HONG)
    _forget()
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        protected = "password" in str(error).lower() or "security" in str(error).lower()
        raise RefusedFileError(Refusal.MAT_KHAU if protected else Refusal.HONG) from error
    try:
        return _read(document)
    except pdfium.PdfiumError as error:
        raise RefusedFileError(Refusal.HONG) from error
    finally:
        document.close()


def _forget() -> None:
    """Make the library forget its last error, which it tells again when another file fails."""
    raw.FPDF_LoadMemDocument(b"-", 1, None)


def _read(document: pdfium.PdfDocument) -> FileContent:
    pieces: list[str] = []
    room = MAX_LETTERS
    pages = 0
    marked = pictures = False
    for number in range(min(len(document), PAGES)):
        if room <= 0 or len(pieces) > MAX_LINES:
            break
        page = document[number]  # loading a page is what takes longest
        pages += 1
        marked = marked or _is_marked(page)
        pictures = pictures or _has_picture(page)
        for row in tidy(_rows(page, room)):
            room -= len(row)
            # A number alone on a line is a page number and could split a heading.
            if row.strip() and not (row.strip().isdecimal() and len(row.strip()) < 4):
                pieces.append(row)
    lines = text_lines(pieces)
    letters = sum(map(str.isalpha, "".join(lines)))
    signed = signatures(document)
    if not letters or (letters < FEW * pages and pictures) or _is_torn(lines):
        return FileContent("pdf", scanned=True, signatures=signed)
    unread = Unread.DAI if len(document) > pages or is_cut(pieces) or room <= 0 else ""
    return FileContent(
        "pdf", lines=lines, unread=unread, pictures=pictures or marked, signatures=signed
    )


_MARKS = frozenset(
    {
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_STAMP,
        raw.FPDF_ANNOT_INK,
        raw.FPDF_ANNOT_WIDGET,
    }
)
"""What programs lay over a page, where its text does not have it: stamps, notes, filled fields."""


def _is_marked(page: pdfium.PdfPage) -> bool:
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), 200)):
        mark = raw.FPDFPage_GetAnnot(page, number)
        kind = raw.FPDFAnnot_GetSubtype(mark)
        raw.FPDFPage_CloseAnnot(mark)
        if kind in _MARKS:
            return True
    return False


_DRAWN = 20_000
"""Drawn things of a page that are looked through; a page with more of them is a picture itself."""


def _has_picture(page: pdfium.PdfPage) -> bool:
    if raw.FPDFPage_CountObjects(page) > _DRAWN:
        return True
    things = islice(page.get_objects(max_depth=2), _DRAWN)
    return any(each.type == raw.FPDF_PAGEOBJ_IMAGE for each in things)


def _is_torn(lines: tuple[str, ...]) -> bool:
    words = [word for line in lines for word in line.split() if word.isalpha()]
    return sum(len(word) == 1 for word in words) > _MOST_SINGLE * len(words)


class _Letter(NamedTuple):
    """A letter or blank with its left and right edges and its height, in PDF points.

    `parted` means that PDFium sees a blank before it, where none was typed or it does not break.
    """

    sign: str
    left: float
    right: float
    height: float
    parted: bool = False


def _rows(page: pdfium.PdfPage, room: int) -> Iterator[str]:
    """Yield the lines of a page, reading at most `room` characters.

    The text of a PDF often has a box or letter of another font after all words of its line, so
    each line is ordered by the positions of its letters.
    """
    text = page.get_textpage()
    row: list[_Letter] = []
    parted = False
    for index in range(min(text.count_chars(), max(0, room))):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        sign = chr(code) if code <= sys.maxunicode else "\ufffd"
        if sign in "\r\n":
            yield _joined(row)
            row = []
        elif sign.isspace() and _is_guess(text.raw, index):
            parted = True
        elif not _is_white(text.raw, index):
            left, bottom, right, top = text.get_charbox(index, loose=True)
            row.append(_Letter(sign, left, right, max(top - bottom, 1.0), parted))
            parted = False
    yield _joined(row)


def _is_guess(text: raw.FPDF_TEXTPAGE, index: int) -> bool:
    """Return whether PDFium inserted this blank, as it does between fonts or spaced letters."""
    return bool(raw.FPDFText_IsGenerated(text, index))


_COLOUR = [ctypes.c_uint() for _ in range(4)]
_PLACES = [ctypes.byref(each) for each in _COLOUR]
"""Where the library puts red, green, blue and alpha of a letter."""

_FULL = 255


def _is_white(text: raw.FPDF_TEXTPAGE, index: int) -> bool:
    """Return whether a letter is white, so that it is invisible on paper."""
    return bool(raw.FPDFText_GetFillColor(text, index, *_PLACES)) and all(
        each.value == _FULL for each in _COLOUR[:3]
    )


def _joined(row: list[_Letter]) -> str:
    """Join the letters of a line; small gaps separate words only on lines without typed blanks."""
    row.sort(key=lambda each: each.left)
    spaced = any(each.sign.isspace() for each in row)
    said: list[str] = []
    last: _Letter | None = None
    blank = False
    for each in row:
        if each.sign.isspace():
            blank = True
            continue
        gap = (each.left - last.right) / each.height if last else 0.0
        blank = blank or gap > (_WIDE if spaced and not each.parted else _WORD)
        said += [_BETWEEN if gap > _COLUMN else " " if blank and last else "", each.sign]
        last, blank = each, False
    return "".join(said)
