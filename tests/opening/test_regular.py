"""Only ordinary files are opened: nothing waits for a pipe, nothing reads a device."""

import os
import socket
from pathlib import Path

import pytest

from generator.opening.regular import NotRegularError, is_regular, read_regular

unix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on Unix only")


def test_an_ordinary_file_is_read_up_to_one_byte_more_than_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 20)
    assert read_regular(tmp_path / "a", 100) == b"x" * 20
    assert read_regular(tmp_path / "a", 9) == b"x" * 10


@unix
@pytest.mark.parametrize("what", ["pipe", "socket", "device", "folder", "link to a pipe"])
def test_anything_else_is_refused_without_waiting(what: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    match what:
        case "pipe":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(str(path))
        case "device":
            path.symlink_to("/dev/zero")
        case "folder":
            path.mkdir()
        case _:
            os.mkfifo(tmp_path / "b")
            path.symlink_to(tmp_path / "b")
    assert not is_regular(path)
    with pytest.raises(NotRegularError):
        read_regular(path, 10)


def test_what_is_not_there_is_not_regular(tmp_path: Path) -> None:
    assert not is_regular(tmp_path / "a")
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "a", 10)
