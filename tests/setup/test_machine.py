"""The machine is examined in words: where the data lies, whether there is room."""

from pathlib import Path

import pytest

from generator.setup import machine
from generator.setup.machine import Finding, examine, synced


def said(folder: Path, what: str) -> Finding:
    (found,) = [each for each in examine(folder, templates=False) if each.what == what]
    return found


@pytest.mark.parametrize(
    ("folder", "environment", "name"),
    [
        ("/home/an/OneDrive/kiểm điểm", {}, "OneDrive"),
        ("/home/an/OneDrive - Huyện ủy/a", {}, "OneDrive - Huyện ủy"),
        ("/home/an/Google Drive/a", {}, "Google Drive"),
        ("/home/an/Dropbox", {}, "Dropbox"),
        ("/home/an/Tài liệu/a", {"OneDriveCommercial": "/home/an/Tài liệu"}, "Tài liệu"),
        ("/home/an/OneDriver/a", {}, None),
        ("/home/an/kiểm điểm", {"PATH": "/home/an"}, None),
    ],
)
def test_a_folder_that_a_cloud_keeps_is_known(
    folder: str, environment: dict[str, str], name: str | None
) -> None:
    assert synced(Path(folder), environment) == name


def test_a_folder_that_a_cloud_keeps_is_told_with_what_to_do(tmp_path: Path) -> None:
    assert "đồng bộ" not in said(tmp_path, "ổ đĩa").detail
    told = said(tmp_path / "OneDrive" / "đợt", "ổ đĩa")
    assert "«OneDrive»" in told.detail
    assert "Luôn giữ trên thiết bị này" in told.detail


def test_a_folder_far_below_the_drive_is_told_before_windows_refuses_a_name(tmp_path: Path) -> None:
    assert said(tmp_path, "độ dài đường dẫn").good
    deep = said(tmp_path / ("a" * 150), "độ dài đường dẫn")
    assert not deep.good
    assert "gần gốc ổ đĩa" in deep.detail
    assert not deep.needed


def test_little_room_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_ROOM", 2**40)
    short = said(tmp_path, "chỗ trống")
    assert not short.good
    assert "dọn bớt" in short.detail
