"""Only files of the campaign are opened, only of known kinds, and only where there is a way."""

import os
from pathlib import Path

import pytest

from generator.desk import programs
from generator.desk.campaigns import Open
from tests.desk.pages.sample import BEFORE


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """A campaign with a paper, a script and a file outside."""
    home = tmp_path / "dot"
    home.mkdir()
    for name in ("a.docx", "a.sh", "a.exe:b.docx"):
        (home / name).write_bytes(b"x")
    (tmp_path / "ngoai.docx").write_bytes(b"x")
    (home / "dep.docx").symlink_to(home / "a.sh")
    (home / "ra.docx").symlink_to(tmp_path / "ngoai.docx")
    return Open("dot", home, tmp_path / "ra", lambda: BEFORE)


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with a screen whose way to open a file notes what it was asked to open."""
    noted = tmp_path / "noted"
    program = tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$@" >> "{noted}"\ntest -f "$1" -o -d "$1"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return noted


def test_a_paper_may_be_opened(opened: Open) -> None:
    assert programs.openable(opened, "a.docx") == opened.folder / "a.docx"


@pytest.mark.parametrize(
    "name",
    ["a.sh", "dep.docx", "ra.docx", "../ngoai.docx", "khong-co.docx", "", ".", "a.exe:b.docx"],
)
def test_nothing_else_may_be(opened: Open, name: str) -> None:
    assert programs.openable(opened, name) is None


def test_a_file_and_its_folder_are_opened(opened: Open, started: Path) -> None:
    path = opened.folder / "a.docx"
    assert programs.open_file(path)
    assert programs.open_folder(path)
    assert started.read_text("utf-8").split() == [str(path), str(path.parent)]


def test_a_program_that_fails_is_told(opened: Open, started: Path) -> None:
    assert not programs.open_file(opened.folder / "khong-co.docx")


def test_a_machine_without_a_screen_has_no_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert programs.way() is None
    assert not programs.open_file(Path("a.docx"))


def test_on_windows_a_file_goes_to_its_program_and_the_explorer_shows_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[object] = []
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(programs.os, "startfile", seen.append, raising=False)
    monkeypatch.setattr(programs, "_started", lambda command: seen.append(command) or True)
    monkeypatch.setenv("SYSTEMROOT", "C:\\Windows")
    assert programs.open_file(Path("C:\\dot\\a b.docx"))
    assert programs.open_folder(Path("C:\\dot\\a b.docx"))
    assert seen == ["C:\\dot\\a b.docx", '"C:\\Windows\\explorer.exe" /select,"C:\\dot\\a b.docx"']


@pytest.mark.parametrize(
    ("name", "deed"),
    [("a.docx", "Mở bằng Word"), ("a.XLSX", "Mở bằng Excel"), ("a.pdf", "Mở PDF"),
     ("a.zip", "Mở tệp nén"), ("a.jpg", "")],
)  # fmt: skip
def test_the_button_says_what_opens_a_file(name: str, deed: str) -> None:
    assert programs.deed(name) == deed
