"""What a document prints, without the marks that keep a line from breaking."""

from collections.abc import Iterator
from typing import IO, Any

import docx
from docx.oxml.ns import qn

from generator.engine.richtext import NO_BREAK_HYPHEN


def typed(xml: str) -> str:
    """The XML of a document, or its text, with ordinary blanks and hyphens."""
    return xml.replace(NO_BREAK_HYPHEN, "-").replace("\u2011", "-").replace("\u00a0", " ")


def lines(file: str | IO[bytes]) -> list[str]:
    """The paragraphs of a document in reading order, those in cells too, as somebody types them."""
    body = docx.Document(file).element.body
    return [typed("".join(_said(each))) for each in body.iter(qn("w:p"))]


def _said(paragraph: Any) -> Iterator[str]:
    for each in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:noBreakHyphen")):
        yield {qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}.get(each.tag, each.text or "")
