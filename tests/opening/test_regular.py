"""Only plain files are opened, and no more of one is read than its role allows."""

import os
from pathlib import Path

import pytest

from generator.opening.regular import (
    IrregularError,
    TooLargeError,
    is_file,
    is_folder,
    is_regular,
    opened,
    whole,
)


def test_a_plain_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert whole(path, 5) == b"12345"
    assert is_regular(path)
    with pytest.raises(TooLargeError):
        whole(path, 4)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="devices have names on Unix only")
def test_what_may_never_end_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    for path in (Path("/dev/zero"), Path("/dev/full"), tmp_path / "pipe", tmp_path / "link"):
        assert not is_regular(path)
        with pytest.raises(IrregularError):
            opened(path)


def test_a_folder_and_what_is_not_there_say_so(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        opened(tmp_path)
    with pytest.raises(FileNotFoundError):
        opened(tmp_path / "a")
    assert not is_regular(tmp_path / "a")


def test_a_file_of_ten_terabytes_takes_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with path.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(TooLargeError):
        whole(path, 2**20)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="Linux")
def test_a_file_without_a_size_is_limited_too() -> None:
    with pytest.raises(TooLargeError):
        whole(Path("/proc/self/maps"), 100)


def test_a_link_that_leads_to_itself_is_neither_file_nor_folder(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    (tmp_path / "b").mkdir()
    (tmp_path / "c").write_bytes(b"")
    with os.scandir(tmp_path) as inside:
        found = {each.name: (is_folder(each), is_file(each)) for each in inside}
    assert found == {"a": (False, False), "b": (True, False), "c": (False, True)}
