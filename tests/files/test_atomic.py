"""A file is whole or absent, and a hand edit is never overwritten."""

import errno
import io
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.engine.archive import archive, entry, prefix, seal
from generator.files import atomic as write
from generator.files import documents
from generator.files.atomic import write_folder, write_whole
from generator.files.documents import write_document, write_documents


def a_document(text: str) -> bytes:
    return archive(prefix([entry("docProps/app.xml", b"<x/>")]), [entry("a.xml", text.encode())])


def edited_by_hand(text: str) -> bytes:
    """The same parts, packed by another program."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("docProps/app.xml", "<x/>")
        file.writestr("a.xml", text)
    return buffer.getvalue()


def test_a_new_document_takes_its_place_and_its_folder_is_made(tmp_path: Path) -> None:
    target = tmp_path / "Đảng ủy xã Tân Hòa" / "Công văn.docx"
    written, problems = write_document(target, a_document("một"))
    assert (written, problems) == (target, [])
    assert target.read_bytes() == a_document("một")


def test_our_own_earlier_document_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "cong-van.docx"
    write_document(target, a_document("cũ"))
    written, problems = write_document(target, a_document("mới"))
    assert (written, problems) == (target, [])
    assert target.read_bytes() == a_document("mới")


def test_a_document_saved_by_word_is_kept_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "cong-van.docx"
    edited = edited_by_hand("sửa tay")
    target.write_bytes(edited)
    written, problems = write_document(target, a_document("mới"))
    assert target.read_bytes() == edited
    assert written == tmp_path / "cong-van (mới).docx"
    assert [p.code for p in problems] == ["KD505"]
    assert "cong-van (mới).docx" in problems[0].mend


def test_an_edited_copy_beside_is_kept_too(tmp_path: Path) -> None:
    target = tmp_path / "cong-van.docx"
    target.write_bytes(edited_by_hand("sửa"))
    (tmp_path / "cong-van (mới).docx").write_bytes(edited_by_hand("sửa lần hai"))
    written, _ = write_document(target, a_document("mới"))
    assert written == tmp_path / "cong-van (mới 2).docx"


def test_a_file_that_is_not_a_word_file_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "cong-van.docx"
    target.write_text("ghi chú của tôi", "utf-8")
    written, problems = write_document(target, a_document("mới"))
    assert target.read_text("utf-8") == "ghi chú của tôi"
    assert written is not None
    assert problems[0].code == "KD505"


def test_writing_the_same_again_does_not_touch_the_file(tmp_path: Path) -> None:
    target = tmp_path / "cong-van.docx"
    write_document(target, a_document("một"))
    os.utime(target, (1, 1))
    write_document(target, a_document("một"))
    assert target.stat().st_mtime == 1


def test_even_a_program_that_keeps_every_property_breaks_the_seal(tmp_path: Path) -> None:
    target = tmp_path / "cong-van.docx"
    target.write_bytes(edited_by_hand("một"))
    assert seal(target) is None
    write_document(tmp_path / "x.docx", a_document("một"))
    assert seal(tmp_path / "x.docx") == a_document("một")[-41:].decode()


@given(st.integers(0, 10**6), st.integers(1, 255))
def test_any_changed_byte_behind_the_parts_breaks_the_seal(at: int, by: int) -> None:
    """The parts themselves are covered by their checksums in the directory."""
    whole = a_document("một hai ba")
    start = whole.rindex(b"PK\5\6")
    directory = int.from_bytes(whole[start + 16 : start + 20], "little")
    spot = directory + at % (len(whole) - directory)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.docx"
        path.write_bytes(whole[:spot] + bytes([whole[spot] ^ by]) + whole[spot + 1 :])
        counted = seal(path)
    assert counted is None


def test_many_documents_are_durable_together(tmp_path: Path) -> None:
    batch = [(tmp_path / f"cb-{i % 3}" / f"{i}.docx", a_document(str(i))) for i in range(20)]
    done = write_documents(batch)
    assert [each.file for each in done] == [path for path, _ in batch]
    assert all(path.read_bytes() == data for path, data in batch)
    assert not list(tmp_path.rglob("*.tmp"))


def test_one_document_that_cannot_be_written_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "là tệp").write_text("x")
    paths = [tmp_path / "1.docx", tmp_path / "là tệp" / "2.docx", tmp_path / "3.docx"]
    done = write_documents([(path, a_document("x")) for path in paths])
    assert [each.file for each in done] == [paths[0], None, paths[2]]
    assert [p.code for p in done[1].problems] == ["KD504"]


def test_a_file_that_word_keeps_from_being_read_counts_as_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "cong-van.docx"
    target.write_bytes(a_document("cũ"))

    def held(path: Path) -> str | None:
        if path == target:
            raise PermissionError(errno.EACCES, "held")
        return seal(path)

    monkeypatch.setattr(documents, "seal_of", held)
    written, problems = write_document(target, a_document("mới"))
    assert written == tmp_path / "cong-van (mới).docx"
    assert [p.code for p in problems] == ["KD501"]
    assert target.read_bytes() == a_document("cũ")


@pytest.mark.parametrize(
    ("call", "number", "code"),
    [
        ("open", errno.ENOSPC, "KD503"),
        ("open", errno.EACCES, "KD502"),
        ("open", errno.EROFS, "KD745"),
        ("open", errno.EIO, "KD748"),
        ("write", errno.ENOSPC, "KD503"),
        ("fsync", errno.ENOSPC, "KD503"),
        ("fsync", errno.EIO, "KD748"),
        ("replace", errno.EIO, "KD748"),
        ("replace", errno.EROFS, "KD745"),
    ],
)
def test_a_failure_names_the_file_and_leaves_the_earlier_one_intact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: str
) -> None:
    target = tmp_path / "cong-van.docx"
    before = a_document("bản cũ")
    target.write_bytes(before)

    def fail(*_args: object, **_more: object) -> Any:
        raise OSError(number, os.strerror(number))

    if call in {"fsync", "write"}:
        monkeypatch.setattr(write.os, call, fail)
    elif call == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    else:
        whole = os.open

        def open_for_writing(path: Path, flags: int, *more: Any) -> int:
            return fail() if flags & os.O_CREAT else whole(path, flags, *more)

        monkeypatch.setattr(write.os, "open", open_for_writing)
    written, problems = write_document(target, a_document("bản mới"))
    monkeypatch.undo()
    assert written is None
    assert [p.code for p in problems] == [code]
    assert problems[0].place.file == target.as_posix()
    assert target.read_bytes() == before
    assert [f.name for f in tmp_path.iterdir()] == ["cong-van.docx"]


def test_a_system_that_takes_a_part_at_a_time_gets_all_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.write
    monkeypatch.setattr(write.os, "write", lambda handle, data: whole(handle, data[:100]))
    target, data = tmp_path / "cong-van.docx", a_document("bản mới")
    assert len(data) > 200
    assert write_document(target, data) == (target, [])
    assert target.read_bytes() == data


def test_a_file_held_open_by_word_gets_its_new_version_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "cong-van.docx"
    target.write_bytes(a_document("bản cũ"))
    replace = Path.replace

    def held(self: Path, goal: Path) -> Path:
        if goal == target:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        return replace(self, goal)

    waits: list[float] = []
    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(write.time, "sleep", waits.append)
    written, problems = write_document(target, a_document("bản mới"))
    assert written == tmp_path / "cong-van (mới).docx"
    assert [p.code for p in problems] == ["KD501"]
    assert sum(waits) == pytest.approx(2.5, abs=0.1)


@pytest.mark.parametrize(
    "kills", [8, pytest.param(1000, marks=pytest.mark.soak)], ids=["few", "thousand"]
)
def test_a_killed_writer_leaves_no_torn_file(tmp_path: Path, kills: int) -> None:
    """SIGKILL at random instants; each time the file is one of the whole versions."""
    target = tmp_path / "cong-van.docx"
    write_whole(target, bytes(300_000))
    program = (
        "import sys, pathlib; from generator.files.atomic import write_whole\n"
        "n = 0\n"
        "print(flush=True)\n"
        "while True:\n"
        "    n += 1\n"
        "    write_whole(pathlib.Path(sys.argv[1]), bytes([n % 256]) * 300_000)\n"
    )
    random.seed(2026)
    for _ in range(kills):
        child = subprocess.Popen(
            [sys.executable, "-c", program, str(target)], stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(random.random() / 20)
        child.kill()
        child.wait()
        child.stdout.close()
        found = target.read_bytes()
        assert len(found) == 300_000
        assert len(set(found)) == 1


OLD, NEW = {"a.txt": b"1", "b.txt": b"2"}, {"a.txt": b"3", "c.txt": b"4"}


def inside(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "nop" / "hong-son"
    for files in (OLD, NEW):
        write_folder(target, files)
        assert inside(target) == files
        assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("refused", ["the old one", "the new one", "a file"])
def test_a_folder_that_cannot_be_replaced_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    target = tmp_path / "hong-son"
    write_folder(target, OLD)
    step, calls = ("create", [0]) if refused == "a file" else ("replace", [0])
    real = getattr(write, step)
    wanted = {"the old one": 1, "the new one": 2, "a file": 2}[refused]

    def refuse(*given: object) -> None:
        calls[0] += 1
        if calls[0] == wanted:
            raise PermissionError(13, "Permission denied")
        real(*given)

    monkeypatch.setattr(write, step, refuse)
    with pytest.raises(PermissionError):
        write_folder(target, NEW)
    assert inside(target) == OLD
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_killed_run_left_of_a_folder_goes_with_the_next(tmp_path: Path) -> None:
    target = tmp_path / "hong-son"
    for age in ("moi", "cu"):
        (tmp_path / f".kiemdiem-hong-son.{age}.tmp").mkdir()
        (tmp_path / f".kiemdiem-hong-son.{age}.tmp" / "a.txt").write_bytes(b"x")
    write_folder(target, NEW)
    assert inside(target) == NEW
    assert list(tmp_path.iterdir()) == [target]
