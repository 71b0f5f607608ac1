"""Stores results of units and what received files came to beside the documents.

No text of a file is stored, and only whoever made the check may read what is. Losing it only costs
time. Files are identified by content; size and modification time only save computing the digest
again.
"""

import hashlib
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from generator.building.program import program_digest
from generator.dossier.results import UnitResult
from generator.files import database
from generator.files.database import Schema
from generator.rules.members import Members

STATE_FILE = ".kiem-tra.sqlite"
_TABLES = (
    """CREATE TABLE tep (
      ten TEXT PRIMARY KEY, co INTEGER, luc INTEGER, bam BLOB, ra BLOB) WITHOUT ROWID""",
    """CREATE TABLE don_vi (
      ten TEXT PRIMARY KEY, dau TEXT, thanh_vien BLOB, ket_qua BLOB) WITHOUT ROWID""",
)

_RESULT = TypeAdapter(UnitResult)


class FileMark(NamedTuple):
    """The state of a received file: size (bytes), modification time (ns), digest of its content."""

    co: int
    luc: int
    bam: bytes


def _look(state: Connection) -> None:
    file_marks(state)
    file_known(state, "")
    unit_mark(state, "")


@contextmanager
def opened(folder: Path) -> Iterator[Connection]:
    """Open the state of an output folder; if it cannot be stored there, one in memory."""
    with ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _closed(folder / STATE_FILE)
            state = stack.enter_context(database.opened(folder / STATE_FILE, _schema()))
            with database.transaction(
                state
            ):  # fails on a read-only file, which opens without error
                state.execute(f"PRAGMA user_version = {_version()}")
        except OSError:
            state = stack.enter_context(in_memory())
        yield state


def looked_at(folder: Path) -> AbstractContextManager[Connection]:
    """Open the state of an output folder for reading (`database.looked_at`)."""
    return database.looked_at(folder / STATE_FILE, _schema())


def in_memory() -> AbstractContextManager[Connection]:
    """Open a state that is forgotten after the check."""
    return database.opened(Path(":memory:"), _schema())


def _schema() -> Schema:
    return Schema(_version(), _TABLES, _look)


def _closed(path: Path) -> None:
    """Make the file if it is missing, readable for nobody else (Windows: by the folder's rules)."""
    if not path.is_symlink():
        path.touch(_MODE)
        if path.stat().st_mode & 0o777 != _MODE:
            path.chmod(_MODE)


_MODE = 0o600


def _version() -> int:
    """Return a version that is different for every program, so that older results are discarded."""
    return int.from_bytes(program_digest()[:4]) & 0x7FFFFFFF or 1


def file_marks(state: Connection) -> dict[str, FileMark]:
    """Return the marks of received files, by name."""
    rows = state.execute("SELECT ten, co, luc, bam FROM tep")
    return {row[0]: FileMark(*row[1:]) for row in rows if _is_mark(row)}


def file_known(state: Connection, name: str) -> tuple[FileMark | None, bytes]:
    """Return the mark of a received file and what is kept of it; None and nothing if unknown."""
    row = state.execute("SELECT ten, co, luc, bam, ra FROM tep WHERE ten = ?", (name,)).fetchone()
    if row is None:
        return None, b""
    mark = FileMark(*row[1:4]) if _is_mark(row[:4]) else None
    return mark, row[4] if isinstance(row[4], bytes) else b""


def _is_mark(row: tuple[object, ...]) -> bool:
    return all(map(isinstance, row, (str, int, int, bytes)))


def save_files(state: Connection, marks: Mapping[str, FileMark]) -> None:
    """Store the marks of received files; what is kept of each names the bytes that it is of."""
    state.executemany(
        "INSERT INTO tep VALUES (?, ?, ?, ?, x'') ON CONFLICT (ten)"
        " DO UPDATE SET co = excluded.co, luc = excluded.luc, bam = excluded.bam",
        ((name, *mark) for name, mark in marks.items()),
    )


def keep_all(state: Connection, what: Mapping[Path, bytes]) -> None:
    """Keep what received files came to, by path, of those that are known."""
    rows = ((each, path.as_posix()) for path, each in what.items())
    state.executemany("UPDATE tep SET ra = ? WHERE ten = ?", rows)


MOST = 64 * 2**20
"""Bytes of one stored value; a state file may come from anywhere."""


def _unpacked(data: object) -> bytes | None:
    """Return stored data, or None if it is damaged (by the checksum of zlib) or too large."""
    if not isinstance(data, bytes):
        return None
    stream = zlib.decompressobj()
    try:
        found = stream.decompress(data, MOST)
    except zlib.error:
        return None
    return found if stream.eof else None


def forget_files(state: Connection, folder: Path, there: Iterable[Path]) -> None:
    """Delete received files of a folder that no longer exist; `there` are those that do."""
    first, behind = f"{folder.as_posix()}/", f"{folder.as_posix()}0"  # «0» comes after «/»
    known = state.execute("SELECT ten FROM tep WHERE ten > ? AND ten < ?", (first, behind))
    gone = {row[0] for row in known} - {each.as_posix() for each in there}
    _delete(state, _FILE, gone)


def unit_mark(state: Connection, name: str) -> str:
    """Return the digest of everything a unit's result depends on; empty if there is no result."""
    row = state.execute(
        "SELECT dau, thanh_vien, ket_qua FROM don_vi WHERE ten = ?", (name,)
    ).fetchone()
    if row is None or not all(isinstance(each, bytes) for each in row[1:]):
        return ""
    mark, _, kept = str(row[0]).rpartition(":")
    return mark if kept == _digest(row[1:]) else ""


def _digest(blobs: Iterable[bytes]) -> str:
    """Digest what is stored of a unit, so that what something else wrote is not taken for ours."""
    found = hashlib.blake2b(digest_size=16)
    for each in blobs:
        found.update(each)
    return found.hexdigest()


def save_unit(
    state: Connection, name: str, mark: str, result: UnitResult, members: Members | None
) -> None:
    """Store the result of a unit; `name` is its folder."""
    kept = members.model_dump_json(exclude_defaults=True).encode() if members else b""
    blobs = [zlib.compress(each, 1) for each in (kept, _RESULT.dump_json(result))]
    row = (name, f"{mark}:{_digest(blobs)}", *blobs)
    state.execute("INSERT OR REPLACE INTO don_vi VALUES (?, ?, ?, ?)", row)


def result(state: Connection, name: str) -> UnitResult | None:
    """Return the stored result of a unit; None too if its members beside it are damaged."""
    row = state.execute("SELECT ket_qua, thanh_vien FROM don_vi WHERE ten = ?", (name,)).fetchone()
    packed, kept = (_unpacked(row[0]), _unpacked(row[1])) if row else (None, None)
    try:
        if kept:
            Members.model_validate_json(kept)
        return _RESULT.validate_json(packed) if packed and kept is not None else None
    except ValidationError:
        return None


def members(state: Connection, name: str) -> Members | None:
    """Return a unit's collectives and persons; None for a unit that could not be read."""
    row = state.execute("SELECT thanh_vien FROM don_vi WHERE ten = ?", (name,)).fetchone()
    kept = _unpacked(row[0]) if row else None
    try:
        return Members.model_validate_json(kept) if kept else None
    except ValidationError:
        return None


def forget_units(state: Connection, received: Path, there: Collection[str]) -> None:
    """Delete units that no longer exist in the data, with their files below the folder `received`.

    `there` are the folder names of those that do.
    """
    home = f"{received.as_posix()}/"

    def is_gone(file: object) -> bool:
        return str(file).removeprefix(home).partition("/")[0] not in there

    units = (row[0] for row in state.execute("SELECT ten FROM don_vi"))
    files = (row[0] for row in state.execute("SELECT ten FROM tep"))
    _delete(state, _UNIT, [each for each in units if each not in there])
    _delete(state, _FILE, [each for each in files if is_gone(each)])


_UNIT = "DELETE FROM don_vi WHERE ten = ?"
_FILE = "DELETE FROM tep WHERE ten = ?"


def _delete(state: Connection, how: str, names: Collection[str]) -> None:
    if names:
        with database.transaction(state):
            state.executemany(how, [(name,) for name in names])
