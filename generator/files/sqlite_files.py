"""What a SQLite file from anywhere may do to this program: nothing but hold the expected tables.

A file may come from another machine or from an attacker. Opening it runs what its schema says
(views, triggers), follows what its journal says, and believes the lengths that its cells say.
"""

import errno
import sqlite3
import stat
from collections.abc import Iterable
from pathlib import Path

from generator.opening import regular

LONGEST = 128 * 2**20
"""Bytes of one value; a stored result of a large unit has one or two million."""

_SUPER = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
"""Ends a journal that names another one, which SQLite deletes after a rollback: any file at all."""

Shape = set[tuple[str, str, str]]
"""Kind, name and statement of each thing in a schema."""


def is_sane(path: Path) -> bool:
    """Return whether a file may be opened at all: absent or plain, with a journal of its own."""
    return all(map(_is_plain, (path, *_beside(path)))) and not _names_another(journal_of(path))


def journal_of(path: Path) -> Path:
    """Return where the journal of an interrupted change stands."""
    return path.with_name(f"{path.name}-journal")


def _beside(path: Path) -> list[Path]:
    return [path.with_name(f"{path.name}-{what}") for what in ("journal", "wal", "shm")]


def _is_plain(path: Path) -> bool:
    # Asked once: a journal comes and goes while somebody else takes a number.
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError as error:
        return error.errno in {errno.ENOENT, errno.ENOTDIR}


def _names_another(journal: Path) -> bool:
    try:
        with regular.opened(journal) as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - len(_SUPER)))
            return file.read() == _SUPER
    except FileNotFoundError:
        return False


def tamed(opened: sqlite3.Connection) -> sqlite3.Connection:
    """Limit what a connection does with what it finds; text of any bytes can be read."""
    opened.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    opened.text_factory = _text
    opened.execute("PRAGMA trusted_schema = OFF")
    return opened


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def shape(opened: sqlite3.Connection) -> Shape:
    """Return what is in the schema of a file; blanks in a statement do not matter."""
    rows = opened.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(kind, name, "".join(str(sql).split())) for kind, name, sql in rows}


def shape_of(statements: Iterable[str]) -> Shape:
    """Return the schema that statements make."""
    made = sqlite3.connect(":memory:")
    try:
        for each in statements:
            made.executescript(each)
        return shape(made)
    finally:
        made.close()
