"""Reads the rows of a list by its plan; what cannot be taken as it stands is told."""

from collections.abc import Iterable
from itertools import pairwise

from generator.opening.grid import Grid
from generator.problems import problem
from generator.sheets.head_rows import cells
from generator.sheets.heads import NAMES
from generator.sheets.layout import UNIT
from generator.sheets.line import Found, Line, Place
from generator.sheets.persons import is_body, is_enumerated, is_unit, plain, unit_name
from generator.sheets.plan import Plan, cot_of, share
from generator.sheets.row_kinds import RowKind, has_number, kinds_of
from generator.sheets.rows import Cell, LeftOut, SheetRow
from generator.sheets.taking import name_of, take, tell_again, unit_of_line
from generator.sheets.values import NOTHING
from generator.sheets.words import begins, has, words
from generator.wording.compare import fold

_BODIES = frozenset({"xep_loai", "diem", "kiem_phieu"})
"""Sheets in which a row may be about a collective though the list is one of people."""

_PERSONAL = frozenset({"ngay_sinh", "gioi_tinh", "ngay_vao_dang", "ngay_chinh_thuc"})
_HALF = 0.5
_UNREADABLE = "dòng không đọc được"


def read_lines(grid: Grid, plan: Plan, span: range, out: Found, *, more: bool) -> None:
    """Read the rows of a list.

    Args:
        grid: the sheet.
        plan: how the list is read.
        span: the rows.
        out: what was read of the sheet so far; what is read here is added.
        more: another list follows.
    """
    kinds = kinds_of(grid, plan, span.start, span.stop, more=more)
    groups = list(_groups(kinds))
    fills = _fills_down(grid, plan, [rows[0] for rows, kind in groups if kind is RowKind.DONG])
    above: Cell | None = None
    last: Cell | None = None
    numbered = _is_numbered(grid, plan, groups)
    for rows, kind in groups:
        line = Line(grid, plan, rows, out)
        if kind is RowKind.DONG and numbered and _is_signature(line):
            at = line.at(plan.name.columns[0]) or (rows[0], plan.name.columns[0])
            line.tell(at, line.seen(at).wrong("KD862"))
            _leave(line, _UNREADABLE)
        elif kind is RowKind.DONG:
            above = last = _line(line, above if fills else None, last)
        elif kind is RowKind.AN:
            out.hidden += rows
            _leave(line, kind)
        else:
            if kind is RowKind.DON_VI:
                out.unit, above = _unit_of(line), None
                last, out.others = out.unit, ""
            elif kind is RowKind.MUC:
                out.others = _others(line)
            elif kind is RowKind.KHONG_TEN:
                _tell_nameless(line)
            _leave(line, kind)


def _is_numbered(grid: Grid, plan: Plan, groups: list[tuple[tuple[int, ...], RowKind]]) -> bool:
    """Return whether people in a list have running numbers, half of them at least."""
    lines = [rows[0] for rows, kind in groups if kind is RowKind.DONG]
    if plan.running is None or plan.own is not None:
        return False
    return bool(lines) and share([has_number(grid, plan, row) for row in lines]) >= _HALF


def _is_signature(line: Line) -> bool:
    """Return whether a row among numbered ones is a bare name, as below «Người lập»."""
    plan, row = line.plan, line.rows[0]
    if has_number(line.grid, plan, row) or not plan.fields:
        return False
    return {column for column, _ in cells(line.grid, row)} <= set(plan.name.columns)


def _groups(kinds: dict[int, RowKind]) -> Iterable[tuple[tuple[int, ...], RowKind]]:
    """Yield the rows that belong together, with what they are."""
    group: list[int] = []
    for row, kind in kinds.items():
        if group and kind is not RowKind.NOI:
            yield tuple(group), kinds[group[0]]
            group = []
        group.append(row)
    if group:
        yield tuple(group), kinds[group[0]]


def _leave(line: Line, kind: str) -> None:
    """Note rows that are left out as a whole."""
    own = line.plan.own
    for row in line.rows:
        texts = cells(line.grid, row)
        at = row, texts[0][0] if texts else 0
        key = line.grid.text(row, own) if own is not None else ""
        said = " | ".join(" ".join(text.split()) for _, text in texts)
        line.out.left.append(LeftOut(line.spot(at), str(kind), said, key))


def _tell_nameless(line: Line) -> None:
    row = line.rows[0]
    texts = cells(line.grid, row)
    at = row, texts[0][0] if texts else 0
    said = texts[0][1] if texts else ""
    head = line.plan.head.name(line.plan.name.columns[0])
    line.tell(at, problem("KD818", line.grid.place(*at), nhap=" ".join(said.split()), cot=head))


def _unit_of(line: Line) -> Cell:
    """Return the unit that a row between the lines names."""
    texts = cells(line.grid, line.rows[0])
    named = [each for each in texts if not is_enumerated(each[1])] or texts
    column, text = next(
        ((column, text) for column, text in texts if is_unit(text)),
        named[0] if named else (0, ""),
    )
    return Cell(line.spot((line.rows[0], column)), unit_name(text))


def _fills_down(grid: Grid, plan: Plan, rows: list[int]) -> bool:
    """Return whether the unit is written once and stands for the lines below it too.

    So it is where no two lines one after the other name the same unit, and some name none.
    """
    if plan.unit is None or plan.own is not None or plan.name.columns == (plan.unit,):
        return False
    said = [fold(grid.text(row, plan.unit)) for row in rows]
    again = any(one and one == other for one, other in pairwise(said))
    return bool(said and said[0]) and not all(said) and not again


def _line(line: Line, above: Cell | None, last: Cell | None) -> Cell | None:
    """Read one line; return the unit it is of, for the lines below that name none.

    Args:
        line: the line.
        above: the unit of the line above, where it is written once for several lines.
        last: the unit of the line above, for a line that says «nt».
    """
    plan = line.plan
    name, key = name_of(line), _own_key(line)
    if name is None or key is None:
        _leave(line, _UNREADABLE)
        return above
    unit = unit_of_line(line, above, last)
    if plan.of_people and plan.own is None and (gone := _gone(line)):
        line.tell(gone[0], problem("KD869", line.grid.place(*gone[0]), ai=name.chu, ghi=gone[1]))
        _leave(line, _UNREADABLE)
        return unit
    taken: dict[str, dict[str, Cell]] = {kind: {} for kind in plan.kinds}
    for each in plan.fields:
        if each.loai in taken:
            taken[each.loai].update(take(line, each))
    # In a list of people a line «Chi bộ thôn Đông» with a level is about the collective.
    body = plan.own is None and is_body(name.chu)
    if body and (at := _of_a_person(line)):
        line.tell(at, line.seen(at).wrong("KD855", ten=name.chu))
        _leave(line, _UNREADABLE)
        return unit
    first = next(iter(cells(line.grid, line.rows[0])), (0, ""))[0]
    spot = line.spot((line.rows[0], first))
    for kind, values in taken.items():
        if body and kind not in (_BODIES if plan.of_people else _BODIES | {"tap_the"}):
            continue
        naming = plan.name.khoa if plan.name.loai == kind else NAMES.get(kind, "")
        of_unit = unit is not None and cot_of((kind, UNIT)) is not None
        given = ({UNIT: unit} if unit and of_unit else {}) | ({naming: name} if naming else {})
        line.out.rows.append(SheetRow(kind, key, spot, given | values))
    if body and plan.of_people and any(each not in _BODIES for each in plan.kinds):
        _leave(line, RowKind.DON_VI)  # its posts, days and so on are of nobody
    tell_again(line, name)
    return unit


def _gone(line: Line) -> tuple[Place, str] | None:
    """Return the cell, and the words, by which the person of a line is none of the unit.

    It is a remark in the line, else the name of the part of the list that the line stands in.
    """
    row = line.rows[0]
    for column, text in cells(line.grid, row):
        said = plain(text)
        if (
            column not in line.plan.taken
            and begins(said, "khong_con")
            and not has(said, words()["van_con"])
        ):
            return (row, column), " ".join(text.split())
    here = line.at(line.plan.name.columns[0]) or (row, line.plan.name.columns[0])
    return (here, line.out.others) if line.out.others else None


def _others(line: Line) -> str:
    """Return the name of a part of a list if those in it are not to be rated; else «»."""
    for _, text in cells(line.grid, line.rows[0]):
        said = plain(text)
        if has(said, words()["khong_con"]) and not has(said, words()["van_con"]):
            return " ".join(text.split())
    return ""


def _of_a_person(line: Line) -> Place | None:
    """Return the cell of a line that only a person has: a day of birth, of joining, a sex."""
    fields = (each for each in line.plan.fields if each.loai == "ca_nhan")
    columns = (column for each in fields if each.khoa in _PERSONAL for column in each.columns)
    places = map(line.at, columns)
    return next((at for at in places if at and line.grid.text(*at) not in NOTHING | {""}), None)


def _own_key(line: Line) -> str | None:
    """Return the hidden key of a row of our own workbook; None, and told, if it is spoilt."""
    own = line.plan.own
    if own is None:
        return ""
    at = line.rows[0], own
    if why := line.trouble(at):
        line.tell(at, why)
        return None
    return line.grid.text(*at)
