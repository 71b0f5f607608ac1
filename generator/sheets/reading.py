"""Reads workbooks: our own that came back, and lists of other offices in any shape."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.files.real_path import real_path
from generator.opening.content import REASONS, Refusal
from generator.opening.grid import Grid, cell_name, row_spans
from generator.opening.pool import SECONDS, answers, tables_here
from generator.opening.tables import Table
from generator.problems import Place, Problem, problem
from generator.sheets.came_back import came_back, touched, without_untouched
from generator.sheets.columns import plan_of
from generator.sheets.head_rows import Head, cells, heads_of
from generator.sheets.layout import sheets
from generator.sheets.line import Found
from generator.sheets.lines import read_lines
from generator.sheets.outgoing import GUIDE, LISTS, ORIGINALS
from generator.sheets.over import Over, of_others, over
from generator.sheets.plan import Draft, Plan
from generator.sheets.row_kinds import RowKind
from generator.sheets.rows import LeftOut, Mapped, Read, Spot, Told
from generator.sheets.titles import lines_within, unit_over
from generator.wording.compare import same
from generator.wording.legacy import legacy

NOTES = (GUIDE, ORIGINALS, LISTS, "Vướng mắc")
"""Sheets of our own workbooks without a list."""


class Asked(NamedTuple):
    """How a workbook is read: keys by head that were chosen, sheets, the year of the campaign."""

    kept: Mapping[str, str]
    wanted: Collection[str]
    nam: int


def read_workbook(
    path: Path,
    kept: Mapping[str, str] | None = None,
    wanted: Collection[str] = (),
    nam: int = 0,
) -> Read | Problem:
    """Read a workbook: our own, or a list of anybody's.

    Args:
        path: the `.xlsx`; it is opened in a process within limits.
        kept: keys of the catalogue by head («Họ và tên»: «ca_nhan.ho_ten»), «» for a column that is
            not taken: what was chosen before wins over what is guessed.
        wanted: names of the sheets to read, hidden ones too; empty for all that Excel shows.
        nam: the year: a column whose head names another one («Kết quả năm 2025») is not taken; 0
            for any year.

    Returns:
        What it says, with all that was not taken (KD802-KD819), but for cells of our own rows that
        nobody touched; KD801 if it cannot be read.
    """
    file = path.as_posix()
    work = partial(_read_touched, file, Asked(dict(kept or {}), tuple(wanted), nam))
    ((_, found),) = answers(work, [real_path(path)], 1, SECONDS)  # a link means the workbook
    return found or problem("KD801", Place(file=file), ly_do=REASONS[Refusal.QUA_LAU])


def read_here(
    file: str, kept: Mapping[str, str], wanted: Collection[str], path: Path, nam: int = 0
) -> Read | Problem:
    """Read a workbook as `read_workbook` does, in this process, with every cell of it."""
    found = tables_here(path)
    read = _read(file, found, Asked(kept, wanted, nam))
    if isinstance(read, Problem) or isinstance(found, Refusal):
        return read
    return replace(read, ve=came_back(found))


def _read_touched(file: str, asked: Asked, path: Path) -> Read | Problem:
    """Read a workbook in this process, which may die of it, without what nobody touched."""
    found = tables_here(path)
    if isinstance(found, Refusal):
        return _read(file, found, asked)
    came = came_back(found)
    slim = [without_untouched(each, came) for each in found]
    read = _read(file, [each.table for each in slim], asked)
    if isinstance(read, Problem):
        return read
    same_as_before = frozenset(spot for each in slim for spot in each.nguyen)
    return touched(replace(read, ve=came, giu=sum(each.giu for each in slim)), same_as_before)


def _read(file: str, found: list[Table] | Refusal, asked: Asked) -> Read | Problem:
    place = Place(file=file)
    if isinstance(found, Refusal):
        return problem("KD801", place, ly_do=REASONS[found])
    for name in asked.wanted:
        if not any(same(name, each.name) for each in found):
            known = ", ".join(f"«{each.name}»" for each in found)
            return problem("KD801", place, ly_do=f"không có trang «{name}»; các trang: {known}")
    parts = [
        _sheet(file, each, asked)
        for each in found
        if not asked.wanted or any(same(name, each.name) for name in asked.wanted)
    ]
    return Read(
        tuple(row for each in parts for row in each.rows),
        tuple(told for each in parts for told in each.told),
        tuple(cot for each in parts for cot in each.cot),
        tuple(left for each in parts for left in each.bo_qua),
        {spot: to for each in parts for spot, to in each.noi.items()},
        tren={sheet: lines for each in parts for sheet, lines in each.tren.items()},
    )


def _sheet(file: str, table: Table, asked: Asked) -> Read:
    """Read one sheet; one that is hidden, or has no list, is told as a whole."""
    grid = Grid(file, table, tidy=True)
    rows = [row for row in range(grid.height) if not grid.is_empty(row)]
    if not rows or any(same(table.name, each) for each in NOTES):
        return Read()
    first = Spot(table.name, cell_name(rows[0], next(iter(cells(grid, rows[0])), (0, ""))[0]))
    if not table.shown and not asked.wanted:
        return Read(told=(Told(first, problem("KD805", grid.place(rows[0]), ten=table.name)),))
    found = Found()
    own = next((code for code, each in sheets().items() if same(each.trang, table.name)), "")
    columns = _lists(grid, asked, own, found)
    if not columns:
        return Read(told=tuple(found.told) or (Told(first, _no_list(grid, rows[0])),))
    titles = _titles(grid, heads_of(grid), 0)
    if not (own or asked.wanted) and (line := of_others(titles, grid.name)):
        told = problem("KD861", grid.place(rows[0]), ten=table.name, dong=" ".join(line.split()))
        return Read(told=(Told(first, told),))
    if found.hidden:
        spot = Spot(table.name, cell_name(found.hidden[0], 0))
        told = problem("KD806", grid.place(found.hidden[0]), bao_nhieu=len(found.hidden),
                       cac_hang=row_spans(found.hidden))  # fmt: skip
        found.told.append(Told(spot, told))
    return Read(
        tuple(found.rows),
        tuple(found.told),
        tuple(columns),
        tuple(found.left),
        found.joined,
        tren={} if own or asked.wanted else {table.name: titles},
    )


def _lists(grid: Grid, asked: Asked, own: str, found: Found) -> list[Mapped]:
    """Read all lists of a sheet; return their columns."""
    heads = heads_of(grid)
    plans, drafts = _plans(grid, heads, asked, own)
    found.told += [each for draft in drafts for each in draft.told]
    if not any(plans):
        return []
    columns = [each for draft in drafts for each in draft.mapped()]
    _leave(grid, range(heads[0].top), found, RowKind.TIEU_DE)
    found.unit = unit_over(grid, heads[0].top)
    for number, (head, plan) in enumerate(zip(heads, plans, strict=True)):
        more = number + 1 < len(heads)
        end = heads[number + 1].top if more else grid.height
        _leave(grid, range(head.top, head.bottom + 1), found, RowKind.DAU_COT)
        span = range(head.bottom + 1, end)
        if plan is None:
            _leave(grid, span, found, RowKind.KHONG_TEN)
        else:
            read_lines(grid, plan, span, found, more=more)
    return columns


def _leave(grid: Grid, rows: range, found: Found, kind: RowKind) -> None:
    """Note rows that are none of a list."""
    for row in rows:
        if not grid.is_empty(row):
            texts = cells(grid, row)
            said = " | ".join(" ".join(text.split()) for _, text in texts)
            spot = Spot(grid.name, cell_name(row, texts[0][0] if texts else 0))
            found.left.append(LeftOut(spot, kind, said))


def _plans(
    grid: Grid, heads: list[Head], asked: Asked, own: str
) -> tuple[list[Plan | None], list[Draft]]:
    """Return how the list below each head is read, and what was found of its columns.

    A head that is repeated on each page, or for each unit, goes on with its list.
    """
    plans: list[Plan | None] = []
    drafts: list[Draft] = []
    while (first := len(plans)) < len(heads):
        after = first + 1
        while after < len(heads) and heads[after].texts == heads[first].texts:
            after += 1
        end = heads[after].top if after < len(heads) else grid.height
        draft = Draft(grid, heads[first], end, asked.nam, _titles(grid, heads, first))
        plan = plan_of(draft, asked.kept, own)
        drafts += [draft] if plan or draft.two else []
        plans += [replace(plan, head=each) if plan else None for each in heads[first:after]]
    return plans, drafts


def _titles(grid: Grid, heads: list[Head], number: int) -> tuple[str, ...]:
    """Return the lines over a list: its own, below the list before it, else those of that one."""
    if number == 0:
        return tuple(text for _, text in lines_within(grid, range(heads[0].top)))
    top = heads[number].top
    first = top
    while first - 1 > heads[number - 1].bottom and len(cells(grid, first - 1)) <= 1:
        first -= 1
    own = tuple(text for _, text in lines_within(grid, range(first, top)))
    return own if over(own, "") != Over() else _titles(grid, heads, number - 1)


def _no_list(grid: Grid, row: int) -> Problem:
    """Say why a sheet has no list: its heads are no Unicode, or there are none."""
    if found := next(((text, old) for text in grid.everything() if (old := legacy(text))), None):
        return problem("KD811", grid.place(row), bang_ma=found[1].bang_ma, unicode=found[1].unicode)
    return problem("KD802", grid.place(row), ten=grid.name)
