"""What is done to a register: a number is held, given out, cancelled, passed over.

Every function here is called inside a `transaction`, so that two clerks never get the same number.
A number that was once held is never given to another document: where it was not used, the register
says why.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from dataclasses import astuple, replace
from dataclasses import fields as fields_of

from generator.problems import Place, Problem, problem
from generator.register.entry import Entry, OnPaper, TrangThai
from generator.register.series import Series

_FIELDS = tuple(each.name for each in fields_of(Entry))
_COLUMNS = ", ".join(_FIELDS)
_LINES = f"SELECT {_COLUMNS} FROM van_ban"  # noqa: S608 - names of our own columns
_SPANS = "SELECT loai, ky, tu, den, ly_do FROM tren_giay"
_ADD = f"INSERT INTO van_ban ({_COLUMNS}, luc) VALUES ({'?, ' * len(_FIELDS)}?)"  # noqa: S608
_SET = ", ".join(f"{each} = ?" for each in _FIELDS)
LIMIT = 999_999


def entries(register: sqlite3.Connection, series: Series | None = None) -> Iterator[Entry]:
    """Return the lines of a series, or of all, in their order."""
    where, values = _where(series)
    return map(_entry, register.execute(f"{_LINES} {where} ORDER BY loai, ky, so", values))


def on_paper(register: sqlite3.Connection, series: Series | None = None) -> list[OnPaper]:
    """Return the numbers that were given on paper, in their order."""
    where, values = _where(series)
    rows = register.execute(f"{_SPANS} {where} ORDER BY loai, ky, tu", values)
    return [OnPaper(*row) for row in rows]


def series_in(register: sqlite3.Connection) -> list[Series]:
    """Return every series the register knows."""
    rows = register.execute("SELECT loai, ky FROM van_ban UNION SELECT loai, ky FROM tren_giay")
    return sorted(Series(*row) for row in rows)


def body_name(register: sqlite3.Connection) -> str:
    """Return whose register it is."""
    found = register.execute("SELECT ten FROM co_quan").fetchone()
    return str(found[0]) if found else ""


def next_number(register: sqlite3.Connection, series: Series) -> int:
    """Return the number that comes next: one above all that were given, here or on paper."""
    (last,) = register.execute(
        "SELECT max(n) FROM (SELECT max(so) AS n FROM van_ban WHERE loai = ? AND ky = ? "
        "UNION ALL SELECT max(den) FROM tren_giay WHERE loai = ? AND ky = ?)",
        (*series, *series),
    ).fetchone()
    return (last or 0) + 1


def held_by(register: sqlite3.Connection, tep: str, muc: str) -> Entry | None:
    """Return the number a document holds or was given; a cancelled one is none."""
    where = "WHERE tep = ? AND muc = ? AND trang_thai <> ?"
    return _one(register, where, (tep, muc, TrangThai.HUY))


def cancelled_of(register: sqlite3.Connection, tep: str, muc: str, so: int) -> Entry | None:
    """Return the line of a number that a document once had and that was cancelled."""
    where = "WHERE tep = ? AND muc = ? AND so = ? AND trang_thai = ?"
    return _one(register, where, (tep, muc, so, TrangThai.HUY))


def before(register: sqlite3.Connection, entry: Entry) -> Entry | None:
    """Return the line of the last number below one that is dated and not cancelled."""
    where = """WHERE loai = ? AND ky = ? AND so < ? AND ngay <> '' AND trang_thai <> ?
        ORDER BY so DESC LIMIT 1"""
    return _one(register, where, (entry.loai, entry.ky, entry.so, TrangThai.HUY))


def at(register: sqlite3.Connection, series: Series, so: int) -> Entry | None:
    """Return the line of a number."""
    return _one(register, "WHERE loai = ? AND ky = ? AND so = ?", (*series, so))


def _one(register: sqlite3.Connection, where: str, values: tuple[object, ...]) -> Entry | None:
    row = register.execute(f"{_LINES} {where}", values).fetchone()
    return _entry(row) if row else None


def hold(register: sqlite3.Connection, wanted: Entry) -> Entry | Problem:
    """Hold a number for a document.

    Args:
        register: inside a transaction.
        wanted: the line; `so` 0 asks for the next number, else for that one, which must be free and
            leave no gap.

    Returns:
        The line as held: one that the document holds already is returned again; or why not (KD611,
        KD612, KD614).
    """
    series = Series(wanted.loai, wanted.ky)
    held = held_by(register, wanted.tep, wanted.muc)
    if held is not None:
        if (held.loai, held.ky) != series or wanted.so not in (0, held.so):
            return problem("KD614", Place(), so=held.so, loai=held.loai, ky=held.ky)
        _change(register, replace(wanted, so=held.so, trang_thai=held.trang_thai))
        return held
    coming = next_number(register, series)
    number = wanted.so or coming
    if number > LIMIT:
        return problem("KD615", Place(), toi_da=LIMIT)
    taken = at(register, series, number)
    if taken is not None:
        return problem("KD611", Place(), so=number, tep=taken.tep or taken.trich_yeu)
    if number > coming:
        return problem("KD612", Place(), so=number, tiep=coming)
    entry = replace(wanted, so=number, trang_thai=TrangThai.GIU)
    _insert(register, entry)
    return entry


def confirm(register: sqlite3.Connection, entry: Entry) -> None:
    """Note that the document bears its number."""
    _change(register, replace(entry, trang_thai=TrangThai.CAP))


def cancel(register: sqlite3.Connection, series: Series, so: int, reason: str) -> Entry | Problem:
    """Cancel a number; it stays in the register with its reason and is not given again.

    Returns:
        The line as it is now; KD616 where no such number was given. Cancelling twice changes
        nothing.
    """
    entry = at(register, series, so)
    if entry is None:
        return problem("KD616", Place(), so=so, loai=series.loai, ky=series.ky)
    if entry.trang_thai is TrangThai.HUY:
        return entry
    note = f"{entry.ghi_chu}; {reason}" if entry.ghi_chu else reason
    cancelled = replace(entry, trang_thai=TrangThai.HUY, ghi_chu=note)
    _change(register, cancelled)
    return cancelled


def set_next(register: sqlite3.Connection, series: Series, so: int, reason: str) -> Problem | None:
    """Let the series go on with a number; those that are passed over were given on paper.

    Returns:
        KD617 where that number, or a later one, was given already.
    """
    coming = next_number(register, series)
    if so < coming:
        return problem("KD617", Place(), so=so, tiep=coming)
    if so > coming:
        add_on_paper(register, OnPaper(*series, coming, so - 1, reason))
    return None


def add_on_paper(register: sqlite3.Connection, span: OnPaper) -> None:
    """Note numbers that were given on paper."""
    register.execute("INSERT INTO tren_giay VALUES (?, ?, ?, ?, ?, ?)", (*astuple(span), _now()))


def add(register: sqlite3.Connection, entry: Entry) -> None:
    """Write a line as it stands in another register."""
    _insert(register, entry)


def _where(series: Series | None) -> tuple[str, tuple[str, ...]]:
    return ("WHERE loai = ? AND ky = ?", tuple(series)) if series else ("", ())


def _entry(row: tuple[object, ...]) -> Entry:
    entry = Entry(*row)  # type: ignore[arg-type]
    return replace(entry, trang_thai=TrangThai(entry.trang_thai))


def _insert(register: sqlite3.Connection, entry: Entry) -> None:
    register.execute(_ADD, (*astuple(entry), _now()))


def _change(register: sqlite3.Connection, entry: Entry) -> None:
    values = (*astuple(entry), entry.loai, entry.ky, entry.so)
    register.execute(f"UPDATE van_ban SET {_SET} WHERE loai = ? AND ky = ? AND so = ?", values)  # noqa: S608


def _now() -> str:
    return dt.datetime.now().astimezone().isoformat(timespec="seconds")
