"""A workbook as its parts: read within limits, and written back as packed where left alone.

A library that loads and saves a workbook loses what it does not know (text boxes, sparklines, the
saved results of formulas). Here only the parts that are given anew change.
"""

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.engine.archive import Prefix, archive, entry, prefix
from generator.engine.relations import in_utf8
from generator.opening.content import REASONS, Refusal, RefusedFileError
from generator.opening.packed import MAX_FILE, opened, read_xml
from generator.problems import Place, Problem, problem

_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_FIELD = struct.Struct("<HH")
_ZIP64, _UTF8, _SIZES_BEHIND = 1, 0x800, 8
_OFFSET = 42
"""Where a line of the directory says where its part begins (APPNOTE 4.3.12)."""


@dataclass(frozen=True, slots=True)
class Packed:
    """The parts of a workbook.

    `xml` holds the parts that are XML, in UTF-8, by their name with «/» and without one in front;
    `kept` is every part as the file has it, by the same name and in the order of the file.
    """

    xml: Mapping[str, bytes]
    kept: Mapping[str, "Kept"]

    def named(self, part: str) -> str:
        """Return a part's name as the file spells it in whatever case, «» if it is not there."""
        if part in self.kept:
            return part
        return next((name for name in self.kept if name.lower() == part.lower()), "")


@dataclass(frozen=True, slots=True)
class Kept:
    """A part as the file has it: its directory entry, what is beside its name, its packed bytes."""

    info: zipfile.ZipInfo
    extra: bytes
    data: bytes

    @property
    def name(self) -> bytes:
        """The name in the bytes of the file."""
        return self.info.orig_filename.encode("utf-8" if self.info.flag_bits & _UTF8 else "cp437")


def unpacked(data: bytes) -> Packed | Problem:
    """Read a workbook; KD820 if it is damaged, under a password, harmful, or none of Excel's."""
    try:
        return _unpacked(data)
    except RefusedFileError as error:
        return problem("KD820", Place(), ly_do=REASONS[error.refusal])


def _unpacked(data: bytes) -> Packed:
    if len(data) > MAX_FILE:
        raise RefusedFileError(Refusal.QUA_LON)
    if not data:
        raise RefusedFileError(Refusal.RONG)
    xml, kept = {}, {}
    with opened(io.BytesIO(data)) as packed:
        for info in packed.infolist():
            name = info.orig_filename.replace("\\", "/").lstrip("/")
            kept[name] = _kept(data, info)
            if name.lower().endswith((".xml", ".rels", ".vml")):
                readable = in_utf8(read_xml(packed, info.filename))
                if readable is None:
                    raise RefusedFileError(Refusal.HONG)
                xml[name] = readable
        if len({name.lower() for name in kept}) != len(packed.infolist()):
            raise RefusedFileError(Refusal.HONG)
    return Packed(xml, kept)


def _kept(data: bytes, info: zipfile.ZipInfo) -> Kept:
    sign, *_, name, extra = _LOCAL.unpack_from(data, info.header_offset)
    begins = info.header_offset + _LOCAL.size + name + extra
    if sign != b"PK\3\4" or begins + info.compress_size > len(data):
        raise RefusedFileError(Refusal.HONG)
    return Kept(info, data[begins - extra : begins], data[begins : begins + info.compress_size])


def written(packed: Packed, changed: Mapping[str, bytes | None]) -> bytes:
    """Return the workbook with some parts changed; the same input gives the same bytes.

    Args:
        packed: the workbook.
        changed: the new content of parts, None for one to drop; a name that the workbook has not
            is a new part, at the end.

    Returns:
        The file, under the seal of this program. All other parts have the names, order, times and
        packed bytes that they had.
    """
    pieces: list[bytes] = []
    lines: list[bytes] = []
    offset = 0
    for record, line in _records(packed, changed):
        pieces.append(record)
        lines.append(line[:_OFFSET] + struct.pack("<L", offset) + line[_OFFSET + 4 :])
        offset += len(record)
    return archive(Prefix(b"".join(pieces), b"".join(lines), len(lines)), ())


def _records(packed: Packed, changed: Mapping[str, bytes | None]) -> Iterator[tuple[bytes, bytes]]:
    """Yield each part as it stands in the file, with its line of the directory."""
    for name, kept in packed.kept.items():
        if name not in changed:
            yield _again(kept)
        elif (content := changed[name]) is not None:
            yield _anew(kept.info.orig_filename, content)
    for name, content in changed.items():
        if name not in packed.kept and content is not None:
            yield _anew(name, content)


def _anew(name: str, content: bytes) -> tuple[bytes, bytes]:
    made = prefix([entry(name, content)])
    return made.records, made.directory


def _again(kept: Kept) -> tuple[bytes, bytes]:
    info, name = kept.info, kept.name
    day, time = info.date_time[:3], info.date_time[3:]
    stamp = (
        time[0] << 11 | time[1] << 5 | time[2] // 2,
        (day[0] - 1980) << 9 | day[1] << 5 | day[2],
    )
    # Sizes behind the data (bit 3) are written in front: they are known, and read as well.
    common = (
        info.flag_bits & ~_SIZES_BEHIND, info.compress_type, *stamp, info.CRC,
        info.compress_size, info.file_size, len(name),
    )  # fmt: skip
    beside, extra = _without_sizes(kept.extra), _without_sizes(info.extra)
    local = _LOCAL.pack(b"PK\3\4", info.extract_version, *common, len(beside))
    line = _CENTRAL.pack(
        b"PK\1\2", info.create_version | info.create_system << 8, info.extract_version, *common,
        len(extra), len(info.comment), 0, info.internal_attr, info.external_attr, 0,
    )  # fmt: skip
    return local + name + beside + kept.data, line + name + extra + info.comment


def _without_sizes(extra: bytes) -> bytes:
    """Return an extra field without the sizes of zip64, which stand in the record itself."""
    left = b""
    while len(extra) >= _FIELD.size:
        kind, length = _FIELD.unpack_from(extra)
        if kind != _ZIP64:
            left += extra[: _FIELD.size + length]
        extra = extra[_FIELD.size + length :]
    return left + extra
