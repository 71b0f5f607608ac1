"""Evaluates the tags of a sheet: what is printed are not texts but values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import jinja2
from jinja2 import TemplateError, pass_context
from jinja2.runtime import Context

from generator.engine.diagnose import failures
from generator.engine.environment import BUDGET, Environment, PrintError, guarded
from generator.engine.tags import TAG, Tag
from generator.problems import Place, Problem, has_errors, problem
from generator.sheets.patched.cell_names import At, cell_name
from generator.sheets.patched.cell_values import Piece, Value, alone, is_too_long, plain
from generator.sheets.patched.tag_plan import MARK, Plan, place_of

MOST_ROWS, MOST_CELLS = 100_000, 200_000
"""Repeated rows and cells of a sheet: more would take the memory that a small machine has."""

_NAMED = 5
"""Cells that a warning names before «…»."""


class _Printed(str):
    """A value on its way through Jinja, which only passes it on."""

    __slots__ = ("value",)
    value: Value


@pass_context  # else Jinja would print constants when it compiles, and their values were lost
def _kept(_context: Context, value: object) -> _Printed:
    found = plain(value)
    printed = _Printed()
    printed.value = found
    return printed


_ENVIRONMENT = Environment(finalize=_kept)  # type: ignore[arg-type]  # Jinja gives the context too


@dataclass(slots=True)
class Filled:
    """A row that is filled in: the row of the template, its round, its cells by column.

    The round is 0 outside of repeated rows. `blank` is a row kept for a list without items.
    """

    row: int
    round: int
    blank: bool
    cells: dict[int, list[Piece]] = field(default_factory=dict)


def evaluated(of: Plan, values: Mapping[str, Any]) -> tuple[list[Filled], list[Problem]]:
    """Evaluate the tags of a sheet.

    Returns:
        The rows that are filled in, in order; or none, and every problem with sheet and cell.
    """
    try:
        tree = _ENVIRONMENT.parse(of.source)
        program = jinja2.Template.from_code(
            _ENVIRONMENT, _ENVIRONMENT.compile(guarded(tree)), _ENVIRONMENT.make_globals(None)
        )
        context = {**_ENVIRONMENT.globals, **values, BUDGET: [0]}
        pieces = program.root_render_func(program.new_context(context, shared=True))
        found = _gathered(pieces)
    except (TemplateError, PrintError, TypeError, ValueError, ArithmeticError, RecursionError) as e:
        problems = list(dict.fromkeys(failures(of.outline, values, _unfit)))
        code = e.code if isinstance(e, PrintError) else "KD335"
        place = Place(part=f"trang tính «{of.sheet}»")
        return [], problems or [_of_sheet(code, place)]
    problems = _unprintable(of, found)
    return ([], problems) if has_errors(problems) else (found, problems)


def _of_sheet(code: str, place: Place) -> Problem:
    if code == "KD334":
        return problem("KD827", place, vi_sao="có quá nhiều hàng, ô hoặc chữ")
    return problem(code, place, the="", doan="", ten="", goi_y="")


def _gathered(pieces: Iterable[Any]) -> list[Filled]:
    found: list[Filled] = []
    into: list[Piece] = []
    cells = run = round_ = 0
    for piece in pieces:
        if isinstance(piece, _Printed):
            into.append(Piece(piece.value, placed=True, run=run))
            continue
        at = 0
        for mark in MARK.finditer(piece):
            if mark.start() > at:
                into.append(Piece(piece[at : mark.start()], placed=False, run=run))
            at = mark.end()
            kind, number = mark[1], int(mark[2] or 0)
            if kind == "I":
                round_ += 1
            elif kind == "T":
                run = number
            elif kind == "C":
                into = found[-1].cells.setdefault(number, [])
                run = 0
                cells += 1
            else:
                round_ += kind == "B"
                found.append(Filled(number, round_, blank=kind == "B"))
                into = []
        if at < len(piece):
            into.append(Piece(piece[at:], placed=False, run=run))
        if len(found) > MOST_ROWS or cells > MOST_CELLS:
            raise PrintError("KD334")
    return found


def _unfit(value: object, tag: Tag) -> str:
    """Say why a value cannot stand in a cell; nothing at all can where it is all there is."""
    try:
        found = plain(value)
    except PrintError as error:
        return error.code
    text = tag.paragraph.text.strip()
    first = TAG.match(text)
    return "KD331" if found is None and (first is None or first.end() < len(text)) else ""


def _unprintable(of: Plan, rows: Iterable[Filled]) -> list[Problem]:
    """Tell of values that are missing among other words, and of texts that no cell can hold."""
    problems: dict[Problem, None] = {}
    for row in rows:
        for column, pieces in row.cells.items():
            missing = any(each.placed and each.value is None for each in pieces)
            missing, long = missing and not alone(pieces), is_too_long(pieces)
            if not (missing or long):
                continue
            at = At(row.row, column)
            place = place_of(of.sheet, cell_name(at))
            if missing:
                text = "".join(text for text, _ in of.cells[at])
                problems[problem("KD331", place, the=text)] = None
            if long:
                why = "chữ dài quá 32.767 ký tự"
                problems[problem("KD823", place, vi_sao=why)] = None
    return list(problems)


def left_empty(of: Plan, rows: Iterable[tuple[int, Filled]]) -> Iterator[Problem]:
    """Tell of the cells of a sheet that stay empty because the data say nothing.

    Args:
        of: the plan.
        rows: the filled rows, each with where it stands.
    """
    empty: dict[At, list[str]] = {}
    for number, row in rows:
        columns = [c.column for c in of.cells if c.row == row.row] if row.blank else row.cells
        for column in columns:
            pieces = row.cells.get(column, [])
            if row.blank or any(each.placed and each.value is None for each in pieces):
                empty.setdefault(At(row.row, column), []).append(cell_name(At(number, column)))
    for at, names in empty.items():
        told = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
        text = "".join(text for text, _ in of.cells[at])
        place = place_of(of.sheet, cell_name(at))
        yield problem("KD828", place, the=text.strip(), so=len(names), cac_o=told)
