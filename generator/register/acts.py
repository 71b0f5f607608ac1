"""Operations on registers for any user interface: values in, result and problems out.

Each operation opens what it needs and changes everything or nothing. A refusal by the register is
returned as a problem, never raised.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model.campaign import NhiemKy
from generator.problems import Place, Problem, has_errors, problem
from generator.register import cancelling, importing, numbers, store, taking
from generator.register.entry import OnPaper, RegisterLine, TrangThai
from generator.register.names import Names
from generator.register.rows import Skipped
from generator.register.series import Series
from generator.register.sheet_reading import Read, read_workbook
from generator.register.target import document
from generator.register.where import Register, types_in


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


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What an Excel file brought into the register of `co_quan`, or would bring.

    `written` says which. `bo_qua` counts the rows that are no lines, `trang_khac` names the sheets
    that were not read; `co_quan` is None if the register could not be opened.
    """

    co_quan: str | None
    dong: importing.Compared
    bo_qua: Mapping[Skipped, int]
    trang_khac: Sequence[str]
    written: bool


def take(
    file: Path, item: str | None, folder: Path | None, day: dt.date | None, term: str | None
) -> tuple[Taken | None, list[Problem]]:
    """Give a document its number and date, in its file and in the register.

    Args:
        file: the document's file.
        item: the document's path in a unit's file («goi_y.0»), needed if there are several.
        folder: the folder of the registers; None for the default.
        day: the date of signature; by default the one in the document, else today.
        term: the term or year to number in, needed if the date does not determine it.

    Returns:
        The number, None if the document has no valid one; and the problems.
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


def bring_in(
    register: Register,
    file: Path,
    series: Series | None,
    sheets: Collection[str] = (),
    today: dt.date | None = None,
) -> tuple[BroughtIn | None, list[Problem]]:
    """Add the lines of an Excel file to a register, all or none.

    Args:
        register: the register; a missing one is created if its body is known.
        file: the `.xlsx`.
        series: the series of sheets whose name does not state one.
        sheets: names of the sheets to read, hidden ones too; empty for all that are shown.
        today: dates after it are told; None to tell of none.

    Returns:
        What was added, None if the register cannot be opened; and the problems. If one of them is
        an error, nothing is added and no register is created.
    """
    done, problems, read = _preview(register, file, series, sheets, today)
    if done is None or has_errors(problems):
        return done, problems
    again: list[Problem] = []
    body, found = None, done.dong
    with store.refusals(again), store.opened(register.path, register.body, again) as opened:
        body = numbers.body_of(opened).ten
        found = importing.bring_in(opened, read, _terms(register), today)
    told = [*again, *found.problems]
    return replace(done, co_quan=body, dong=found, written=not has_errors(told)), told


def preview(
    register: Register,
    file: Path,
    series: Series | None,
    sheets: Collection[str] = (),
    today: dt.date | None = None,
) -> tuple[BroughtIn | None, list[Problem]]:
    """Say what `bring_in` would do with the same arguments; nothing is written or created."""
    done, problems, _ = _preview(register, file, series, sheets, today)
    return done, problems


def _preview(
    register: Register,
    file: Path,
    series: Series | None,
    sheets: Collection[str],
    today: dt.date | None,
) -> tuple[BroughtIn | None, list[Problem], Read]:
    problems: list[Problem] = []
    names: Names = register.own
    with store.refusals(problems):
        names = types_in(register)
    if has_errors(problems):
        return None, problems, Read()
    read = read_workbook(file, series, names, sheets)
    body = register.body
    lines: list[RegisterLine] = []
    spans: list[OnPaper] = []
    if register.path.is_file():
        with store.refusals(problems), store.read(register.path) as opened:
            body = body or numbers.body_of(opened)
            lines, spans = list(numbers.entries(opened)), numbers.on_paper(opened)
    if body:
        read.problems += importing.miscounted(read, lines, body)
    if not (read.lines or read.ranges or has_errors(read.problems)):
        read.problems.append(problem("KD671", Place(file=file.as_posix())))
    found = importing.compared(lines, spans, read, _terms(register), today)
    done = BroughtIn(
        body.ten if body else None, found, read.skipped, read.other_sheets, written=False
    )
    return done, [*problems, *found.problems], read


def _terms(register: Register) -> Sequence[NhiemKy]:
    return register.body.nhiem_ky if register.body else ()
