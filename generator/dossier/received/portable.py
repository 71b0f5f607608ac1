"""The text of a received PDF."""

import unicodedata
from pathlib import Path

import pypdfium2 as pdfium

from generator.dossier.received.seen import MAX_LETTERS, Refusal, RefusedFileError, Seen, text_lines
from generator.dossier.received.word import BOXES

FIRST, LAST = 15, 3
"""Pages that are read from the beginning and from the end; no form is longer."""

_BEGINNING = b"%PDF-"

_MOST_SINGLE = 0.2
"""Of the words of a text that was printed whole one in a hundred has a single letter; of one whose
font lacked Vietnamese letters, and which a program therefore wrote in pieces, every second."""


def read_pdf(path: Path) -> Seen:
    """Read a PDF; one without text, or with letters torn apart, is a scan.

    Raises:
        RefusedFileError: it is damaged or protected.
    """
    with path.open("rb") as file:
        if _BEGINNING not in file.read(1024):
            raise RefusedFileError(Refusal.HONG)
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


def _read(document: pdfium.PdfDocument) -> Seen:
    count = len(document)
    pages = sorted({*range(min(FIRST, count)), *range(max(0, count - LAST), count)})
    pieces: list[str] = []
    for number in pages:
        text = document[number].get_textpage().get_text_bounded()[:MAX_LETTERS]
        plain = unicodedata.normalize("NFC", text).translate(BOXES)
        # A number alone on a line is that of the page and would tear a heading apart.
        rows = (row.strip() for row in plain.splitlines())
        pieces += [row for row in rows if row and not row.isdecimal()]
    lines = text_lines(pieces)
    if _is_torn(lines):
        return Seen("pdf", scanned=True)
    return Seen("pdf", lines=lines, scanned=not any(map(str.isalpha, "".join(lines))))


def _is_torn(lines: tuple[str, ...]) -> bool:
    words = [word for line in lines for word in line.split() if word.isalpha()]
    return sum(len(word) == 1 for word in words) > _MOST_SINGLE * len(words)
