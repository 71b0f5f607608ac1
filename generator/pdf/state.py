"""Remembers which PDF was made of which bytes, beside the output; losing it only costs time."""

import json
import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from generator.building.state import is_plain
from generator.files import database
from generator.files.database import Schema

STATE_FILE = ".pdf.sqlite"
_VERSION = 1
"""Another one when other bytes come of the same paper: everything is then made again."""

_TABLES = (
    """CREATE TABLE van_ban (
      don_vi TEXT NOT NULL, tep TEXT NOT NULL, bam BLOB NOT NULL, pdf TEXT NOT NULL,
      co INTEGER NOT NULL, luc INTEGER NOT NULL, trang INTEGER NOT NULL, van_de TEXT NOT NULL,
      PRIMARY KEY (don_vi, tep)) WITHOUT ROWID""",
    """CREATE TABLE don_vi (
      ten TEXT PRIMARY KEY, bam BLOB NOT NULL, pdf TEXT NOT NULL, co INTEGER NOT NULL,
      luc INTEGER NOT NULL, trang INTEGER NOT NULL) WITHOUT ROWID""",
)

NOTICED = frozenset({"KD589", "KD594", "KD595", "KD596"})
"""Problems of a paper that are told again while its PDF is kept."""


class PaperRecord(NamedTuple):
    """The PDF of a paper: digest of the Word file, name, size (bytes), modification time (ns).

    `trang` is the number of its pages; `noticed` are the values of the problems it has, by code.
    """

    bam: bytes
    pdf: str
    co: int
    luc: int
    trang: int
    noticed: dict[str, str]


class UnitRecord(NamedTuple):
    """The file of a unit: digest of all that went into it, name, size, modification time, pages."""

    bam: bytes
    pdf: str
    co: int
    luc: int
    trang: int


def _look(state: sqlite3.Connection) -> None:
    papers(state, "")
    unit(state, "")


def opened(folder: Path) -> AbstractContextManager[sqlite3.Connection]:
    """Open the state of an output folder exclusively for this run (`database.opened`)."""
    return database.opened(folder / STATE_FILE, Schema(_VERSION, _TABLES, _look))


def looked_at(folder: Path) -> AbstractContextManager[sqlite3.Connection]:
    """Open the state of an output folder for reading (`database.looked_at`)."""
    return database.looked_at(folder / STATE_FILE, Schema(_VERSION, _TABLES, _look))


def in_memory() -> AbstractContextManager[sqlite3.Connection]:
    """Open a state that is forgotten afterwards."""
    return database.opened(Path(":memory:"), Schema(_VERSION, _TABLES, _look))


def papers(state: sqlite3.Connection, folder: str) -> dict[str, PaperRecord]:
    """Return the records of a unit's papers, by the name of the Word file."""
    rows = state.execute(
        "SELECT tep, bam, pdf, co, luc, trang, van_de FROM van_ban WHERE don_vi = ?", (folder,)
    )
    found: dict[str, PaperRecord] = {}
    for tep, bam, pdf, co, luc, trang, told in rows:
        noticed = _noticed(told)
        # A state may come from anywhere: what does not fit is as if it were not there.
        if noticed is not None and _are((bam, pdf, co, luc, trang), *_KINDS) and is_plain(pdf):
            found[tep] = PaperRecord(bam, pdf, co, luc, trang, noticed)
    return found


def unit(state: sqlite3.Connection, folder: str) -> UnitRecord | None:
    """Return the record of a unit's file; None if there is none."""
    row = state.execute(
        "SELECT bam, pdf, co, luc, trang FROM don_vi WHERE ten = ?", (folder,)
    ).fetchone()
    fits = row and _are(row, *_KINDS) and is_plain(row[1])
    return UnitRecord(*row) if fits else None


def folders(state: sqlite3.Connection) -> set[str]:
    """Return the units of which something was made."""
    rows = state.execute("SELECT don_vi FROM van_ban UNION SELECT ten FROM don_vi")
    return {each for (each,) in rows if isinstance(each, str) and (each == "" or is_plain(each))}


def save_paper(state: sqlite3.Connection, folder: str, tep: str, record: PaperRecord) -> None:
    """Record the PDF of a paper."""
    told = json.dumps(record.noticed, ensure_ascii=False)
    state.execute(
        "INSERT OR REPLACE INTO van_ban VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (folder, tep, *record[:-1], told),
    )


def save_unit(state: sqlite3.Connection, folder: str, record: UnitRecord) -> None:
    """Record the file of a unit."""
    state.execute("INSERT OR REPLACE INTO don_vi VALUES (?, ?, ?, ?, ?, ?)", (folder, *record))


def forget_paper(state: sqlite3.Connection, folder: str, tep: str) -> None:
    """Remove the record of a paper."""
    state.execute("DELETE FROM van_ban WHERE don_vi = ? AND tep = ?", (folder, tep))


def forget_unit(state: sqlite3.Connection, folder: str) -> None:
    """Remove the record of a unit's file."""
    state.execute("DELETE FROM don_vi WHERE ten = ?", (folder,))


def _noticed(told: object) -> dict[str, str] | None:
    try:
        found = json.loads(told) if isinstance(told, str) else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not found.keys() <= NOTICED:
        return None
    return found if all(isinstance(each, str) for each in found.values()) else None


_KINDS = (bytes, str, int, int, int)


def _are(values: tuple[object, ...], *kinds: type) -> bool:
    return all(map(isinstance, values, kinds))
