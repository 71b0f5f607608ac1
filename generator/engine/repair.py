"""Repairs the XML that loops and conditions leave invalid, so that Word can open the file.

Word reports a damaged file when a cell has no paragraph, a table has no row, or a header is empty;
tags that remove paragraphs or rows can produce these from empty data.
"""

import re
from dataclasses import dataclass, field

from docxtpl import DocxTemplate
from lxml import etree

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_ROWS = re.compile(rb"<w:tbl>(?:(?!<w:tr[ >]|<w:tbl>|</w:tbl>).)*</w:tbl>", re.DOTALL)
_NO_PARAGRAPH = re.compile(
    rb"((?:<w:tc>|<w:tc [^>]*>)(?:<w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>|<w:tcPr/>)?|</w:tbl>)"
    rb"(</w:tc>)",
    re.DOTALL,
)
_TOKEN = re.compile(
    r"\{%-?\s*(?P<block>(?:end)?(?:for|if|macro|with)|elif|else)\b.*?%\}"
    r"|<(?P<end>/?)w:(?P<name>tbl|tr|tc|p|hdr|ftr)(?=[ />])[^>]*?(?P<empty>/?)>",
    re.DOTALL,
)
_OPENING = {"for", "if", "macro", "with"}
_EMPTY_MARGIN = re.compile(rb"(<w:(?:hdr|ftr)(?: [^>]*)?>)(</w:(?:hdr|ftr)>)")
_PICTURE_ID = re.compile(rb'(<wp:docPr\b[^>]*?\bid=")\d+')


@dataclass(frozen=True, slots=True)
class Repairs:
    """Which repairs the tags of a part can make necessary; most parts need none."""

    rows: bool
    cells: bool
    columns: bool
    margin: bool
    pictures: bool


def repairs_for(patched: str) -> Repairs:
    """Return the repairs that a part may need, judged by its Jinja text."""
    return Repairs(
        rows=_may_lack("tr", {"tbl"}, patched),
        cells=_may_lack("p", {"tc"}, patched),
        columns=any(word in patched for word in ('gridSpan w:val="{{', "</w:tc>{%", "%}<w:tc>")),
        margin=_may_lack("p", {"hdr", "ftr"}, patched),
        pictures="<wp:docPr" in patched,
    )


@dataclass(slots=True)
class _Open:
    """An open element or block: whether it has surely got what it needs, here and at other ends."""

    element: bool
    has: bool
    ends: list[bool] = field(default_factory=list)
    whole: bool = False
    """One of its branches is surely taken."""


def _may_lack(needed: str, around: set[str], patched: str) -> bool:
    """Return whether data can leave an element without a child that it needs.

    A cell needs a paragraph as its last child: a table takes away what stood before it. A macro may
    open what another one closes; whatever cannot be followed may lack something.
    """
    stack = [_Open(element=True, has=True)]
    for found in _TOKEN.finditer(patched):
        block, name = found["block"], found["name"]
        if block in _OPENING:
            stack.append(_Open(element=False, has=stack[-1].has))
        elif block and stack[-1].element:
            return True
        elif block in {"elif", "else"}:
            stack[-1].ends.append(stack[-1].has)
            stack[-1].has = stack[-2].has
            stack[-1].whole = block == "else"
        elif block:
            branch = stack.pop()
            stack[-1].has = all([branch.has, *branch.ends, branch.whole or stack[-1].has])
        elif name in around:
            if found["empty"]:
                return True
            if not found["end"]:
                stack.append(_Open(element=True, has=False))
            elif len(stack) == 1 or not stack[-1].element or not stack.pop().has:
                return True
        elif name == needed and not found["end"]:
            stack[-1].has = True
        elif name == "tbl" and found["end"] and "tc" in around:
            stack[-1].has = False
    return False


def repaired(xml: bytes, need: Repairs) -> bytes:
    """Return the rendered part after the needed repairs."""
    if need.rows and (b"</w:tblGrid></w:tbl>" in xml or b"</w:tblPr></w:tbl>" in xml):
        xml = _NO_ROWS.sub(b"", xml)
    if need.cells and xml.count(b"</w:tc>") != xml.count(b"</w:p></w:tc>"):
        xml = _NO_PARAGRAPH.sub(rb"\1<w:p/>\2", xml)
    if need.margin:
        xml = _EMPTY_MARGIN.sub(rb"\1<w:p/>\2", xml)
    if need.columns:
        tree = DocxTemplate.fix_tables(None, xml[len(XML_HEAD) :])  # it does not use `self`
        xml = f"{XML_HEAD}{etree.tostring(tree, encoding='unicode')}".encode()
    if need.pictures:
        count = iter(range(1001, 10**6))
        xml = _PICTURE_ID.sub(lambda found: b"%b%d" % (found[1], next(count)), xml)
    return xml
