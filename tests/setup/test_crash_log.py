"""The log of a bug is written where it can be, and never over another."""

from pathlib import Path

import pytest

from generator.setup import crash_log
from generator.setup.crash_log import log_crash


def test_each_bug_has_a_log_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = {log_crash("ValueError\n  a.py:1 b")[0] for _ in range(3)}
    assert len(files) == 3
    for file in files:
        assert file is not None
        assert "a.py:1 b" in file.read_text("utf-8")
        assert "kiemdiem 0" in file.read_text("utf-8")


def test_where_nothing_can_be_written_the_lines_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash_log, "write_file", lambda *_: ["không ghi được"])
    path, lines = log_crash("ValueError")
    assert path is None
    assert lines[-1] == "ValueError"
