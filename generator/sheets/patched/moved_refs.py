"""What else in a workbook names rows: areas, rules, links, tables, comments, places of drawings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from generator.engine.relations import parse
from generator.sheets.patched.book import Book, folded
from generator.sheets.patched.cell_names import Area, area_name, area_of, cell_at
from generator.sheets.patched.cells import whole
from generator.sheets.patched.formulas import rewritten
from generator.sheets.patched.listed_parts import Changed
from generator.sheets.patched.moves import Moves, Spot
from generator.sheets.patched.styles import serialised

Doubt = Callable[[str, str], object]
"""Takes what names rows of which it is not certain where they went, and its formula."""


class Way(NamedTuple):
    """The sheets whose rows move, by their folded names, and who is told what is not certain."""

    moves: Mapping[str, Moves]
    doubt: Doubt


_AREAS = {"autoFilter", "sortState", "sortCondition", "table", "location", "dimension"}
_FORMULAS = {
    "formula", "formula1", "formula2", "f", "calculatedColumnFormula", "totalsRowFormula",
}  # fmt: skip
_CHARTS = {"chart", "chartEx"}


def _word(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def in_sheet(root: etree._Element, home: str, way: Way) -> None:
    """Move what a sheet says outside of its rows.

    Args:
        root: the sheet, changed in place.
        home: its name, folded.
        way: where rows move; those of this sheet may be among them or not.
    """
    own = way.moves.get(home)
    outside = [
        element for top in root if _word(top) != "sheetData" for element in top.iter(etree.Element)
    ]
    for element in outside:  # before the areas move: formulas are written for their first cell
        if _word(element) in _FORMULAS and element.text:
            _formula(element, home, way, _anchor(element, own))
        if _word(element) == "hyperlink" and (location := element.get("location")):
            element.set("location", rewritten(location, home, way.moves).text)
    if own is None:
        return
    for element in outside:
        _element(element, own)
    for path, group in (("mergeCells", "mergeCell"), ("hyperlinks", "hyperlink")):
        _repeated(root, path, group, own)
    _sparklines([each for each in outside if _word(each) == "sparkline"], home, way)


def _formula(element: etree._Element, home: str, way: Way, spot: Spot | None) -> None:
    if _above(element) == "sparkline" and home in way.moves:
        return  # a sparkline goes with its cell
    found = rewritten(element.text or "", home, way.moves, spot)
    if not found.certain:
        way.doubt("quy tắc của ô, biểu đồ", element.text or "")
    element.text = found.text


def _above(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else _word(parent)


def _anchor(element: etree._Element, own: Moves | None) -> Spot | None:
    """Return the line of the cell to which the formula of a rule is written."""
    for each in element.iterancestors():
        said = each.get("sqref") or each.findtext("{*}sqref")
        if said and own is not None:
            area = area_of(said.split()[0])
            return own.spot(area.first.row) if area else None
    return None


def _element(element: etree._Element, own: Moves) -> None:
    """Move what one element says of rows of its own sheet."""
    word, above = _word(element), _above(element)
    for key in ("sqref", "activeCell", "topLeftCell"):
        said = element.get(key)
        if said and (key == "sqref" or cell_at(said)):
            element.set(key, areas_moved(said, own, one=key != "sqref") or said)
    if word in _AREAS and (said := element.get("ref")):
        area = area_of(said)
        grown = own.grown(area) if area else None
        element.set("ref", area_name(grown) if grown else said)
    elif word == "sqref" and element.text and above != "sparkline":
        element.text = areas_moved(element.text, own) or element.text
    elif word == "brk" and above == "rowBreaks":
        last = own.last(1, whole(element.get("id")))
        element.set("id", str(last if last is not None else whole(element.get("id"))))
    elif word == "row" and above in {"from", "to"}:
        _place(element, own)


def _place(row: etree._Element, own: Moves) -> None:
    """Move the row, counted from 0, at which a drawing begins or ends."""
    number = whole(row.text) + 1
    last = own.last(1, number)
    to = last if _above(row) == "to" else own.first(number, number) or last
    row.text = str((to or number) - 1)


def areas_moved(text: str, own: Moves, *, one: bool = False) -> str:
    """Return a list of areas as they lie now, those that touch put together; `one`: the first."""
    found: list[Area] = []
    for each in text.split():
        area = area_of(each)
        for new in own.areas(area) if area else ():
            before = found[-1] if found else None
            if before and _goes_on(before, new):
                found[-1] = Area(before.first, new.last)
            else:
                found.append(new)
    return " ".join(area_name(each) for each in (found[:1] if one else found))


def _goes_on(one: Area, other: Area) -> bool:
    columns = (one.first.column, one.last.column) == (other.first.column, other.last.column)
    return columns and other.first.row == one.last.row + 1


def _repeated(root: etree._Element, group: str, word: str, own: Moves) -> None:
    """Repeat merged areas, or links, with their rows."""
    found = root.find(f"{{*}}{group}")
    if found is None:
        return
    for each in found.findall(f"{{*}}{word}"):
        area = area_of(each.get("ref") or "")
        if area is not None:
            _instead(each, [("ref", area_name(new)) for new in own.areas(area)])
    if found.get("count"):
        found.set("count", str(len(found)))
    if not len(found):
        root.remove(found)


def _instead(element: etree._Element, values: list[tuple[str, str]]) -> None:
    """Put a copy of an element in its place for each value, none if there is no value."""
    for key, value in reversed(values[1:]):
        other = deepcopy(element)
        other.tail = None
        other.set(key, value)
        element.addnext(other)
    if values:
        element.set(*values[0])
    else:
        element.getparent().remove(element)  # type: ignore[union-attr]


def _sparklines(found: Iterable[etree._Element], home: str, way: Way) -> None:
    """Move the lines in cells; of a cell that is repeated, each repetition has its own."""
    own = way.moves[home]
    for each in found:
        cell, data = each.find("{*}sqref"), each.find("{*}f")
        area = area_of((cell.text or "").strip()) if cell is not None else None
        if cell is None or data is None or area is None:
            continue
        text, spots = data.text or "", list(_spots(area.first.row, own)) or [None]
        new = list(zip(spots, own.areas(area), strict=False))
        for spot, name in reversed(new):
            now = rewritten(text, home, way.moves, spot)
            cell.text, data.text = area_name(name), now.text
            each.addnext(deepcopy(each))
            if not now.certain:
                way.doubt("biểu đồ nhỏ trong ô", text)
        each.getparent().remove(each)  # type: ignore[union-attr]


def _spots(row: int, own: Moves) -> Iterator[Spot | None]:
    block = own.block_of(row)
    if block is not None:
        lines = own.blocks[block].lines
        yield from (Spot(block, number) for number, line in enumerate(lines) if line.row == row)


def in_other_parts(book: Book, way: Way, changed: Changed) -> None:
    """Move what tables, comments, drawings, charts, pivot tables say of rows that moved.

    Parts that say nothing of them stay byte for byte.
    """
    for sheet in book.sheets:
        home = folded(sheet.name)
        for each in book.relations:
            if each.source == sheet.part and not each.external:
                _part(book, each.target, home, way, changed)
                for inner in book.relations:
                    if inner.source == each.target and inner.kind in _CHARTS:
                        _part(book, inner.target, "", way, changed)
    for each in book.led(book.main, "pivotCacheDefinition"):
        _part(book, each.target, "", way, changed)


def _part(book: Book, name: str, home: str, way: Way, changed: Changed) -> None:
    if name in changed or any(name == each.part for each in book.sheets):
        return
    own = way.moves.get(home)
    root = parse(book.packed.xml.get(name, b""))
    if root is None:
        if own is not None and name in book.packed.xml:  # old Excel draws comments in broken XML
            way.doubt("hình, ghi chú, nút bấm không dời theo được", name.rpartition("/")[2])
        return
    before = etree.tostring(root)
    for element in list(root.iter(etree.Element)):
        if _word(element) in _FORMULAS and element.text:
            _formula(element, home, way, None)
        for key in ("fmlaLink", "fmlaRange", "fmlaTxbx"):
            if said := element.get(key):
                element.set(key, rewritten(said, home, way.moves).text)
        if _word(element) == "worksheetSource":
            _source(element, way.moves)
        if own is not None:
            _element(element, own)
            _comment(element, own)
    if etree.tostring(root) != before:
        changed[name] = serialised(root)


def _source(element: etree._Element, moves: Mapping[str, Moves]) -> None:
    own = moves.get(folded(element.get("sheet") or ""))
    area = area_of(element.get("ref") or "")
    grown = own.grown(area) if own and area else None
    if grown:
        element.set("ref", area_name(grown))


def _comment(element: etree._Element, own: Moves) -> None:
    """Move a comment with its cell: of a repeated one it stays with the first."""
    word = _word(element)
    if word in {"comment", "threadedComment"} and (at := cell_at(element.get("ref") or "")):
        element.set(
            "ref", areas_moved(area_name(Area(at, at)), own, one=True) or element.get("ref") or ""
        )
    elif word == "Row" and element.text:
        first = own.first(whole(element.text) + 1, whole(element.text) + 1)
        element.text = str(first - 1) if first is not None else element.text
    elif word == "Anchor" and element.text:
        numbers = [each.strip() for each in element.text.split(",")]
        for place in (2, 6):
            if place < len(numbers):
                row = own.last(1, whole(numbers[place]) + 1)
                numbers[place] = str((row or 1) - 1)
        element.text = ", ".join(numbers)


def names_moved(root: etree._Element, sheets: list[str], way: Way) -> None:
    """Move what the names of a workbook mean: print areas, titles, filters, names of cells.

    Args:
        root: the main part, changed in place.
        sheets: all sheets in order, folded.
        way: where rows move.
    """
    for each in root.iterfind("{*}definedNames/{*}definedName"):
        number = whole(each.get("localSheetId"), -1)
        home = sheets[number] if 0 <= number < len(sheets) else ""
        found = rewritten(each.text or "", home, way.moves)
        if not found.certain:
            way.doubt(f"tên «{each.get('name')}»", each.text or "")
        each.text = found.text
