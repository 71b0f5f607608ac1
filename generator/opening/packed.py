"""Opens zip archives within limits: Word and Excel files, and packs; nothing else reads a zip."""

import lzma
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager, nullcontext
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from generator.opening import regular
from generator.opening.content import Refusal, RefusedFileError
from generator.opening.plain_zip import Packed, plain_zip

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
def opened(file: Path | BinaryIO) -> Iterator[zipfile.ZipFile]:
    """Open a Word or Excel file, or its bytes, as a zip whose parts are safe to read.

    Raises:
        RefusedFileError: the file is damaged, password-protected, in an old format, a zip bomb, or
            contains macros.
    """
    with _source(file) as source, archive(source.small or source.file) as packed:
        _inspect(packed, source.size)
        yield packed


@contextmanager
def opened_to_read(file: Path | BinaryIO) -> Iterator[Packed]:
    """Open a file as `opened` does, faster, for whoever only reads parts.

    Raises:
        RefusedFileError: as there.
    """
    with _source(file) as source:
        if source.small and (plain := plain_zip(source.small.getvalue())):
            with _damage_refused():
                _inspect(plain, source.size)
                yield plain
        else:
            with archive(source.small or source.file) as packed:
                _inspect(packed, source.size)
                yield packed


class _Source(NamedTuple):
    """A file that is open, its bytes too if they are few, and its size."""

    file: BinaryIO
    small: BytesIO | None
    size: int


@contextmanager
def _source(file: Path | BinaryIO) -> Iterator[_Source]:
    with regular.opened(file) if isinstance(file, Path) else nullcontext(file) as source:
        size = source.seek(0, 2)
        source.seek(0)
        beginning = source.read(min(size, _SMALL))  # room for all that is asked for is made
        if beginning.startswith(_OLE):
            protected = _ENCRYPTED in beginning or _ENCRYPTED in source.read(MAX_FILE)
            raise RefusedFileError(Refusal.MAT_KHAU if protected else Refusal.DINH_DANG_CU)
        yield _Source(source, BytesIO(beginning) if size == len(beginning) else None, size)


@contextmanager
def archive(file: Path | BinaryIO) -> Iterator[zipfile.ZipFile]:
    """Open a file, or bytes that were read, as a zip; its parts may still be of any size.

    Raises:
        RefusedFileError: it is damaged, also where only one of its parts is.
        OSError: it cannot be read, or is no plain file.
    """
    with (
        _damage_refused(),
        regular.opened(file) if isinstance(file, Path) else nullcontext(file) as source,
        zipfile.ZipFile(source) as packed,
    ):
        yield packed


@contextmanager
def _damage_refused() -> Iterator[None]:
    try:
        yield
    except _DAMAGED as error:
        raise RefusedFileError(Refusal.HONG) from error


_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError,
    ValueError, OverflowError, struct.error, IndexError,
)  # fmt: skip
"""What a damaged zip raises while its list or one of its parts is read."""

_CHUNK = 2**20
_METHODS = frozenset(
    {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}
)
"""How parts may be packed; Python reads no others (Deflate64, PPMd, Zstandard)."""

_DICTIONARY = 64 * 2**20
"""Bytes that LZMA may ask for at once, at the strongest setting of 7-Zip; a file may say 4 GiB."""


def unreadable(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Refusal | None:
    """Return why a part that may be whole cannot be read: a password, or how it is packed."""
    if part.flag_bits & 1:
        return Refusal.MAT_KHAU
    if part.compress_type not in _METHODS or _dictionary(packed, part) > _DICTIONARY:
        return Refusal.NEN_LA
    return None


def _dictionary(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Return the size of dictionary that a part packed by LZMA asks for; 0 for another part."""
    if part.compress_type != zipfile.ZIP_LZMA or packed.fp is None:
        return 0
    packed.fp.seek(part.header_offset + 26)
    name, extra = struct.unpack("<HH", packed.fp.read(4))
    packed.fp.seek(name + extra + 5, 1)
    (size,) = struct.unpack("<L", packed.fp.read(4))
    return int(size)


def pieces(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part piece by piece.

    Raises:
        RefusedFileError: the part is damaged, has a password or is packed in a way not read here.
    """
    try:
        if refusal := unreadable(packed, part):
            raise RefusedFileError(refusal)
        with packed.open(part) as data:
            while piece := data.read(_CHUNK):
                yield piece
    except (*_DAMAGED, OSError) as error:
        raise RefusedFileError(Refusal.HONG) from error


_UTF8 = 0x800
_CODES = ("utf-8", "cp437", "cp1258", "cp1252")
"""How programs write names without saying so: macOS and Linux, by the book, and Windows."""


def names(packed: zipfile.ZipFile, known: Collection[str]) -> list[str]:
    """Return the names of all parts as whoever packed them meant them.

    Args:
        packed: the zip.
        known: names that may be expected in it, in NFC; the way to read the others is the one by
            which most of these are found.

    Returns:
        The names in NFC, with «/» between folders, in the order of the parts.
    """
    read = [_names(packed, code) for code in _CODES]
    found = [each for each in read if each is not None]
    return max(found, key=lambda each: sum(_base(name) in known for name in each))


def _names(packed: zipfile.ZipFile, code: str) -> list[str] | None:
    """Return the names, where nothing is said about them read by one code; None if they are not."""
    names = []
    for part in packed.infolist():
        name = part.orig_filename.split("\0")[0]
        if told := _told_name(part):
            name = told
        elif not part.flag_bits & _UTF8:
            try:
                name = name.encode("cp437").decode(code)
            except UnicodeError:
                if code != "cp437":
                    return None
        names.append(unicodedata.normalize("NFC", name.replace("\\", "/")))
    return names


def _told_name(part: zipfile.ZipInfo) -> str:
    """Return the name in the «Unicode path» field (APPNOTE 4.6.9) if it is of this very name."""
    extra = part.extra
    while len(extra) >= _FIELD.size:
        kind, length = _FIELD.unpack_from(extra)
        value, extra = extra[_FIELD.size : _FIELD.size + length], extra[_FIELD.size + length :]
        if kind == _UNICODE_PATH and len(value) == length > _HEAD:
            code = "utf-8" if part.flag_bits & _UTF8 else "cp437"
            given = zlib.crc32(part.orig_filename.encode(code, "replace"))
            if value[1:_HEAD] == struct.pack("<L", given):
                return value[_HEAD:].decode("utf-8", "replace")
    return ""


_FIELD = struct.Struct("<HH")
_UNICODE_PATH, _HEAD = 0x7075, 5


def _base(name: str) -> str:
    return name.rpartition("/")[2]


def _inspect(packed: Packed, size: int) -> None:
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
    if "mimetype" in packed.NameToInfo:  # LibreOffice's own, whatever its name ends with
        raise RefusedFileError(Refusal.DINH_DANG_ODF)


def read_xml(packed: Packed, name: str) -> bytes:
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
