"""The file of a body's register: SQLite, one file for each body, safe on a network drive.

It uses a rollback journal, because write-ahead logging does not work over a network; every commit
is flushed to disk. The layout has a version; an older file is upgraded step by step after a backup,
and nothing is ever deleted.
"""

import contextlib
import errno
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from urllib.parse import quote

from generator.files.atomic import drop, flush_folder, temporary_name
from generator.files.locks import Locking, locking
from generator.files.real_path import real_path
from generator.files.sqlite_files import is_sane, tamed
from generator.model import CoQuan
from generator.problems import Place, Problem, problem
from generator.register.backups import backups, before_upgrade, keep, keep_daily
from generator.register.layout import STEPS
from generator.register.soundness import is_shaped, unsound
from generator.wording.compare import same

WAIT = 30.0
"""Seconds to wait for other processes that are taking a number."""

_A_COPY = "chép bản sao lưu vào chỗ đó"
_NO_COPY = "nhập lại sổ từ bản Excel đã xuất hoặc từ sổ giấy (number import, number set-next)"
_OURS = 0x4B445342
"""Marks the file as a register («KDSB»)."""


class RegisterRefusedError(Exception):
    """The register cannot be used; `problem` states why and what to do. Nothing was changed."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.problem = found


@contextmanager
def refusals(told: list[Problem]) -> Iterator[None]:
    """Catch a `RegisterRefusedError` and append its problem to `told`."""
    try:
        yield
    except RegisterRefusedError as error:
        told.append(error.problem)


@contextmanager
def opened(
    path: Path, body: CoQuan | None = None, told: list[Problem] | None = None
) -> Iterator[sqlite3.Connection]:
    """Open a register for writing.

    Args:
        path: the file.
        body: the body it belongs to; if given, a missing register is created.
        told: receives KD610 if the layout was upgraded, with the path of the backup; KD613 if the
            register was created; KD655 if its body has another superior.

    Yields:
        A connection; changes must be made in a `transaction`.

    Raises:
        RegisterRefusedError: KD602-KD609, KD626.
    """
    with _ALONE, _opened(path, body, told) as register:
        yield register


_ALONE = threading.RLock()
"""Registers are opened by one thread of this process at a time.

Where locks belong to a process (POSIX), a look at a register by another thread would drop them.
"""


@contextmanager
def _opened(
    path: Path, body: CoQuan | None, told: list[Problem] | None
) -> Iterator[sqlite3.Connection]:
    with _told(path):
        if _is_missing(path) and (body is None or backups(path)):
            raise RegisterRefusedError(_missing(path))
        path.parent.mkdir(parents=True, exist_ok=True)
    with _told(path):
        _look_at(path)
        locks = locking(real_path(path.parent))
        if locks in _UNSAFE:
            raise RegisterRefusedError(problem("KD562", _at(path), vi_sao=locks.value))
        begun = [] if path.exists() else _begun(path, body)
    with _told(path), contextlib.closing(_connect(path)) as register:
        _settings(register)
        found = begun + _brought_up_to_date(register, path, body)
        _refuse_unsound(register, path)
        found += _superior(register, path, body)
        if told is not None:
            told += found
        keep_daily(register, path)
        yield register


def _settings(register: sqlite3.Connection) -> None:
    register.execute("PRAGMA journal_mode = DELETE")
    # EXTRA also flushes the folder: after a power cut a finished journal must not reappear.
    register.execute("PRAGMA synchronous = EXTRA")


_UNSAFE = (Locking.KHONG, Locking.VO_HIEU)


def _begun(path: Path, body: CoQuan | None) -> list[Problem]:
    """Make a new register whole or not at all, unless another process just made it.

    Where a drive has no links to files, the register is made in its place (`_brought_up_to_date`).
    """
    part = temporary_name(path)
    try:
        with contextlib.closing(_connect(part)) as register:
            _settings(register)
            found = _brought_up_to_date(register, path, body)
        with contextlib.suppress(OSError):
            path.hardlink_to(part)
            flush_folder(path.parent)
            return found
    finally:
        drop(part)
    return []


def _look_at(path: Path) -> None:
    """Refuse what must not even be opened: pipes, a journal that names other files."""
    if not is_sane(real_path(path)):
        raise RegisterRefusedError(problem("KD560", _at(path)))


def _refuse_unsound(register: sqlite3.Connection, path: Path) -> None:
    if where := unsound(register):
        saved, mend = _copies(path)
        raise RegisterRefusedError(
            problem("KD561", _at(path), dong=where, sao_luu=saved, cach=mend)
        )


@contextmanager
def read(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a register for reading, even where writing is not permitted; older layouts are accepted.

    Raises:
        RegisterRefusedError: KD602-KD609, KD626.
    """
    with _ALONE, _read(path) as register:
        yield register


@contextmanager
def _read(path: Path) -> Iterator[sqlite3.Connection]:
    with _told(path):
        if _is_missing(path):
            raise RegisterRefusedError(_missing(path))
        _look_at(path)
    # Rolling back a transaction that a crash interrupted needs write permission.
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    mode = "mode=rw" if writable else "mode=ro"
    with _told(path), contextlib.closing(_connect(path, mode)) as register:
        version = _version(register, path)
        if version < len(STEPS):
            # Upgraded in memory, so that reading changes nothing on disk.
            with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
                register.backup(tamed(copy))
                for step in STEPS[version:]:
                    copy.executescript(step)
                _refuse_unsound(copy, path)
                yield copy
            return
        _refuse_unsound(register, path)
        yield register


def _is_missing(path: Path) -> bool:
    """Return whether a register is missing or empty; SQLite would silently create a new one."""
    return not path.exists() or (path.is_file() and not path.stat().st_size)


def _missing(path: Path) -> Problem:
    copies = backups(path)
    if copies:
        return problem("KD626", _at(path), sao_luu=copies[-1].as_posix())
    return problem("KD602", _at(path))


@contextmanager
def transaction(register: sqlite3.Connection) -> Iterator[None]:
    """Change the register as a whole or not at all; no other process can change it meanwhile."""
    register.execute("BEGIN IMMEDIATE")
    try:
        yield
        register.execute("COMMIT")
    finally:
        if register.in_transaction:
            register.execute("ROLLBACK")


def _connect(path: Path, more: str = "mode=rwc") -> sqlite3.Connection:
    address = f"{address_of(path.absolute())}?{more}"
    return tamed(sqlite3.connect(address, timeout=WAIT, isolation_level=None, uri=True))


def address_of(path: PurePath) -> str:
    """Return the URI by which SQLite opens a file; the server («//may-chu») is part of its path."""
    text = path.as_posix()
    whole = text if text.startswith("/") else f"/{text}"
    return f"file://{quote(whole, safe='/:')}"


def _version(register: sqlite3.Connection, path: Path) -> int:
    """Return the layout's version, 0 for an empty file.

    Raises:
        RegisterRefusedError: the file is not a register, or of a newer version.
    """
    (version,) = register.execute("PRAGMA user_version").fetchone()
    (mark,) = register.execute("PRAGMA application_id").fetchone()
    (tables,) = register.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if version == 0 and tables == 0:
        return 0
    if mark != _OURS:
        raise RegisterRefusedError(problem("KD603", _at(path)))
    if version > len(STEPS):
        raise RegisterRefusedError(problem("KD604", _at(path), ban=version, biet=len(STEPS)))
    if register.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("malformed")
    if not (version > 0 and is_shaped(register, STEPS[:version])):
        raise RegisterRefusedError(problem("KD560", _at(path)))
    return int(version)


def _brought_up_to_date(
    register: sqlite3.Connection, path: Path, body: CoQuan | None
) -> list[Problem]:
    version = _version(register, path)
    if version == len(STEPS):
        return []
    kept = before_upgrade(path, len(STEPS))
    if version:
        keep(register, kept)
    with transaction(register):
        # Another process may have upgraded it meanwhile.
        version = _version(register, path)
        for step in STEPS[version:]:
            for statement in step.split(";"):
                register.execute(statement)
        if version == 0:
            name, symbol, kind = (body.ten, body.ky_hieu or "", body.khoi) if body else ("", "", "")
            register.execute("INSERT INTO co_quan VALUES (?, ?, ?, '')", (name, symbol, kind))
        register.execute(f"PRAGMA application_id = {_OURS}")
        register.execute(f"PRAGMA user_version = {len(STEPS)}")
    if version == 0:
        return [problem("KD613", _at(path), co_quan=name, cac_so=_others(path))]
    upgraded = version < len(STEPS)
    return [problem("KD610", _at(path), sao_luu=kept.as_posix())] if upgraded else []


def _superior(register: sqlite3.Connection, path: Path, body: CoQuan | None) -> list[Problem]:
    """Record the body's superior; report a changed one: it may be another body of the same name."""
    (before,) = register.execute("SELECT cap_tren FROM co_quan").fetchone()
    now = body.cap_tren or "" if body else ""
    if body is None or not now or same(before, now):
        return []
    with transaction(register):
        register.execute("UPDATE co_quan SET cap_tren = ?", (now,))
    values = {"co_quan": body.ten, "truoc": before, "nay": now}
    return [problem("KD655", _at(path), **values)] if before else []


def _others(path: Path) -> str:
    names = [each.name for each in sorted(path.parent.glob(f"*{path.suffix}")) if each != path]
    return f"; trong thư mục này còn: {', '.join(names)}" if names else ""


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Convert errors of SQLite and the operating system into problems a clerk can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise RegisterRefusedError(_cause(error, path)) from error
    except UnicodeDecodeError as error:  # SQLite's own message quotes bytes of a damaged file
        raise RegisterRefusedError(_damaged(path)) from error
    except (PermissionError, FileExistsError, NotADirectoryError) as error:
        raise RegisterRefusedError(problem("KD606", _at(path))) from error
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        found = problem("KD607", _at(path)) if full else _other(path, f"mã {error.errno}")
        raise RegisterRefusedError(found) from error


def _cause(error: sqlite3.Error, path: Path) -> Problem:
    text = str(error)
    if "locked" in text or "busy" in text:
        return problem("KD605", _at(path))
    if "readonly" in text or "unable to open" in text or "authorization" in text:
        return problem("KD606", _at(path))
    if "full" in text:
        return problem("KD607", _at(path))
    if not any(word in text for word in ("malformed", "not a database")):
        return _other(path, getattr(error, "sqlite_errorname", type(error).__name__))
    return _damaged(path)


def _damaged(path: Path) -> Problem:
    saved, mend = _copies(path)
    return problem("KD608", _at(path), sao_luu=saved, cach=mend)


def _copies(path: Path) -> tuple[str, str]:
    copies = backups(path)
    if not copies:
        return "chưa có bản sao lưu nào", _NO_COPY
    return f"bản sao lưu gần nhất: {copies[-1].as_posix()}", _A_COPY


def _other(path: Path, code: str) -> Problem:
    return problem("KD609", _at(path), ma=code)


def _at(path: Path) -> Place:
    return Place(file=path.as_posix())
