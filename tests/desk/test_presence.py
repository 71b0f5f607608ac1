"""Desks of one folder know of each other, until they are closed or silent."""

import datetime as dt
import os
from pathlib import Path

import pytest

from generator.desk import presence
from generator.desk.presence import FOLDER, Other, leave, others, say

NOW = dt.datetime.now().astimezone().replace(microsecond=0)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    folder = tmp_path / "xa [2026]"
    folder.mkdir()
    return folder


def elsewhere(monkeypatch: pytest.MonkeyPatch, machine: str, process: int = 7) -> None:
    """Go to another machine, or to another process."""
    monkeypatch.setattr(presence.platform, "node", lambda: machine)
    monkeypatch.setattr(presence.os, "getpid", lambda: process)


def test_a_desk_on_another_machine_is_told_with_who_and_since_when(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(monkeypatch, "VANPHONG-02")
    say(campaign, "tam", NOW)
    elsewhere(monkeypatch, "VANPHONG-01")
    assert others(campaign, NOW) == [Other("tam", "VANPHONG-02", NOW)]
    assert others(campaign.parent / "xa", NOW) == []


def test_another_desk_on_this_machine_has_no_name_of_a_machine(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(monkeypatch, "VANPHONG-01", 1)
    say(campaign, "tam", NOW)
    elsewhere(monkeypatch, "VANPHONG-01", 2)
    assert others(campaign, NOW) == [Other("tam", "", NOW)]


def test_a_desk_is_not_told_of_itself(campaign: Path) -> None:
    say(campaign, "tam", NOW)
    assert others(campaign, NOW) == []


def test_who_closed_or_was_silent_for_long_is_gone(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(monkeypatch, "VANPHONG-02")
    say(campaign, "tam", NOW)
    (file,) = (campaign.parent / FOLDER).iterdir()
    elsewhere(monkeypatch, "VANPHONG-01")
    os.utime(file, (NOW.timestamp() - 600, NOW.timestamp() - 600))
    assert others(campaign, NOW) == []
    elsewhere(monkeypatch, "VANPHONG-02")
    leave(campaign)
    assert list((campaign.parent / FOLDER).iterdir()) == []


@pytest.mark.parametrize("text", ["", "[]", '{"ai": 1}', '{"ai":"a","may":"b","tu":"hôm qua"}'])
def test_a_file_of_anything_else_is_nobody(
    campaign: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    elsewhere(monkeypatch, "VANPHONG-02")
    say(campaign, "tam", NOW)
    (file,) = (campaign.parent / FOLDER).iterdir()
    file.write_text(text, "utf-8")
    elsewhere(monkeypatch, "VANPHONG-01")
    assert others(campaign, NOW) == []


def test_a_place_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file", "utf-8")
    say(tmp_path / "xa", "tam", NOW)
    assert others(tmp_path / "xa", NOW) == []
