"""Keeps Word able to open what loops and conditions leave behind.

Word calls a file damaged when a cell has no paragraph, a table no row, or a header nothing at all;
a template whose tags remove paragraphs or rows can come to that with empty data.
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
_EMPTY_MARGIN = re.compile(r"(<w:(?:hdr|ftr)(?: [^>]*)?>)(</w:(?:hdr|ftr)>)")
_PICTURE_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")\d+')


@dataclass(frozen=True, slots=True)
class Repairs:
    """Which of the repairs the tags of a part can make necessary; most parts need none."""

    rows: bool
    cells: bool
    columns: bool
    margin: bool
    pictures: bool


def repairs_for(patched: str) -> Repairs:
    """Decide from the Jinja text of a part what may go wrong in it."""
    has_table = "<w:tbl>" in patched
    return Repairs(
        rows=has_table and "{%" in patched,
        cells=has_table and "{%" in patched,
        columns=any(word in patched for word in ('gridSpan w:val="{{', "</w:tc>{%", "%}<w:tc>")),
        margin="</w:hdr>" in patched or "</w:ftr>" in patched,
        pictures="<wp:docPr" in patched,
    )


def repaired(xml: str, need: Repairs) -> str:
    """Return the rendered part with what it lost put back."""
    if need.rows and ("</w:tblGrid></w:tbl>" in xml or "</w:tblPr></w:tbl>" in xml):
        xml = _NO_ROWS.sub("", xml)
    if need.cells and xml.count("</w:tc>") != xml.count("</w:p></w:tc>"):
        xml = _NO_PARAGRAPH.sub(r"\1<w:p/>\2", xml)
    if need.margin:
        xml = _EMPTY_MARGIN.sub(r"\1<w:p/>\2", xml)
    if need.columns:
        head, root = xml[: len(XML_HEAD)], xml[len(XML_HEAD) :]
        tree = DocxTemplate.fix_tables(None, root)  # a method that uses nothing of its object
        xml = head + etree.tostring(tree, encoding="unicode")
    if need.pictures:
        count = iter(range(1001, 10**6))
        xml = _PICTURE_ID.sub(lambda found: f"{found[1]}{next(count)}", xml)
    return xml
