"""Repeats rows of a sheet and pushes those below down, in its XML."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from generator.problems import Problem, problem
from generator.sheets.patched.cell_names import LAST_ROW, Area, At, area_name, area_of, cell_name
from generator.sheets.patched.cells import cells, rows, sheet_data, tag
from generator.sheets.patched.evaluation import Filled
from generator.sheets.patched.formulas import copied, rewritten
from generator.sheets.patched.moves import Block, Line, Moves, Spot
from generator.sheets.patched.tag_plan import Span, place_of

_SPREAD = frozenset({"array", "dataTable"})


@dataclass(frozen=True, slots=True)
class Laid:
    """The rows of a sheet as they will stand: how they move, and what is filled into each line.

    `lines` holds the filled row of a line; `outside` those of rows that are not repeated.
    """

    moves: Moves
    lines: Mapping[Spot, Filled]
    outside: Sequence[Filled]


def laid(spans: Sequence[Span], filled: Sequence[Filled]) -> Laid:
    """Put the filled rows of a sheet into blocks; those that the mapping file gives stay in place.

    A list of the mapping file goes into the rows that the sheet has ready, and the last of these is
    repeated for what is left; of a list that is shorter, the other rows stay as they are.
    """
    blocks: list[Block] = []
    lines: dict[Spot, Filled] = {}
    taken: set[int] = set()
    for number, span in enumerate(spans):
        inside = [each for each in filled if span.first <= each.row <= span.last]
        taken |= {each.row for each in inside}
        made = [Line(each.row, each.round) for each in inside]
        held = dict(enumerate(inside))
        if span.given:
            items = [each for each in inside if not each.blank]
            made = [Line(min(span.first + n, span.last), n) for n in range(len(items))]
            made += [Line(row, row) for row in range(span.first + len(items), span.last + 1)]
            held = dict(enumerate(items or inside))
        blocks.append(Block(span.first, span.last, made))
        lines |= {Spot(number, line): each for line, each in held.items()}
    outside = [each for each in filled if each.row not in taken]
    return Laid(Moves(blocks), lines, outside)


def stands_at(of: Laid) -> Iterator[tuple[int, Filled]]:
    """Yield the filled rows, each with the row at which it will stand."""
    for each in of.outside:
        yield of.moves.copies(each.row)[0], each
    for spot, each in of.lines.items():
        yield of.moves.begins(spot.block) + spot.line, each


def hindered(root: etree._Element, sheet: str, moves: Moves) -> Iterator[Problem]:
    """Tell of formulas over several rows of a block, and of rows that would be pushed too far."""
    for number, row in rows(root):
        if moves.block_of(number) is None and moves.pushed(number) > LAST_ROW and _holds(row):
            why = f"hàng {number} có chữ, sẽ bị đẩy quá hàng cuối của trang tính"
            yield problem("KD827", place_of(sheet, f"A{number}"), vi_sao=why)
    for formula in root.iterfind("{*}sheetData/{*}row/{*}c/{*}f[@ref]"):
        area = area_of(formula.get("ref") or "")
        if formula.get("t") not in _SPREAD or area is None or area.first.row == area.last.row:
            continue
        blocks = (each for each in moves.blocks if each.first <= area.last.row)
        if any(area.first.row <= each.last for each in blocks):
            name = area_name(area)
            why = f"công thức mảng, bảng dữ liệu {name} đi qua các hàng được lặp"
            yield problem("KD827", place_of(sheet, cell_name(area.first)), vi_sao=why)


def _holds(row: etree._Element) -> bool:
    """Return whether a row has more than formats."""
    return any(len(cell) for _, cell in cells(row))


def single(root: etree._Element) -> None:
    """Give each cell its own formula where several share one: those no longer lie as they did."""
    masters: dict[str, tuple[str, At]] = {}
    for number, row in rows(root):
        for column, cell in cells(row):
            formula = cell.find("{*}f")
            if formula is None or formula.get("t") != "shared":
                continue
            shared = formula.get("si") or ""
            if formula.text:
                masters[shared] = formula.text, At(number, column)
            elif shared in masters:
                text, at = masters[shared]
                formula.text = copied(text, number - at.row, column - at.column)
            for key in ("t", "si", "ref"):
                formula.attrib.pop(key, "")


def repeated(root: etree._Element, home: str, moves: Mapping[str, Moves]) -> list[tuple[At, str]]:
    """Repeat and move the rows of a sheet; its formulas go along.

    Args:
        root: the sheet, changed in place.
        home: its name, folded.
        moves: the sheets whose rows move, this one among them or not.

    Returns:
        The formulas (by their cell in the template) that may mean something else now.
    """
    doubtful: dict[tuple[At, str], None] = {}
    own = moves.get(home) or Moves([])
    there = dict(rows(root))
    made: list[tuple[int, etree._Element]] = []

    def moved(row: etree._Element, number: int, to: int, spot: Spot | None) -> None:
        for column, cell in cells(row):
            formula = cell.find("{*}f")
            if formula is not None:
                at = At(number, column)
                if formula.text:
                    found = rewritten(formula.text, home, moves, spot)
                    if not found.certain:
                        doubtful[at, formula.text] = None
                    formula.text = found.text
                _moved_area(formula, own, at, to)
        if to != number or spot is not None:
            _renumbered(row, to)
        made.append((to, row))

    for number, row in there.items():
        if own.block_of(number) is None and own.pushed(number) <= LAST_ROW:
            moved(row, number, own.pushed(number), None)
    for block, each in enumerate(own.blocks):
        for line, (number, _) in enumerate(each.lines):
            template = there.get(number)
            row = etree.Element(tag(root, "row")) if template is None else deepcopy(template)
            moved(row, number, own.begins(block) + line, Spot(block, line))
    if own.blocks:
        data = sheet_data(root)
        for row in there.values():
            data.remove(row)
        data[0:0] = [row for _, row in sorted(made, key=lambda each: each[0])]
    return list(doubtful)


def _renumbered(row: etree._Element, number: int) -> None:
    places = list(cells(row))
    row.set("r", str(number))
    for column, cell in places:
        cell.set("r", cell_name(At(number, column)))


def _moved_area(formula: etree._Element, moves: Moves, at: At, row: int) -> None:
    """Move the area of a formula of several cells."""
    area = area_of(formula.get("ref") or "")
    if area is None:
        return
    if area.first.row == area.last.row == at.row:
        new = Area(At(row, area.first.column), At(row, area.last.column))
        formula.set("ref", area_name(new))
    elif grown := moves.grown(area):
        formula.set("ref", area_name(grown))
