"""Texts in the XML of a sheet: read from shared and own strings, written as nothing but text."""

import re

from lxml import etree

from generator.engine.richtext import ILLEGAL
from generator.sheets.patched.cells import tag

LONGEST = 32_767
"""Letters that a cell holds (Excel's specifications and limits)."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def text_of(item: etree._Element | None) -> str:
    """Return the text of a string, without the reading aids of other scripts."""
    return "".join(text for text, _ in runs_of(item))


def runs_of(item: etree._Element | None) -> list[tuple[str, etree._Element | None]]:
    """Return the pieces of a string, each with the properties that it is shown by."""
    found: list[tuple[str, etree._Element | None]] = []
    for each in item if item is not None else ():
        word = etree.QName(each).localname if isinstance(each.tag, str) else ""
        if word == "t":
            found.append((_plain(each.text), None))
        elif word == "r":
            texts = "".join(_plain(inner.text) for inner in each.iterfind("{*}t"))
            found.append((texts, each.find("{*}rPr")))
    return found


def _plain(text: str | None) -> str:
    """Return a text without Excel's escapes: «_x000A_» is a line break."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text or "")


def set_text(cell: etree._Element, text: str) -> None:
    """Make a cell a text of its own, whatever the text begins with; «» makes it empty."""
    emptied(cell)
    if text:
        cell.set("t", "inlineStr")
        _piece(etree.SubElement(cell, tag(cell, "is")), text)


def set_runs(cell: etree._Element, runs: list[tuple[str, etree._Element | None]]) -> None:
    """Make a cell a text whose pieces are shown as said."""
    emptied(cell)
    cell.set("t", "inlineStr")
    inside = etree.SubElement(cell, tag(cell, "is"))
    for text, properties in runs:
        run = etree.SubElement(inside, tag(cell, "r"))
        if properties is not None:
            run.append(properties)
        _piece(run, text)


def _piece(parent: etree._Element, text: str) -> None:
    piece = etree.SubElement(parent, tag(parent, "t"))
    piece.text = ILLEGAL.sub("", _ESCAPED.sub(r"_x005F_x\1_", text.replace("\r\n", "\n")))
    if text != text.strip() or "\n" in text or "  " in text:
        piece.set(_SPACE, "preserve")


def set_number(cell: etree._Element, figures: str) -> None:
    """Make a cell a number."""
    emptied(cell)
    etree.SubElement(cell, tag(cell, "v")).text = figures


def emptied(cell: etree._Element) -> None:
    """Take the value of a cell away; its format stays, and what belongs to other programs."""
    cell.attrib.pop("t", "")
    for each in list(cell):
        if isinstance(each.tag, str) and etree.QName(each).localname in {"v", "is", "f"}:
            cell.remove(each)
