"""Records in one SQLite file from which inputs each file of an output folder was generated.

Losing it loses no document: each file shows whether somebody edited it
(`generator.engine.archive.seal`); without the record everything is only checked again. So nobody
waits until it is on the disk. If the power fails, rows of several runs may stand side by side: each
says of its file what was once true, and the digest of a folder counts only with its own rows.
"""

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from generator.files import database
from generator.files.database import Schema
from generator.files.documents import is_beside
from generator.problems import Place, Problem, Severity
from generator.problems.catalogue import codes
from generator.problems.text import as_json

STATE_FILE = ".kiemdiem.sqlite"
_VERSION = 1
_TABLES = (
    """CREATE TABLE don_vi (
      ten TEXT PRIMARY KEY, dau TEXT NOT NULL, van_de TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE van_ban (
      don_vi TEXT NOT NULL, tep TEXT NOT NULL, mau BLOB NOT NULL, du_lieu BLOB NOT NULL,
      may BLOB NOT NULL, dau TEXT NOT NULL, co INTEGER NOT NULL, luc INTEGER NOT NULL,
      ben TEXT NOT NULL, PRIMARY KEY (don_vi, tep)) WITHOUT ROWID""",
)


class Record(NamedTuple):
    """The state of one document when it was last generated.

    `tep` is its file name; `mau`, `du_lieu`, `may` are the digests of template, data and engine;
    `dau` is the seal of the file, `co` and `luc` its size (bytes) and modification time (ns). A
    file edited by hand is recorded as found, and `ben` names the new version written beside it.
    """

    tep: str
    mau: bytes
    du_lieu: bytes
    may: bytes
    dau: str
    co: int
    luc: int
    ben: str = ""


def _look(state: sqlite3.Connection) -> None:
    records(state, "")
    folder_mark(state, "", {})


_SCHEMA = Schema(_VERSION, _TABLES, _look, durable=False)


def opened(folder: Path, *, dry: bool = False) -> AbstractContextManager[sqlite3.Connection]:
    """Open the state of an output folder exclusively for this run (`database.opened`)."""
    return database.opened(folder / STATE_FILE, _SCHEMA, dry=dry)


def read_only(folder: Path) -> AbstractContextManager[sqlite3.Connection]:
    """Open the state of an output folder for reading (`database.looked_at`)."""
    return database.looked_at(folder / STATE_FILE, _SCHEMA)


def folder_mark(
    state: sqlite3.Connection, folder: str, known: Mapping[str, Record]
) -> tuple[str, list[Problem]] | None:
    """Return the digest of a folder's inputs at the last build, and the problems found then.

    None too if the records of the folder, `known`, are not those that the digest was saved with.
    """
    found = _saved(state, folder)
    return (found.mark, found.problems) if found and found.rows == _rows_digest(known) else None


class Saved(NamedTuple):
    """What was saved: the digest of the inputs, of what came of them, and the problems.

    `rows` is of a folder's records, or of the digests of the inputs of a campaign's folders.
    """

    mark: str
    rows: str
    problems: list[Problem]


def _saved(state: sqlite3.Connection, name: str) -> Saved | None:
    row = state.execute("SELECT dau, van_de FROM don_vi WHERE ten = ?", (name,)).fetchone()
    if row is None:
        return None
    mark, _, rows = str(row[0]).rpartition(" ")
    try:
        return Saved(mark, rows, [_problem(each) for each in json.loads(row[1])])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None  # not written by this program: the folder is looked at again


def _save(
    state: sqlite3.Connection, name: str, mark: str, rows: str, problems: Iterable[Problem]
) -> None:
    said = json.dumps([as_json(each) for each in problems], ensure_ascii=False)
    state.execute("INSERT OR REPLACE INTO don_vi VALUES (?, ?, ?)", (name, f"{mark} {rows}", said))


def _rows_digest(known: Mapping[str, Record]) -> str:
    found = hashlib.blake2b(digest_size=16)
    for each in known.values():
        said = f"{each.dau} {each.co} {each.luc} {each.ben} {each.tep} {len(each.du_lieu)}\n"
        found.update(said.encode("utf-8", "surrogatepass"))
        found.update(each.mau + each.du_lieu + each.may)
    return found.hexdigest()


_WHOLE = "."
"""Stands for the campaign in the place of a folder's name, which no folder has."""


def campaign_saved(state: sqlite3.Connection) -> Saved | None:
    """Return what the last build of the whole campaign saved; None if it left something to do."""
    return _saved(state, _WHOLE)


def save_campaign(
    state: sqlite3.Connection, mark: str, marks: Mapping[str, str], problems: Iterable[Problem]
) -> None:
    """Record the digest of all inputs of a campaign, and all problems of its build.

    `marks` are the digests of inputs by folder with which its documents were made; what is saved of
    other folders, which are gone, is deleted.
    """
    gone = [(name,) for name in finished(state) - marks.keys()]
    state.executemany("DELETE FROM don_vi WHERE ten = ?", gone)
    _save(state, _WHOLE, mark, campaign_digest(marks), problems)


def campaign_digest(marks: Mapping[str, str]) -> str:
    """Return the digest of the digests of the inputs of folders, by their names."""
    said = "\n".join(f"{marks[name]} {name}" for name in sorted(marks))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def records(state: sqlite3.Connection, folder: str) -> dict[str, Record]:
    """Return the records of a folder's documents, by file name."""
    rows = state.execute(
        "SELECT tep, mau, du_lieu, may, dau, co, luc, ben FROM van_ban WHERE don_vi = ?"
        " ORDER BY tep",
        (folder,),
    )
    return {row[0]: Record._make(row) for row in rows if _is_sound(row)}


def _is_sound(row: tuple[object, ...]) -> bool:
    """Return whether a record can be one of this program: a plain file name, values of their kinds.

    A state file may come from anywhere; a row that does not fit is ignored, so that the document is
    made again and nothing outside the folder is ever touched.
    """
    return (
        tuple(map(type, row)) == _ROW
        and is_plain(str(row[0]))
        and (row[-1] == "" or is_beside(str(row[-1]), str(row[0])))
    )


_ROW = (str, bytes, bytes, bytes, str, int, int, str)


def is_plain(name: str) -> bool:
    """Return whether a name is that of a file or folder directly in its place."""
    return bool(name) and name not in {".", ".."} and not _UNFIT.search(name)


_UNFIT = re.compile(r"[/\\:\x00-\x1f]")


class Before(NamedTuple):
    """What the last build left of a folder: its records by file name, the digest of its inputs."""

    records: Mapping[str, Record]
    mark: str

    @property
    def key(self) -> int:
        """A number that is another one when this is."""
        return hash((self.mark, frozenset(self.records.values())))


def before(state: sqlite3.Connection, folder: str) -> Before:
    """Return what the last build left of a folder; the digest is empty if it was not finished."""
    rows = records(state, folder)
    known = folder_mark(state, folder, rows)
    return Before(rows, known[0] if known else "")


def folders(state: sqlite3.Connection) -> set[str]:
    """Return the folders in which documents were generated."""
    names = (row[0] for row in state.execute("SELECT DISTINCT don_vi FROM van_ban"))
    return {each for each in names if isinstance(each, str) and (each == "" or is_plain(each))}


def finished(state: sqlite3.Connection) -> set[str]:
    """Return the folders of which a digest was saved, also those without documents."""
    names = (row[0] for row in state.execute("SELECT ten FROM don_vi WHERE ten <> ?", (_WHOLE,)))
    return {each for each in names if isinstance(each, str) and (each == "" or is_plain(each))}


def save_documents(
    state: sqlite3.Connection, folder: str, changed: Iterable[Record], gone: Iterable[str]
) -> None:
    """Record documents generated or found changed, and remove those that are gone."""
    state.executemany(
        "INSERT OR REPLACE INTO van_ban VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(folder, *each) for each in changed],
    )
    state.executemany(
        "DELETE FROM van_ban WHERE don_vi = ? AND tep = ?", [(folder, each) for each in gone]
    )


def save_mark(
    state: sqlite3.Connection, folder: str, mark: str, problems: Iterable[Problem]
) -> None:
    """Record the input digest of a folder (empty if not all of it was built), and its problems.

    The records of its documents are saved first.
    """
    _save(state, folder, mark, _rows_digest(records(state, folder)), problems)


def _problem(said: dict[str, object]) -> Problem:
    path = said["path"]
    if not (isinstance(path, list) and all(isinstance(each, str | int) for each in path)):
        raise TypeError(path)
    place = Place(
        file=str(said["file"]),
        line=int(str(said["line"])),
        column=int(str(said["column"])),
        path=tuple(path),
        part=str(said["part"]),
    )
    severity = Severity[str(said["severity"]).upper()]
    code = str(said["code"])
    if code not in codes():
        raise ValueError(code)
    return Problem(code, severity, place, str(said["message"]), str(said["mend"]))
