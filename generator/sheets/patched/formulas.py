"""Formulas where rows move: references are rewritten if it is certain what they mean."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.sheets.patched.book import folded
from generator.sheets.patched.cell_names import LAST_COLUMN, LAST_ROW, column_letters, column_number
from generator.sheets.patched.moves import Moves, Spot

_ROW = r"\$?[1-9]\d{0,6}"
_COLUMN = r"\$?[A-Za-z]{1,3}"
_TOKEN = re.compile(
    rf"""
    (?P<text>"(?:[^"]|"")*")
    |(?P<ref>(?P<sheet>'(?:[^']|'')+'!|[^\W\d][\w.]*(?::[^\W\d][\w.]*)?!)?
      (?:(?P<c1>{_COLUMN})(?P<r1>{_ROW})(?::(?P<c2>{_COLUMN})(?P<r2>{_ROW}))?
        |(?P<from>{_ROW}):(?P<to>{_ROW})
        |(?P<columns>{_COLUMN}:{_COLUMN}))(?![\w.(!\[]))
    |(?P<open>(?:[^\W\d][\w.]*)?\()
    |(?P<name>'(?:[^']|'')+'!?|[^\W\d][\w.\\?]*!?)
    |(?P<columns_of_table>\[(?:[^\[\]]|\[[^\[\]]*\])*\])
    |(?P<number>\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?)
    |(?P<close>\))
    |(?P<comma>[,;])
    |(?P<space>\s+)
    |(?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_SUMS = frozenset({
    "SUM", "COUNT", "COUNTA", "COUNTBLANK", "AVERAGE", "AVERAGEA", "MIN", "MAX", "SUBTOTAL",
    "MEDIAN", "PRODUCT",
})  # fmt: skip
"""Functions of many cells: one cell of a repeated row given to them means all its repetitions."""

_FIRST = frozenset({"COUNTIF", "SUMIF", "AVERAGEIF", "COUNTIFS", "LARGE", "SMALL"})
"""Likewise of what they are given first."""

_BY_COUNT = frozenset({"INDIRECT", "OFFSET", "ADDRESS"})
"""Functions that find a cell by its name as text, or by counting rows."""

_BROKEN = "#REF!"


class Rewritten(NamedTuple):
    """A formula, and whether it certainly means what it meant in the template."""

    text: str
    certain: bool


class _Ends(NamedTuple):
    first: int | None
    last: int | None
    certain: bool


def rewritten(
    formula: str, home: str, moves: Mapping[str, Moves], spot: Spot | None = None
) -> Rewritten:
    """Rewrite the references of a formula to rows that moved.

    Args:
        formula: as the workbook stores it, without «=».
        home: the sheet to which references without a sheet lead, folded.
        moves: the sheets whose rows moved, by their folded name.
        spot: the line of `home` in which the formula stands, if it is a repeated one.
    """
    if not moves:
        return Rewritten(formula, certain=True)
    certain = True
    pieces = []
    calls: list[str] = []
    before = ""
    tokens = list(_TOKEN.finditer(formula))
    for number, token in enumerate(tokens):
        kind = token.lastgroup if not token["ref"] else "ref"
        text = token[0]
        if kind == "ref":
            follows = next((t[0] for t in tokens[number + 1 :] if not t["space"]), "")
            whole = (
                follows[:1] in {")", ",", ";"}
                and bool(calls)
                and (
                    (before in {"(", ","} and calls[-1] in _SUMS)
                    or (before == "(" and calls[-1] in _FIRST)
                )
            )
            text, sure = _moved(token, home, moves, spot, whole=whole)
            certain &= sure and (follows != ":" or text == token[0])
        elif kind == "open":
            calls.append(text[:-1].upper().removeprefix("_XLFN."))
            certain &= calls[-1] not in _BY_COUNT
        elif kind == "close" and calls:
            calls.pop()
        before = {"open": "(", "comma": ",", "space": before}.get(kind or "", text)
        pieces.append(text)
    return Rewritten("".join(pieces), certain)


def _moved(
    token: re.Match[str], home: str, moves: Mapping[str, Moves], spot: Spot | None, *, whole: bool
) -> tuple[str, bool]:
    named = sheet_named(token["sheet"] or "")
    if ":" in named:  # a row of sheets: which of them moved is not one answer
        return token[0], False
    own = moves.get(folded(named) if named else home)
    rows = [token["r1"] or token["from"], token["r2"] or token["to"] or token["r1"]]
    if token["columns"]:
        return token[0], True
    elsewhere = spot is not None and bool(named) and folded(named) != home
    certain = spot is None or not elsewhere or _same_for_all(rows, moves[home], spot)
    if own is None:
        return token[0], certain
    inside = None if elsewhere else spot
    single = not (token["r2"] or token["to"])
    ends = _one(rows[0], own, inside, whole=whole) if single else _range(rows, own, inside)
    if ends.first is None or ends.last is None:
        return f"{token['sheet'] or ''}{_BROKEN}", False
    first, last = _like(rows[0], ends.first), _like(rows[1], ends.last)
    made = f"{token['c1'] or ''}{first}"
    if not single or ends.first != ends.last:
        made += f":{token['c2'] or token['c1'] or ''}{last}"
    return f"{token['sheet'] or ''}{made}", certain and ends.certain


def _same_for_all(rows: list[str], moves: Moves, spot: Spot) -> bool:
    """Return whether every repetition of a row may refer to the same rows elsewhere."""
    return all(each.startswith("$") for each in rows) or not _repeated(moves, spot)


def _one(said: str, moves: Moves, spot: Spot | None, *, whole: bool) -> _Ends:
    row = int(said.lstrip("$"))
    block = moves.block_of(row)
    fixed = said.startswith("$")
    if block is None:
        new = moves.copies(row)[0]
        return _Ends(new, new, spot is None or _same_for_all([said], moves, spot))
    copies = moves.copies(row)
    if spot is not None and block == spot.block:
        near = moves.near(row, spot)
        return _Ends(near, near, not fixed or len(copies) == 1)
    if not copies:
        return _Ends(None, None, certain=False)
    if whole:
        return _Ends(copies[0], copies[-1], certain=True)
    return _Ends(copies[0], copies[0], len(copies) == 1)


def _range(rows: list[str], moves: Moves, spot: Spot | None) -> _Ends:
    first, last = (int(each.lstrip("$")) for each in rows)
    grown = moves.first(first, last), moves.last(first, last)
    if spot is None:
        return _Ends(*grown, certain=True)
    ends, certain = list(grown), True
    for place, said in enumerate(rows):
        if said.startswith("$"):
            continue
        row = int(said.lstrip("$"))
        if moves.block_of(row) == spot.block:
            ends[place] = moves.near(row, spot)
        else:
            certain &= _same_for_all([said], moves, spot)
    return _Ends(ends[0], ends[1], certain)


def _repeated(moves: Moves, spot: Spot) -> bool:
    """Return whether the row of a line stands more than once."""
    return len(moves.copies(moves.blocks[spot.block].lines[spot.line].row)) > 1


def _like(said: str, row: int) -> str:
    return f"${row}" if said.startswith("$") else str(row)


def sheet_named(prefix: str) -> str:
    """Return the sheet that the beginning of a reference names: «'Quý I'!»."""
    name = prefix.removesuffix("!")
    quoted = len(name) > 1 and name[0] == name[-1] == "'"
    return name[1:-1].replace("''", "'") if quoted else name


def copied(formula: str, rows: int, columns: int) -> str:
    """Return a formula as Excel copies it to a cell that lies so many rows and columns away."""

    def moved(token: re.Match[str]) -> str:
        if not token["ref"]:
            return token[0]
        if token["columns"]:
            ends = [_column(each, columns) for each in token["columns"].split(":")]
        elif token["from"]:
            ends = [_row(token["from"], rows), _row(token["to"], rows)]
        else:
            pairs = [(token["c1"], token["r1"]), (token["c2"], token["r2"])]
            parts = [(_column(c, columns), _row(r, rows)) for c, r in pairs if c]
            ends = [c and r and c + r for c, r in parts]
        return (token["sheet"] or "") + (":".join(ends) if all(ends) else _BROKEN)

    return _TOKEN.sub(moved, formula)


def _row(said: str, by: int) -> str:
    row = int(said.lstrip("$"))
    return said if said.startswith("$") else str(row + by) * (0 < row + by <= LAST_ROW)


def _column(said: str, by: int) -> str:
    column = column_number(said.lstrip("$"))
    if said.startswith("$"):
        return said
    return column_letters(column + by) * (0 < column + by <= LAST_COLUMN)
