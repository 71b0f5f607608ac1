"""Thirty wrong surroundings: each is told in a clear sentence, nothing is lost, nothing crashes.

What a machine of an office may lack or do: no right to write, no room, another program at work, a
file that is damaged or of another version, a clock that is wrong.
"""

import contextlib
import errno
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import shipped
from generator.files import atomic, locks
from generator.opening import regular
from generator.pdf import run as pdf_run
from generator.setup import machine
from tests.cli.run import Done, kiemdiem

Prepare = Callable[["Place"], Any]
CRASHED = 3
ENGLISH = ("Traceback", "Error", "Exception", "denied", "No such", "Errno")


class Place:
    """A campaign of a clerk, with a register, that was built once."""

    def __init__(self, home: Path, patch: pytest.MonkeyPatch) -> None:
        self.home, self.patch = home, patch
        self.data, self.out = home / "đợt kiểm điểm", home / "văn bản"
        shutil.copytree(shipped.DATA / "vi-du-2026", self.data)
        self.letter = self.data / "cong-van.yaml"
        self.letter.write_text(LETTER, "utf-8")

    def refuse(self, number: int, call: str = "open") -> None:
        """Let the disk refuse what is written into the output folder."""
        real = getattr(os, call)

        def refused(path: Any, *rest: Any, **more: Any) -> Any:
            writing = call != "open" or (rest and rest[0] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
            if writing and str(path).startswith((str(self.out), str(self.data))):
                raise OSError(number, os.strerror(number), str(path))
            return real(path, *rest, **more)

        self.patch.setattr(atomic.os, call, refused)

    def digest(self) -> str:
        files = sorted(each for each in self.data.rglob("*.yaml") if each.is_file())
        return hashlib.sha256(b"".join(each.read_bytes() for each in files)).hexdigest()


LETTER = """loai: cong-van
trich_yeu: về việc nộp hồ sơ kiểm điểm
kinh_gui: [Các chi bộ trực thuộc]
noi_dung: Đề nghị các chi bộ nộp hồ sơ.
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "nha"))
    return Place(tmp_path, monkeypatch)


def build(place: Place) -> Done:
    return kiemdiem("build", str(place.data), "-o", str(place.out), "--quiet")


def validate(place: Place) -> Done:
    return kiemdiem("validate", str(place.data))


def check(place: Place) -> Done:
    return kiemdiem("check", str(place.data), "-o", str(place.out))


def take(place: Place) -> Done:
    return kiemdiem("number", "take", str(place.letter))


def pdf(place: Place) -> Done:
    return kiemdiem("pdf", str(place.data), "-o", str(place.out))


def doctor(place: Place) -> Done:
    return kiemdiem("doctor", str(place.out))


def written(name: str, data: bytes) -> Prepare:
    def write(place: Place) -> None:
        path = place.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    return write


def refused(number: int, call: str = "open") -> Prepare:
    return lambda place: place.refuse(number, call)


def gone(name: str) -> Prepare:
    return lambda place: shutil.rmtree(place.data) if not name else (place.data / name).unlink()


def out_is_a_file(place: Place) -> None:
    place.out.write_text("x", "utf-8")


def dot_is_a_folder(place: Place) -> None:
    (place.data / "dot.yaml").unlink()
    (place.data / "dot.yaml").mkdir()


def damaged_state(place: Place) -> None:
    build(place)
    for each in place.out.rglob(".kiemdiem.sqlite"):
        each.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)


def state_of_another_version(place: Place) -> None:
    build(place)
    for each in place.out.rglob(".kiemdiem.sqlite"):
        with contextlib.closing(sqlite3.connect(each)) as state:
            state.execute("PRAGMA user_version = 987654")
            state.commit()


def register_of_a_newer_program(place: Place) -> None:
    take(place)
    for each in place.home.rglob("so-van-ban/*.sqlite"):
        with contextlib.closing(sqlite3.connect(each)) as register:
            register.execute("PRAGMA user_version = 987654")
            register.commit()


def damaged_register(place: Place) -> None:
    take(place)
    for each in place.home.rglob("so-van-ban/*.sqlite"):
        each.write_bytes(b"x" * 8192)


def newer_data(place: Place) -> None:
    dot = place.data / "dot.yaml"
    dot.write_text(dot.read_text("utf-8") + "\nphien_ban: 99\nkhoa_cua_ban_moi: 1\n", "utf-8")


def left_in_the_cloud(place: Place) -> None:
    def opened(path: Path) -> Any:
        error = OSError(errno.EINVAL, "x", str(path))
        error.winerror = 362  # type: ignore[attr-defined,unused-ignore]
        raise error

    place.patch.setattr(regular, "opened", opened)


def no_fonts(place: Place) -> None:
    place.patch.setattr(machine, "_FONT_FOLDERS", ())
    place.patch.setattr(machine.shutil, "which", lambda _name: None)


def no_office(place: Place) -> None:
    place.patch.setattr(pdf_run, "libreoffice", lambda: None)


def no_locks(place: Place) -> None:
    place.patch.setattr(machine, "locking", lambda _folder: locks.Locking.KHONG)


def damaged_template(place: Place) -> None:
    (place.data / "mau").mkdir()
    (place.data / "mau/cong-van.docx").write_bytes(b"PK\x03\x04 damaged")


def second_build(place: Place) -> None:
    build(place)
    for each in place.out.rglob(".kiemdiem.sqlite"):
        held = sqlite3.connect(each, isolation_level=None, timeout=0)
        held.execute("BEGIN EXCLUSIVE")
        HELD.append(held)


HELD: list[sqlite3.Connection] = []


@pytest.fixture(autouse=True)
def _released() -> Iterator[None]:
    yield
    while HELD:
        HELD.pop().close()


CASES: dict[str, tuple[Prepare, Callable[[Place], Done], int, str]] = {
    # what is wrong, the command, its exit code, a word that says so
    "no right to write": (refused(errno.EACCES), build, 1, "quyền"),
    "no room on the disk": (refused(errno.ENOSPC), build, 1, "hết chỗ"),
    "no room in the quota": (refused(errno.EDQUOT), build, 1, "hết chỗ"),
    "a share that cannot be written": (refused(errno.EROFS), build, 1, "chống ghi"),
    "a path that is too long": (refused(errno.ENAMETOOLONG), build, 1, "dài"),
    "a broken drive": (refused(errno.EIO), build, 1, "đĩa"),
    "a register that cannot be written": (refused(errno.EROFS), take, 1, "chống ghi"),
    "no data": (gone(""), validate, 1, "không tìm thấy"),
    "no dot.yaml": (gone("dot.yaml"), validate, 1, "dot.yaml"),
    "dot.yaml is a folder": (dot_is_a_folder, validate, 1, "thư mục"),
    "an empty dot.yaml": (written("dot.yaml", b""), validate, 1, "dot.yaml"),
    "a Word file called yaml": (written("a.yaml", b"PK\x03\x04" + b"x" * 99), validate, 1, "Word"),
    "text in UTF-16": (written("a.yaml", "loai: cong-van".encode("utf-16")), validate, 1, "UTF-8"),
    "text of an old encoding": (written("a.yaml", b"trich_yeu: ki\xec\xf6m"), validate, 1, "UTF-8"),
    "a file that is too large": (written("a.yaml", b"a: " + b"x" * 6_000_000), validate, 1, "MB"),
    "a file cut in the middle": (written("cong-van.yaml", LETTER.encode()[:60] + b"'"), validate, 1, ":"),
    "the output is a file": (out_is_a_file, build, 2, "là một tệp"),
    "a damaged state": (damaged_state, build, 0, ""),
    "the state of another program": (state_of_another_version, build, 0, ""),
    "the register of a newer program": (register_of_a_newer_program, take, 1, "bản"),
    "a damaged register": (damaged_register, take, 1, "sổ"),
    "another program builds": (second_build, build, 1, "đang"),
    "no fonts": (no_fonts, doctor, 0, "phông chữ"),
    "no LibreOffice": (no_office, pdf, 2, "LibreOffice"),
    "a drive without locks": (no_locks, doctor, 0, "không lấy được số"),
    "a damaged template": (damaged_template, build, 1, "cong-van.docx"),
    "PDF before anything is built": (lambda _place: None, pdf, 1, "build"),
    "a check before anything is built": (lambda _place: None, check, 1, ""),
    "a unit that nobody knows": (lambda _place: None, lambda at: kiemdiem("build", str(at.data), "-o", str(at.out), "--only", "khong-co"), 1, "khong-co"),
    "a command that nobody knows": (lambda _place: None, lambda _at: kiemdiem("biuld"), 2, "build"),
    "a day that is none": (lambda _place: None, lambda at: kiemdiem("number", "take", str(at.letter), "--date", "31/02/2026"), 2, "31/02/2026"),
    "data of a newer program, checked": (newer_data, validate, 1, "bản mới hơn"),
    "data of a newer program, built": (newer_data, build, 1, "KD072"),
    "data of a newer program, numbered": (newer_data, lambda at: kiemdiem("number", "take", str(at.letter)), 1, "bản mới hơn"),
    "data left with OneDrive": (left_in_the_cloud, validate, 1, "OneDrive"),
    "a letter that is not there": (gone("cong-van.yaml"), take, 1, "cong-van.yaml"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_wrong_surroundings_are_told_and_nothing_is_lost(name: str, place: Place) -> None:
    prepare, command, code, word = CASES[name]
    prepare(place)
    before = place.digest() if place.data.is_dir() else ""
    done = command(place)
    said = done.stdout + done.stderr
    assert done.returncode == code, said
    assert word in said
    assert not any(each in said for each in ENGLISH), said
    assert not list(place.home.glob("loi-kiemdiem-*.txt"))
    assert (place.digest() if place.data.is_dir() else "") == before or command is take


def test_there_are_thirty_of_them() -> None:
    assert len(CASES) >= 30
