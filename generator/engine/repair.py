"""Repairs the XML that loops and conditions leave invalid, so that Word can open the file.

Word reports a damaged file when a cell has no paragraph, a table has no row, or a header is empty;
tags that remove paragraphs or rows can produce these from empty data.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_ROWS = re.compile(rb"<w:tbl>(?:(?!<w:tr[ >]|<w:tbl>|</w:tbl>).)*</w:tbl>", re.DOTALL)
_TOKEN = re.compile(
    r"\{%-?\s*(?P<block>(?:end)?(?:for|if|macro|with)|elif|else)\b.*?%\}"
    r"|<(?P<end>/?)w:(?P<name>tbl|tr|tc|p|hdr|ftr)(?P<empty>/>)?(?=[ />]|(?<=>))",
    re.DOTALL,
)
CELL_END, TABLE_END = "\x03", "\x04"
"""Stand before the end of a cell that may lack a paragraph, or of a table that may lack a row.

XML does not allow these characters, and one byte is found in no time."""

_OPENING = {"for", "if", "macro", "with"}
_BARE = {b"</w:tcPr>", b"<w:tcPr/>", b"</w:tbl>", b"<w:tc>"}
"""What ends a cell that has no paragraph at its end."""

_WITHOUT_ROW = (b"</w:tblGrid>", b"</w:tblPr>")
"""What ends a table that has no row."""

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


def with_marks(patched: str) -> str:
    """Mark in the Jinja text of a part where cells and tables end that data can leave bare."""
    marks = dict.fromkeys(_lacking("p", {"tc"}, patched), CELL_END)
    marks |= dict.fromkeys(_lacking("tr", {"tbl"}, patched), TABLE_END)
    made, at = "", 0
    for end in sorted(marks):
        made, at = f"{made}{patched[at:end]}{marks[end]}", end
    return made + patched[at:]


def repairs_for(patched: str) -> Repairs:
    """Return the repairs that a part may need, judged by its Jinja text with marks."""
    return Repairs(
        rows=TABLE_END in patched,
        cells=CELL_END in patched,
        columns=any(word in patched for word in ('gridSpan w:val="{{', "</w:tc>{%", "%}<w:tc>")),
        margin=bool(_lacking("p", {"hdr", "ftr"}, patched)),
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


def _lacking(needed: str, around: set[str], patched: str) -> list[int]:
    """Return where elements end that data can leave without a child that they need.

    A cell needs a paragraph as its last child: a table takes away what stood before it. A macro may
    open what another one closes; where that cannot be followed, every element counts.
    """
    found = list(_TOKEN.finditer(patched))
    followed = _followed(needed, around, found)
    if followed is not None:
        return followed
    return [each.start() for each in found if each["end"] and each["name"] in around]


def _followed(needed: str, around: set[str], tokens: Iterable[re.Match[str]]) -> list[int] | None:
    stack = [_Open(element=True, has=True)]
    lacking = []
    for found in tokens:
        block, name = found["block"], found["name"]
        if block in _OPENING:
            stack.append(_Open(element=False, has=stack[-1].has))
        elif block and stack[-1].element:
            return None
        elif block in {"elif", "else"}:
            stack[-1].ends.append(stack[-1].has)
            stack[-1].has = stack[-2].has
            stack[-1].whole = block == "else"
        elif block:
            branch = stack.pop()
            stack[-1].has = all([branch.has, *branch.ends, branch.whole or stack[-1].has])
        elif name in around and found["empty"]:
            lacking.append(found.start())
        elif name in around and not found["end"]:
            stack.append(_Open(element=True, has=False))
        elif name in around:
            if len(stack) == 1 or not stack[-1].element:
                return None
            if not stack.pop().has:
                lacking.append(found.start())
        elif name == needed and not found["end"]:
            stack[-1].has = True
        elif name == "tbl" and found["end"] and "tc" in around:
            stack[-1].has = False
    return lacking


def repaired(xml: bytes, need: Repairs) -> bytes:
    """Return the rendered part after the needed repairs."""
    if need.rows:
        xml = _without_empty_tables(xml)
    if need.cells:
        xml = _with_paragraphs(xml)
    if need.margin:
        xml = _EMPTY_MARGIN.sub(rb"\1<w:p/>\2", xml)
    if need.columns:
        from docxtpl import DocxTemplate  # noqa: PLC0415 - takes long to load, and few need it

        tree = DocxTemplate.fix_tables(None, xml[len(XML_HEAD) :])  # it does not use `self`
        xml = f"{XML_HEAD}{etree.tostring(tree, encoding='unicode')}".encode()
    if need.pictures:
        count = iter(range(1001, 10**6))
        xml = _PICTURE_ID.sub(lambda found: b"%b%d" % (found[1], next(count)), xml)
    return xml


def _without_empty_tables(xml: bytes) -> bytes:
    """Take away the marked tables that have no row, and the marks."""
    mark = TABLE_END.encode()
    whole = xml.replace(mark, b"")
    bare = any(xml.endswith(_WITHOUT_ROW, 0, at) for at in _places_of(mark, xml))
    return _NO_ROWS.sub(b"", whole) if bare else whole


def _places_of(mark: bytes, xml: bytes) -> Iterator[int]:
    at = xml.find(mark)
    while at >= 0:
        yield at
        at = xml.find(mark, at + 1)


def _with_paragraphs(xml: bytes) -> bytes:
    """Give each marked cell that lacks it a paragraph, and take the marks away."""
    mark = CELL_END.encode()
    at = xml.find(mark)
    while at >= 0:
        last = xml[xml.rfind(b"<", 0, at) : at]
        bare = last in _BARE or last.startswith(b"<w:tc ")
        if bare:
            xml = xml[:at] + b"<w:p/>" + xml[at:]
        at = xml.find(mark, at + len(b"<w:p/>") * bare + 1)
    return xml.replace(mark, b"")
