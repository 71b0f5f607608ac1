"""Desks of one folder know of each other, until they are closed or silent."""

import datetime as dt
import os
from pathlib import Path

import pytest

from generator.desk import presence
from generator.desk.presence import FOLDER, Other, leave, others, say


@pytest.fixture
def now() -> dt.datetime:
    """The time: the age of a word is that of its file."""
    return dt.datetime.now().astimezone().replace(microsecond=0)


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
    campaign: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(monkeypatch, "VANPHONG-02")
    say(campaign, "tam", now)
    elsewhere(monkeypatch, "VANPHONG-01")
    assert others(campaign, now) == [Other("tam", "VANPHONG-02", now)]
    assert others(campaign.parent / "xa", now) == []


def test_another_desk_on_this_machine_has_no_name_of_a_machine(
    campaign: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(monkeypatch, "VANPHONG-01", 1)
    say(campaign, "tam", now)
    elsewhere(monkeypatch, "VANPHONG-01", 2)
    assert others(campaign, now) == [Other("tam", "", now)]


def test_a_desk_is_not_told_of_itself(campaign: Path, now: dt.datetime) -> None:
    say(campaign, "tam", now)
    assert others(campaign, now) == []


def test_who_closed_or_was_silent_for_long_is_gone(
    campaign: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(monkeypatch, "VANPHONG-02")
    say(campaign, "tam", now)
    (file,) = (campaign.parent / FOLDER).iterdir()
    elsewhere(monkeypatch, "VANPHONG-01")
    os.utime(file, (now.timestamp() - 600, now.timestamp() - 600))
    assert others(campaign, now) == []
    elsewhere(monkeypatch, "VANPHONG-02")
    leave(campaign)
    assert list((campaign.parent / FOLDER).iterdir()) == []


@pytest.mark.parametrize("text", ["", "[]", '{"ai": 1}', '{"ai":"a","may":"b","tu":"hôm qua"}'])
def test_a_file_of_anything_else_is_nobody(
    campaign: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    elsewhere(monkeypatch, "VANPHONG-02")
    say(campaign, "tam", now)
    (file,) = (campaign.parent / FOLDER).iterdir()
    file.write_text(text, "utf-8")
    elsewhere(monkeypatch, "VANPHONG-01")
    assert others(campaign, now) == []


def test_a_place_that_cannot_be_written_is_no_matter(now: dt.datetime, tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file", "utf-8")
    say(tmp_path / "xa", "tam", now)
    assert others(tmp_path / "xa", now) == []
