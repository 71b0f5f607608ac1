"""A framed notice above the body of a document, which no template has to have a place for.

The first line stands in bold in the middle, the others below it. It is inserted into the rendered
main part, so that any template can bear it.
"""

import re
from collections.abc import Sequence
from html import escape

from generator.engine.richtext import ILLEGAL

NOTICE = "chu_dau_trang"
"""The key of a context whose lines of text are the notice."""

_BODY = re.compile(rb"<w:body(?:\s[^>]*)?>")
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right")
)
_GAP = 160
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'


def with_notice(xml: bytes, lines: Sequence[str]) -> bytes:
    """Return the XML of a main part with the notice as its first paragraphs.

    Raises:
        ValueError: the part has no body.
    """
    body = _BODY.search(xml)
    if body is None:
        raise ValueError("no body")
    first, *others = lines
    paragraphs = [_paragraph(first, "center", "<w:b/>", 28, last=not others)]
    paragraphs += [
        _paragraph(line, "left", "", 24, last=number == len(others))
        for number, line in enumerate(others, 1)
    ]
    return xml[: body.end()] + "".join(paragraphs).encode() + xml[body.end() :]


def _paragraph(text: str, side: str, bold: str, size: int, *, last: bool) -> str:
    """Return a paragraph; Word joins the frames of paragraphs that follow each other."""
    printed = escape(ILLEGAL.sub("", text), quote=False)
    form = f'{_FONT}{bold}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return (
        f"<w:p><w:pPr><w:keepNext/><w:keepLines/><w:pBdr>{_SIDES}</w:pBdr>"
        f'<w:spacing w:before="0" w:after="{_GAP if last else 0}" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="113" w:right="113" w:firstLine="0"/><w:jc w:val="{side}"/></w:pPr>'
        f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{printed}</w:t></w:r></w:p>'
    )
