"""What a check stored may come from anywhere, and a file may be damaged: no pack is made of it."""

import datetime as dt
import os
import sqlite3
import zlib
from pathlib import Path
from typing import Any

import pytest

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.dossier import state
from generator.dossier.check import CheckRequest, checked
from generator.handover import contents
from generator.handover.write import write_pack
from generator.model.verdict import Ket
from tests.dossier.city import city, ma_of

DAY = dt.date(2024, 12, 6)
FULL = 1


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    request = BuildRequest(city(tmp_path / "song-lam", complete=(FULL,)), tmp_path / "ra/song-lam")
    list(build(request, here))
    return request


def results(request: BuildRequest) -> list:
    with checked(CheckRequest(request, DAY)) as answer:
        return list(answer.units())


def packed(request: BuildRequest) -> tuple[list[Path], list[str]]:
    written, problems = write_pack(
        request.campaign, ma_of(FULL), request.root.parent, DAY, incomplete=True
    )
    return written, [each.code for each in problems]


def stored(request: BuildRequest, change: bytes, into: bytes) -> int:
    """Change the stored results of all units, sealed as this program would; return how many."""
    with sqlite3.connect(request.root / state.STATE_FILE) as file:
        rows = file.execute("SELECT ten, dau, thanh_vien, ket_qua FROM don_vi").fetchall()
        count = 0
        for ten, dau, members, result in rows:
            text = zlib.decompress(result)
            count += change in text
            blobs = [members, zlib.compress(text.replace(change, into))]
            mark = f"{dau.rpartition(':')[0]}:{state._digest(blobs)}"
            file.execute(
                "UPDATE don_vi SET dau = ?, ket_qua = ? WHERE ten = ?", (mark, blobs[1], ten)
            )
    return count


def test_a_stored_result_that_names_a_file_elsewhere_is_not_packed(
    request_: BuildRequest, tmp_path: Path
) -> None:
    other = tmp_path / "khac" / "mat.docx"
    other.parent.mkdir()
    other.write_text("của người khác", "utf-8")
    unit = next(each for each in results(request_) if each.ma == ma_of(FULL))
    tep = next(name for each in unit.verdicts for part in each.phan for name in part.tep)
    assert stored(request_, tep.encode(), other.as_posix().encode()) > 0
    written, codes = packed(request_)
    assert written == []
    assert "KD738" in codes


@pytest.mark.parametrize("garbage", [b"{}", b"[", b"null", b'{"ma": 1}', b"[[[[[]]]]]"])
def test_another_value_in_the_place_of_a_result_is_judged_again(
    request_: BuildRequest, garbage: bytes
) -> None:
    before = results(request_)
    with sqlite3.connect(request_.root / state.STATE_FILE) as file:
        file.execute("UPDATE don_vi SET ket_qua = ?", (zlib.compress(garbage),))
    assert results(request_) == before


@pytest.mark.parametrize("garbage", [b"{}", b"[", b"null"])
def test_a_result_that_somebody_sealed_and_nobody_can_read_is_told(
    request_: BuildRequest, garbage: bytes
) -> None:
    results(request_)
    with sqlite3.connect(request_.root / state.STATE_FILE) as file:
        rows = file.execute("SELECT ten, dau, thanh_vien FROM don_vi").fetchall()
        for ten, dau, members in rows:
            blobs = [members, zlib.compress(garbage)]
            mark = f"{dau.rpartition(':')[0]}:{state._digest(blobs)}"
            file.execute(
                "UPDATE don_vi SET dau = ?, ket_qua = ? WHERE ten = ?", (mark, blobs[1], ten)
            )
    found = results(request_)
    assert found
    assert all("KD739" in {p.code for p in each.problems} for each in found)
    assert not any(each.is_complete() for each in found)


def zeroed(path: Path) -> None:
    """Overwrite a part in place: size, time and directory of the zip stay as they were."""
    times = path.stat()
    data = bytearray(path.read_bytes())
    data[200:600] = bytes(400)
    path.write_bytes(bytes(data))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def evidence_of(request: BuildRequest, ma: str) -> Path:
    unit = next(each for each in results(request) if each.ma == ma)
    return Path(next(name for each in unit.verdicts for part in each.phan for name in part.tep))


def test_a_document_that_is_damaged_is_never_packed(request_: BuildRequest) -> None:
    path = evidence_of(request_, ma_of(FULL))
    zeroed(path)
    written, _ = packed(request_)
    (folder,) = (each for each in written if each.is_dir())
    assert path.read_bytes() not in [each.read_bytes() for each in folder.iterdir()]


def test_a_document_that_is_damaged_while_it_is_packed_stops_the_pack(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = evidence_of(request_, ma_of(FULL))
    looked_at = contents.entries_of

    def damaged_then(*args: Any, **more: Any) -> Any:
        zeroed(path)
        return looked_at(*args, **more)

    monkeypatch.setattr(contents, "entries_of", damaged_then)
    written, codes = packed(request_)
    assert written == []
    assert "KD737" in codes


def test_a_document_that_is_damaged_after_a_check_does_not_count_in_the_next(
    request_: BuildRequest,
) -> None:
    other = next(each for each in results(request_) if each.ma != ma_of(FULL))
    tep = next(name for each in other.verdicts for part in each.phan for name in part.tep)
    zeroed(Path(tep))
    unit = next(each for each in results(request_) if each.ma == other.ma)
    reasons = {part.ly_do: part.ket for each in unit.verdicts for part in each.phan}
    assert reasons["tệp đã tạo bị hỏng, không mở được"] is Ket.CAN_XEM_LAI
