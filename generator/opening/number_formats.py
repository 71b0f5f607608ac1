"""How Excel shows a number, a day, a time: the format of each cell, and a value in it.

Only formats whose picture is certain are drawn; of any other the caller is told, so that no figure
is printed otherwise than its author sees it.
"""

import datetime as dt
import io
import re

from lxml import etree

from generator.opening.sheet_marks import Cell, column_of

GENERAL = "General"
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "d/m/yyyy",
    15: "d/m/yyyy", 16: "d/m", 17: "m/yyyy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "d/m/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 46: "[h]:mm:ss",
}  # fmt: skip
"""The formats that a workbook names by number alone (ECMA-376, 18.8.30); 49 is text."""

_SIDE = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[(?!h)[^\]]*\]')
_FIGURES = re.compile(r"(#,##)?(#|0+)(?:\.(0+))?(%)?")
LONGEST_NUMBER = 10**15
"""Excel keeps fifteen digits; what a longer number was typed as is lost."""

_TIME = re.compile(r"[hs]")


def formats_of(styles: bytes) -> list[str]:
    """Return the format of each cell style of a workbook, by its number, from `styles.xml`."""
    root = etree.fromstring(styles, etree.XMLParser(resolve_entities=False, no_network=True))
    own = {
        int(each.get("numFmtId") or 0): each.get("formatCode") or GENERAL
        for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    numbers = (int(each.get("numFmtId") or 0) for each in root.iterfind("{*}cellXfs/{*}xf"))
    return [own.get(number) or _BUILT_IN.get(number, GENERAL) for number in numbers]


def cell_formats(sheet: bytes, formats: list[str]) -> dict[Cell, str]:
    """Return the cells of a sheet that have a format of their own, with it."""
    found: dict[Cell, str] = {}
    row = -1
    for _, element in etree.iterparse(
        io.BytesIO(sheet), events=("end",), tag=("{*}row",), resolve_entities=False, no_network=True
    ):
        row = int(element.get("r") or row + 2) - 1
        for cell in element.iterfind("{*}c[@s]"):
            number = int(cell.get("s") or 0)
            if number < len(formats) and formats[number] != GENERAL:
                found[row, column_of(cell)] = formats[number]
        element.clear()
    return found


def shown(value: object, form: str = GENERAL) -> str | None:
    """Return a value as Excel in a Vietnamese office shows it; None where that is not certain.

    A point between thousands and a comma before decimals; days and months as HD 05 writes them:
    a zero before days below 10 and before January and February.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M:%S}" if "s" in form.lower() and value.second else f"{value:%H:%M}"
    if isinstance(value, dt.datetime | dt.date):
        return _day(value, form)
    if isinstance(value, int | float):
        return _number(float(value), form)
    return str(value)


def _day(value: dt.date, form: str) -> str:
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    bare = _SIDE.sub("", form).lower()
    whole = form == GENERAL or "y" in bare
    date = f"{value.day:02}/{month}" + f"/{value.year}" * whole
    if form != GENERAL and "d" not in bare:
        date = f"{month}/{value.year}"
    timed = isinstance(value, dt.datetime) and (value.hour or value.minute)
    return f"{date} {value:%H:%M}" if timed and (form == GENERAL or _TIME.search(bare)) else date


def _number(value: float, form: str) -> str | None:
    if abs(value) >= LONGEST_NUMBER:
        return None
    if form in {GENERAL, "@"}:
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    first = form.split(";", maxsplit=1)[0]
    before, after = _beside(first)
    found = _FIGURES.fullmatch(_SIDE.sub("", first).strip())
    if found is None:
        return None
    thousands, whole, decimals, percent = found.groups()
    value *= 100 if percent else 1
    digits = f"{abs(value):,.{len(decimals or '')}f}"
    integer, _, rest = digits.partition(".")
    integer = integer.replace(",", "." if thousands else "")
    integer = integer.rjust(len(whole), "0") if not thousands else integer
    text = f"{integer}{',' if rest else ''}{rest}{percent or ''}"
    return f"{before}{'-' if value < 0 else ''}{text}{after}"


def _beside(form: str) -> tuple[str, str]:
    """Return the words that a format puts before and behind the number: «12 đồng»."""
    figures = re.search(r"[#0]", _quoted_out(form))
    at = figures.start() if figures else len(form)
    said = [(each.start(), each[1] or each[2] or "") for each in _SIDE.finditer(form)]
    return "".join(t for n, t in said if n < at), "".join(t for n, t in said if n > at)


def _quoted_out(form: str) -> str:
    return _SIDE.sub(lambda each: " " * len(each[0]), form)
