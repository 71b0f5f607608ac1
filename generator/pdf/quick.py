"""One Word file as pages to look at: its PDF by LibreOffice, and a picture of every page."""

import io
import subprocess
from collections.abc import Iterable
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium

from generator.files.atomic import create
from generator.files.scratch import clear
from generator.opening.pool import answers
from generator.opening.regular import whole
from generator.opening.undisturbed import undisturbed
from generator.pdf import office
from generator.pdf.converting import SECONDS, Lost, is_whole
from generator.pdf.merging import LARGEST

_DOTS = 110
"""Dots an inch of a picture: text of 13 points reads well at half the width of a screen."""

_LOOK = 120.0
"""Seconds to draw the pages of one PDF."""

_PROFILE, _OUT = "ho-so", "ra"


class Page(NamedTuple):
    """The picture of a page (PNG): its digest, width and height in dots, its bytes."""

    ma: str
    rong: int
    cao: int
    anh: bytes


class Looked(NamedTuple):
    """A Word file as it prints: its PDF and its pages; without pages `lost` says why."""

    pdf: bytes = b""
    trang: tuple[Page, ...] = ()
    lost: Lost | None = None


def looked_at(word: bytes, command: Path, home: Path, seconds: float = SECONDS) -> Looked:
    """Return how a Word file prints.

    Args:
        word: its bytes.
        command: that of LibreOffice.
        home: a folder for the copy and for LibreOffice's settings, which stay there so that the
            next file takes a second and not several; nobody else may use it meanwhile.
        seconds: how long LibreOffice may take.

    Raises:
        OSError: LibreOffice cannot be started, or the disk refuses.
    """
    folder = home / "xem"
    clear(folder)
    (folder / _OUT).mkdir(parents=True)
    create(folder / "1.docx", word)
    with undisturbed():
        call = office.begun(command, home / _PROFILE, folder, ["1.docx"], _OUT)
    try:
        call.wait(seconds)
    except subprocess.TimeoutExpired:
        return Looked(lost=Lost.QUA_LAU)
    finally:
        office.end(call)
        if call.returncode:  # whatever hung or died may have left its settings locked or broken
            clear(home / _PROFILE)
    pdf = folder / _OUT / "1.pdf"
    if not pdf.exists():
        return Looked(lost=Lost.TU_TAT if call.returncode else Lost.KHONG_RA)
    if not is_whole(pdf):
        return Looked(lost=Lost.HONG)
    ((_, pages),) = answers(drawn, [pdf], 1, _LOOK)
    return Looked(whole(pdf, LARGEST), pages) if pages else Looked(lost=Lost.HONG)


def drawn(pdf: Path) -> tuple[Page, ...]:
    """Return pictures of the pages of a PDF.

    Raises:
        pdfium.PdfiumError: it cannot be read.
    """
    with closing(pdfium.PdfDocument(whole(pdf, LARGEST))) as document:
        return tuple(_pages(document))


def _pages(document: pdfium.PdfDocument) -> Iterable[Page]:
    for page in document:
        picture = page.render(scale=_DOTS / 72, grayscale=True).to_pil()
        out = io.BytesIO()
        picture.save(out, "PNG")
        data = out.getvalue()
        ma = blake2b(data, digest_size=10).hexdigest()
        yield Page(ma, picture.width, picture.height, data)
