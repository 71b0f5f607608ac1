"""Operations on the numbers of a register: hold, confirm, cancel, skip.

Callers of functions that write must hold a `transaction`, so that two clerks never get the same
number. A number once held is never given to another document: if it was not used, the register
states why.
"""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import astuple, replace
from dataclasses import fields as fields_of
from typing import Any

from generator.model import CoQuan
from generator.problems import Place, Problem, problem
from generator.register.entry import OnPaper, RegisterLine, TrangThai
from generator.register.names import called
from generator.register.series import Series
from generator.register.soundness import LAST
from generator.wording.compare import same
from generator.wording.dates import iso_shown

_FIELDS = tuple(each.name for each in fields_of(RegisterLine))
_COLUMNS = ", ".join(_FIELDS)
_LINES = f"SELECT {_COLUMNS} FROM van_ban"  # noqa: S608 - names of our own columns
_SPANS = "SELECT loai, ky, tu, den, ly_do FROM tren_giay"
_ADD = f"INSERT INTO van_ban ({_COLUMNS}, luc) VALUES ({'?, ' * len(_FIELDS)}?)"  # noqa: S608
_SET = ", ".join(f"{each} = ?" for each in _FIELDS)
_SAID = ("ngay", "trich_yeu", "noi_nhan", "nguoi_ky")
LIMIT = LAST


def entries(register: sqlite3.Connection, series: Series | None = None) -> Iterator[RegisterLine]:
    """Return the lines of a series, or of all series, in order."""
    where, values = _where(series)
    return map(_entry, register.execute(f"{_LINES} {where} ORDER BY loai, ky, so", values))


def on_paper(register: sqlite3.Connection, series: Series | None = None) -> list[OnPaper]:
    """Return the numbers that were given on paper, in order."""
    where, values = _where(series)
    rows = register.execute(f"{_SPANS} {where} ORDER BY loai, ky, tu", values)
    return [OnPaper(*row) for row in rows]


def series_in(register: sqlite3.Connection) -> list[Series]:
    """Return every series in the register."""
    rows = register.execute("SELECT loai, ky FROM van_ban UNION SELECT loai, ky FROM tren_giay")
    return sorted(Series(*row) for row in rows)


def body_of(register: sqlite3.Connection) -> CoQuan:
    """Return the body the register belongs to, without its terms."""
    row = register.execute("SELECT ten, ky_hieu, khoi FROM co_quan").fetchone()
    found: tuple[Any, ...] = row or ("", "", "")
    ten, ky_hieu, khoi = found
    return CoQuan.model_construct(ten=ten, ky_hieu=ky_hieu or None, khoi=khoi or "dang")


def next_number(register: sqlite3.Connection, series: Series) -> int:
    """Return the next number: one above all numbers given here or on paper."""
    (last,) = register.execute(
        "SELECT max(n) FROM (SELECT max(so) AS n FROM van_ban WHERE loai = ? AND ky = ? "
        "UNION ALL SELECT max(den) FROM tren_giay WHERE loai = ? AND ky = ?)",
        (*series, *series),
    ).fetchone()
    return (last or 0) + 1


def held_by(register: sqlite3.Connection, tep: str, muc: str) -> RegisterLine | None:
    """Return the line of the number a document holds or was given, unless cancelled."""
    where = "WHERE tep = ? AND muc = ? AND trang_thai <> ?"
    return _one(register, where, (tep, muc, TrangThai.HUY))


def cancelled_of(register: sqlite3.Connection, tep: str, muc: str, so: int) -> RegisterLine | None:
    """Return the line of a cancelled number that a document once had."""
    where = "WHERE tep = ? AND muc = ? AND so = ? AND trang_thai = ?"
    return _one(register, where, (tep, muc, so, TrangThai.HUY))


def before(register: sqlite3.Connection, entry: RegisterLine) -> RegisterLine | None:
    """Return the line of the highest lower number that has a date and is not cancelled."""
    where = """WHERE loai = ? AND ky = ? AND so < ? AND ngay <> '' AND trang_thai <> ?
        ORDER BY so DESC LIMIT 1"""
    return _one(register, where, (entry.loai, entry.ky, entry.so, TrangThai.HUY))


def at(register: sqlite3.Connection, series: Series, so: int) -> RegisterLine | None:
    """Return the line of a number."""
    return _one(register, "WHERE loai = ? AND ky = ? AND so = ?", (*series, so))


def _one(
    register: sqlite3.Connection, where: str, values: tuple[object, ...]
) -> RegisterLine | None:
    row = register.execute(f"{_LINES} {where}", values).fetchone()
    return _entry(row) if row else None


def hold(
    register: sqlite3.Connection,
    wanted: RegisterLine,
    borne: Callable[[RegisterLine], bool] = lambda _: True,
) -> RegisterLine | Problem:
    """Hold a number for a document.

    Args:
        register: inside a transaction.
        wanted: the line; `so` 0 requests the next number, any other value that number, which must
            be free and leave no gap.
        borne: returns whether the document named in a line still carries its number. If not, and
            the requesting document has the line's date or trích yếu, the line is transferred to it:
            the file was renamed or moved, or the line came from Excel.

    Returns:
        The line as found, or the new one; or the problem (KD611, KD612, KD614, KD615, KD618,
        KD627).
    """
    series = Series(wanted.loai, wanted.ky)
    own = held_by(register, wanted.tep, wanted.muc)
    there = at(register, series, wanted.so) if wanted.so else None
    other = there is not None and there != own and _is_of(there, wanted)
    if there is not None and other and not borne(there):
        return _go_over(register, there, wanted)
    if own is not None:
        return _hold_again(register, own, wanted)
    if there is not None:
        if there.trang_thai is TrangThai.HUY:
            return problem("KD627", Place(), so=there.so, day=called(series), ly_do=there.ghi_chu)
        return problem("KD611", Place(), so=there.so, cua=told_of(there))
    coming = next_number(register, series)
    number = wanted.so or coming
    if number > LIMIT:
        return problem("KD615", Place(), toi_da=LIMIT)
    if number > coming:
        return problem("KD612", Place(), so=number, tiep=coming)
    entry = replace(wanted, so=number, trang_thai=TrangThai.GIU)
    _insert(register, entry)
    return entry


def _is_of(line: RegisterLine, wanted: RegisterLine) -> bool:
    """Return whether a line is not cancelled and has the same date or trích yếu."""
    agrees = line.ngay == wanted.ngay or same(line.trich_yeu, wanted.trich_yeu)
    return agrees and line.trang_thai is not TrangThai.HUY


def _go_over(
    register: sqlite3.Connection, line: RegisterLine, wanted: RegisterLine
) -> RegisterLine:
    """Assign a line to another file; its non-empty values stay, as they may be the right ones."""
    register.execute(
        "UPDATE van_ban SET tep = '', muc = '' WHERE tep = ? AND muc = ? AND trang_thai <> ?",
        (wanted.tep, wanted.muc, TrangThai.HUY),
    )
    given = {name: getattr(line, name) or getattr(wanted, name) for name in _SAID}
    _change(register, replace(line, **given, tep=wanted.tep, muc=wanted.muc))
    return line


def _hold_again(
    register: sqlite3.Connection, own: RegisterLine, wanted: RegisterLine
) -> RegisterLine | Problem:
    series = Series(own.loai, own.ky)
    if series != (wanted.loai, wanted.ky) or wanted.so not in (0, own.so):
        return problem("KD614", Place(), so=own.so, day=called(series))
    # A number is recorded as given only after the file contained it: a file without it is another
    # document that reuses a file name or list position.
    another = not _is_of(own, wanted) or (own.trang_thai is TrangThai.CAP and not wanted.so)
    if another:
        return is_another(own)
    _change(
        register,
        replace(
            wanted, so=own.so, trang_thai=own.trang_thai, so_ban=own.so_ban, ghi_chu=own.ghi_chu
        ),
    )
    return own


def is_another(line: RegisterLine) -> Problem:
    """Return KD618: the register knows another document under this file name."""
    name = called(Series(line.loai, line.ky))
    return problem("KD618", Place(), so=line.so, day=name, cua=what_it_says(line))


def what_it_says(line: RegisterLine) -> str:
    """Return trích yếu and date of a line, for messages."""
    day = f"ngày {iso_shown(line.ngay)}" if line.ngay else "không ghi ngày"
    return f"«{line.trich_yeu}», {day}"


def told_of(line: RegisterLine) -> str:
    """Return file, trích yếu and date of a line, for messages."""
    return f"{line.tep or 'dòng chưa gắn với tệp nào'} ({what_it_says(line)})"


def confirm(register: sqlite3.Connection, series: Series, so: int) -> RegisterLine | None:
    """Record that the document contains its number; return its line, which may be cancelled."""
    register.execute(
        "UPDATE van_ban SET trang_thai = ? WHERE loai = ? AND ky = ? AND so = ? "
        "AND trang_thai <> ?",
        (TrangThai.CAP, *series, so, TrangThai.HUY),
    )
    return at(register, series, so)


def cancel(
    register: sqlite3.Connection, series: Series, so: int, reason: str
) -> RegisterLine | Problem:
    """Cancel a number; it stays in the register with its reason and is not given again.

    An unused number below the next one is recorded as cancelled, which explains the gap.

    Returns:
        The line after cancelling; KD616 if no such number was given. Cancelling twice changes
        nothing.
    """
    entry = at(register, series, so)
    if entry is None:
        on_a_span = any(each.tu <= so <= each.den for each in on_paper(register, series))
        if on_a_span or so >= next_number(register, series):
            return problem("KD616", Place(), so=so, day=called(series))
        entry = RegisterLine(*series, so, ghi_chu=reason, trang_thai=TrangThai.HUY)
        _insert(register, entry)
        return entry
    if entry.trang_thai is TrangThai.HUY:
        return entry
    note = f"{entry.ghi_chu}; {reason}" if entry.ghi_chu else reason
    cancelled = replace(entry, trang_thai=TrangThai.HUY, ghi_chu=note)
    _change(register, cancelled)
    return cancelled


def set_next(register: sqlite3.Connection, series: Series, so: int, reason: str) -> Problem | None:
    """Set the next number of a series; skipped numbers are recorded as given on paper.

    The latest skipped range can be undone as long as no number after it was given.

    Returns:
        KD617 if this or a later number was already given, else None.
    """
    coming = first = next_number(register, series)
    if so < coming and (spans := on_paper(register, series)):
        last = spans.pop()
        lines = [each.so for each in entries(register, series)]
        given = max([*lines, *(each.den for each in spans)], default=0)
        if so > given:
            _drop_span(register, last)
            coming, first = given + 1, min(last.tu, given + 1)
    if so < coming:
        return problem("KD617", Place(), so=so, tiep=coming)
    if so > first:
        add_on_paper(register, OnPaper(*series, first, so - 1, reason))
    return None


def _drop_span(register: sqlite3.Connection, span: OnPaper) -> None:
    where = "loai = ? AND ky = ? AND tu = ?"
    register.execute(f"DELETE FROM tren_giay WHERE {where}", (span.loai, span.ky, span.tu))  # noqa: S608


def add_on_paper(register: sqlite3.Connection, span: OnPaper) -> None:
    """Record numbers that were given on paper."""
    register.execute("INSERT INTO tren_giay VALUES (?, ?, ?, ?, ?, ?)", (*astuple(span), _now()))


def add(register: sqlite3.Connection, entry: RegisterLine) -> None:
    """Insert a line unchanged; a line with this number is overwritten."""
    if at(register, Series(entry.loai, entry.ky), entry.so) is None:
        _insert(register, entry)
    else:
        _change(register, entry)


def _where(series: Series | None) -> tuple[str, tuple[str, ...]]:
    return ("WHERE loai = ? AND ky = ?", tuple(series)) if series else ("", ())


def _entry(row: tuple[object, ...]) -> RegisterLine:
    entry = RegisterLine(*row)  # type: ignore[arg-type]
    return replace(entry, trang_thai=TrangThai(entry.trang_thai))


def _insert(register: sqlite3.Connection, entry: RegisterLine) -> None:
    register.execute(_ADD, (*astuple(entry), _now()))


def _change(register: sqlite3.Connection, entry: RegisterLine) -> None:
    values = (*astuple(entry), entry.loai, entry.ky, entry.so)
    register.execute(f"UPDATE van_ban SET {_SET} WHERE loai = ? AND ky = ? AND so = ?", values)  # noqa: S608


def _now() -> str:
    return dt.datetime.now().astimezone().isoformat(timespec="seconds")
