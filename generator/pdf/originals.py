"""The pages of another office's file, which stand before the block of its copy."""

import io
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageOps, ImageSequence

from generator.model import SaoLuc
from generator.opening.plain import kind_of
from generator.opening.regular import whole
from generator.papers.letter_papers import letter_names
from generator.reading.load import read_top

LARGEST = 256 * 2**20
_A4 = (1654, 2339)
"""An A4 page at 200 dots an inch, the least that a scan may have (NĐ 30, Phụ lục I)."""

_DOTS = 200


def originals(campaign: Path) -> Mapping[str, Path]:
    """Return the files of other offices that a campaign copies, by the names of the copies."""
    top, _ = read_top(campaign)
    return {
        file: campaign / document.ban_goc
        for name, file in letter_names(top).items()
        if isinstance(document := top.documents[name], SaoLuc) and document.is_foreign
    }


def is_word(original: Path) -> bool:
    """Return whether LibreOffice has to make pages of a file first."""
    return kind_of(original) == "docx"


def pages_of(original: Path) -> bytes:
    """Return a PDF, or pictures as one, each on a page.

    A PDF is written anew by the library that opens what readers of PDF open, mended files too.

    Raises:
        OSError: it cannot be read.
    """
    data = whole(original, LARGEST)
    if kind_of(original) == "anh":
        return _drawn(data)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise OSError(original) from error
    with closing(document):
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def _drawn(data: bytes) -> bytes:
    pages = []
    with Image.open(io.BytesIO(data)) as picture:
        for frame in ImageSequence.Iterator(picture):
            page = Image.new("RGB", _A4, "white")
            drawn = ImageOps.contain(frame.convert("RGB"), _A4)
            page.paste(drawn, ((_A4[0] - drawn.width) // 2, 0))
            pages.append(page)
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=_DOTS)
    return out.getvalue()
