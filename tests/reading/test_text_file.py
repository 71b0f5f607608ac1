"""Bytes to text: UTF-8 of a reasonable size, and a problem that says what else it is."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Place, Problem
from generator.reading.text_file import LIMIT, decode, line_and_column, lines, read_text

TEXT = "trich_yeu: Kiểm điểm, đánh giá, xếp loại năm 2026\n"


def code_of(result: str | Problem) -> str:
    assert isinstance(result, Problem), result
    return result.code


def test_utf8_is_read_with_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    for name, encoding in (("a.yaml", "utf-8"), ("b.yaml", "utf-8-sig")):
        (tmp_path / name).write_text(TEXT, encoding)
        assert read_text(tmp_path / name) == TEXT


def test_a_missing_file_is_named_with_its_likely_neighbour(tmp_path: Path) -> None:
    (tmp_path / "công-văn-608.yaml").write_text(TEXT, "utf-8")
    found = read_text(tmp_path / "cong-van-609.yaml")
    assert code_of(found) == "KD001"
    assert "«công-văn-608.yaml»" in found.mend


def test_a_missing_file_in_a_missing_folder_is_missing_too(tmp_path: Path) -> None:
    found = read_text(tmp_path / "2026" / "cong-van.yaml")
    assert code_of(found) == "KD001"
    assert "đồng chí" not in found.mend


def test_a_file_is_no_folder_to_look_in(tmp_path: Path) -> None:
    (tmp_path / "dot.yaml").write_text(TEXT, "utf-8")
    assert code_of(read_text(tmp_path / "dot.yaml" / "cong-van.yaml")) == "KD001"


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    assert code_of(read_text(tmp_path)) == "KD002"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(errno.EACCES, "x"), "KD003"),
        (OSError(errno.EIO, "x"), "KD004"),
    ],
    ids=["not allowed", "the network drive is gone"],
)
def test_what_the_system_refuses_is_a_problem(
    error: OSError, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cong-van.yaml"
    path.write_text(TEXT, "utf-8")
    open_ = Path.open

    def refuse(name: Path, *given: Any, **more: Any) -> Any:
        if name == path:
            raise error
        return open_(name, *given, **more)  # the texts of the problems are files too

    monkeypatch.setattr(Path, "open", refuse)
    assert code_of(read_text(path)) == code


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on Unix only")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "cong-van.yaml")
    assert code_of(read_text(tmp_path / "cong-van.yaml")) == "KD043"


def test_the_limit_itself_is_still_read() -> None:
    data = b"# " + b"x" * (LIMIT - 2)
    assert decode(data, Place()) == data.decode()
    assert code_of(decode(data + b"x", Place())) == "KD005"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_unicode_of_notepad_is_told_by_name(encoding: str) -> None:
    assert code_of(decode(TEXT.encode(encoding), Place())) == "KD006"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"trich_yeu: Ki\xd3m \xae\xd3m", 1, 14),
        ("loai: cong-van\nngày: ".encode() + b"\xd0\xf4ng", 2, 7),
        ("đ: ê\r\nê: ".encode() + b"\xff", 2, 4),
    ],
    ids=["TCVN3", "Windows-1258 on the second line", "behind letters of several bytes"],
)
def test_an_old_code_page_is_refused_at_its_first_byte(data: bytes, line: int, column: int) -> None:
    found = decode(data, Place(file="cong-van.yaml"))
    assert code_of(found) == "KD007"
    assert found.place == Place(file="cong-van.yaml", line=line, column=column)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"PK\x03\x04....", "Word, Excel"),
        (b"\xd0\xcf\x11\xe0....", "đời cũ"),
        (b"%PDF-1.4", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"loai: \0\0cong-van", "nhị phân"),
    ],
)
def test_other_kinds_of_files_are_told_by_name(data: bytes, named: str) -> None:
    found = decode(data, Place())
    assert code_of(found) == "KD008"
    assert named in found.message


@given(st.binary(max_size=300))
def test_no_bytes_at_all_raise(data: bytes) -> None:
    result = decode(data, Place())
    assert isinstance(result, Problem) or result.encode() in (data, data[3:])


@given(st.text(alphabet="aê\n\r ", max_size=40), st.data())
def test_line_and_column_lead_back_to_the_character(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        return
    line, column = line_and_column(text, offset)
    row = lines(text)[line - 1]
    assert row[column - 1 :].startswith(text[offset : offset + 1].strip("\r\n"))
    assert column <= len(row) + 1
