"""Started without a console, as by a link or a task: no stream is there, and all the same it works."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import streams
from tests.cli.conftest import ROOT


def started(folder: Path, *words: str) -> int:
    """Run `kiemdiem` with none of the three streams; its exit code."""
    command = 'exec "$0" -m generator "$@" <&- >&- 2>&-'
    environment = {"PATH": os.defpath, "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    done = subprocess.run(
        ["sh", "-c", command, sys.executable, *words], cwd=folder, env=environment, check=False
    )
    return done.returncode


@pytest.mark.skipif(os.name == "nt", reason="only a shell of Unix starts a program so")
@pytest.mark.parametrize(
    ("words", "code"),
    [("--version", 0), ("--help", 0), ("explain KD503", 0), ("start", 0), ("start --folder", 0),
     ("nope", 2), ("validate nope", 1), ("init a", 0)],
)  # fmt: skip
def test_a_command_without_a_console_does_its_work(words: str, code: int, tmp_path: Path) -> None:
    assert started(tmp_path, *words.split()) == code
    assert list(tmp_path.glob("loi-kiemdiem*")) == []


@pytest.mark.skipif(os.name == "nt", reason="only a shell of Unix starts a program so")
def test_documents_are_made_and_checked_without_a_console(data: Path, tmp_path: Path) -> None:
    assert started(tmp_path, "build", "xa", "--jobs", "2") == 0
    made = list(tmp_path.rglob("*.docx"))
    assert len(made) > 50
    next(each for each in made if each.name.startswith("1 - ")).unlink()
    (data / "da-nhan" / "chi-bo-thon-dong").mkdir(parents=True)
    (data / "da-nhan" / "chi-bo-thon-dong" / "a.docx").write_bytes(b"no Word file")
    assert started(tmp_path, "check", "xa", "--jobs", "2") == 1
    assert list(tmp_path.glob("loi-kiemdiem*")) == []


def test_streams_that_are_none_take_what_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    streams.open_all()
    written = [sys.stdout, sys.stderr]
    assert [each.write("Đảng bộ") for each in written] == [7, 7]
    assert sys.stdin.read() == ""
    for each in (sys.stdin, *written):
        each.close()
