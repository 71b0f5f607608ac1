"""Repairs the XML that loops and conditions leave invalid, so that Word can open the file.

Word reports a damaged file when a cell has no paragraph, a table has no row, or a header is empty;
tags that remove paragraphs or rows can produce these from empty data.
"""

import re
from dataclasses import dataclass

from docxtpl import DocxTemplate
from lxml import etree

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_ROWS = re.compile(r"<w:tbl>(?:(?!<w:tr[ >]|<w:tbl>|</w:tbl>).)*</w:tbl>", re.DOTALL)
_NO_PARAGRAPH = re.compile(
    r"((?:<w:tc>|<w:tc [^>]*>)(?:<w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>|<w:tcPr/>)?|</w:tbl>)"
    r"(</w:tc>)",
    re.DOTALL,
)
_ROW_TAG = re.compile(r"%\}<w:tr[ >]|</w:tr>\{%")
_CELL_TOKEN = re.compile(
    r"\{%-?\s*((?:end)?(?:for|if|macro|with))\b.*?%\}|</?w:tc>|<w:tc |<w:tbl>|<w:p[ >]", re.DOTALL
)
_EMPTY_MARGIN = re.compile(r"(<w:(?:hdr|ftr)(?: [^>]*)?>)(</w:(?:hdr|ftr)>)")
_PICTURE_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")\d+')


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
        rows=bool(_ROW_TAG.search(patched)),
        cells=_cells_may_empty(patched),
        columns=any(word in patched for word in ('gridSpan w:val="{{', "</w:tc>{%", "%}<w:tc>")),
        margin="</w:hdr>" in patched or "</w:ftr>" in patched,
        pictures="<wp:docPr" in patched,
    )


def _cells_may_empty(patched: str) -> bool:
    """Return whether any cell lacks an unconditional paragraph or contains a table."""
    cells: list[list[int]] = []  # per open cell: block depth at its start, unconditional paragraphs
    depth = 0
    for found in _CELL_TOKEN.finditer(patched):
        token = found[0]
        if token.startswith("{%"):
            depth += -1 if found[1].startswith("end") else 1
        elif token.startswith("</w:tc"):
            if not cells or not cells.pop()[1]:
                return True
        elif token.startswith("<w:tc"):
            cells.append([depth, 0])
        elif token == "<w:tbl>" and cells:  # noqa: S105 - a token of the text
            return True
        elif cells and depth == cells[-1][0]:
            cells[-1][1] += 1
    return False


def repaired(xml: str, need: Repairs) -> str:
    """Return the rendered part after the needed repairs."""
    if need.rows and ("</w:tblGrid></w:tbl>" in xml or "</w:tblPr></w:tbl>" in xml):
        xml = _NO_ROWS.sub("", xml)
    if need.cells and xml.count("</w:tc>") != xml.count("</w:p></w:tc>"):
        xml = _NO_PARAGRAPH.sub(r"\1<w:p/>\2", xml)
    if need.margin:
        xml = _EMPTY_MARGIN.sub(r"\1<w:p/>\2", xml)
    if need.columns:
        head, root = xml[: len(XML_HEAD)], xml[len(XML_HEAD) :]
        tree = DocxTemplate.fix_tables(None, root)  # this method does not use `self`
        xml = head + etree.tostring(tree, encoding="unicode")
    if need.pictures:
        count = iter(range(1001, 10**6))
        xml = _PICTURE_ID.sub(lambda found: f"{found[1]}{next(count)}", xml)
    return xml
