"""Lists as Party offices keep them in Excel, and the count of what a reader made of each cell."""

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
from lxml import etree
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_from_string

from generator.problems import Problem
from generator.sheets.reading import NOTES, read_here
from generator.sheets.rows import Read, Spot
from tests.opening.workbooks import Sheet

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

People = Mapping[str, Mapping[str, str]]
"""What is expected of each person or body by name: «loai.khoa» (or «khoa» of any sheet) to value."""


@dataclass
class Roster:
    """A workbook after a habit of offices, and what must be read from it.

    `told` are the cells that must be told, each by its code; `rows` counts the rows of each sheet of
    the catalogue; `absent` are names that must not be taken.
    """

    habit: str
    sheets: Sequence[Sheet]
    people: People
    told: Mapping[str, str] = field(default_factory=dict)
    absent: Sequence[str] = ()
    kept: Mapping[str, str] = field(default_factory=dict)
    wanted: Sequence[str] = ()


def read(path: Path, kept: Mapping[str, str] | None = None, wanted: Iterable[str] = ()) -> Read:
    """Read a workbook that can be read, and prove that no cell of it was lost in silence."""
    found = read_here(path.as_posix(), kept or {}, tuple(wanted), path)
    assert not isinstance(found, Problem), found
    assert lost(path, found, tuple(wanted)) == []
    return found


def lost(path: Path, found: Read, wanted: Sequence[str] = ()) -> list[Spot]:
    """Return the cells with anything in them that are neither taken nor told nor shown as left out.

    The cells are counted from the file itself, by another library than the reader's.
    """
    taken = {cell.spot for row in found.rows for cell in row.o.values()}
    told = {each.spot for each in found.told}
    mapped = {each.spot.trang for each in found.cot}
    heads: dict[tuple[str, str], dict[int, bool]] = {}
    for each in found.cot:
        column, row = coordinate_from_string(each.spot.o)
        heads.setdefault((each.spot.trang, column), {})[row] = not each.loai
    left = {(each.spot.trang, coordinate_from_string(each.spot.o)[1]) for each in found.bo_qua}
    missing = []
    for spot in filled(path, wanted):
        letters, row = coordinate_from_string(spot.o)
        whole_sheet = spot.trang not in mapped and any(
            each.spot.trang == spot.trang
            and each.vi_sao.code in {"KD802", "KD805", "KD811", "KD861", "KD868"}
            for each in found.told
        )
        above = {at: free for at, free in heads.get((spot.trang, letters), {}).items() if at <= row}
        home = spot
        while home in found.noi:
            home = found.noi[home]
        if not (
            home in taken
            or home in told
            or (above and above[max(above)])
            or (spot.trang, row) in left
            or whole_sheet
            or spot.trang in NOTES
        ):
            missing.append(spot)
    return missing


def filled(path: Path, wanted: Sequence[str] = ()) -> list[Spot]:
    """Return the cells of the shown sheets that say anything, be it an error or a formula."""
    found = []
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible" and sheet.title not in wanted:
            continue
        if wanted and sheet.title not in wanted:
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, MergedCell) or cell.value is None:
                    continue
                if re.sub(r"[\s\u200b\ufeff\xa0]", "", str(cell.value)):
                    found.append(Spot(sheet.title, cell.coordinate))
    return found


def by_name(found: Read) -> dict[str, dict[str, str]]:
    """Return what was read about each name: «loai.khoa» to value, all sheets together."""
    people: dict[str, dict[str, str]] = {}
    for row in found.rows:
        key = next(
            (each for each in ("ho_ten", "ten", "doi_tuong", "viec", "muc") if each in row.o), ""
        )
        person = people.setdefault(row.o[key].chu if key else row.spot.o, {})
        person |= {f"{row.loai}.{khoa}": cell.chu for khoa, cell in row.o.items()}
    return people


def told_cells(found: Read) -> dict[str, str]:
    """Return the cells told, each with the code of why."""
    return {each.spot.o: each.vi_sao.code for each in found.told}


def shared(path: Path) -> Path:
    """Write a workbook again as Excel and WPS do: texts in a part of their own, relative names.

    The library that wrote it puts texts into the cells and names parts from the root, as Google
    Sheets and scripts do.
    """
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    texts: list[str] = []
    for name in [each for each in parts if each.startswith("xl/worksheets/sheet")]:
        root = etree.fromstring(parts[name])
        for cell in root.iter(f"{{{_SHEET}}}c"):
            if cell.get("t") == "inlineStr":
                texts.append("".join(cell.itertext()))
                del cell[:]
                cell.set("t", "s")
                etree.SubElement(cell, f"{{{_SHEET}}}v").text = str(len(texts) - 1)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    table = etree.Element(f"{{{_SHEET}}}sst", nsmap={None: _SHEET})
    for text in texts:
        item = etree.SubElement(etree.SubElement(table, f"{{{_SHEET}}}si"), f"{{{_SHEET}}}t")
        item.text = text
    parts["xl/sharedStrings.xml"] = etree.tostring(table, xml_declaration=True, encoding="UTF-8")
    types = etree.fromstring(parts["[Content_Types].xml"])
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    etree.SubElement(
        types,
        f"{{{types.nsmap[None]}}}Override",
        PartName="/xl/sharedStrings.xml",
        ContentType=kind,
    )
    parts["[Content_Types].xml"] = etree.tostring(types, xml_declaration=True, encoding="UTF-8")
    links = etree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    for each in links:
        each.set("Target", (each.get("Target") or "").removeprefix("/xl/"))
    etree.SubElement(
        links, f"{{{links.nsmap[None]}}}Relationship", Id="rId99", Target="sharedStrings.xml",
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings",
    )  # fmt: skip
    parts["xl/_rels/workbook.xml.rels"] = etree.tostring(
        links, xml_declaration=True, encoding="UTF-8"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return path


def letter(number: int) -> str:
    """Return the name of a column, counted from 1."""
    return str(get_column_letter(number))
