"""Adds the lines of an Excel file to a register, all or none."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.problems import Place, Problem, has_errors, problem
from generator.register import numbers, store
from generator.register.entry import OnPaper, RegisterLine, TrangThai
from generator.register.names import called
from generator.register.series import Series
from generator.register.sheet import shown
from generator.register.sheet_reading import Read


def bring_in(register: sqlite3.Connection, read: Read) -> tuple[int, list[Problem]]:
    """Add the content of an Excel file.

    Args:
        register: opened for writing.
        read: the parsed file.

    Returns:
        How many lines were added or got other notes, and the problems; if one is an error, nothing
        is added. Lines already in the register are skipped.
    """
    if has_errors(read.problems):
        return 0, read.problems
    with store.transaction(register):
        new = [*_lines(numbers.entries(register), read), *_spans(numbers.on_paper(register), read)]
        problems = [*read.problems, *(each for each in new if isinstance(each, Problem))]
        if has_errors(problems):
            return 0, problems
        for each in new:
            if isinstance(each, RegisterLine):
                numbers.add(register, each)
            elif isinstance(each, OnPaper):
                numbers.add_on_paper(register, each)
    return len(new), problems


def _lines(known: Iterable[RegisterLine], read: Read) -> Iterator[RegisterLine | Problem]:
    """Yield lines that are new or have other notes, and KD635 for contradictions."""
    lines = {(each.loai, each.ky, each.so): each for each in known}
    homes = {(each.tep, each.muc): each for each in lines.values() if _has_home(each)}
    seen: set[tuple[str, str, int]] = set()
    for entry, place in read.lines:
        key = (entry.loai, entry.ky, entry.so)
        new, there = entry, lines.get(key)
        home = homes.get((entry.tep, entry.muc)) if _has_home(entry) else None
        if there is not None:
            noted = replace(
                there, so_ban=entry.so_ban or there.so_ban, ghi_chu=entry.ghi_chu or there.ghi_chu
            )
            compared = replace(entry, so_ban=noted.so_ban, ghi_chu=noted.ghi_chu)
            if noted != compared or (key in seen and noted != there):
                yield _against(entry, place, f"đã có {numbers.told_of(there)}")
                continue
            new = noted
        elif home is not None:
            other = f"{shown(home.so)} ({called(Series(home.loai, home.ky))})"
            yield _against(entry, place, f"tệp {entry.tep} {entry.muc} đã mang số {other}")
            continue
        if new != there:
            yield new
        lines[key] = new
        seen.add(key)
        if _has_home(new):
            homes[new.tep, new.muc] = new


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
