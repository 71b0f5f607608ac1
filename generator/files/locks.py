"""Asks a drive whether it locks files: some network and sync drives do not, or only say so.

Where locks do nothing, two programs change a SQLite file at once, and each believes to be alone.
"""

import contextlib
import sqlite3
import subprocess
import sys
from enum import Enum
from functools import cache
from pathlib import Path

from generator.files.atomic import drop, temporary_name
from generator.files.sqlite_files import journal_of

_SECONDS = 20.0

_OTHER = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    file.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    sys.exit(10 if "locked" in str(error) else 12)
sys.exit(11)
"""
_SEEN, _NOT_SEEN = 10, 11


class Locking(Enum):
    """What a drive does when a file is locked."""

    CO = "khoá được tệp"
    KHONG = "ổ từ chối khoá tệp"
    VO_HIEU = "ổ nhận khoá nhưng máy khác, chương trình khác vẫn ghi được"
    KHONG_RO = "chưa thử được"


@cache
def locking(folder: Path) -> Locking:
    """Lock a file of its own in a folder and look whether another process is kept out.

    The answer is kept for the run. A drive that locks for all programs of this machine may still
    not lock for other machines; that cannot be seen from one of them.
    """
    path = temporary_name(folder / "khoa")
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as holder:
            holder.execute("CREATE TABLE thu (so INTEGER)")
            holder.execute("BEGIN IMMEDIATE")
            return _seen_by_another(path)
    except sqlite3.OperationalError as error:
        # Nobody else knows this file, so nobody else can have locked it.
        return Locking.KHONG if "locked" in str(error) else Locking.KHONG_RO
    except (sqlite3.Error, OSError):
        return Locking.KHONG_RO
    finally:
        drop(journal_of(path))
        drop(path)


def _seen_by_another(path: Path) -> Locking:
    """Ask from another process: within one, SQLite does not ask the drive (POSIX)."""
    command = [sys.executable, "-I", "-S", "-c", _OTHER, str(path)]
    answer = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603
    told = {_SEEN: Locking.CO, _NOT_SEEN: Locking.VO_HIEU}
    return told.get(answer.returncode, Locking.KHONG_RO)
