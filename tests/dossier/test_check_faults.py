"""A check where something cannot be read: it is told, and nothing passes for complete."""

import datetime as dt
import errno
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from generator.building import state as build_state
from generator.building.folders import BuildRequest
from generator.dossier import state
from tests.dossier.city import FULL, city, ma_of, units
from tests.dossier.test_check import answer, codes, results, rewrite
from tests.received.corpus import assets, typed


def as_folder(request: BuildRequest, number: int, **persons: str) -> Path:
    """Give a unit a folder, with a file for each person by name."""
    home = request.campaign / "don-vi" / ma_of(number)
    (home / "ca-nhan").mkdir(parents=True)
    home.with_suffix(".yaml").rename(home / "don-vi.yaml")
    for name, text_ in persons.items():
        (home / "ca-nhan" / f"{name}.yaml").write_text(text_, "utf-8")
    return home


def test_a_person_whose_file_cannot_be_read_keeps_the_unit_from_being_complete(
    request_: BuildRequest,
) -> None:
    """Nobody knows what such a person has to hand in, so the rest must not count as all."""
    home = as_folder(request_, FULL, van="loai: ca-nhan\nho_ten: Lê Thị Vân\nngay_sinh: x\n")
    found = results(request_)[ma_of(FULL)]
    assert found.lacking() == []
    assert not found.is_complete()
    (told,) = [each for each in found.problems if each.code == "KD722"]
    assert told.place.file == (home / "ca-nhan" / "van.yaml").as_posix()
    (home / "ca-nhan" / "van.yaml").unlink()
    assert results(request_)[ma_of(FULL)].is_complete()


def test_nobody_is_missed_while_a_person_could_not_be_read(request_: BuildRequest) -> None:
    listed = {"ten": "Ban Thường vụ", "thanh_vien": [{"ho_ten": "Phan Văn Thắng"}]}
    rewrite(request_, 3, tap_the=[listed])

    def missed() -> bool:
        with answer(request_) as found:
            return "KD719" in {each.code for each in found.problems}

    assert missed()
    as_folder(request_, 4, thang="loai: ca-nhan\nho_ten: Phan Văn Thắng\nngay_sinh: x\n")
    assert not missed()


@pytest.mark.parametrize("which", ["don-vi", "don-vi/don-vi-04/ca-nhan"])
def test_a_folder_of_data_nobody_may_open_is_told(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    import os

    as_folder(request_, 4, van="loai: ca-nhan\nho_ten: Lê Thị Vân\n")
    closed = request_.campaign / which
    real = os.scandir

    def refused(path: Any) -> Any:
        if Path(str(path)) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refused)
    with answer(request_) as found:
        told = [each for each in found.problems if each.code == "KD035"]
    assert [each.place.file for each in told] == [closed.as_posix()]


def test_received_files_in_a_folder_nobody_may_enter_are_told(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    (request_.campaign / "da-nhan" / ma_of(2)).mkdir(parents=True)
    real = Path.lstat

    def refused(self: Path) -> Any:
        if self.parent.name == "da-nhan":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "lstat", refused)
    assert "KD715" in codes(results(request_)[ma_of(2)])


def test_a_campaign_without_units_says_that_there_is_nothing_to_check(tmp_path: Path) -> None:
    folder = city(tmp_path / "song-lam")
    (folder / "don-vi").rename(folder / "donvi")
    with answer(BuildRequest(folder, tmp_path / "ra")) as found:
        assert [each.code for each in found.problems] == ["KD042", "KD734"]
    with answer(BuildRequest(folder, tmp_path / "ra", units=("don-vi-01",))) as found:
        assert [each.code for each in found.problems] == ["KD042", "KD512"]


DAMAGES = {
    "thanh_vien": "UPDATE don_vi SET thanh_vien = x'00ff' WHERE ten = ?",
    "ket_qua": "UPDATE don_vi SET ket_qua = x'00ff' WHERE ten = ?",
}


@pytest.mark.parametrize("column", DAMAGES)
def test_a_result_that_was_damaged_is_worked_out_again(request_: BuildRequest, column: str) -> None:
    before = results(request_)
    with sqlite3.connect(request_.root / ".kiem-tra.sqlite") as kept:
        kept.execute(DAMAGES[column], (ma_of(5),))
    assert results(request_) == before


def test_a_file_is_read_again_when_what_it_came_to_was_damaged(request_: BuildRequest) -> None:
    name = units()[1]["ca_nhan"][0]["ho_ten"]
    home = request_.campaign / "da-nhan" / ma_of(2)
    home.mkdir(parents=True)
    typed(*assets(name))(home / f"1.2 {name}.docx")
    before = results(request_)
    with sqlite3.connect(request_.root / ".kiem-tra.sqlite") as kept:
        kept.execute("UPDATE tep SET ra = x'00ff'")
        kept.execute("UPDATE don_vi SET dau = ''")
    assert results(request_) == before


def test_a_state_that_can_only_be_read_hinders_no_check(request_: BuildRequest) -> None:
    before = results(request_)
    kept = (request_.root / ".kiem-tra.sqlite").read_bytes()
    rewrite(request_, 3, ngay_nop_ho_so="04/12/2024")
    real = sqlite3.connect

    def read_only(path: Any, **more: Any) -> Any:
        if str(path).endswith(".kiem-tra.sqlite"):
            return real(f"file:{path}?mode=ro", uri=True, **more)
        return real(path, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", read_only)
        found = results(request_)
    assert found.keys() == before.keys()
    assert found[ma_of(3)].ngay_nop == dt.date(2024, 12, 4)
    assert (request_.root / ".kiem-tra.sqlite").read_bytes() == kept


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_results_that_cannot_be_stored_are_told_all_the_same(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A full disk hinders no check; the next one starts from the beginning."""
    before = results(request_)
    (request_.root / ".kiem-tra.sqlite").unlink()
    real, failed = state.save_unit, []

    def full(known: Any, *more: Any) -> None:
        if known.execute("PRAGMA database_list").fetchone()[2]:
            failed.append(more)
            raise OSError(number, "no room")
        real(known, *more)

    monkeypatch.setattr(state, "save_unit", full)
    assert results(request_) == before
    assert len(failed) == 1


def test_a_check_while_a_build_runs_says_so(request_: BuildRequest) -> None:
    request_.root.mkdir(parents=True)
    with build_state.opened(request_.root), answer(request_) as found:
        assert [each.code for each in found.problems] == ["KD509"]
        assert list(found.units()) == []
