"""Backups of a register in a folder next to it: one a day, and one before each upgrade."""

import contextlib
import datetime as dt
import secrets
import sqlite3
from glob import escape
from itertools import count
from pathlib import Path

FOLDER = "sao-luu"
KEPT = 30
"""How many daily backups are kept; backups made before an upgrade are never deleted."""


def keep_daily(register: sqlite3.Connection, path: Path) -> None:
    """Back up the register before the first change of a day."""
    today = dt.datetime.now().astimezone().date().isoformat()
    copy = _folder(path) / f"{path.stem}.{today}.sqlite"
    if copy.is_file() or not register.execute("SELECT 1 FROM van_ban LIMIT 1").fetchone():
        return
    keep(register, copy)
    for old in daily_copies(path)[:-KEPT]:
        # Windows cannot delete a file that is open; it is deleted another day.
        with contextlib.suppress(OSError):
            old.unlink()


def before_upgrade(path: Path, version: int) -> Path:
    """Return an unused path for the backup of a register before its upgrade to this version."""
    names = (f"-{number}" if number > 1 else "" for number in count(1))
    copies = (_folder(path) / f"{path.stem}.truoc-ban-{version}{each}.sqlite" for each in names)
    return next(each for each in copies if not each.exists())


def daily_copies(path: Path) -> list[Path]:
    """Return the daily backups of a register, the oldest first."""
    return sorted(_folder(path).glob(f"{escape(path.stem)}.????-??-??.sqlite"))


def backups(path: Path) -> list[Path]:
    """Return all backups of a register, the newest last."""
    upgrades = _folder(path).glob(f"{escape(path.stem)}.truoc-ban-*.sqlite")
    found = [*daily_copies(path), *upgrades]
    return sorted(found, key=lambda each: (each.stat().st_mtime, each.name))


def keep(register: sqlite3.Connection, goal: Path) -> None:
    """Copy a register completely or not at all."""
    goal.parent.mkdir(exist_ok=True)
    part = goal.with_name(f".{goal.stem}.{secrets.token_hex(4)}.tmp")
    try:
        with contextlib.closing(sqlite3.connect(part)) as copy:
            register.backup(copy)
        part.replace(goal)
    finally:
        part.unlink(missing_ok=True)


def _folder(path: Path) -> Path:
    return path.parent / FOLDER
