"""Gives a document its number: hold it, write it into the document's file, confirm it.

This order survives a crash at any point: before the file is written, the number is held for this
document, and taking again returns the same one; after that, taking again confirms it.
"""

import datetime as dt
import sqlite3
from dataclasses import replace
from typing import NamedTuple

from generator.problems import Place, Problem, has_errors, problem
from generator.register import numbers, store
from generator.register.entry import RegisterLine, TrangThai
from generator.register.into_file import write_values
from generator.register.series import Series, series_of, type_of
from generator.register.target import Target
from generator.wording.dates import iso_shown, short_date

_FAR = dt.timedelta(days=366)


class Issued(NamedTuple):
    """How a document was issued outside: its number, and the name of its file beside the data."""

    so: int
    tep: str | None = None


def take(
    target: Target, day: dt.date | None, term: str | None, issued: Issued | None = None
) -> tuple[RegisterLine | None, list[Problem]]:
    """Give a document its number and date, in its file and in the register.

    Args:
        target: the document.
        day: the date of signature; by default the one in the document, else today.
        term: the term or year to number in, needed if the date does not determine it.
        issued: what stands on the document as issued outside; by default it gets the next number.

    Returns:
        The line of the register (None if no number was held) and the problems. A line whose state
        is not `cap` is held for this document, or was cancelled meanwhile.
    """
    when = day or target.paper.ngay or _today()
    borne = target
    if issued and target.paper.so is None:
        target = replace(target, paper=replace(target.paper, so=issued.so))
    paper, place = target.paper, target.place
    if contradicted := _contradicted(target, when, issued) or _dated_otherwise(borne, when):
        return None, [contradicted]
    series = series_of(paper.co_quan, paper.loai, when, term)
    if isinstance(series, Problem) and not target.register.is_file():
        return None, [series.at(place)]
    problems: list[Problem] = []
    with store.opened(target.register, paper.co_quan, problems) as register:
        with store.transaction(register):
            known = numbers.held_by(register, target.tep, paper.muc)
            if known and (moved := _moved(target, known, when)):
                return None, [*problems, moved]
            if known and term is None and _says_the_same(known, paper.loai, when):
                series = Series(known.loai, known.ky)
            held = (
                series
                if isinstance(series, Problem)
                else numbers.hold(register, _wanted(target, series, when), target.borne)
            )
        if isinstance(held, Problem):
            return None, [*problems, held.at(place)]
        if (held.tep, held.muc) != (target.tep, paper.muc):
            what, before = numbers.what_it_says(held), held.tep or "chưa gắn với tệp nào"
            problems.append(problem("KD628", place, so=held.so, cua=what, truoc=before))
        if lost := _not_ours(target, held):
            return None, [*problems, lost]
        problems += _odd_days(register, replace(held, ngay=when.isoformat()), place)
        values: dict[str, str | None] = {"so": str(held.so)}
        if paper.ngay != when:
            values["ngay"] = short_date(when)
        if issued and issued.tep:
            values["ban_phat_hanh"] = issued.tep
        told = write_values(target.file, paper.path, values)
        problems += told
        if has_errors(told):
            still = problem("KD625", place, so=held.so)
            return replace(held, trang_thai=TrangThai.GIU), [*problems, still]
        with store.transaction(register):
            entry = numbers.confirm(register, Series(held.loai, held.ky), held.so)
    lost = _not_ours(target, held)
    if lost:
        problems.append(lost)
    elif entry and entry.trang_thai is TrangThai.HUY:
        problems.append(problem("KD647", place, so=entry.so, ly_do=entry.ghi_chu))
    return entry, problems


def _contradicted(target: Target, when: dt.date, issued: Issued | None) -> Problem | None:
    """Return why a paper cannot have this number or day: it says, or was issued with, another."""
    paper, place = target.paper, target.place
    on_day = Place(place.file, path=(*place.path, "ngay"))
    if issued and paper.so != issued.so:
        return problem("KD672", place, so=paper.so, khac=issued.so)
    if paper.phat_hanh and paper.ngay and paper.ngay != when:
        days = {"ngay": short_date(paper.ngay), "khac": short_date(when)}
        return problem("KD674", on_day, tep=paper.phat_hanh, **days)
    if paper.thang and not paper.thang.holds(when):
        return problem("KD233", on_day, thang=paper.thang, ngay=short_date(when))
    return None


def _dated_otherwise(target: Target, when: dt.date) -> Problem | None:
    """Return why a paper that bears number and day cannot be given another day."""
    paper = target.paper
    if paper.so is None or paper.phat_hanh or paper.ngay in {None, when}:
        return None
    return _other_day(target, paper.so, paper.ngay or when, when)


def _moved(target: Target, known: RegisterLine, when: dt.date) -> Problem | None:
    """Return why a numbered paper without a day in its file cannot be given another than before."""
    paper = target.paper
    if paper.ngay or paper.so != known.so or known.trang_thai is not TrangThai.CAP:
        return None
    before = dt.date.fromisoformat(known.ngay) if known.ngay else when
    return None if before == when else _other_day(target, known.so, before, when)


def _other_day(target: Target, so: int, before: dt.date, when: dt.date) -> Problem:
    """Return KD456: a number is given with the day of its document, which taking never changes."""
    on_day = Place(target.place.file, path=(*target.place.path, "ngay"))
    return problem("KD456", on_day, so=so, ngay=short_date(before), khac=short_date(when))


def _not_ours(target: Target, held: RegisterLine) -> Problem | None:
    """Read a number back from the disk: return KD563 if it stands there for another document.

    On a drive that keeps nobody out, another process may have written over what was committed.
    """
    with store.read(target.register) as register:
        there = numbers.at(register, Series(held.loai, held.ky), held.so)
    if there and (there.tep, there.muc) == (target.tep, target.paper.muc):
        return None
    of = numbers.told_of(there) if there else "không có dòng này"
    return problem("KD563", target.place, so=held.so, cua=of)


def _says_the_same(known: RegisterLine, kind: str, when: dt.date) -> bool:
    """Return whether type and date are unchanged since the number was taken in a named term."""
    return known.loai == type_of(kind) and known.ngay == when.isoformat()


def _wanted(target: Target, series: Series, when: dt.date) -> RegisterLine:
    paper = target.paper
    return RegisterLine(
        *series,
        paper.so or 0,
        when.isoformat(),
        paper.trich_yeu,
        paper.noi_nhan,
        paper.nguoi_ky,
        tep=target.tep,
        muc=paper.muc,
    )


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _odd_days(register: sqlite3.Connection, entry: RegisterLine, place: Place) -> list[Problem]:
    """Report a date earlier than that of a lower number, and a date more than a year ahead."""
    problems = []
    if entry.ngay > (_today() + _FAR).isoformat():
        problems.append(problem("KD652", place, ngay=iso_shown(entry.ngay)))
    last = numbers.before(register, entry)
    if last is not None and last.ngay > entry.ngay:
        problems.append(
            problem(
                "KD624",
                place,
                so=entry.so,
                ngay=iso_shown(entry.ngay),
                so_truoc=last.so,
                ngay_truoc=iso_shown(last.ngay),
            )
        )
    return problems
