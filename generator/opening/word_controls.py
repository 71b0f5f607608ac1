"""What controls, old drop-downs and drawings of a Word file show instead of text."""

import re
from typing import Literal

from lxml import etree

from generator.opening.boxes import BOX, CROSSED, EMPTY, composed
from generator.opening.looks import value
from generator.opening.numbering import whole
from generator.opening.word_parts import NOT_FILLED, SYM, T, W, is_placeholder, said

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_V = "{urn:schemas-microsoft-com:vml}"
_SHAPES = (
    f"{_WPS}wsp", f"{_V}oval", f"{_V}rect", f"{_V}roundrect", f"{_V}line", f"{_V}polyline",
    f"{_V}curve", f"{_V}arc", f"{_V}shape", "{*}contentPart",
)  # fmt: skip
"""Shapes of Word, of its older versions, and what was drawn with a pen."""

_PICTURES = (f"{_V}imagedata", "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic")
_TEXTS = f"{W}txbxContent"
_OFF = frozenset({"0", "false", "off"})


def to_be_told(control: etree._Element) -> str | None:
    """Return what stands for a content control: a box, dots for a placeholder; None: its text."""
    box = control.find(f"{W}sdtPr/{_W14}checkbox")
    if box is not None:
        content = control.find(f"{W}sdtContent")
        letters = () if content is None else content.iter(T, SYM)
        shown = "".join(each.text or "" if each.tag == T else said(each) for each in letters)
        if found := re.search(BOX, composed(shown)):
            return found[0]
        ticked = box.find(f"{_W14}checked")
        is_off = ticked is None or ticked.get(f"{_W14}val") in _OFF
        return EMPTY if is_off else CROSSED
    return NOT_FILLED if is_placeholder(control) else None


def chosen(field: etree._Element) -> str:
    """Return what was chosen in an old drop-down; empty for other fields."""
    choices = field.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [value(each) or "" for each in choices.iterchildren(f"{W}listEntry")]
    at = value(choices.find(f"{W}result")) or value(choices.find(f"{W}default"))
    number = whole(at)
    return entries[number] if number < len(entries) else ""


def drawn(element: etree._Element) -> Literal["drawn", "ink", "picture", ""]:
    """Return whether shapes without text are drawn here, with a pen, or a picture stands here."""
    found = False
    for shape in element.iter(*_SHAPES):
        if next(shape.iter(*_PICTURES), None) is not None:
            continue
        if not any((text.text or "").strip() for text in _typed(shape)):
            return "ink" if shape.tag.endswith("contentPart") else "drawn"
        found = True
    return "" if found else "picture"


def _typed(shape: etree._Element) -> list[etree._Element]:
    return [text for content in shape.iter(_TEXTS) for text in content.iter(T)]
