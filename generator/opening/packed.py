"""Opens Word and Excel files, which are zip archives, within limits."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.opening.content import Refusal, RefusedFileError

MAX_FILE = 60 * 2**20
"""Bytes: enough for about forty pages scanned at 300 dpi; also bounds the memory for one file."""

MAX_PART = 30 * 2**20
MAX_UNPACKED = 300 * 2**20
MAX_RATIO = 200
"""XML compresses to about a twentieth; a file above this ratio is a zip bomb."""

MAX_PARTS = 5_000
_SMALL = 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DTD = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a Word or Excel file as a zip whose parts are safe to read.

    Raises:
        RefusedFileError: the file is damaged, password-protected, in an old format, a zip bomb, or
            contains macros.
    """
    with path.open("rb") as file:
        beginning = file.read(_SMALL)
    if beginning.startswith(_OLE):
        protected = _ENCRYPTED in beginning or _ENCRYPTED in path.read_bytes()
        raise RefusedFileError(Refusal.MAT_KHAU if protected else Refusal.DINH_DANG_CU)
    try:
        with zipfile.ZipFile(path) as packed:
            _inspect(packed, path.stat().st_size)
            yield packed
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, RuntimeError) as error:
        raise RefusedFileError(Refusal.HONG) from error
    except Exception as error:
        # The errors of zlib and lzma have no public base class except Exception.
        if type(error).__module__ not in {"zlib", "_lzma"}:
            raise
        raise RefusedFileError(Refusal.HONG) from error


def _inspect(packed: zipfile.ZipFile, size: int) -> None:
    found = packed.infolist()
    unpacked = sum(each.file_size for each in found)
    if any(each.flag_bits & 1 for each in found):
        raise RefusedFileError(Refusal.MAT_KHAU)
    if len({each.filename for each in found}) != len(found):  # which one Word shows is unknown
        raise RefusedFileError(Refusal.HONG)
    if (
        len(found) > MAX_PARTS
        or unpacked > MAX_UNPACKED
        or unpacked > max(MAX_RATIO * size, _SMALL)
        or any(each.file_size > MAX_PART for each in found if _is_xml(each.filename))
    ):
        raise RefusedFileError(Refusal.NEN_BAT_THUONG)
    if any(each.filename.lower().endswith("vbaproject.bin") for each in found):
        raise RefusedFileError(Refusal.MACRO)


def read_xml(packed: zipfile.ZipFile, name: str) -> bytes:
    """Read one XML part.

    Raises:
        RefusedFileError: the part is missing or contains a document type declaration.
    """
    if name not in packed.NameToInfo:
        raise RefusedFileError(Refusal.HONG)
    data = packed.read(name)
    if any(mark in data for mark in _DTD):
        raise RefusedFileError(Refusal.DTD)
    return data


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))
