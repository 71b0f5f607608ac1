"""Whether a file can be opened is asked once a version of it."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from generator.opening import can_be_opened
from generator.opening.can_be_opened import refusals
from generator.opening.content import FileContent, Refusal
from generator.opening.pool import open_files

LONG_AGO = 1_600_000_000


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were opened, in order."""
    found: list[str] = []

    def noted(
        paths: Iterable[Path], jobs: int, seconds: float
    ) -> Iterator[tuple[Path, FileContent]]:
        paths = list(paths)
        found.extend(each.name for each in paths)
        yield from open_files(paths, jobs, seconds)

    monkeypatch.setattr(can_be_opened, "open_files", noted)
    return found


def lying(path: Path, data: bytes, time: int = LONG_AGO) -> Path:
    path.write_bytes(data)
    os.utime(path, (time, time))
    return path


def test_a_file_is_opened_once_and_what_is_wrong_with_it_stays_told(
    tmp_path: Path, opened: list[str]
) -> None:
    bad = lying(tmp_path / "hong.pdf", b"not a pdf")
    assert refusals([bad]) == {bad: Refusal.HONG}
    assert refusals([bad]) == {bad: Refusal.HONG}
    assert opened == ["hong.pdf"]


def test_a_file_that_changed_is_opened_again(tmp_path: Path, opened: list[str]) -> None:
    file = lying(tmp_path / "van-ban.pdf", b"not a pdf")
    refusals([file])
    lying(file, b"", LONG_AGO + 60)
    assert refusals([file]) == {file: Refusal.RONG}
    assert opened == ["van-ban.pdf", "van-ban.pdf"]


def test_a_file_written_moments_ago_is_not_trusted_by_its_time(
    tmp_path: Path, opened: list[str]
) -> None:
    fresh = tmp_path / "moi.pdf"
    fresh.write_bytes(b"not a pdf")
    refusals([fresh])
    refusals([fresh])
    assert opened == ["moi.pdf", "moi.pdf"]


def test_a_refusal_that_may_pass_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = lying(tmp_path / "cham.pdf", b"%PDF-1.4 one")
    said = [Refusal.QUA_LAU, ""]

    def answered(
        paths: Iterable[Path], _jobs: int, _seconds: float
    ) -> Iterator[tuple[Path, FileContent]]:
        for each in paths:
            yield each, FileContent("pdf", said.pop(0))

    monkeypatch.setattr(can_be_opened, "open_files", answered)
    assert refusals([slow]) == {slow: Refusal.QUA_LAU}
    assert refusals([slow]) == {}


def test_a_file_that_is_not_there_is_not_asked_about(tmp_path: Path, opened: list[str]) -> None:
    assert refusals([tmp_path / "khong-co.pdf"]) == {}
    assert opened == []
