"""Reads all cells of an Excel workbook, with what each sheet shows beside its values."""

import posixpath
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from python_calamine import CalamineWorkbook

from generator.opening.content import Refusal, RefusedFileError
from generator.opening.number_formats import cell_formats, formats_of
from generator.opening.packed import opened, read_xml
from generator.opening.plain import refused
from generator.opening.sheet import damage_refused, inspected
from generator.opening.sheet_marks import Cell, Marks, marks_of, struck_styles, struck_texts

_BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_STRINGS = "xl/sharedstrings.xml"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its cells row by row from A1, its marks, and whether Excel shows it.

    `since_1904`: the workbook counts days from 1904, as old Excel for Mac did. `formats` are those
    of cells that have one of their own.
    """

    name: str
    rows: Sequence[Sequence[object]]
    shown: bool = True
    marks: Marks = field(default_factory=Marks)
    since_1904: bool = False
    formats: dict[Cell, str] = field(default_factory=dict)


def read_tables(path: Path) -> list[Table]:
    """Read all cells of an `.xlsx` within the limits; `pool.tables` does it in a process.

    Raises:
        RefusedFileError: the file cannot be read within the limits.
    """
    if refusal := refused(path):
        raise RefusedFileError(refusal)
    with opened(path) as packed:
        inspected(packed, from_a1=True)
        names = {name.lower(): name for name in packed.namelist()}
        styles = struck_styles(_part(packed, names, _STYLES)) if _STYLES in names else frozenset()
        forms = formats_of(_part(packed, names, _STYLES)) if _STYLES in names else []
        texts = struck_texts(_part(packed, names, _STRINGS)) if _STRINGS in names else frozenset()
        book = etree.fromstring(_part(packed, names, _BOOK))
        sheets = _sheets(book, etree.fromstring(_part(packed, names, _LINKS)))
        since_1904 = any(
            each.get("date1904") in {"1", "true"} for each in book.iterfind("{*}workbookPr")
        )
        with damage_refused():
            values = CalamineWorkbook.from_path(str(path))
            found = []
            for name in values.sheet_names:
                rows = values.get_sheet_by_name(name).to_python(skip_empty_area=False)
                part, shown = sheets.get(name, ("", True))
                height, width = len(rows), max(map(len, rows), default=0)
                data = _part(packed, names, part)
                marks = marks_of(data, styles, texts, height, width)
                drawn = cell_formats(data, forms)
                found.append(Table(name, rows, shown, marks, since_1904, drawn))
    return found


def _sheets(book: etree._Element, links: etree._Element) -> dict[str, tuple[str, bool]]:
    """Return the part of each sheet, and whether Excel shows it."""
    parts = {each.get("Id"): each.get("Target") or "" for each in links.iterfind("{*}Relationship")}
    found = {}
    for each in book.iterfind("{*}sheets/{*}sheet"):
        link = next(
            (str(v) for k, v in each.attrib.items() if etree.QName(k).localname == "id"), ""
        )
        part = posixpath.normpath(posixpath.join("/xl", parts.get(link, ""))).lstrip("/")
        found[each.get("name") or ""] = (part, each.get("state", "visible") == "visible")
    return found


def _part(packed: zipfile.ZipFile, names: dict[str, str], part: str) -> bytes:
    if part.lower() not in names:
        raise RefusedFileError(Refusal.HONG)
    return read_xml(packed, names[part.lower()])
