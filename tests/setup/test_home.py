"""Where the data is kept: chosen once, found again by every later folder of the program."""

import os
import sys
from pathlib import Path

import pytest

from generator import shipped
from generator.setup import home


@pytest.fixture(autouse=True)
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user who has chosen nothing yet."""
    folder = tmp_path / "Nguyễn Thị Hạnh"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("LOCALAPPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.mark.parametrize(
    ("system", "variable", "usual"),
    [("win32", "LOCALAPPDATA", "AppData/Local"), ("linux", "XDG_CONFIG_HOME", ".config"),
     ("darwin", "XDG_CONFIG_HOME", "Library/Application Support")],
)  # fmt: skip
def test_what_is_remembered_is_where_the_system_keeps_such_files(
    user: Path, monkeypatch: pytest.MonkeyPatch, system: str, variable: str, usual: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert home.settings() == user / usual / "kiemdiem" / home.FILE
    monkeypatch.setenv(variable, str(user / "elsewhere"))
    assert home.settings() == user / "elsewhere" / "kiemdiem" / home.FILE


def test_the_documents_of_the_user_are_proposed(user: Path) -> None:
    assert home.usual() == user / "kiemdiem"
    (user / "Documents").mkdir()
    assert home.usual() == user / "Documents" / "kiemdiem"


def test_to_who_has_no_home_the_folder_at_hand_is_proposed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", staticmethod(nowhere))
    monkeypatch.chdir(tmp_path)
    assert home.usual() == tmp_path / "kiemdiem"
    assert home.remembered() is None
    (told,) = home.choose(home.usual())
    assert told.code == "KD747"


def test_a_chosen_folder_is_found_again_with_the_sample(user: Path) -> None:
    assert home.remembered() is None
    assert home.choose(user / "Hồ sơ 2026") == []
    assert home.remembered() == user / "Hồ sơ 2026"
    copied = user / "Hồ sơ 2026" / home.LOOK_AT / "dot.yaml"
    assert copied.read_bytes() == (shipped.DATA / home.SAMPLE / "dot.yaml").read_bytes()


def test_nothing_that_is_there_is_written_over(user: Path) -> None:
    mine = user / "a" / home.LOOK_AT / "dot.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text("nam: 2027")
    assert home.choose(user / "a") == []
    assert mine.read_text() == "nam: 2027"


def test_a_folder_that_is_gone_is_chosen_again(user: Path) -> None:
    home.choose(user / "a")
    (user / "a").rename(user / "b")
    assert home.remembered() is None


@pytest.mark.parametrize("text", ["", "[]", '{"thu_muc": 1}', "\0", '{"khac": "x"}'])
def test_a_damaged_memory_is_none(text: str) -> None:
    home.settings().parent.mkdir(parents=True)
    home.settings().write_text(text)
    assert home.remembered() is None


@pytest.mark.skipif(os.name == "nt", reason="a file in the place of a folder, as Unix tells it")
def test_a_folder_that_cannot_be_made_is_told_and_not_remembered(user: Path) -> None:
    (user / "tệp").write_text("x")
    (told,) = home.choose(user / "tệp" / "a")
    assert told.code == "KD504"
    assert home.remembered() is None
