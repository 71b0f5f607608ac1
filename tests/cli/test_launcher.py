"""The words that call the program again can be typed where it was called."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from generator.cli.launcher import called, typed


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A virtual environment in the working folder, which the shell does not search."""
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("kiemdiem", "python"):
        shutil.copy(shutil.which("true") or "", programs / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.defpath)
    return programs


def test_a_command_that_the_shell_does_not_find_is_called_by_its_path(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [str(environment / "kiemdiem")])
    assert called() == str(Path(".venv", "bin", "kiemdiem"))


def test_a_command_that_the_shell_finds_is_called_by_its_name(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [str(environment / "kiemdiem")])
    monkeypatch.setenv("PATH", f"{environment}{os.pathsep}{os.defpath}")
    assert called() == "kiemdiem"


def test_another_command_of_the_name_is_not_taken_for_this_one(
    environment: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(environment / "kiemdiem", other / "kiemdiem")
    monkeypatch.setattr(sys, "argv", [str(environment / "kiemdiem")])
    monkeypatch.setenv("PATH", f"{other}{os.pathsep}{os.defpath}")
    assert called() == str(Path(".venv", "bin", "kiemdiem"))


def test_where_no_command_was_installed_python_is_called(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [str(Path("generator") / "__main__.py")])
    monkeypatch.setattr(sys, "executable", str(environment / "python"))
    assert called() == f"{Path('.venv', 'bin', 'python')} -m generator"


@pytest.mark.parametrize("found", [True, False])
def test_in_the_folder_for_windows_the_file_above_python_is_called(
    found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = tmp_path / "kiemdiem.cmd"
    command.touch()
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "lib" / "generator" / "__main__.py")])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python" / "python.exe"))
    monkeypatch.setattr(shutil, "which", lambda name: str(command) if found else None)
    assert called() == ("kiemdiem" if found else str(command))


@pytest.mark.skipif(os.name == "nt", reason="cmd quotes otherwise")
def test_a_path_with_a_blank_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "phần mềm" / "kiemdiem"
    program.parent.mkdir()
    program.touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [str(program)])
    assert called() == "'phần mềm/kiemdiem'"


def test_a_program_that_calls_main_itself_is_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["kiemdiem"])
    assert called() == "kiemdiem"


@pytest.mark.skipif(os.name == "nt", reason="cmd quotes otherwise")
@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("kiem-diem-2026", "kiem-diem-2026"), ("hồ sơ/đợt 2027", "'hồ sơ/đợt 2027'"),
        ("đợt/năm_2027", "đợt/năm_2027"), ("a&b", "'a&b'"), ("a'b", "'a'\"'\"'b'"),
    ],
)  # fmt: skip
def test_a_folder_in_a_line_to_type_is_quoted_where_the_shell_needs_it(
    path: str, written: str
) -> None:
    assert typed(Path(path)) == written
