"""What is done to the registers, as any shell asks for it: values in, what came of it out.

Each act opens what it needs, changes it as a whole or not at all, and returns what came of it with
what is to be said. What a register refuses is one of the problems of the act, never raised.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Place, Problem, has_errors
from generator.register import cancelling, importing, numbers, store, taking
from generator.register.entry import RegisterLine, TrangThai
from generator.register.series import Series
from generator.register.sheet_reading import read_workbook
from generator.register.target import document
from generator.register.where import Register


@dataclass(frozen=True, slots=True)
class Taken:
    """The number a document has now; `had` says that it stood in the document before."""

    line: RegisterLine
    had: bool


@dataclass(frozen=True, slots=True)
class NextSet:
    """The series of the body `co_quan` goes on with another number; `truoc` was to come before."""

    co_quan: str
    truoc: int


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many lines of the register of `co_quan` were added or changed.

    `co_quan` is None when the register could not be opened.
    """

    co_quan: str | None = None
    so_dong: int = 0


def take(
    file: Path, item: str | None, folder: Path | None, day: dt.date | None, term: str | None
) -> tuple[Taken | None, list[Problem]]:
    """Give a document its number and day, in its file and in the register.

    Args:
        file: the document's file.
        item: the way to it in the file of a unit («goi_y.0»), where there are several.
        folder: where the registers are kept; None for the usual place.
        day: the day it is signed; by default the one in the document, else today.
        term: the term or year to number in, where the day alone does not tell.

    Returns:
        The number, or None when the document has none that stands; and what is to be said.
    """
    target = document(file, item, folder, numbered=False)
    if isinstance(target, list):
        return None, target
    problems: list[Problem] = []
    line = None
    with store.refusals(problems):
        line, found = taking.take(target, day, term)
        problems += found
    stands = line is not None and line.trang_thai is TrangThai.CAP
    return Taken(line, target.paper.so is not None) if line and stands else None, problems


def cancel(
    file: Path, item: str | None, folder: Path | None, reason: str
) -> tuple[RegisterLine | None, list[Problem]]:
    """Cancel the number of a document; its file becomes a draft again.

    Args:
        file: the document's file.
        item: the way to it in the file of a unit («goi_y.0»), where there are several.
        folder: where the registers are kept; None for the usual place.
        reason: written beside the number.

    Returns:
        The line as it stands now, None when nothing was cancelled; and what is to be said.
    """
    target = document(file, item, folder, numbered=True)
    if isinstance(target, list):
        return None, target
    problems: list[Problem] = []
    line = None
    with store.refusals(problems):
        line, found = cancelling.cancel(target, reason)
        problems += found
    return line, problems


def cancel_number(
    register: Register, series: Series, so: int, reason: str
) -> tuple[RegisterLine | None, list[Problem]]:
    """Cancel a number by itself; the document that bears it, if any, becomes a draft again.

    Args:
        register: where it stands.
        series: the series.
        so: the number.
        reason: written beside it.

    Returns:
        The line as it stands now, None when nothing was cancelled; and what is to be said.
    """
    problems: list[Problem] = []
    line = None
    with store.refusals(problems):
        line, found = cancelling.cancel_number(register.path, series, so, reason)
        problems += found
    return line, problems


def set_next(
    register: Register, series: Series, so: int, reason: str
) -> tuple[NextSet | None, list[Problem]]:
    """Let a series go on with a number; those passed over are noted as given on paper.

    Args:
        register: whose; one that is not there yet is begun where its body is known.
        series: the series.
        so: the number that comes next.
        reason: written beside those passed over.

    Returns:
        What was changed, None when nothing was; and what is to be said, KD617 among it where the
        number or a later one was given already.
    """
    problems: list[Problem] = []
    done = None
    with store.refusals(problems):
        with (
            store.opened(register.path, register.body, problems) as opened,
            store.transaction(opened),
        ):
            before = numbers.next_number(opened, series)
            found = numbers.set_next(opened, series, so, reason)
            body = numbers.body_of(opened).ten
        if found:
            problems.append(found.at(Place(file=register.path.as_posix())))
        else:
            done = NextSet(body, before)
    return done, problems


def bring_in(
    register: Register, file: Path, series: Series | None
) -> tuple[BroughtIn | None, list[Problem]]:
    """Add the lines of an Excel file to a register, all of them or none.

    Args:
        register: where they go; one that is not there yet is begun where its body is known.
        file: the `.xlsx`.
        series: what a sheet is of whose name does not say it.

    Returns:
        What was added; None when the file has errors, for which no register is begun. And what is
        to be said.
    """
    read = read_workbook(file, series)
    if has_errors(read.problems):
        return None, read.problems
    problems: list[Problem] = []
    done = BroughtIn()
    with store.refusals(problems):
        with store.opened(register.path, register.body, problems) as opened:
            done = BroughtIn(numbers.body_of(opened).ten)
            count, found = importing.bring_in(opened, read)
        done = BroughtIn(done.co_quan, count)
        problems += found
    return done, problems
