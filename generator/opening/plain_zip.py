"""Reads small zips whose list is of the plain kind, in a fraction of the time of `zipfile`.

Nearly all Word files are. A list that says anything unusual is left to `zipfile`, and so is a part
that is not exactly what the list says of it: what is damage or danger is decided in one place.
"""

import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import NamedTuple, Protocol

from generator.opening.remembered import remembered

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s22x2H")
_TOLD = struct.Struct("<H3L")
_ZIP64 = b"PK\6\7"
_ZIP64_SIZE = 20

_NEWEST = 45
"""The version of the format up to which nothing is needed that is not read here."""

_FLAGS = 0x80E
"""How hard it was packed, sizes behind the part as well, names in UTF-8: no matter for reading."""

_SMALL = 2**16
"""Bytes, unpacked, of a part that is remembered: styles and relations are the same in many files.

With `_PARTS` of them, twice over, they take no more than 4 MiB."""

_PARTS, _PACKED = 32, 2**14


class Part(NamedTuple):
    """A part as the list tells it, by the names of `zipfile`; its bytes and where they stand.

    `told` is what the list says of its packing.
    """

    filename: str
    flag_bits: int
    file_size: int
    told: bytes
    start: int
    end: int


class Packed(Protocol):
    """What is asked of a zip: that of this module and that of `zipfile` give it."""

    @property
    def NameToInfo(self) -> Mapping[str, "Part | zipfile.ZipInfo"]:  # noqa: N802 - as in zipfile
        """The parts by name."""

    def infolist(self) -> "Sequence[Part | zipfile.ZipInfo]":
        """Return all parts."""

    def namelist(self) -> list[str]:
        """Return the names of all parts."""

    def read(self, name: str) -> bytes:
        """Return a part, unpacked."""


class PlainZip:
    """A zip that was read whole and whose list is plain."""

    def __init__(self, data: bytes, parts: Sequence[Part]) -> None:
        self._data = data
        self._parts = parts
        self.NameToInfo = {each.filename: each for each in parts}

    def infolist(self) -> Sequence[Part]:
        """Return all parts."""
        return self._parts

    def namelist(self) -> list[str]:
        """Return the names of all parts."""
        return [each.filename for each in self._parts]

    def read(self, name: str) -> bytes:
        """Return a part, unpacked; it raises what `zipfile` raises."""
        part = self.NameToInfo[name]
        unpacked = _known if part.file_size <= _SMALL else _unpacked
        try:
            return unpacked(part.told + self._data[part.start : part.end])
        except (zlib.error, ValueError):
            with zipfile.ZipFile(BytesIO(self._data)) as packed:
                return packed.read(name)


def plain_zip(data: bytes) -> PlainZip | None:
    """Return a zip, None if its list is not of the plain kind.

    Plain is one that ends with its list and nothing behind it, whose parts lie one after the other
    as their own heads say too, with names in ASCII, not encrypted, packed by Deflate or not at all.
    """
    if len(data) < _END.size or data[-_END.size - _ZIP64_SIZE :].startswith(_ZIP64):
        return None
    end = len(data) - _END.size
    mark, disk, first, here, count, size, start, comment = _END.unpack_from(data, end)
    if mark != b"PK\5\6" or disk or first or here != count or comment or start + size != end:
        return None
    parts: list[Part] = []
    at, free = start, 0
    while at < end:
        part, behind = _part(data, at, end) or (None, 0)
        if part is None or part.start < free or part.end > start:
            return None
        parts.append(part)
        at, free = behind, part.end
    return PlainZip(data, parts) if len(parts) == count else None


def _part(data: bytes, at: int, end: int) -> tuple[Part, int] | None:
    """Return a part whose entry stands at a place of the list, and where the next one stands."""
    if at + _ENTRY.size > end:
        return None
    (
        mark, _, version, flags, method, _, _, _, packed, size,
        length, extra, comment, disk, _, _, head,
    ) = _ENTRY.unpack_from(data, at)  # fmt: skip
    behind = at + _ENTRY.size + length
    name = data[at + _ENTRY.size : behind]
    if (
        mark != b"PK\1\2"
        or version > _NEWEST
        or flags & ~_FLAGS
        or not (method == zipfile.ZIP_DEFLATED or (method == zipfile.ZIP_STORED and packed == size))
        or extra
        or comment
        or disk
        or behind > end
        or not name.isascii()
        or b"\0" in name
        or b"\\" in name
        or head + _LOCAL.size > at
    ):
        return None
    mark, own_length, own_extra = _LOCAL.unpack_from(data, head)
    start = head + _LOCAL.size + own_length + own_extra
    if mark != b"PK\3\4" or data[head + _LOCAL.size :][:own_length] != name:
        return None
    told = data[at + 10 : at + 12] + data[at + 16 : at + 28]
    return Part(name.decode(), flags, size, told, start, start + packed), behind


def _unpacked(packed: bytes) -> bytes:
    """Return a part unpacked.

    Args:
        packed: what the list tells of it (`_TOLD`), then its bytes.

    Raises:
        ValueError: it is not wholly what the list says.
        zlib.error: it is damaged.
    """
    method, given, _, size = _TOLD.unpack_from(packed)
    data = packed[_TOLD.size :]
    if method == zipfile.ZIP_DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        data = stream.decompress(data, size + 1)
        if not stream.eof or stream.unused_data:
            raise ValueError(size)
    if len(data) != size or zlib.crc32(data) != given:
        raise ValueError(size)
    return data


_known = remembered(_unpacked, most=_PARTS, longest=_PACKED)
