"""Tells the rows of a list: people and bodies, names of units, totals, notes, signatures."""

import re
from collections.abc import Iterable
from enum import StrEnum

from generator.opening.grid import Grid
from generator.sheets.head_rows import cells, numbers_columns
from generator.sheets.persons import is_enumerated, is_name, is_party_unit, is_unit, plain
from generator.sheets.plan import TICKS, Plan, share
from generator.sheets.words import begins

_RUNNING = re.compile(r"\d{1,5}[.)]?|\d{1,3}(?:\.\d{1,3})+\.?", re.ASCII)
_DATED = re.compile(r"(?:^|,)\s*ngày\s[\s\d.…_]*tháng\s", re.IGNORECASE)
_FIGURES = re.compile(r"[\d.,%\s]+", re.ASCII)
_NUMBERED = re.compile(
    r"(?:(?P<I>[IVXL]{1,6})|(?P<so>\d{1,3})|(?P<A>[A-ZĐ]))(?=$|[.)/:]|\s*[-–—]\s|(?<=[IVXL])\s)"
)
_MOST = 0.6
_RULE = re.compile(r"[-–—_=.*…\s]+")
_WIDE = 3
"""Cells that a merged text covers when it stands over a list, not in a column of it."""


class RowKind(StrEnum):
    """What a row is; all but `DONG` and `NOI` are left out, and said to be."""

    DONG = "dòng"
    NOI = "hàng tiếp của dòng trên"
    AN = "hàng ẩn"
    DAU_COT = "hàng đầu cột"
    SO_COT = "hàng đánh số cột"
    TIEU_DE = "tiêu đề"
    DON_VI = "tên đơn vị"
    MUC = "tên mục"
    CONG = "hàng cộng"
    TRONG = "hàng trống, hàng kẻ"
    CUOI = "ghi chú, chữ ký"
    NGOAI = "ngoài bảng"
    KHONG_TEN = "không rõ của ai"


class _Rows:
    """The rows of a list, looked at one by one."""

    def __init__(self, grid: Grid, plan: Plan, first: int, end: int) -> None:
        self.grid, self.plan, self.end = grid, plan, end
        self.rows = [row for row in range(first, end) if not grid.is_empty(row)]
        self.columns = plan.taken | ({plan.running} if plan.running is not None else set())
        self._fields = tuple(
            column for one in plan.fields for column in one.columns if column not in
            {*plan.name.columns, plan.unit, plan.running}
        )  # fmt: skip
        self._typed = tuple(
            column
            for one in plan.fields
            if one.kieu in {"ngay", "ngay_sinh", "muc", "dem", "diem"} or one.way == TICKS
            for column in one.columns
        )

    def name(self, row: int) -> str:
        below = self.plan.head.bottom
        texts = (self.grid.value(row, column, below) for column in self.plan.name.columns)
        return " ".join(filter(None, texts))

    def running(self, row: int) -> str:
        return _running(self.grid, self.plan, row)

    def is_numbered(self, row: int) -> bool:
        return has_number(self.grid, self.plan, row)

    def said(self, row: int) -> list[str]:
        """Return what a row says beside its name, unit and number; «!» for an error."""
        broken = self.grid.marks.broken
        found = (
            self.grid.text(row, column) or "!" * ((row, column) in broken)
            for column in self._fields
        )
        return [each for each in found if each]

    def is_typed(self, row: int) -> bool:
        """Return whether a row has a day, a level, a figure of its own."""
        return any(self.grid.text(row, column) for column in self._typed)

    def is_bad(self, row: int, column: int) -> bool:
        return (row, column) in self.grid.marks.broken

    def is_broken(self, row: int) -> bool:
        return any(self.is_bad(row, column) for column in self.plan.name.columns)


def has_number(grid: Grid, plan: Plan, row: int) -> bool:
    """Return whether a row of a list has a running number."""
    return bool(_RUNNING.fullmatch(_running(grid, plan, row)))


def _running(grid: Grid, plan: Plan, row: int) -> str:
    if plan.running is None:
        return ""
    if (row, plan.running) in grid.marks.broken:
        return "0"  # a number that a formula counts is one all the same
    return grid.text(row, plan.running)


def kinds_of(grid: Grid, plan: Plan, first: int, end: int, *, more: bool) -> dict[int, RowKind]:
    """Return what each row of a list is that shows anything.

    Args:
        grid: the sheet.
        plan: how the list is read.
        first: its first row.
        end: the row behind its last.
        more: another head follows, so that names of units at the end are for what is below it.
    """
    rows = _Rows(grid, plan, first, end)
    found: dict[int, RowKind] = {}
    for row in rows.rows:
        found[row] = _kind(rows, row, found)
    return found if plan.own is not None else _with_foot(rows, found, more=more)


def _kind(rows: _Rows, row: int, before: dict[int, RowKind]) -> RowKind:
    grid, plan = rows.grid, rows.plan
    texts = cells(grid, row)
    if row in grid.marks.hidden_rows:
        return RowKind.AN
    if plan.own is not None and grid.text(row, plan.own):
        return RowKind.DONG
    if numbers_columns([text for _, text in texts]):
        return RowKind.SO_COT
    if texts and all(_RULE.fullmatch(text) for _, text in texts):
        return RowKind.TRONG
    if any(texts == cells(grid, each) for each in range(plan.head.top, plan.head.bottom + 1)):
        return RowKind.DAU_COT
    anchor = grid.anchor(row, plan.name.columns[0])
    if anchor and anchor[0] != row and before.get(anchor[0]) is RowKind.DONG:
        return RowKind.NOI
    name = rows.name(row)
    if plan.own is None and (kind := _aside(rows, row, texts, name)):
        return _as_those_before(rows, row, before) if kind is RowKind.MUC else kind
    if name or rows.is_broken(row):
        return RowKind.DONG
    if len(texts) == 1 and rows.is_numbered(row):
        return RowKind.TRONG
    return RowKind.CONG if _is_total(rows, row, texts, name) else _nameless(rows, row, texts)


def _nameless(rows: _Rows, row: int, texts: list[tuple[int, str]]) -> RowKind:
    """Return what a row without a name is: none of the list if its columns show nothing."""
    shown = {column for column, _ in texts} | {at for at in rows.columns if rows.is_bad(row, at)}
    return RowKind.KHONG_TEN if shown & rows.columns else RowKind.NGOAI


def _aside(rows: _Rows, row: int, texts: list[tuple[int, str]], name: str) -> RowKind | None:
    """Return what a row is that stands beside the lines of a list; None for a line of it."""
    if _is_total(rows, row, texts, name):
        return RowKind.CONG
    if _is_note(rows, row, texts, name):
        return RowKind.CUOI
    numbered, said = rows.is_numbered(row), rows.said(row)
    figures = all(map(_FIGURES.fullmatch, said))
    parted = is_enumerated(rows.running(row))
    alone = texts[0][1] if len(texts) == 1 else ""
    over = alone and (texts[0][0] not in rows.plan.name.columns or _is_wide(rows, row, texts[0][0]))
    title = alone if over and not numbered else name
    if title and is_unit(title) and figures:
        if rows.plan.name.columns == (rows.plan.unit,):
            return RowKind.DON_VI if over else None
        if (
            rows.plan.of_people
            or over
            or parted
            or (rows.plan.running is not None and not numbered)
        ):
            return RowKind.DON_VI
    if over and not numbered:
        return RowKind.MUC if _is_over_list(rows, row, texts[0][0]) else None
    if name and not said and not numbered and not is_name(name):
        return RowKind.MUC if parted or begins(plain(name), "muc") else None
    return RowKind.MUC if name and parted and figures and not is_name(name) else None


def _as_those_before(rows: _Rows, row: int, before: dict[int, RowKind]) -> RowKind:
    """Return whether the name of a part names a unit: it is numbered as the units before it are.

    What a part of a unit would be, the numbering of the list says better than any list of words:
    below «I. Chi bộ …» and «II. Chi bộ …», «III. …» is no part of the second.
    """
    sign = _numbering(rows, row)
    units = {_numbering(rows, each) for each, kind in before.items() if kind is RowKind.DON_VI}
    of_people = begins(plain(_first(rows, row)), "muc") or begins(plain(rows.name(row)), "muc")
    return RowKind.DON_VI if sign and sign in units and not of_people else RowKind.MUC


def _numbering(rows: _Rows, row: int) -> str:
    """Return how a row is numbered: «I» for Roman figures, «1», «A»; «» if it is not."""
    found = _NUMBERED.match(rows.running(row) or _first(rows, row))
    return found.lastgroup or "" if found else ""


def _is_over_list(rows: _Rows, row: int, column: int) -> bool:
    """Return whether a single text begins at the left of a list, as the name of a part does."""
    return column <= max(rows.plan.name.columns) or _is_wide(rows, row, column)


def _is_wide(rows: _Rows, row: int, column: int) -> bool:
    covered = rows.grid.marks.covered
    return all(covered.get((row, column + each)) == (row, column) for each in range(1, _WIDE))


def _is_total(rows: _Rows, row: int, texts: list[tuple[int, str]], name: str) -> bool:
    if rows.is_numbered(row) or is_name(name) or not texts:
        return False
    return any(begins(plain(text), "cong") for text in (texts[0][1], name) if text)


def _is_note(rows: _Rows, row: int, texts: list[tuple[int, str]], name: str) -> bool:
    """Return whether a row is part of the end of a list: «Người lập», «T/M CHI BỘ», a date."""
    if rows.is_numbered(row):
        return False
    if name and not _is_ending(name):
        return False
    return any(_is_ending(text) for _, text in texts)


def _is_ending(text: str) -> bool:
    return bool(_DATED.search(text)) or begins(plain(text.strip("(* ")), "cuoi")


def _with_foot(rows: _Rows, found: dict[int, RowKind], *, more: bool) -> dict[int, RowKind]:
    """Return the rows with those at the end as notes: names below «Người lập» are signatures."""
    lines = [row for row, kind in found.items() if kind is RowKind.DONG]
    notes = [row for row, kind in found.items() if kind is RowKind.CUOI]
    before = [row for row in lines if row < min(notes, default=rows.end)] or lines
    people = [row for row in before if _is_whom(rows, row)] or before
    numbered = share([rows.is_numbered(row) for row in people]) >= _MOST
    last = max((row for row in lines if _is_sure(rows, row, notes, numbered=numbered)), default=-1)
    start = min((row for row in notes if row > last), default=rows.end)
    told = dict(found)
    for row, kind in found.items():
        if kind in {RowKind.AN, RowKind.DAU_COT, RowKind.CONG}:
            continue
        if row >= start:
            keeps = kind is RowKind.DON_VI and more and is_party_unit(_first(rows, row))
            told[row] = RowKind.DON_VI if keeps else RowKind.CUOI
        elif row > last and kind is RowKind.DONG and numbered:
            told[row] = kind if rows.said(row) and _is_whom(rows, row) else RowKind.CUOI
        elif row < last and kind is RowKind.CUOI and _is_within(rows, row):
            told[row] = RowKind.KHONG_TEN
    return told


def _is_sure(rows: _Rows, row: int, notes: Iterable[int], *, numbered: bool) -> bool:
    """Return whether a row is a line of the list for certain, not a signature below it."""
    if numbered:
        return rows.is_numbered(row)
    if any(note < row for note in notes):
        return rows.is_typed(row)
    return bool(rows.said(row)) or not rows.plan.fields or is_name(rows.name(row))


def _is_whom(rows: _Rows, row: int) -> bool:
    """Return whether a row without a number names somebody: «Số lượng» below a list does not."""
    name = rows.name(row)
    return is_name(name) or is_unit(name) or rows.is_broken(row)


def _is_within(rows: _Rows, row: int) -> bool:
    """Return whether all that a row says stands in columns that are taken."""
    return all(column in rows.plan.taken for column, _ in cells(rows.grid, row))


def _first(rows: _Rows, row: int) -> str:
    return next((text for _, text in cells(rows.grid, row)), "")
