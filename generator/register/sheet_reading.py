"""Reads a register from an Excel workbook, exported by this program or typed by an office."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.files.real_path import real_path
from generator.opening.content import REASONS, Refusal
from generator.opening.grid import Grid
from generator.opening.pool import tables
from generator.problems import Place, Problem, problem
from generator.register.cells import number_of
from generator.register.columns import TOP, Head, head_of
from generator.register.entry import OnPaper, RegisterLine
from generator.register.line_reading import Row, lines_in
from generator.register.names import NO_NAMES, Names, series_called
from generator.register.rows import COLUMN_NUMBER, Skipped
from generator.register.series import Series
from generator.register.sheet import COLUMNS, PAPER_SHEET
from generator.wording.compare import same
from generator.wording.legacy import legacy

_PAPER_COLUMNS = 4


@dataclass(slots=True)
class Read:
    """The content of a workbook, each line with its row, and the problems found.

    `skipped` counts the rows that are no lines; `other_sheets` are those that are no registers.
    """

    lines: list[tuple[RegisterLine, Row]] = field(default_factory=list)
    ranges: list[tuple[OnPaper, Place]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    skipped: Counter[Skipped] = field(default_factory=Counter)
    other_sheets: list[str] = field(default_factory=list)


def read_workbook(
    path: Path, series: Series | None, own: Names = NO_NAMES, wanted: Collection[str] = ()
) -> Read:
    """Read a register from Excel, exported by this program or typed by an office.

    Args:
        path: the `.xlsx`.
        series: the series of sheets whose name does not state one («Công văn 2025-2030»).
        own: names of the letter types added by the office.
        wanted: names of the sheets to read, hidden ones too; empty for those shown.

    Returns:
        Its lines; KD630-KD637, KD657-KD667 with sheet and cell for what cannot be read or stored.
    """
    place = Place(file=path.as_posix())
    found = tables(real_path(path))  # whoever names a link means the workbook
    if isinstance(found, Refusal):
        return Read(problems=[problem("KD630", place, ly_do=REASONS[found])])
    read = Read()
    for name in wanted:
        if not any(same(name, each.name) for each in found):
            known = ", ".join(f"«{each.name}»" for each in found)
            read.problems.append(problem("KD665", place, ten=name, cac_trang=known))
    doubtful: list[Grid] = []
    for table in found:
        grid = Grid(place.file, table)
        if wanted and not any(same(name, table.name) for name in wanted):
            read.other_sheets.append(table.name)
        elif not wanted and not table.shown:
            read.other_sheets.append(table.name)
            if head_of(grid) or same(table.name, PAPER_SHEET):
                read.problems.append(problem("KD664", grid.place(0), ten=table.name))
        elif not _read_sheet(read, grid, series, own, meant=bool(wanted)):
            doubtful.append(grid)
    if read.lines or read.ranges or read.problems or read.skipped:
        read.other_sheets += [each.name for each in doubtful]
    else:
        read.problems += [_unfit(each, head_of(each)) for each in doubtful]
    return read


def _read_sheet(
    read: Read, grid: Grid, series: Series | None, names: Names, *, meant: bool
) -> bool:
    """Read one sheet; return False if it may be none of the register, as a list of short forms."""
    if same(grid.name, PAPER_SHEET):
        _read_spans(read, grid, names)
        return True
    named = series_called(grid.name, names)
    head, own = head_of(grid), named or series
    if head is None or head.missing:
        if (meant or named) and any(grid.everything()):
            read.problems.append(_unfit(grid, head))
            return True
        return not any(grid.everything())
    if own is None:
        read.problems.append(problem("KD632", grid.place(0), ten=grid.name))
        return True
    read.problems += _dropped(grid, head)
    for each in lines_in(grid, head, own):
        match each:
            case Problem():
                read.problems.append(each)
            case Skipped():
                read.skipped[each] += 1
            case _:
                read.lines.append(each)
    return True


def _unfit(grid: Grid, head: Head | None) -> Problem:
    """Say why a sheet cannot be read as a register."""
    if found := next(((text, old) for text in grid.everything() if (old := legacy(text))), None):
        text, old = found
        return problem("KD666", grid.place(0), bang_ma=old.bang_ma, nhap=text, unicode=old.unicode)
    if head is None:
        return problem("KD631", grid.place(0), so_hang=TOP)
    missing = ", ".join(f"«{each}»" for each in head.missing)
    return problem("KD657", grid.place(head.last), cot=missing)


def _dropped(grid: Grid, head: Head) -> Iterator[Problem]:
    """Report every column with texts below its title that has no counterpart in the register."""
    known = ", ".join(title for title, _ in COLUMNS)
    for column in range(grid.width):
        below = (grid.text(row, column) for row in range(head.last + 1, grid.height))
        if column not in head.columns.values() and any(map(_says_something, below)):
            titles = (grid.title(row, column) for row in range(head.last, head.first - 1, -1))
            name = next(filter(None, titles), "không tên")
            spot = grid.place(head.last, column)
            yield problem("KD636", spot, ten=" ".join(name.split()), cac_cot=known)


def _says_something(text: str) -> bool:
    """Return whether a cell says more than the number of its column: «(8)»."""
    return bool(text) and not COLUMN_NUMBER.fullmatch(text)


def _read_spans(read: Read, grid: Grid, names: Names) -> None:
    for row in range(1, grid.height):
        cells = [*grid.texts(row), *[""] * _PAPER_COLUMNS]
        if not any(cells):
            continue
        series = series_called(cells[0], names)
        numbers = [number_of(each, frozenset()) for each in cells[1:3]]
        wrong = next((column for column, each in enumerate(numbers, 1) if each is None), None)
        if series is None:
            read.problems.append(problem("KD632", grid.place(row), ten=cells[0]))
        elif wrong:
            read.problems.append(problem("KD633", grid.place(row, wrong), nhap=cells[wrong]))
        else:
            first, last = (each or 0 for each in numbers)
            read.ranges.append((OnPaper(*series, first, last, cells[3]), grid.place(row, 1)))
