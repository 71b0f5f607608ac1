"""A drive is asked whether its locks keep others out, before anything rests on them."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.files import locks
from generator.files.locks import Locking, locking


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    locking.cache_clear()
    yield
    locking.cache_clear()


REAL = sqlite3.connect


def without_locks(path: Path | str, **more: object) -> sqlite3.Connection:
    """Connect as on a drive that grants every lock and keeps nobody out."""
    text = str(path)
    if text.startswith("file:"):
        address = f"{text}&nolock=1"
    elif text == ":memory:":
        return REAL(text, **more)
    else:
        address = f"file:{path}?nolock=1"
    return REAL(address, **{**more, "uri": True})


class Refusing(sqlite3.Connection):
    """A connection on a drive that refuses locks (ENOLCK): SQLite says that the file is locked."""

    def execute(self, text: str, *values: object) -> sqlite3.Cursor:
        if text.startswith(("BEGIN", "CREATE", "INSERT")):
            raise sqlite3.OperationalError("database is locked")
        return super().execute(text, *values)


def refusing(path: Path | str, **more: object) -> sqlite3.Connection:
    if str(path) == ":memory:":
        return REAL(path, **more)
    return REAL(path, **{**more, "factory": Refusing})


def test_a_drive_of_this_machine_locks_and_keeps_nothing_of_the_question(tmp_path: Path) -> None:
    assert locking(tmp_path) is Locking.CO
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("connect", "told"), [(without_locks, Locking.VO_HIEU), (refusing, Locking.KHONG)]
)
def test_a_drive_whose_locks_do_nothing_is_known(
    connect: Callable[..., sqlite3.Connection], told: Locking, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(locks.sqlite3, "connect", connect)
    assert locking(tmp_path) is told
    assert list(tmp_path.iterdir()) == []


MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
may-chu:/chung /mnt/chung nfs4 rw,vers=4.2,local_lock=none 0 0
may-chu:/cu /mnt/cu nfs rw,nolock,vers=3 0 0
may-chu:/cu/khac /mnt/cu/khac nfs rw,local_lock=posix 0 0
//may-chu/van\040thu /mnt/van\040thu cifs rw,nobrl,vers=3.0 0 0
//may-chu/so /mnt/so cifs rw,vers=3.0 0 0
"""


@pytest.mark.parametrize(
    ("folder", "local"),
    [
        ("/home/a", False), ("/mnt/chung/so", False), ("/mnt/cu", True), ("/mnt/cu/khac/so", True),
        ("/mnt/van thu/so", True), ("/mnt/so", False), ("/mnt/cu2", False),
    ],
)  # fmt: skip
def test_a_network_drive_that_keeps_locks_to_one_machine_is_known_by_its_mount(
    folder: str, local: bool
) -> None:
    assert locks.is_local_only(MOUNTS, Path(folder)) is local
    assert not locks.is_local_only("", Path(folder))


def test_where_nothing_can_be_written_nothing_is_claimed(tmp_path: Path) -> None:
    assert locking(tmp_path / "khong-co") is Locking.KHONG_RO
