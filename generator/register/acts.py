"""Operations on registers for any user interface: values in, result and problems out.

Each operation opens what it needs and changes everything or nothing. A refusal by the register is
returned as a problem, never raised.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Place, Problem
from generator.register import cancelling, numbers, store, taking
from generator.register.entry import RegisterLine, TrangThai
from generator.register.names import Names
from generator.register.series import Series
from generator.register.target import document
from generator.register.where import Register


@dataclass(frozen=True, slots=True)
class Taken:
    """The number a document has now; `had` is True if the document already contained one.

    `own` maps the letter types added by the office to their names.
    """

    line: RegisterLine
    had: bool
    own: Names


@dataclass(frozen=True, slots=True)
class NextSet:
    """The next number of a series of the body `co_quan` was changed; before, it was `truoc`."""

    co_quan: str
    truoc: int


def take(  # noqa: PLR0913 - what a user says of a number
    file: Path,
    item: str | None,
    folder: Path | None,
    day: dt.date | None,
    term: str | None,
    *,
    issued: taking.Issued | None = None,
) -> tuple[Taken | None, list[Problem]]:
    """Give a document its number and date, in its file and in the register.

    Args:
        file: the document's file.
        item: the document's path in a unit's file («goi_y.0»), needed if there are several.
        folder: the folder of the registers; None for the default.
        day: the date of signature; by default the one in the document, else today.
        term: the term or year to number in, needed if the date does not determine it.
        issued: number and file of a document that was issued outside.

    Returns:
        The number, None if the document has no valid one; and the problems.
    """
    target = document(file, item, folder, numbered=False)
    if isinstance(target, list):
        return None, target
    problems: list[Problem] = []
    line = None
    with store.refusals(problems):
        line, found = taking.take(target, day, term, issued)
        problems += found
    stands = line is not None and line.trang_thai is TrangThai.CAP
    return Taken(
        line, target.paper.so is not None, target.own
    ) if line and stands else None, problems


def cancel(
    file: Path, item: str | None, folder: Path | None, reason: str
) -> tuple[RegisterLine | None, list[Problem]]:
    """Cancel the number of a document; its file becomes a draft again.

    Args:
        file: the document's file.
        item: the document's path in a unit's file («goi_y.0»), needed if there are several.
        folder: the folder of the registers; None for the default.
        reason: recorded with the number.

    Returns:
        The line after cancelling, None if nothing was cancelled; and the problems.
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
    """Cancel a number of a series; the document that carries it, if any, becomes a draft again.

    Args:
        register: the register.
        series: the series.
        so: the number.
        reason: recorded with the number.

    Returns:
        The line after cancelling, None if nothing was cancelled; and the problems.
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
    """Set the next number of a series; the skipped numbers are recorded as given on paper.

    Args:
        register: the register; a missing one is created if its body is known.
        series: the series.
        so: the next number.
        reason: recorded with the skipped numbers.

    Returns:
        The change, None if nothing changed; and the problems, among them KD617 if this or a later
        number was already given.
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
