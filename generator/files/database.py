"""SQLite files that belong to one run at a time and may be lost: what they hold is made anew."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of a file, their version, and a look at them that raises when they are not so."""

    version: int
    tables: tuple[str, ...]
    look: Callable[[sqlite3.Connection], object]


@contextmanager
def opened(path: Path, schema: Schema, *, dry: bool = False) -> Iterator[sqlite3.Connection]:
    """Open a file for this run alone; a damaged one, or one of another version, is made anew.

    Args:
        path: the file.
        schema: what it has to hold.
        dry: nothing is to be written; where there is no file yet, none is made.

    Raises:
        BlockingIOError: another run has it open.
        OSError: the folder cannot be written.
    """
    if path.is_symlink() and not dry:
        path.unlink()
    missing = dry and not path.is_file()
    try:
        state = _connected(Path(":memory:") if missing else path, schema)
        if state is None and not dry:
            path.unlink()
            state = _connected(path, schema)
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BlockingIOError(errno.EAGAIN, str(error), str(path)) from error
        raise PermissionError(errno.EACCES, str(error), str(path)) from error
    if state is None:
        raise OSError(errno.EIO, "state file", str(path))
    try:
        yield state
    finally:
        state.close()


def _connected(path: Path, schema: Schema) -> sqlite3.Connection | None:
    """Return the open state with its tables; None when the file is not ours or of another time."""
    state = sqlite3.connect(path, timeout=0.5, isolation_level=None)
    try:
        # The lock is held to the end of the run and freed by the system however the run ends.
        state.execute("PRAGMA locking_mode = EXCLUSIVE")
        state.execute("BEGIN EXCLUSIVE")
        (version,) = state.execute("PRAGMA user_version").fetchone()
        if version == 0 and not state.execute("SELECT * FROM sqlite_master").fetchall():
            for table in schema.tables:
                state.execute(table)
            state.execute(f"PRAGMA user_version = {schema.version}")
            version = schema.version
        state.execute("COMMIT")
        if version == schema.version and not _sound(state, schema):
            version = 0
    except sqlite3.OperationalError:
        state.close()
        raise
    except sqlite3.DatabaseError:
        version = 0
    if version == schema.version:
        return state
    state.close()
    return None


def _sound(state: sqlite3.Connection, schema: Schema) -> bool:
    """Whether the tables are the ones meant and every page of the file can be read."""
    try:
        schema.look(state)
        return bool(state.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except (sqlite3.Error, ValueError, KeyError):
        return False


@contextmanager
def transaction(state: sqlite3.Connection) -> Iterator[None]:
    """All that is recorded inside is recorded, or nothing; only after the files are durable.

    Raises:
        OSError: the disk could not take it; nothing is recorded.
    """
    try:
        state.execute("BEGIN IMMEDIATE")
        yield
        state.execute("COMMIT")
    except sqlite3.Error as error:
        causes = {"full": errno.ENOSPC, "readonly": errno.EACCES}
        number = next((n for word, n in causes.items() if word in str(error)), errno.EIO)
        raise OSError(number, str(error)) from error
    finally:
        if state.in_transaction:
            state.execute("ROLLBACK")
