"""The folders of the user: where the system keeps such things, and whether others can write."""

import os
import sys
from pathlib import Path

import pytest

from generator.files import of_user

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")


@pytest.mark.parametrize(
    ("system", "variable", "places"),
    [
        ("linux", "", (".config", ".cache")),
        ("darwin", "", ("Library/Application Support", "Library/Caches")),
        ("win32", "", ("AppData/Local", "AppData/Local")),
        ("linux", "XDG_CONFIG_HOME", ("elsewhere", ".cache")),
        ("linux", "XDG_CACHE_HOME", (".config", "elsewhere")),
        ("win32", "LOCALAPPDATA", ("elsewhere", "elsewhere")),
    ],
)
def test_each_system_has_its_place(
    system: str, variable: str, places: tuple[str, str],
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    if variable:
        monkeypatch.setenv(variable, str(tmp_path / "elsewhere"))
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    settings, spared = (tmp_path / place / "kiemdiem" for place in places)
    assert (of_user.settings(), of_user.spared()) == (settings, spared)


@pytest.mark.parametrize("asked", ["", "cache", "./cache"])
def test_a_relative_path_is_no_place(
    asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, asked)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert of_user.spared().is_relative_to(tmp_path)


def test_a_user_without_a_home_has_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", none)
    for place in (of_user.settings, of_user.spared):
        with pytest.raises(FileNotFoundError):
            place()


@on_unix
@pytest.mark.parametrize(
    ("mode", "private"), [(0o755, True), (0o770, False), (0o702, False), (0o1777, True)]
)
def test_what_others_can_put_something_else_in_the_place_of_is_not_private(
    tmp_path: Path, mode: int, private: bool
) -> None:
    (tmp_path / "above" / "between").mkdir(parents=True)
    (tmp_path / "above" / "between" / "file").touch(mode=0o600)
    (tmp_path / "above").chmod(mode)
    assert of_user.is_private(tmp_path / "above" / "between" / "file") == private


@on_unix
@pytest.mark.parametrize(
    ("mode", "private"),
    [(0o700, True), (0o755, True), (0o600, True), (0o770, False), (0o722, False), (0o702, False)],
)
def test_what_others_can_write_is_not_private(tmp_path: Path, mode: int, private: bool) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder").chmod(mode)
    assert of_user.is_private(tmp_path / "folder") == private


@on_unix
def test_what_belongs_to_somebody_else_is_not_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert of_user.is_private(tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    assert not of_user.is_private(tmp_path)


@on_unix
def test_a_link_is_not_private_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "file").touch(mode=0o600)
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert not of_user.is_private(tmp_path / "link")


@on_unix
def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        of_user.is_private(tmp_path / "file")


@pytest.mark.parametrize(
    ("path", "private"),
    [("C:\\Users\\An\\AppData\\Local", True), ("\\\\may-chu\\chung\\An", False)],
)
def test_on_windows_a_folder_of_another_machine_is_not_trusted(
    path: str, private: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert of_user.is_private(Path(path)) == private
