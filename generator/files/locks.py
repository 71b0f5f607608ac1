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
from generator.opening import regular

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
    not lock for other machines; that shows only where the drive was mounted to do so.
    """
    if is_local_only(_mounts(), folder):
        return Locking.VO_HIEU
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


_LOCAL = frozenset({"nolock", "nobrl", "local_lock=all", "local_lock=posix"})
"""Options of NFS and SMB by which a machine keeps its locks to itself (nfs(5), mount.cifs(8))."""


def is_local_only(mounts: str, folder: Path) -> bool:
    """Return whether a folder is on a network drive whose locks no other machine sees.

    Args:
        mounts: what `/proc/mounts` says (fstab(5)); empty where there is no such file.
        folder: an absolute path.
    """
    told = [line.split() for line in mounts.splitlines()]
    drives = {Path(each[1].replace(r"\040", " ")): each[3] for each in told if len(each) > 3}
    holding = [home for home in drives if folder.is_relative_to(home)]
    nearest = max(holding, key=lambda home: len(home.parts), default=None)
    return nearest is not None and not _LOCAL.isdisjoint(drives[nearest].split(","))


def _mounts() -> str:
    try:
        return regular.whole(Path("/proc/mounts"), 2**20).decode("utf-8", "replace")
    except OSError:
        return ""


def _seen_by_another(path: Path) -> Locking:
    """Ask from another process: within one, SQLite does not ask the drive (POSIX)."""
    command = [sys.executable, "-I", "-S", "-c", _OTHER, str(path)]
    answer = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603
    told = {_SEEN: Locking.CO, _NOT_SEEN: Locking.VO_HIEU}
    return told.get(answer.returncode, Locking.KHONG_RO)
