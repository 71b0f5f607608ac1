"""Says whether a file is as this program wrote it: Word, Excel, PDF, HTML, JSON files bear a seal.

The seal of a Word or Excel file is the comment of its zip (`engine.archive`). A text file bears it
near its end, as «kiemdiem» and the digest of everything else in it; a PDF in a comment
behind it. Whatever changes a file breaks its seal, so no record outside of the file is needed to
know whether it may be replaced.
"""

import hashlib
import re
from pathlib import Path

from generator.engine.archive import directory_in, is_whole, seal, seal_in
from generator.opening import regular

BLANK = "kiemdiem " + "0" * 32
"""Where the seal of a text or PDF goes; the file contains it once, in its last bytes."""

PACKED = frozenset({".docx", ".xlsx"})
TEXTS = frozenset({".html", ".json", ".pdf"})
_LARGEST = 256 * 2**20
_END = 128
_SEAL = re.compile(rb"kiemdiem [0-9a-f]{32}")
_BEGINS = ((b"<!DOCTYPE html", ".html"), (b"{", ".json"), (b"%PDF-", ".pdf"))


def sealed(text: str) -> bytes:
    """Return a text with its seal in the place of `BLANK`."""
    data = text.encode()
    return _with(data, _seal_of(data))


def sealed_pdf(data: bytes) -> bytes:
    """Return a PDF with its seal in a comment behind its end, where no reader looks."""
    marked = b"%s\n%%%s\n" % (data.rstrip(), BLANK.encode())
    return _with(marked, _seal_of(marked))


def fits(path: Path, data: bytes) -> bool:
    """Return whether a path ends as its content demands, so that programs open it as what it is."""
    return path.suffix.lower() == ending_of(data)


def ending_of(data: bytes) -> str:
    """Return the ending of the kind of file that these bytes are."""
    if data.startswith(b"PK"):
        return ".xlsx" if b"xl/workbook.xml" in directory_in(data) else ".docx"
    return next((ending for begin, ending in _BEGINS if data.startswith(begin)), ".txt")


def seal_of(path: Path) -> str | None:
    """Return the seal of an unchanged file of this program, None for any other.

    Raises:
        OSError: it cannot be read.
    """
    if path.suffix.lower() in TEXTS:
        return _text_seal(path)
    try:
        return seal(path)
    except regular.IrregularError:
        return None


def seal_within(data: bytes) -> str:
    """Return the seal in the bytes of a file that this program made."""
    if data.startswith(b"PK"):
        return seal_in(data)
    return _seal_of(data).decode()


def is_as_sealed(path: Path) -> bool:
    """Return whether the contents too are those that the seal of a file promises.

    Raises:
        OSError: it cannot be read.
    """
    return is_whole(path) if path.suffix.lower() in PACKED else _text_seal(path) is not None


def is_remnant(path: Path, data: bytes) -> bool:
    """Return whether a file is what a broken copy leaves of `data`: its beginning, zeros after it.

    Raises:
        OSError: it cannot be read.
    """
    try:
        found = regular.whole(path, _LARGEST)
    except (regular.IrregularError, regular.TooLargeError):
        return False
    return data.startswith(found.rstrip(b"\0"))


def _text_seal(path: Path) -> str | None:
    try:
        data = regular.whole(path, _LARGEST)
    except (regular.IrregularError, regular.TooLargeError):
        return None
    found = _SEAL.findall(data[-_END:])
    return found[0].decode() if found == [_seal_of(data)] else None


def _seal_of(data: bytes) -> bytes:
    return (
        b"kiemdiem "
        + hashlib.blake2b(_with(data, BLANK.encode()), digest_size=16).hexdigest().encode()
    )


def _with(data: bytes, mark: bytes) -> bytes:
    return data[:-_END] + _SEAL.sub(mark, data[-_END:])
