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
_ENTRY = struct.Struct("<4s2x3H4x3L4H6xL")
_LOCAL = struct.Struct("<4s22x2H")
_TOLD = struct.Struct("<H3L")
_ZIP64 = b"PK\6\7"
_ZIP64_SIZE = 20

_NEWEST = 45
"""The version of the format up to which nothing is needed that is not read here."""

_OTHER_FLAGS = 0xFFFF & ~0x80E
"""All but those for how hard it was packed, sizes behind the part as well, and names in UTF-8."""

_SMALL = 2**16
"""Bytes, unpacked, of a part that is remembered: styles and relations are the same in many files.

With `_PARTS` of them, twice over, they take no more than 4 MiB.
"""

_PARTS, _PACKED = 32, 2**14


class Part(NamedTuple):
    """A part as the list tells it, by the names of `zipfile`."""

    filename: str
    flag_bits: int
    compress_type: int
    crc: int
    compress_size: int
    file_size: int
    header_offset: int


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
            return unpacked(_told(self._data, part))
        except (zlib.error, ValueError):
            with zipfile.ZipFile(BytesIO(self._data)) as packed:
                return packed.read(name)


def plain_zip(data: bytes) -> PlainZip | None:
    """Return a zip, None if its list is not of the plain kind.

    Plain is one that ends with its list and perhaps a comment, whose parts lie one after the other,
    with names in ASCII, not encrypted, packed by Deflate or not at all.
    """
    end = data.rfind(b"PK\5\6")
    rest = len(data) - end - _END.size
    if end < _ZIP64_SIZE or rest < 0 or data.startswith(_ZIP64, end - _ZIP64_SIZE):
        return None
    _, disk, first, here, count, size, start, comment = _END.unpack_from(data, end)
    if disk or first or here != count or comment != rest or start + size != end:
        return None
    parts: list[Part] = []
    at, free = start, 0
    while at + _ENTRY.size <= end:
        (
            mark, version, flags, method, crc, packed, size, length, extra, comment, disk, head,
        ) = _ENTRY.unpack_from(data, at)  # fmt: skip
        at += _ENTRY.size + length
        name = data[at - length : at]
        if (
            mark != b"PK\1\2"
            or version > _NEWEST
            or flags & _OTHER_FLAGS
            or extra | comment | disk
            or not (method == _DEFLATED or (method == _STORED and packed == size))
            or head < free
            or not name.isascii()
        ):
            return None
        parts.append(Part(name.decode(), flags, method, crc, packed, size, head))
        free = head + _LOCAL.size + length + packed
    odd = any(sign in each.filename for each in parts for sign in "\0\\")
    plain = at == end and free <= start and len(parts) == count and not odd
    return PlainZip(data, parts) if plain else None


_DEFLATED, _STORED = zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED


def _told(data: bytes, part: Part) -> bytes:
    """Return what the list tells of a part, then its bytes.

    Raises:
        ValueError: its own head says something else, or nothing that goes by the list alone.
    """
    head = part.header_offset
    mark, length, extra = _LOCAL.unpack_from(data, head)
    start = head + _LOCAL.size + length
    if mark != b"PK\3\4" or extra or data[start - length : start] != part.filename.encode():
        raise ValueError(part)
    return _TOLD.pack(*part[2:6]) + data[start : start + part.compress_size]


def _unpacked(packed: bytes) -> bytes:
    """Return a part unpacked, which `_told` gives.

    Raises:
        ValueError: it is not wholly what the list says.
        zlib.error: it is damaged.
    """
    method, given, _, size = _TOLD.unpack_from(packed)
    data = packed[_TOLD.size :]
    if method == _DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        data = stream.decompress(data, size + 1)
        if not stream.eof or stream.unused_data:
            raise ValueError(size)
    if len(data) != size or zlib.crc32(data) != given:
        raise ValueError(size)
    return data


_known = remembered(_unpacked, most=_PARTS, longest=_PACKED)
