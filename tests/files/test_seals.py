"""Whether a file is as this program wrote it is read off the file itself."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.engine.archive import archive, entry, may_be_document, prefix
from generator.files.documents import edited, write_document
from generator.files.seals import BLANK, ending_of, seal_of, seal_within, sealed
from generator.files.workbook import Book
from tests.files.test_atomic import a_document

PAGE = f"<!DOCTYPE html>\n<p>Tình hình hồ sơ</p>\n<!-- {BLANK} -->\n"
SCHEMA = f'{{\n  "title": "Đợt",\n  "$comment": "{BLANK}"\n}}\n'


def a_workbook() -> bytes:
    book = Book()
    book.sheet("Danh sách", [("TT", 5)])
    return book.bytes()


def made() -> dict[str, bytes]:
    return {
        "a.docx": a_document("Kính gửi"),
        "a.xlsx": a_workbook(),
        "a.html": sealed(PAGE),
        "a.json": sealed(SCHEMA),
    }


@pytest.mark.parametrize("name", made())
def test_what_was_written_bears_its_seal(name: str, tmp_path: Path) -> None:
    data = made()[name]
    path = tmp_path / name
    assert write_document(path, data) == (path, [])
    assert path.read_bytes() == data
    assert not edited(path)
    assert seal_of(path) == seal_within(data)
    assert f".{name.partition('.')[2]}" == ending_of(data)


@pytest.mark.parametrize("name", made())
def test_what_was_edited_is_kept_and_the_new_one_stands_beside_it(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    changed = made()[name].replace(b"\n", b" \n", 1) + b"x"
    path.write_bytes(changed)
    written, problems = write_document(path, made()[name])
    assert [each.code for each in problems] == ["KD505"]
    assert path.read_bytes() == changed
    assert written == tmp_path / f"a (mới){path.suffix}"


def test_a_document_with_a_workbook_inside_is_still_a_document(tmp_path: Path) -> None:
    parts = [
        entry("word/document.xml", b"<w/>"),
        entry("word/embeddings/a.xlsx", a_workbook()[:900]),
    ]
    inside = entry("word/embeddings/b.xlsx", b"PK\1\2 xl/workbook.xml")
    document = archive(prefix(()), [*parts, inside])
    assert b"xl/workbook.xml" in document
    assert ending_of(document) == ".docx"
    assert write_document(tmp_path / "a.docx", document) == (tmp_path / "a.docx", [])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 255))
def test_any_changed_byte_breaks_the_seal_of_a_text(
    tmp_path_factory: pytest.TempPathFactory, at: int, change: int
) -> None:
    data = bytearray(sealed(PAGE))
    data[at % len(data)] ^= change
    path = tmp_path_factory.mktemp("s") / "a.html"
    path.write_bytes(data)
    assert edited(path)


@pytest.mark.parametrize(
    ("name", "data"),
    [("dot.yaml", a_workbook()), ("a.docx", a_workbook()), ("a.xlsx", a_document("x"))],
)
def test_nothing_is_written_under_a_name_that_means_something_else(
    name: str, data: bytes, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(a_document("cũ") if name == "a.docx" else b"ten: cu")
    before = path.read_bytes()
    written, problems = write_document(path, data)
    assert (written, [each.code for each in problems]) == (None, ["KD550"])
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on Unix only")
@pytest.mark.parametrize("name", made())
def test_a_pipe_in_the_place_of_a_file_is_neither_read_nor_replaced(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    os.mkfifo(path)
    written, problems = write_document(path, made()[name])
    assert [each.code for each in problems] == ["KD505"]
    assert written == tmp_path / f"a (mới){path.suffix}"
    assert path.is_fifo()


BROKEN = {
    "empty": lambda _: b"",
    "zeros": lambda data: bytes(len(data)),
    "begun": lambda data: data[: len(data) // 2],
    "begun, then zeros": lambda data: data[: len(data) // 2] + bytes(4096),
}


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("name", made())
def test_what_a_broken_copy_left_is_replaced(name: str, how: str, tmp_path: Path) -> None:
    data, path = made()[name], tmp_path / name
    path.write_bytes(BROKEN[how](data))
    assert write_document(path, data) == (path, [])
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (a_document("Kính gửi"), True), (a_document("Kính gửi") + b" ", True),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), True),
        (b"", False), (bytes(4096), False), (a_document("Kính gửi")[:-200], False),
        (b"<html>", False),
    ],
    ids=["ours", "edited", "under a password", "empty", "zeros", "begun", "a web page"],
)  # fmt: skip
def test_a_file_that_is_no_document_was_not_edited(
    content: bytes, *, expected: bool, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    assert may_be_document(path) is expected
