"""The journal of a campaign's changes: what was changed, by whom, and the bytes from before.

One SQLite file in the campaign folder. Whoever has it open may change data files; others wait. What
is about to be written stands in it before the first file is touched, so that after a crash the next
start knows what to finish. Losing it loses the log and the undo, never data.
"""

import base64
import getpass
import json
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from sqlite3 import Connection

from generator.editing import JOURNAL
from generator.editing.changes import Change, ChangeSet, FileChange, Origin
from generator.files import database
from generator.files.database import Schema, transaction
from generator.files.real_path import real_path
from generator.reading.folder_files import is_data_name
from generator.reading.yaml_text import Tree

WRITING, DONE, BACK = "đang ghi", "đã ghi", "đã trả lại"
"""The states of an entry: its files are being written, are written, or are as before."""

WAIT = 20.0
"""Seconds to wait for another process that is changing data files."""

BRIEF = 2.0
"""Seconds to wait before data files are only read."""

KEPT = 500
"""Entries that can be undone; of older ones the log stays, without the bytes."""

_MOST = 64 * 2**20
_BITS = 63
_TABLE = """CREATE TABLE thay_doi (
  so INTEGER PRIMARY KEY, luc TEXT NOT NULL, nguoi TEXT NOT NULL, trang_thai TEXT NOT NULL,
  noi_dung TEXT NOT NULL, tep BLOB NOT NULL)"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A change set in the journal: its number, when and by which user of the system it was made."""

    so: int
    luc: str
    nguoi: str
    trang_thai: str
    changes: tuple[Change, ...]


@contextmanager
def opened(campaign: Path, wait: float | None = None) -> Iterator[Connection]:
    """Open the journal of a campaign, waiting while another process is changing data files.

    Raises:
        BlockingIOError: another process held it all the time.
        OSError: the folder cannot be written.
    """
    end = time.monotonic() + (WAIT if wait is None else wait)
    with ExitStack() as stack:
        while True:
            try:
                journal = stack.enter_context(database.opened(campaign / JOURNAL, _SCHEMA))
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)
        yield journal


def begin(
    journal: Connection, campaign: Path, changes: ChangeSet, now: str, *, kept: bool = True
) -> int:
    """Note a change set that is about to be written; return its number.

    Without the bytes (`kept`) it is in the log only, since nobody could finish or undo it.
    """
    files = [
        (_name(campaign, each.tep), _b64(each.truoc), _b64(each.sau)) for each in changes.files
    ]
    told = [_as_json(campaign, each) for each in changes.changes]
    state, blob = (WRITING, _packed(files)) if kept else (DONE, b"")
    row = (now, _user(), state, json.dumps(told, ensure_ascii=False), blob)
    with transaction(journal):
        number = journal.execute(
            "INSERT INTO thay_doi (luc, nguoi, trang_thai, noi_dung, tep) VALUES (?, ?, ?, ?, ?)",
            row,
        ).lastrowid
        journal.execute("UPDATE thay_doi SET tep = x'' WHERE so <= ?", ((number or 0) - KEPT,))
    return number or 0


def settle(journal: Connection, so: int, state: str) -> None:
    """Note that the files of an entry are written, or as before."""
    with transaction(journal):
        journal.execute("UPDATE thay_doi SET trang_thai = ? WHERE so = ?", (state, so))


def unfinished(journal: Connection, campaign: Path) -> list[tuple[int, list[FileChange]]]:
    """Return the entries that a killed process left unfinished, with their files."""
    rows = journal.execute("SELECT so, tep FROM thay_doi WHERE trang_thai = ?", (WRITING,))
    return [(so, _files(campaign, blob)) for so, blob in rows.fetchall()]


def files_of(journal: Connection, campaign: Path, so: int) -> list[FileChange]:
    """Return the files of an entry that is written; none if it is unknown, old or taken back."""
    if so.bit_length() > _BITS:
        return []
    row = journal.execute(
        "SELECT tep FROM thay_doi WHERE so = ? AND trang_thai = ?", (so, DONE)
    ).fetchone()
    return _files(campaign, row[0]) if row else []


def entries(journal: Connection, campaign: Path, most: int = 100) -> list[Entry]:
    """Return the latest entries, the newest first."""
    rows = journal.execute(
        "SELECT so, luc, nguoi, trang_thai, noi_dung FROM thay_doi ORDER BY so DESC LIMIT ?",
        (most,),
    )
    return [
        Entry(so, str(luc), str(nguoi), str(state), _changes(campaign, told))
        for so, luc, nguoi, state, told in rows.fetchall()
    ]


def _look(journal: Connection) -> None:
    journal.execute("SELECT so, luc, nguoi, trang_thai, noi_dung, tep FROM thay_doi LIMIT 1")


_SCHEMA = Schema(1, (_TABLE,), _look)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "không rõ"


def _name(campaign: Path, path: Path) -> str:
    real, folder = real_path(path.parent) / path.name, real_path(campaign)
    if real.is_relative_to(folder):  # also by way of `..`
        return real.relative_to(folder).as_posix()
    return path.absolute().relative_to(campaign.absolute()).as_posix()


def is_inside(campaign: Path, path: Path) -> bool:
    """Return whether a file is a data file of the campaign, so that it can be undone."""
    return _is_inside(campaign, _name(campaign, path))


def _is_inside(campaign: Path, name: object) -> bool:
    """Return whether a name is that of a data file below; a journal may come from anywhere."""
    if not isinstance(name, str) or "\\" in name or ":" in name or not is_data_name(name):
        return False
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts:
        return False
    real = real_path(campaign / parts)
    return real.is_relative_to(real_path(campaign))


def _b64(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode("ascii")


def _packed(files: Iterable[tuple[str, str | None, str | None]]) -> bytes:
    return zlib.compress(json.dumps(list(files)).encode(), 1)


def _files(campaign: Path, blob: object) -> list[FileChange]:
    """Return the files of an entry; none if one of them is not a data file of this campaign."""
    try:
        if not isinstance(blob, bytes) or not blob:
            return []
        told = json.loads(zlib.decompressobj().decompress(blob, _MOST))
        found = [
            FileChange(campaign / name, _bytes(before), _bytes(after))
            for name, before, after in told
            if _is_inside(campaign, name)
        ]
    except (ValueError, TypeError, zlib.error, OSError):
        return []
    return found if len(found) == len(told) else []


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text, validate=True)


def _as_json(campaign: Path, change: Change) -> dict[str, object]:
    return {
        "tep": _name(campaign, change.tep),
        "path": change.path,
        "truoc": change.truoc,
        "sau": change.sau,
        "tu": [change.tu.nguon, change.tu.cho, change.tu.chac],
    }


def _changes(campaign: Path, told: str) -> tuple[Change, ...]:
    """Return the changes of an entry; none if this program did not write them."""
    try:
        return tuple(
            Change(campaign / each["tep"], tuple(each["path"]), _tree(each["truoc"]),
                   _tree(each["sau"]), Origin(*each["tu"]))
            for each in json.loads(told)
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()


def _tree(value: object) -> Tree:
    """Return a value of a data file.

    Raises:
        TypeError: this program wrote no such value.
    """
    if isinstance(value, dict):
        return {str(key): _tree(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_tree(each) for each in value]
    if value is None or isinstance(value, str):
        return value
    raise TypeError
