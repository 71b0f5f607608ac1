"""Brings the lines of an Excel register into a register, for any user interface.

Apart from `acts`, because whoever only takes a number loads nothing that reads a workbook.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.campaign import NhiemKy
from generator.problems import Place, Problem, has_errors, problem
from generator.register import importing, numbers, store
from generator.register.rows import Skipped
from generator.register.series import Series
from generator.register.sheet_reading import Read, read_workbook
from generator.register.where import Register, types_in

if TYPE_CHECKING:
    from generator.register.entry import OnPaper, RegisterLine
    from generator.register.names import Names


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
