"""SQLite files used by one run at a time, with content that can be computed again when lost."""

import errno
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.files.atomic import drop
from generator.files.sqlite_files import is_sane, journal_of, shape, shape_of, tamed


@dataclass(frozen=True, slots=True)
class Schema:
    """The schema version, the statements that create the tables, and a check of existing tables.

    `look` raises `sqlite3.Error`, `ValueError` or `KeyError` when the tables are not as expected.
    Without `durable` the system writes the content to the disk when it likes: if the power fails,
    the file may hold parts of several transactions; a process that is killed still does no harm.
    """

    version: int
    tables: tuple[str, ...]
    look: Callable[[sqlite3.Connection], object]
    durable: bool = True


@contextmanager
def opened(path: Path, schema: Schema, *, dry: bool = False) -> Iterator[sqlite3.Connection]:
    """Open a file exclusively; recreate it if it is damaged or of another version.

    Args:
        path: the file.
        schema: the expected schema.
        dry: whether this is a dry run; a missing file is then not created.

    Yields:
        The connection; closed afterwards.

    Raises:
        BlockingIOError: another run has the file open.
        OSError: the folder cannot be written.
    """
    with ExitStack() as stack:
        with _GUARD:
            if not dry and path.name != ":memory:":
                stack.enter_context(_held(path))
            if not dry and not is_sane(path):
                # A link leads elsewhere, and so may a journal; a pipe is told as an error.
                drop(path)
                drop(journal_of(path))
            missing = dry and not (path.is_file() and is_sane(path))
        yield stack.enter_context(_state_of(path, schema, missing=missing, dry=dry))


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Note that this process has a file open; `_GUARD` is taken by whoever enters.

    Raises:
        BlockingIOError: another thread of this process has it open.
    """
    name = os.path.realpath(path)
    if name in _HELD:
        raise BlockingIOError(errno.EAGAIN, "open in this process", str(path))
    _HELD.add(name)
    try:
        yield
    finally:
        _HELD.discard(name)


_GUARD = threading.Lock()
_HELD: set[str] = set()
"""The files that this process has open for writing.

Where locks belong to a process (POSIX), a look at such a file by another thread would drop them.
"""


@contextmanager
def _state_of(
    path: Path, schema: Schema, *, missing: bool, dry: bool
) -> Iterator[sqlite3.Connection]:
    try:
        state = _connected(Path(":memory:") if missing else path, schema)
        if state is None and not dry:
            path.unlink()
            state = _connected(path, schema)
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BlockingIOError(errno.EAGAIN, str(error), str(path)) from error
        raise _cause(error, path) from error
    if state is None:
        raise OSError(errno.EIO, "state file", str(path))
    try:
        yield state
    finally:
        state.close()


@contextmanager
def looked_at(path: Path, schema: Schema) -> Iterator[sqlite3.Connection]:
    """Open a file for reading only; a missing, damaged or foreign one is empty.

    Raises:
        BlockingIOError: another run has the file open.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    with ExitStack() as stack:
        try:
            with _GUARD:
                if os.path.realpath(path) in _HELD:
                    raise BlockingIOError(errno.EAGAIN, "open in this process", str(path))
                if not (path.is_file() and is_sane(path)):
                    raise sqlite3.DatabaseError(str(path))
            state = sqlite3.connect(address, uri=True, timeout=0.5)
            stack.callback(state.close)
            if not _sound(tamed(state), schema):
                raise sqlite3.DatabaseError(str(path))
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if "locked" in str(error):
                raise BlockingIOError(errno.EAGAIN, str(error), str(path)) from error
            state = stack.enter_context(opened(Path(":memory:"), schema))
        yield state


def _cause(error: sqlite3.Error, path: Path) -> OSError:
    """Return the error of the system behind one of SQLite, which often tells only that one was."""
    if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CANTOPEN:
        try:
            with path.open("ab"):
                pass
        except OSError as cause:
            return cause
    return OSError(_NUMBERS.get(error.sqlite_errorcode & 0xFF, errno.EIO), str(error), str(path))


_NUMBERS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_BUSY: errno.EAGAIN,
}
"""Numbers of the system by SQLite's own."""


def _connected(path: Path, schema: Schema) -> sqlite3.Connection | None:
    """Return the connection with its tables; None if the file is damaged or of another version."""
    state = sqlite3.connect(path, timeout=0.5, isolation_level=None)
    try:
        tamed(state)
        # The lock lasts until the run ends; the system releases it even after a crash.
        state.execute("PRAGMA locking_mode = EXCLUSIVE")
        if not schema.durable:
            state.execute("PRAGMA synchronous = OFF")
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
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        version = 0
    if version == schema.version:
        return state
    state.close()
    return None


def _sound(state: sqlite3.Connection, schema: Schema) -> bool:
    """Return whether the tables are as expected and every page of the file can be read."""
    try:
        if shape(state) != shape_of(schema.tables):
            return False
        schema.look(state)
        return bool(state.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise
        return False
    except (sqlite3.Error, ValueError, KeyError):
        return False


@contextmanager
def transaction(state: sqlite3.Connection) -> Iterator[None]:
    """Run the body in one transaction; open it only after the files are flushed to the disk.

    Raises:
        OSError: the database could not be written; the transaction is rolled back.
    """
    try:
        state.execute("BEGIN IMMEDIATE")
        yield
        state.execute("COMMIT")
    except sqlite3.Error as error:
        number = _NUMBERS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, errno.EIO)
        raise OSError(number, str(error)) from error
    finally:
        if state.in_transaction:
            state.execute("ROLLBACK")
