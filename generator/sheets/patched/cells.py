"""Rows and cells in the XML of a sheet: found by their number, made where they belong."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from generator.sheets.patched.cell_names import (
    LAST_COLUMN,
    Area,
    At,
    area_name,
    area_of,
    cell_name,
    column_number,
)

_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_LETTERS = 3
_BEFORE_DATA = ("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols")


def tag(root: etree._Element, word: str) -> str:
    """Return the full name of an element in the namespace of a part."""
    namespace, brace, _ = str(root.tag).rpartition("}")
    return f"{namespace}{brace}{word}"


def whole(text: str | None, otherwise: int = 0) -> int:
    """Return a whole number from an attribute; what is none is taken as not said."""
    return int(text) if text and _NUMBER.fullmatch(text) else otherwise


def sheet_data(root: etree._Element) -> etree._Element:
    """Return the element that holds the rows, made if the sheet has none."""
    found = root.find("{*}sheetData")
    if found is None:
        found = etree.Element(tag(root, "sheetData"))
        before = [each for each in root if is_any(each, _BEFORE_DATA)]
        root.insert(root.index(before[-1]) + 1 if before else 0, found)
    return found


def is_any(element: etree._Element, words: Iterable[str]) -> bool:
    """Return whether an element has one of these names; a comment has none."""
    return isinstance(element.tag, str) and etree.QName(element).localname in words


def rows(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield the rows of a sheet with their numbers; one that does not say it follows the last."""
    number = 0
    for row in sheet_data(root).iterchildren(tag(root, "row")):
        number = whole(row.get("r"), number + 1)
        yield number, row


def cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield the cells of a row with their columns; one that does not say it follows the last."""
    column = 0
    for cell in row.iterchildren(tag(row, "c")):
        letters = (cell.get("r") or "").rstrip("0123456789")
        said = letters.isascii() and letters.isalpha() and len(letters) <= _LETTERS
        column = column_number(letters) if said else column + 1
        yield column, cell


def needed(root: etree._Element, wanted: Iterable[At]) -> Mapping[At, etree._Element]:
    """Return these cells of a sheet; those that its XML has not are made, in their places."""
    by_row: dict[int, list[int]] = {}
    for at in sorted(set(wanted)):
        by_row.setdefault(at.row, []).append(at.column)
    found: dict[At, etree._Element] = {}
    data = sheet_data(root)
    there = {number: row for number, row in rows(root) if number in by_row}
    for number, columns in by_row.items():
        row = there.get(number)
        if row is None:
            row = etree.Element(tag(root, "row"), r=str(number))
            _put(data, row, ((n, each) for n, each in rows(root) if n > number))
        found |= {At(number, each): cell for each, cell in _needed(root, number, row, columns)}
    if found:
        _widened(root, found)
    return found


def _needed(
    root: etree._Element, number: int, row: etree._Element, columns: list[int]
) -> Iterator[tuple[int, etree._Element]]:
    there = dict(cells(row))
    for column in columns:
        cell = there.get(column)
        if cell is None:
            cell = etree.Element(tag(root, "c"), r=cell_name(At(number, column)))
            if style := style_around(root, row, column):
                cell.set("s", style)
            _put(row, cell, ((n, each) for n, each in cells(row) if n > column))
            _spanned(row, column)
        yield column, cell


def _put(
    parent: etree._Element, made: etree._Element, after: Iterator[tuple[int, etree._Element]]
) -> None:
    """Insert an element before the first that comes after it, else behind its like."""
    follows = next(after, None)
    if follows is not None:
        follows[1].addprevious(made)
        return
    like = [each for each in parent if each.tag == made.tag]
    parent.insert(parent.index(like[-1]) + 1 if like else 0, made)


def style_around(root: etree._Element, row: etree._Element, column: int) -> str:
    """Return the format that a cell has which stands nowhere: of its row, else of its column."""
    if row.get("customFormat") in {"1", "true"} and row.get("s"):
        return row.get("s") or ""
    for each in root.iterfind("{*}cols/{*}col"):
        if whole(each.get("min")) <= column <= whole(each.get("max")):
            return each.get("style") or ""
    return ""


def _spanned(row: etree._Element, column: int) -> None:
    """Widen the hint which columns of a row are used."""
    first, _, last = (row.get("spans") or "").partition(":")
    if whole(first) and whole(last):
        row.set("spans", f"{min(whole(first), column)}:{max(whole(last), column)}")


def _widened(root: etree._Element, used: Iterable[At]) -> None:
    """Widen the hint which area of a sheet is used."""
    dimension = root.find("{*}dimension")
    area = area_of(dimension.get("ref") or "") if dimension is not None else None
    if dimension is None or area is None:
        return
    all_rows = [each.row for each in (*area, *used)]
    columns = [each.column for each in (*area, *used)]
    wide = Area(At(min(all_rows), min(columns)), At(max(all_rows), max(columns)))
    if wide != area:
        dimension.set("ref", area_name(wide))


def merged(root: etree._Element) -> list[Area]:
    """Return the merged areas of a sheet."""
    found = (area_of(each.get("ref") or "") for each in root.iterfind("{*}mergeCells/{*}mergeCell"))
    return [each for each in found if each is not None]


def covered(areas: Iterable[Area], wanted: Iterable[At]) -> Mapping[At, At]:
    """Return for those of the cells that a merged area covers the one in which it shows."""
    ordered = sorted(set(wanted))
    found: dict[At, At] = {}
    for area in areas:
        first = bisect_left(ordered, At(area.first.row, 0))
        last = bisect_right(ordered, At(area.last.row, LAST_COLUMN))
        found |= {at: area.first for at in ordered[first:last] if at in area}
    return found
