"""Packs are found below a place, nearest first, and a drive is not read to its end."""

import time
import zipfile
from pathlib import Path

import pytest

from generator.handover import finding
from generator.handover.contents import MANIFEST
from generator.handover.finding import find_packs
from generator.handover.verify import verify


def pack(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / MANIFEST).write_text("x", "utf-8")
    return folder


def zipped(path: Path, name: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(name, "x")
    return path


def test_folders_and_zips_of_packs_are_found_among_other_things(tmp_path: Path) -> None:
    far = pack(tmp_path / "nam" / "thang" / "thon-dong")
    near = zipped(tmp_path / "thon-tay.zip", f"thon-tay/{MANIFEST}")
    zipped(tmp_path / "anh.zip", "anh.jpg")
    (tmp_path / "nam" / "ghi-chu.txt").write_text("x", "utf-8")
    found = find_packs(tmp_path)
    assert found is not None
    assert found.packs == (near, far)
    assert found.whole


def test_a_zip_that_cannot_be_read_is_a_pack_that_may_be_damaged(tmp_path: Path) -> None:
    damaged = tmp_path / "goi.zip"
    damaged.write_bytes(b"PK nothing")
    found = find_packs(tmp_path)
    assert found is not None
    assert found.packs == (damaged,)


def test_what_lies_too_deep_is_not_looked_for_and_that_is_said(tmp_path: Path) -> None:
    pack(tmp_path.joinpath(*"abcdefg"))
    found = find_packs(tmp_path)
    assert found is not None
    assert found.packs == ()
    assert not found.whole


def test_a_place_with_too_much_is_left_and_that_is_said(tmp_path: Path) -> None:
    for number in range(finding.MOST_ENTRIES + 5):
        (tmp_path / f"{number}").touch()
    found = find_packs(tmp_path)
    assert found is not None
    assert (found.looked, found.whole) == (finding.MOST_ENTRIES, False)


def test_a_place_that_does_not_answer_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_SECONDS", 0.0)
    monkeypatch.setattr(finding, "_searched", _asleep)
    assert find_packs(tmp_path) is None


def _asleep(_place: Path) -> None:
    time.sleep(60)


def test_a_folder_of_a_drive_is_no_pack_and_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"x" * 1000)
    assert [each.code for each in verify(tmp_path).problems] == ["KD726"]
