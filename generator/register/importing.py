"""Adds the lines of an Excel file to a register, all or none."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.model import CoQuan
from generator.model.campaign import NhiemKy
from generator.problems import Place, Problem, has_errors, problem
from generator.register import days, numbers, store
from generator.register.columns import DAY, SUBJECT
from generator.register.entry import OnPaper, RegisterLine, TrangThai
from generator.register.line_reading import Row
from generator.register.names import called
from generator.register.series import Series, is_counted_so, year_named
from generator.register.sheet import shown
from generator.register.sheet_reading import Read
from generator.wording.dates import iso_shown

_FILLED = ("ngay", "trich_yeu", "noi_nhan", "nguoi_ky")
"""What a corrected file may fill in where the register has nothing."""

_NOTED = ("so_ban", "ghi_chu")
"""What the file may change."""


@dataclass(slots=True)
class Compared:
    """What an Excel file brings into a register: new and changed lines, numbers given on paper.

    `da_co` counts the lines that are in the register as they are.
    """

    moi: list[RegisterLine] = field(default_factory=list)
    sua: list[RegisterLine] = field(default_factory=list)
    tren_giay: list[OnPaper] = field(default_factory=list)
    da_co: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def bao_nhieu(self) -> int:
        """How many lines and ranges are new or changed."""
        return len(self.moi) + len(self.sua) + len(self.tren_giay)


def bring_in(
    register: sqlite3.Connection,
    read: Read,
    terms: Sequence[NhiemKy] = (),
    today: dt.date | None = None,
) -> Compared:
    """Add the content of an Excel file; if a problem is an error, nothing is added.

    Args:
        register: opened for writing.
        read: the parsed file.
        terms: of the body, as far as known.
        today: dates after it are told; None to tell of none.
    """
    if has_errors(read.problems):
        return Compared(problems=read.problems)
    with store.transaction(register):
        found = compared(numbers.entries(register), numbers.on_paper(register), read, terms, today)
        if not has_errors(found.problems):
            for line in (*found.moi, *found.sua):
                numbers.add(register, line)
            for span in found.tren_giay:
                numbers.add_on_paper(register, span)
    return found


def compared(
    lines: Iterable[RegisterLine],
    spans: Iterable[OnPaper],
    read: Read,
    terms: Sequence[NhiemKy] = (),
    today: dt.date | None = None,
) -> Compared:
    """Compare the content of an Excel file with that of a register.

    Args:
        lines: of the register.
        spans: the numbers given on paper, of the register.
        read: the parsed file.
        terms: of the body, as far as known.
        today: dates after it are told; None to tell of none.

    Returns:
        What the file brings; KD635 for contradictions, KD656, KD668, KD669 for lines that lack
        something or have a date of another time.
    """
    found = Compared(problems=list(read.problems))
    _compare_lines(found, lines, read, terms, today)
    for each in _spans(spans, read):
        if isinstance(each, Problem):
            found.problems.append(each)
        else:
            found.tren_giay.append(each)
    return found


def miscounted(read: Read, known: Iterable[RegisterLine], body: CoQuan) -> Iterator[Problem]:
    """Report new series by year of a body that counts by term, and the other way round (KD670).

    Taken as it stands, such a series would be one beside that in which numbers are taken.
    """
    seen = {Series(each.loai, each.ky) for each in known}
    for line, row in read.lines:
        series = Series(line.loai, line.ky)
        if series not in seen and not is_counted_so(body, series):
            yearly = year_named(series.ky) is not None
            ways = ("năm", "nhiệm kỳ") if yearly else ("nhiệm kỳ", "năm")
            told = {"day": called(series), "co_quan": body.ten}
            yield problem("KD670", row.cell(), **told, theo=ways[0], dung=ways[1])
        seen.add(series)


def _compare_lines(
    found: Compared,
    known: Iterable[RegisterLine],
    read: Read,
    terms: Sequence[NhiemKy],
    today: dt.date | None,
) -> None:
    lines = {(each.loai, each.ky, each.so): each for each in known}
    homes = {(each.tep, each.muc): each for each in lines.values() if _has_home(each)}
    seen: set[tuple[str, str, int]] = set()
    for entry, row in read.lines:
        key = (entry.loai, entry.ky, entry.so)
        there = lines.get(key)
        home = homes.get((entry.tep, entry.muc)) if _has_home(entry) else None
        if there is not None:
            new = _completed(there, entry)
            if new is None or (key in seen and new != there):
                found.problems.append(
                    _against(entry, row.cell(), f"đã có {numbers.told_of(there)}")
                )
                continue
        elif home is not None:
            other = f"{shown(home.so)} ({called(Series(home.loai, home.ky))})"
            why = f"tệp {entry.tep} {entry.muc} đã mang số {other}"
            found.problems.append(_against(entry, row.cell(), why))
            continue
        else:
            new = entry
        if new == there:
            found.da_co += key not in seen
        else:
            told = [*_lacking(new, row), *_misdated(new, row, terms, today)]
            found.problems += told
            if not has_errors(told):
                (found.moi if there is None else found.sua).append(new)
        lines[key] = new
        seen.add(key)
        if _has_home(new):
            homes[new.tep, new.muc] = new


def _completed(there: RegisterLine, entry: RegisterLine) -> RegisterLine | None:
    """Return a line of the register with what the file adds; None if the two contradict.

    What is empty in the file is not compared; what is empty in the register is filled in.
    """
    names = (*_FILLED, *_NOTED) if entry.tep else (*_FILLED, *_NOTED, "tep", "muc")
    added = {name: getattr(entry, name) or getattr(there, name) for name in names}
    kept = {name: getattr(there, name) or added[name] for name in _FILLED}
    agreed = replace(entry, **added) == replace(there, **{**added, **kept})
    return replace(there, **{**added, **kept}) if agreed else None


def _lacking(line: RegisterLine, row: Row) -> Iterator[Problem]:
    """Report what a document that was issued must have: its date and its trích yếu."""
    if line.trang_thai is TrangThai.CAP:
        for title, value in ((DAY, line.ngay), (SUBJECT, line.trich_yeu)):
            if not value:
                yield problem("KD656", row.cell(title), so=shown(line.so), cot=title)


def _misdated(
    line: RegisterLine, row: Row, terms: Sequence[NhiemKy], today: dt.date | None
) -> Iterator[Problem]:
    series = Series(line.loai, line.ky)
    told = {"so": shown(line.so), "ngay": iso_shown(line.ngay), "day": called(series)}
    found = days.misdated(series, line.ngay, terms, today)
    if found and found.impossible:
        yield problem("KD668", row.cell(DAY), **told)
    elif found:
        yield problem("KD669", row.cell(DAY), **told, ly_do=found.why)


def _has_home(entry: RegisterLine) -> bool:
    return bool(entry.tep) and entry.trang_thai is not TrangThai.HUY


def _against(entry: RegisterLine, place: Place, why: str) -> Problem:
    name = called(Series(entry.loai, entry.ky))
    return problem("KD635", place, so=shown(entry.so), day=name, ly_do=" ".join(why.split()))


def _spans(known: Iterable[OnPaper], read: Read) -> Iterator[OnPaper | Problem]:
    spans = {(each.loai, each.ky, each.tu): each for each in known}
    for span, place in read.ranges:
        there = spans.setdefault((span.loai, span.ky, span.tu), span)
        name, first = called(Series(span.loai, span.ky)), shown(span.tu)
        if span.den < span.tu:
            why = f"«Đến số» {shown(span.den)} nhỏ hơn «Từ số» {first}"
            yield problem("KD635", place, so=first, day=name, ly_do=why)
        elif there is span:
            yield span
        elif there != span:
            why = f"sổ ghi {first} đến {shown(there.den)} trên sổ giấy, lý do: {there.ly_do}"
            yield problem("KD635", place, so=first, day=name, ly_do=why)
