"""Reads what a sheet shows beside its values: merged, hidden, struck-out, broken cells.

The library that reads the values knows nothing of these, and gives an empty text both for an error
(«#REF!») and for a formula whose result was not saved.
"""

import io
import re
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from generator.opening.content import Refusal, RefusedFileError

Cell = tuple[int, int]
"""Row and column, both counted from 0."""

NOT_CALCULATED = ""
"""Stands for the text of an error where a formula has no saved result."""

MAX_COVERED = 500_000
"""Cells gone through in merged areas; 20,000 lines with five merged columns have 100,000."""

_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})", re.ASCII)
_AREA = re.compile(rf"\$?{_PLACE.pattern}:{_PLACE.pattern}", re.ASCII)
_TRUE = {None: False, "1": True, "true": True}


@dataclass(frozen=True, slots=True)
class Marks:
    """What a sheet shows beside its values.

    `covered` gives for each cell hidden below a merged area the first cell of that area; `broken`
    the text of an error, or `NOT_CALCULATED`; `struck` are cells with struck-out letters.
    """

    covered: dict[Cell, Cell] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[Cell] = frozenset()
    broken: dict[Cell, str] = field(default_factory=dict)


def struck_styles(styles: bytes) -> frozenset[int]:
    """Return the numbers of the cell formats whose font is struck out, from `styles.xml`."""
    root = _parsed(styles)
    fonts = [_is_struck(font) for font in root.iterfind("{*}fonts/{*}font")]
    return frozenset(
        number
        for number, form in enumerate(root.iterfind("{*}cellXfs/{*}xf"))
        if _whole(form.get("fontId")) < len(fonts) and fonts[_whole(form.get("fontId"))]
    )


def struck_texts(strings: bytes) -> frozenset[int]:
    """Return the numbers of the texts with struck-out letters, from `sharedStrings.xml`."""
    if b"strike" not in strings:
        return frozenset()
    texts = _parsed(strings).iterfind("{*}si")
    return frozenset(number for number, text in enumerate(texts) if _has_struck(text))


def marks_of(
    sheet: bytes, styles: frozenset[int], texts: frozenset[int], height: int, width: int
) -> Marks:
    """Read the marks of one sheet.

    Args:
        sheet: its XML.
        styles: as `struck_styles` returns them.
        texts: as `struck_texts` returns them.
        height: rows that have values; merged areas are followed no further.
        width: columns that have values.

    Raises:
        RefusedFileError: the XML is damaged, or merged areas are so large that they do harm.
    """
    hidden_rows, struck, broken = set[int](), set[Cell](), dict[Cell, str]()
    covered: dict[Cell, Cell] = {}
    hidden_columns: set[int] = set()
    row, followed = -1, 0
    of_note = etree.XPath(_of_note(sheet, styles, texts))
    try:
        for _, element in etree.iterparse(
            io.BytesIO(sheet),
            events=("end",),
            tag=("{*}row", "{*}col", "{*}mergeCell"),
            resolve_entities=False,
            no_network=True,
        ):
            match etree.QName(element).localname:
                case "row":
                    row = _whole(element.get("r"), row + 2) - 1
                    if _TRUE.get(element.get("hidden"), False):
                        hidden_rows.add(row)
                    for each in cast("list[etree._Element]", of_note(element)):  # noqa: SLF001
                        cell = row, column_of(each)
                        if _is_struck_cell(each, styles, texts):
                            struck.add(cell)
                        if (error := _error(each)) is not None:
                            broken[cell] = error
                            height, width = max(height, row + 1), max(width, cell[1] + 1)
                case "col" if _TRUE.get(element.get("hidden"), False):
                    first, last = _whole(element.get("min")), _whole(element.get("max"))
                    hidden_columns.update(range(first - 1, min(last, width)))
                case "mergeCell":
                    followed += _cover(covered, element.get("ref") or "", height, width)
                    if followed > MAX_COVERED:
                        raise RefusedFileError(Refusal.O_XA)
            element.clear()
    except etree.XMLSyntaxError as error:
        raise RefusedFileError(Refusal.HONG) from error
    return Marks(
        covered, frozenset(hidden_rows), frozenset(hidden_columns), frozenset(struck), broken
    )


def _of_note(sheet: bytes, styles: frozenset[int], texts: frozenset[int]) -> str:
    """Return the path of the cells of a row that may be struck out or broken; most are neither."""
    wanted = ["@t='e'", "*[local-name()='f']", *(f"@s='{each}'" for each in sorted(styles))]
    wanted += ["@t='s'"] if texts else []
    wanted += ["@t='inlineStr'"] if b"strike" in sheet else []
    return f"*[local-name()='c'][{' or '.join(wanted)}]"


def column_of(cell: etree._Element) -> int:
    """Return the column of a cell; one that does not say it follows the one before it."""
    before, after = cell.getprevious(), 0
    place = _PLACE.fullmatch(cell.get("r") or "")
    while place is None and before is not None:
        place, before, after = (
            _PLACE.fullmatch(before.get("r") or ""),
            before.getprevious(),
            after + 1,
        )
    return (_column(place[1]) if place else 0) + after


def _is_struck_cell(cell: etree._Element, styles: frozenset[int], texts: frozenset[int]) -> bool:
    kind, value = cell.get("t"), cell.findtext("{*}v")
    if not value and cell.find("{*}is") is None:
        return False
    if _whole(cell.get("s")) in styles:
        return True
    if kind == "s":
        return _whole(value, -1) in texts
    return kind == "inlineStr" and any(map(_has_struck, cell.iterfind("{*}is")))


def _error(cell: etree._Element) -> str | None:
    """Return the error of a cell, `NOT_CALCULATED` for a formula without result, else None.

    A formula whose result is an empty text says so (`t="str"`): that one is an empty cell.
    """
    value = (cell.findtext("{*}v") or "").strip()
    if cell.get("t") == "e":
        return value or "#REF!"
    if cell.find("{*}f") is not None and not value and cell.get("t") != "str":
        return NOT_CALCULATED
    return None


def typed_error(text: str) -> bool:
    """Return whether a text is an error that was pasted as text: «#REF!»."""
    return bool(_ERROR.fullmatch(text.strip().upper()))


def _cover(covered: dict[Cell, Cell], area: str, height: int, width: int) -> int:
    """Note which cells a merged area covers; return how many have been gone through."""
    found = _AREA.fullmatch(area)
    if not found:
        return 0
    left, top, right, bottom = (
        _column(found[1]), int(found[2]) - 1, _column(found[3]), int(found[4]) - 1
    )  # fmt: skip
    rows = range(top, min(bottom + 1, height))
    columns = range(left, min(right + 1, width))
    count = len(rows) * len(columns)
    if count <= MAX_COVERED:
        covered.update(((row, column), (top, left)) for row in rows for column in columns)
        covered.pop((top, left), None)
    return count


def _has_struck(text: etree._Element) -> bool:
    return any(_is_struck(form) for form in text.iterfind("{*}r/{*}rPr"))


def _is_struck(font: etree._Element) -> bool:
    mark = font.find("{*}strike")
    return mark is not None and mark.get("val") not in {"0", "false"}


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedFileError(Refusal.HONG) from error


def _whole(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() else otherwise


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
