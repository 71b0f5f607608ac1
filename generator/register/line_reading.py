"""Reads the lines below the header of a sheet; what cannot be taken as it stands is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.opening.grid import Grid, row_spans
from generator.opening.sheet_marks import NOT_CALCULATED
from generator.problems import Place, Problem, problem
from generator.register.cells import iso_of, number_of, says_cancelled, state_of
from generator.register.columns import DAY, NUMBER, ORDER, SUBJECT, SYMBOL, Head
from generator.register.entry import NAMES, RegisterLine, TrangThai
from generator.register.names import symbols_of
from generator.register.rows import Skipped, lines_of
from generator.register.series import Series
from generator.register.sheet import COLUMNS
from generator.wording.compare import same
from generator.wording.legacy import legacy

_JOINED = frozenset({"Nơi nhận", "Ghi chú", "Số bản"})
"""Columns in which the rows of one number may say different things: one recipient each."""

_NOTES = (SUBJECT, "Ghi chú")
_TEXTS = (SUBJECT, "Nơi nhận", "Người ký", "Ghi chú")


@dataclass(frozen=True, slots=True)
class Row:
    """Where a line stands in its sheet."""

    grid: Grid
    number: int
    head: Head

    def cell(self, title: str = NUMBER) -> Place:
        """Return the place of its cell in a column; that of its number if there is no such."""
        column = self.head.columns.get(title, self.head.columns[NUMBER])
        return self.grid.place(self.number, column)


def lines_in(
    grid: Grid, head: Head, series: Series
) -> Iterator[tuple[RegisterLine, Row] | Problem | Skipped]:
    """Read the lines of a sheet.

    Args:
        grid: the sheet.
        head: its header, with all needed columns.
        series: of its lines.

    Yields:
        A line, a problem (KD633, KD634, KD637, KD658-KD663, KD666, KD667) of one that is not taken,
        or what a row is that is skipped. Rows below one merged number are one line.
    """
    hidden: list[int] = []
    for rows, kind in _groups(grid, head):
        row = Row(grid, rows[0], head)
        if kind is not None:
            yield kind
            if kind in {Skipped.CUOI, Skipped.MUC}:
                said = next(filter(None, grid.texts(rows[0])), "")
                yield problem("KD660", grid.place(rows[0]), nhap=" ".join(said.split()))
        elif grid.marks.hidden_rows.intersection(rows):
            hidden += rows
        else:
            found = _line(row, rows, series)
            yield found if isinstance(found, Problem) else (found, row)
    if hidden:
        spot = grid.place(hidden[0], head.columns[NUMBER])
        yield problem("KD658", spot, cac_hang=row_spans(hidden), bao_nhieu=len(hidden))


def _groups(grid: Grid, head: Head) -> Iterator[tuple[list[int], Skipped | None]]:
    """Yield the rows of each line: several below a number that is merged over them."""
    column = head.columns[NUMBER]
    rows: list[int] = []
    for row, kind in lines_of(grid, head):
        anchor = grid.anchor(row, column)
        if rows and kind is None and anchor is not None and anchor[0] == rows[0]:
            rows.append(row)
            continue
        if rows:
            yield rows, None
        rows = [] if kind else [row]
        if kind:
            yield [row], kind
    if rows:
        yield rows, None


def _line(row: Row, rows: Sequence[int], series: Series) -> RegisterLine | Problem:
    cells = dict.fromkeys((*(title for title, _ in COLUMNS), SYMBOL), "")
    for title in row.head.columns:
        found = "" if title == ORDER else _cell(row, rows, title)
        if isinstance(found, Problem):
            return found
        cells[title] = found

    def wrong(code: str, title: str, **more: str) -> Problem:
        return problem(code, row.cell(title), nhap=cells[title], **more)

    state = state_of(cells["Trạng thái"])
    if not cells["Trạng thái"] and any(says_cancelled(cells[each]) for each in _NOTES):
        state = TrangThai.HUY
    if state is None:
        return wrong("KD637", "Trạng thái", cac_gia_tri=", ".join(NAMES.values()))
    if not cells[NUMBER]:
        said = " ".join((cells[SUBJECT] or next(filter(None, cells.values()), "")).split())
        return problem("KD659", row.cell(), nhap=said)
    struck = _struck(row, rows)
    if struck and state is not TrangThai.HUY:
        return wrong("KD663", struck)
    typed = cells[NUMBER]
    if cells[SYMBOL] and typed.isdecimal():
        typed = f"{typed}-{cells[SYMBOL]}"
    so = number_of(typed, symbols_of(series.loai))
    if so is None:
        return wrong("KD633", NUMBER)
    day = iso_of(cells[DAY], series, since_1904=row.grid.since_1904)
    if day is None:
        return wrong("KD634", DAY)
    for title in _TEXTS:
        if old := legacy(cells[title]):
            return wrong("KD666", title, bang_ma=old.bang_ma, unicode=old.unicode)
    return RegisterLine(
        *series,
        so,
        day,
        cells[SUBJECT],
        cells["Nơi nhận"],
        cells["Người ký"],
        cells["Số bản"],
        cells["Ghi chú"],
        state,
        cells["Tệp"],
        cells["Mục"],
    )


def _cell(row: Row, rows: Sequence[int], title: str) -> str | Problem:
    """Return what a line says in a column; KD661, KD662 for an error, KD667 for two values."""
    column = row.head.columns[title]
    texts: list[str] = []
    for each in rows:
        error = row.grid.error(each, column)
        if error is not None:
            spot = row.grid.place(each, column)
            if error == NOT_CALCULATED:
                return problem("KD662", spot, cot=title)
            return problem("KD661", spot, cot=title, loi=error)
        text = row.grid.value(each, column, row.head.last)
        if text and not any(same(text, other) for other in texts):
            texts.append(text)
    if len(texts) > 1 and title not in _JOINED:
        both = ", ".join(f"«{each}»" for each in texts)
        return problem("KD667", row.cell(title), cot=title, nhap=both)
    return "; ".join(texts)


def _struck(row: Row, rows: Sequence[int]) -> str | None:
    """Return the first column in which a line has struck-out letters."""
    places = row.head.columns.items()
    return next(
        (
            title
            for title, column in places
            for each in rows
            if row.grid.anchor(each, column) in row.grid.marks.struck
        ),
        None,
    )
