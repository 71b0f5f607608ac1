"""Writes the zip of a `.docx`: copies unchanged parts already deflated and adds the others.

`zipfile` would deflate and checksum every part again for every document; the format is small
enough to write here (APPNOTE 6.3.3, sections 4.3.7 to 4.3.16). All timestamps are 1 January 1980,
so that the same input gives the same bytes.

Every file is sealed: its zip comment holds a digest of the central directory, which contains the
checksum of every part. Any program that saves or repacks the file breaks the seal.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from generator.opening import packed
from generator.opening.content import RefusedFileError
from generator.opening.regular import opened

_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHL")
_OFFSET = struct.Struct("<L")
_END = struct.Struct("<4sHHHHLLH")
_VERSION, _UTF8, _STORED, _DEFLATED, _TIME, _DATE = 20, 0x800, 0, 8, 0, 0x21
_SMALL = 1024
_ALIKE = 8 * _SMALL
_UNDER_PASSWORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LONGEST_COMMENT = 0xFFFF
_MARK = b"kiemdiem "
_SEAL = len(_MARK) + 32


# The quickest level that compresses. That of zlib is 1: level 6 takes 2.6 times as long for a fifth
# fewer bytes (docs/performance.md).
try:  # kiemdiem[fast]: a quarter of the time and less, for a tenth more bytes
    from isal.isal_zlib import compress as deflate
    from isal.isal_zlib import crc32

    PACKER, LEVEL = "isal", 0
except ImportError:
    deflate, crc32, PACKER, LEVEL = zlib.compress, zlib.crc32, "zlib", 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One compressed part: its local record and its directory entry, without where it stands."""

    record: bytes
    line: bytes
    name: bytes


@dataclass(frozen=True, slots=True)
class Prefix:
    """Parts that are equal in every document, as finished records and directory entries."""

    records: bytes
    directory: bytes
    count: int


def entry(name: str, data: bytes, level: int = LEVEL) -> Entry:
    """Compress one part.

    At the default level, parts up to 1 KiB are stored uncompressed: starting the compressor costs
    more time than it saves space.
    """
    packed, method = data, _STORED
    if level != LEVEL or len(data) > _SMALL:
        pack = deflate if level == LEVEL else zlib.compress
        packed, method = pack(data, level, wbits=-15), _DEFLATED
    raw = name.encode()
    sizes = crc32(data), len(packed), len(data), len(raw), 0
    head = _LOCAL.pack(b"PK\3\4", _VERSION, _UTF8, method, _TIME, _DATE, *sizes)
    line = _CENTRAL.pack(
        b"PK\1\2", _VERSION, _VERSION, _UTF8, method, _TIME, _DATE, *sizes, 0, 0, 0, 0
    )
    return Entry(head + raw + packed, line, raw)


def entry_again(name: str, data: bytes) -> Entry:
    """Like `entry`, for parts that many documents have alike: headers, footers, properties."""
    return _remembered(name, data) if len(data) <= _ALIKE else entry(name, data)


@lru_cache(maxsize=64)
def _remembered(name: str, data: bytes) -> Entry:
    return entry(name, data)


def prefix(parts: Iterable[Entry]) -> Prefix:
    """Prepare the unchanging parts, which come first in every document."""
    records: list[bytes] = []
    lines: list[bytes] = []
    offset = 0
    for part in parts:
        records.append(part.record)
        lines += (part.line, _OFFSET.pack(offset), part.name)
        offset += len(part.record)
    return Prefix(b"".join(records), b"".join(lines), len(records))


def archive(first: Prefix, rest: Iterable[Entry]) -> bytes:
    """Return a complete zip file: the prepared parts, then the others."""
    pieces, lines = [first.records], [first.directory]
    offset, count = len(first.records), first.count
    for part in rest:
        pieces.append(part.record)
        lines += (part.line, _OFFSET.pack(offset), part.name)
        offset += len(part.record)
        count += 1
    directory = b"".join(lines)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, _SEAL)
    return b"".join((*pieces, directory, end, _seal_of(directory)))


def _seal_of(directory: bytes) -> bytes:
    return _MARK + hashlib.blake2b(directory, digest_size=16).hexdigest().encode()


def seal_in(document: bytes) -> str:
    """Return the seal of the bytes that `archive` returned."""
    return document[-_SEAL:].decode("ascii", "replace")


def directory_in(document: bytes) -> bytes:
    """Return the directory, with the names of all parts, of the bytes that `archive` returned."""
    *_, length, offset, _ = _END.unpack_from(document, len(document) - _END.size - _SEAL)
    return document[offset : offset + length]


def seal(path: Path | BinaryIO) -> str | None:
    """Return the seal of a file that is unchanged since `archive` made it, None for any other.

    Reads only the end of the file. Two files with the same seal have the same parts.

    Raises:
        OSError: the file cannot be read.
    """
    with opened(path) if isinstance(path, Path) else nullcontext(path) as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END.size - _SEAL))
        tail = file.read()
        if len(tail) != _END.size + _SEAL:
            return None
        sign, disk, first, count, again, length, offset, comment = _END.unpack_from(tail)
        if (sign, disk, first, comment) != (b"PK\5\6", 0, 0, _SEAL) or count != again:
            return None
        if offset + length + len(tail) != size:
            return None
        file.seek(offset)
        directory = file.read(length)
    found = tail[_END.size :]
    return found.decode() if found == _seal_of(directory) else None


def may_be_document(path: Path) -> bool:
    """Return whether a file ends as a zip, or is one that Word has put under a password.

    A copy that broke off, an empty file or the page of a log-in is neither: nobody edited it.

    Raises:
        OSError: the file cannot be read.
    """
    with opened(path) as file:
        head = file.read(len(_UNDER_PASSWORD))
        file.seek(max(0, file.seek(0, 2) - _END.size - _LONGEST_COMMENT))
        return head == _UNDER_PASSWORD or b"PK\5\6" in file.read()


def is_whole(file: Path | BinaryIO) -> bool:
    """Return whether every part of a zip file has the content that its directory promises.

    Reads the whole file, which `seal` does not; one that would unpack without end is not whole.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        with packed.archive(file) as parts:
            found = parts.infolist()
            if sum(part.file_size for part in found) > packed.MAX_UNPACKED:
                return False
            for part in found:
                for _ in packed.pieces(parts, part):
                    pass
    except RefusedFileError:
        return False
    return True
