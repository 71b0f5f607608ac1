"""A zip of the plain kind is read as `zipfile` reads it; any other is left to `zipfile`."""

import io
import random
import struct
import zipfile
import zlib

import pytest

from generator.opening.content import RefusedFileError
from generator.opening.packed import opened, opened_to_read, read_xml
from generator.opening.plain_zip import plain_zip
from tests.received.corpus import package

BODY = b"<a>" + bytes(range(32, 60)) * 40 + b"</a>"
PARTS = {"word/document.xml": BODY, "_rels/.rels": b"<b/>", "word/a.bin": b"", "c.xml": b"x" * 9000}


def packed(parts: dict[str, bytes] = PARTS, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as found:
        for name, data in parts.items():
            found.writestr(name, data)
    return file.getvalue()


def by_library(data: bytes) -> object:
    """All that `packed.opened` gives of a file, or its refusal."""
    try:
        with opened(io.BytesIO(data)) as found:
            names = found.namelist()
            return [(name, tried(found, name)) for name in names]
    except RefusedFileError as error:
        return error.refusal


def here(data: bytes) -> object:
    try:
        with opened_to_read(io.BytesIO(data)) as found:
            return [(name, tried(found, name)) for name in found.namelist()]
    except RefusedFileError as error:
        return error.refusal


def tried(found: object, name: str) -> object:
    try:
        return read_xml(found, name)  # type: ignore[arg-type]
    except RefusedFileError as error:
        return error.refusal
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        return type(error)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_plain_zip_is_read_here(method: int) -> None:
    data = packed(method=method)
    found = plain_zip(data)
    assert found is not None
    assert found.namelist() == list(PARTS)
    assert {name: found.read(name) for name in PARTS} == PARTS
    assert [each.file_size for each in found.infolist()] == list(map(len, PARTS.values()))
    assert here(data) == by_library(data)


def test_a_comment_at_the_end_is_plain() -> None:
    data = packed()
    assert plain_zip(data[:-2] + b"\5\0abcde") is not None
    assert plain_zip(data[:-2] + b"\5\0abcd") is None
    assert plain_zip(data + b"x") is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\5\6" + bytes(18),
        b"x" + packed(),
        packed(method=zipfile.ZIP_BZIP2),
        packed(method=zipfile.ZIP_LZMA),
        packed({"đ.xml": b"x"}),
        packed({"a\\b.xml": b"x"}),
        packed()[:-30],
    ],
)
def test_another_one_is_left_to_the_library(data: bytes) -> None:
    assert plain_zip(data) is None
    assert here(data) == by_library(data)


def entry(data: bytes, number: int) -> int:
    """Return where the entry of a part stands in the list."""
    at = -1
    for _ in range(number + 1):
        at = data.index(b"PK\1\2", at + 1)
    return at


@pytest.mark.parametrize(
    ("form", "place", "value"),
    [
        ("<H", 6, 46),  # needs a newer version
        ("<H", 8, 1),  # encrypted
        ("<H", 8, 0x20),  # patched
        ("<H", 8, 0x40),  # strongly encrypted
        ("<H", 10, 9),  # Deflate64
        ("<H", 34, 1),  # on another disk
        ("<L", 42, 0),  # where the part before stands
        ("<L", 42, 2**31),
        ("<L", 20, 2**31),
        ("<H", 28, 2**15),
        ("<H", 30, 4),
        ("<H", 32, 4),
    ],
)
def test_an_unusual_list_is_left_to_the_library(form: str, place: int, value: int) -> None:
    data = bytearray(packed())
    struct.pack_into(form, data, entry(data, 1) + place, value)
    assert plain_zip(bytes(data)) is None
    assert here(bytes(data)) == by_library(bytes(data))


@pytest.mark.parametrize(
    ("form", "place", "value"),
    [
        ("<L", 16, 1),  # checksum
        ("<L", 24, len(BODY) - 1),  # size: less than there is
        ("<L", 24, len(BODY) + 1),
        ("<L", 24, 0),
        ("<L", 20, 5),  # size when packed
        ("<H", 10, 0),  # not packed, as it says
    ],
)
def test_a_part_that_is_not_what_the_list_says_is_what_the_library_says(
    form: str, place: int, value: int
) -> None:
    data = bytearray(packed())
    struct.pack_into(form, data, entry(data, 0) + place, value)
    assert here(bytes(data)) == by_library(bytes(data))


@pytest.mark.parametrize(("place", "value"), [(0, b"PK\3\5"), (30, b"W"), (28, b"\4"), (26, b"\1")])
def test_so_is_one_whose_own_head_says_something_else(place: int, value: bytes) -> None:
    data = bytearray(packed())
    data[place : place + len(value)] = value
    assert here(bytes(data)) == by_library(bytes(data))


def test_the_same_packed_bytes_under_another_checksum_are_not_taken_for_known() -> None:
    good = packed()
    assert here(good) == by_library(good)
    data = bytearray(good)
    data[entry(data, 0) + 16] ^= 1
    assert here(bytes(data)) == by_library(bytes(data)) != here(good)


def test_a_bomb_is_refused_before_anything_is_unpacked() -> None:
    data = package(b"<a/>", {"word/b.xml": bytes(8 * 2**20)})
    assert plain_zip(data) is not None
    assert here(data) == by_library(data) == "nen-bat-thuong"


@pytest.mark.parametrize("seed", range(300))
def test_a_damaged_zip_is_what_the_library_says(seed: int) -> None:
    draw = random.Random(seed)
    data = bytearray(packed(method=draw.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])))
    behind = data.index(b"PK\1\2")
    for _ in range(draw.randint(1, 4)):
        first = draw.choice([0, behind])  # as often in the list as in the parts before it
        data[draw.randrange(first, len(data))] = draw.choice([0, 1, 2, 8, 255, draw.randrange(256)])
    if draw.random() < 0.1:
        del data[draw.randrange(len(data)) :]
    assert here(bytes(data)) == by_library(bytes(data))
