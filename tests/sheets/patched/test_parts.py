"""A workbook as its parts: what is left alone stays as packed; what is harmful is refused."""

import io
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.engine.archive import seal
from generator.problems import Problem
from generator.sheets.patched.parts import Packed, unpacked, written
from tests.sheets.patched.workbooks import everything, parts, zipped

BOOK = everything()


def read(data: bytes) -> Packed:
    found = unpacked(data)
    assert isinstance(found, Packed)
    return found


def raw(data: bytes) -> dict[str, bytes]:
    """The bytes of each part as they lie in the file."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for info in packed.infolist():
            name, extra = data[info.header_offset + 26 :][:2], data[info.header_offset + 28 :][:2]
            begins = (
                info.header_offset
                + 30
                + int.from_bytes(name, "little")
                + int.from_bytes(extra, "little")
            )
            found[info.filename] = data[begins : begins + info.compress_size]
    return found


def listed(data: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return [
            (each.filename, each.date_time, each.external_attr, each.compress_type, each.CRC, each.comment)
            for each in packed.infolist()
        ]  # fmt: skip


def test_a_workbook_of_which_nothing_changes_keeps_every_packed_byte() -> None:
    again = written(read(BOOK), {})
    assert raw(again) == raw(BOOK)
    assert listed(again) == listed(BOOK)


def test_only_the_changed_part_is_packed_anew_and_a_new_one_comes_last() -> None:
    changed = written(read(BOOK), {"xl/styles.xml": b"<a/>", "moi/phan.xml": b"<b/>"})
    assert list(parts(changed)) == [*parts(BOOK), "moi/phan.xml"]
    assert parts(changed)["xl/styles.xml"] == b"<a/>"
    kept = raw(BOOK).keys() - {"xl/styles.xml"}
    assert {name: raw(changed)[name] for name in kept} == {name: raw(BOOK)[name] for name in kept}


def test_a_dropped_part_is_gone() -> None:
    assert "docProps/app.xml" not in parts(written(read(BOOK), {"docProps/app.xml": None}))


def test_the_same_changes_give_the_same_bytes() -> None:
    assert written(read(BOOK), {"a.xml": b"<a/>" * 900}) == written(
        read(BOOK), {"a.xml": b"<a/>" * 900}
    )


def test_what_is_written_bears_the_seal_of_this_program() -> None:
    assert seal(io.BytesIO(written(read(BOOK), {})))
    assert seal(io.BytesIO(BOOK)) is None


class Behind:
    """A stream that cannot go back: zip files made for one have the sizes behind the data."""

    def __init__(self) -> None:
        self.data = b""

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)

    def flush(self) -> None:
        pass


def test_sizes_behind_the_data_and_foreign_names_are_read() -> None:
    stream = Behind()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:  # type: ignore[call-overload]
        for name, data in {**parts(BOOK), "xl/media/ảnh.png": b"\x89PNG" * 50}.items():
            packed.writestr(name, data)
    again = written(read(stream.data), {})
    assert parts(again) == {**parts(BOOK), "xl/media/ảnh.png": b"\x89PNG" * 50}
    assert raw(again) == raw(stream.data)


def test_a_part_is_found_in_whatever_case() -> None:
    assert read(BOOK).named("XL/Workbook.XML") == "xl/workbook.xml"
    assert read(BOOK).named("xl/khong-co.xml") == ""


def test_text_in_another_encoding_is_read_as_utf8() -> None:
    wide = '<?xml version="1.0" encoding="UTF-16"?><a>ữ</a>'.encode("utf-16")
    assert read(zipped({"a.xml": wide})).xml["a.xml"] == "<a>ữ</a>".encode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "rỗng"),
        (b"khong phai zip", "hỏng"),
        (BOOK[: len(BOOK) // 2], "hỏng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "kiểu cũ"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (zipped({"a.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), "DTD"),
        (zipped({"a.xml": b"\0" * 40_000_000}), "nén bất thường"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "LibreOffice"),
        (zipped({"xl/vbaProject.bin": b"x"}), "macro"),
        (zipped({"a.xml": b"<a/>", "A.XML": b"<a/>"}), "hỏng"),
        (zipped({"a.xml": b'<?xml version="1.0" encoding="EBCDIC-CP-US"?><a/>'}), "hỏng"),
    ],
    ids=[
        "empty",
        "no zip",
        "cut",
        "old",
        "password",
        "DTD",
        "bomb",
        "odf",
        "macro",
        "twice",
        "encoding",
    ],
)
def test_what_cannot_be_read_is_told_with_its_reason(data: bytes, told: str) -> None:
    tracemalloc.start()
    found = unpacked(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(found, Problem)
    assert found.code == "KD820"
    assert told in found.message
    assert most < 100 * 2**20


@given(st.binary(max_size=40), st.integers(0, len(BOOK)))
def test_damage_anywhere_is_no_traceback(noise: bytes, at: int) -> None:
    found = unpacked(BOOK[:at] + noise + BOOK[at + len(noise) :])
    if isinstance(found, Packed):
        written(found, {})
