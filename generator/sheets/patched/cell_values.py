"""What a value becomes in a cell: a number, a day of Excel, or text; the cell keeps its look."""

import datetime as dt
import math
import re
from collections.abc import Sequence
from copy import deepcopy
from decimal import Decimal
from typing import NamedTuple

from jinja2 import Undefined
from lxml import etree

from generator.engine.environment import PrintError
from generator.engine.richtext import ILLEGAL
from generator.model.birth import NgaySinh
from generator.opening.number_formats import LONGEST_NUMBER, shown
from generator.sheets.patched.styles import is_day, is_number
from generator.sheets.patched.texts import LONGEST, set_number, set_runs, set_text

Value = str | int | float | dt.date | None
"""What a cell can hold; None is an empty cell."""

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_FIGURES = re.compile(
    r"-?(?:(?:0|[1-9]\d*)(?:[.,]\d{1,2})?|[1-9]\d{0,2}(?:\.\d{3})+,\d+|[1-9]\d{0,2}(?:\.\d{3}){2,})",
    re.ASCII,
)
"""Figures that are read in one way only: «1.250» may be a thousand or one and a quarter."""

_EPOCH, _EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
_FIRST_SURE = dt.date(1900, 3, 1)
"""Excel counts a 29 February 1900, so the days before it are not sure."""

_SECONDS = 86_400


class Piece(NamedTuple):
    """A piece of what is filled in: a value or the text around it, and how it is shown.

    `run` is the number of the run of the template's text to which it belongs.
    """

    value: Value
    placed: bool
    run: int = 0


def plain(value: object) -> Value:
    """Return a value of the data as a cell can hold it.

    Raises:
        UndefinedError: the field is missing.
        PrintError: it is a list, a group, a yes or no, or has signs that no file may hold.
    """
    if isinstance(value, Undefined):
        str(value)
    if isinstance(value, NgaySinh):
        whole = value.thang and value.ngay
        return dt.date(value.nam, value.thang or 1, value.ngay or 1) if whole else str(value)
    if isinstance(value, str) and not hasattr(type(value), "__html__"):
        if ILLEGAL.search(value):
            raise PrintError("KD332", value)
        return str(value)
    if isinstance(value, Decimal) and value.is_finite():
        return int(value) if value == value.to_integral_value() else float(value)
    if value is None or isinstance(value, dt.date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return value
    raise PrintError("KD337" if hasattr(type(value), "__html__") else "KD333", value)


def as_text(value: Value) -> str:
    """Return a value as it stands among other words: «05/12/2026», «27,5»."""
    if isinstance(value, dt.date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, int | float):
        return shown(value) or str(value)
    return value or ""


def alone(pieces: Sequence[Piece]) -> bool:
    """Return whether one value is all that stands in a cell."""
    if len(pieces) == 1:
        return pieces[0].placed
    placed = [each for each in pieces if each.placed]
    return len(placed) == 1 and not any(as_text(p.value).strip() for p in pieces if not p.placed)


def fill(
    cell: etree._Element,
    pieces: Sequence[Piece],
    form: str,
    *,
    since_1904: bool,
    runs: Sequence[etree._Element | None],
) -> None:
    """Write what is filled in into a cell; its number format decides what a value becomes.

    Args:
        cell: the cell, which keeps its format.
        pieces: what is filled in.
        form: its number format: under that of a day «05/12/2026» becomes a day, under that of a
            number «27,5» a number; everywhere else texts stay texts.
        since_1904: whether the workbook counts days from 1904.
        runs: the properties of the runs of the template's text.
    """
    value = _only(pieces)
    if value and (number := _figures(value.value, form, since_1904=since_1904)):
        set_number(cell, number)
        return
    text = text_of(pieces)
    if len(runs) > 1 and text and not (value and value.placed):
        set_runs(cell, _shown_by(pieces, runs))
    else:
        set_text(cell, text)


def _only(pieces: Sequence[Piece]) -> Piece | None:
    """Return what stands in a cell by itself: a value, or a text that the mapping file gives."""
    if len(pieces) == 1:
        return pieces[0]
    return next((each for each in pieces if each.placed), None) if alone(pieces) else None


def text_of(pieces: Sequence[Piece]) -> str:
    """Return the text of a cell; one value alone is without the blanks around its tag."""
    if len(pieces) == 1:
        return as_text(pieces[0].value)
    kept = [each for each in pieces if each.placed] if alone(pieces) else pieces
    return "".join(as_text(each.value) for each in kept)


def is_too_long(pieces: Sequence[Piece]) -> bool:
    """Return whether a cell cannot hold what is filled in."""
    return sum(len(as_text(each.value)) for each in pieces) > LONGEST


def _shown_by(
    pieces: Sequence[Piece], runs: Sequence[etree._Element | None]
) -> list[tuple[str, etree._Element | None]]:
    found: list[tuple[str, int]] = []
    for each in pieces:
        if found and found[-1][1] == each.run:
            found[-1] = found[-1][0] + as_text(each.value), each.run
        else:
            found.append((as_text(each.value), each.run))
    return [(text, deepcopy(runs[run])) for text, run in found if text]


def _figures(value: Value, form: str, *, since_1904: bool) -> str:
    """Return the number that Excel keeps for a value in a cell of this format, «» for a text."""
    if isinstance(value, str):
        value = _read(value.strip(), form)
    if isinstance(value, dt.date):
        return _day(value, since_1904=since_1904) if is_day(form) else ""
    if value is None or isinstance(value, str) or abs(value) >= LONGEST_NUMBER:
        return ""
    return repr(value)


def _read(text: str, form: str) -> Value:
    day = _DAY.fullmatch(text)
    if day and is_day(form):
        try:
            return dt.date(int(day[3]), int(day[2]), int(day[1]))
        except ValueError:
            return text
    figures = text.removesuffix("%").strip()
    if not is_number(form) or not _FIGURES.fullmatch(figures):
        return text
    percent = text.endswith("%")
    if percent and "%" not in form:
        return text
    if "," in figures or figures.count(".") > 1:
        figures = figures.replace(".", "").replace(",", ".")
    number = Decimal(figures) / (100 if percent else 1)
    return int(number) if number == number.to_integral_value() else float(number)


def _day(value: dt.date, *, since_1904: bool) -> str:
    epoch = _EPOCH_1904 if since_1904 else _EPOCH
    day = dt.date(value.year, value.month, value.day)
    if day < (_EPOCH_1904 if since_1904 else _FIRST_SURE):
        return ""
    part = 0.0
    if isinstance(value, dt.datetime):
        part = (value.hour * 3600 + value.minute * 60 + value.second) / _SECONDS
    whole = (day - epoch).days
    return repr(whole + part) if part else str(whole)
