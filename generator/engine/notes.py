"""Moves footnotes from the runs of the body to the footnotes part and numbers them in order."""

import re
from dataclasses import dataclass

from lxml import etree

from generator.engine.package import CONTENT_TYPES, Parts
from generator.engine.richtext import MARK, NOTE_CLOSE, NOTE_OPEN
from generator.engine.tags import W

PART = "word/footnotes.xml"
_OPEN, _CLOSE, _END = NOTE_OPEN.encode(), NOTE_CLOSE.encode(), b"</w:footnotes>"
_ID = re.compile(r'<w:footnote\b[^>]*\bw:id="(-?\d+)"')
_RELS = "word/_rels/document.xml.rels"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:footnotes xmlns:w="{W[1:-1]}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
    "</w:p></w:footnote></w:footnotes>"
)


@dataclass(frozen=True, slots=True)
class NoteForm:
    """A template's footnote format: the first free number and the XML of the two styles."""

    first: int
    text_style: str
    mark_style: str


def with_footnotes(parts: Parts) -> Parts:
    """Return the package with an empty footnotes part added when it has none."""
    if PART in parts or _RELS not in parts:
        return parts
    override = f'<Override PartName="/{PART}" ContentType="{_TYPE}"/></Types>'.encode()
    relation = (
        f'<Relationship Id="rIdChuThich" Type="{_RELATION}" Target="footnotes.xml"/>'.encode()
    )
    return {
        **parts,
        CONTENT_TYPES: parts[CONTENT_TYPES].replace(b"</Types>", override),
        _RELS: parts[_RELS].replace(b"</Relationships>", relation + b"</Relationships>"),
        PART: _EMPTY.encode(),
    }


def note_form(footnotes: str, styles: etree._Element | None) -> NoteForm:
    """Return how a template writes footnotes: the first free number, and its two styles as XML.

    Args:
        footnotes: the XML of its footnotes part, possibly empty.
        styles: its parsed styles part.
    """
    ids = [int(number) for number in _ID.findall(footnotes)]
    by_name = {
        style.find(f"{W}name").get(f"{W}val"): style.get(f"{W}styleId")  # type: ignore[union-attr]
        for style in (styles.iter(f"{W}style") if styles is not None else ())
        if style.find(f"{W}name") is not None
    }
    text = by_name.get("footnote text")
    mark = by_name.get("footnote reference")
    return NoteForm(
        first=max([0, *ids]) + 1,
        text_style=f'<w:pPr><w:pStyle w:val="{text}"/></w:pPr>' if text else "",
        mark_style=f'<w:rStyle w:val="{mark}"/>' if mark else '<w:vertAlign w:val="superscript"/>',
    )


def move_notes(xml: bytes, footnotes: bytes, form: NoteForm) -> tuple[bytes, bytes]:
    """Move the footnotes inside the runs of a body to the footnotes part.

    Args:
        xml: the rendered body.
        footnotes: the rendered footnotes part.
        form: from `note_form`.

    Returns:
        The body with a number in place of each footnote, and the footnotes part with them added.
    """
    if MARK.encode() not in xml:
        return xml, footnotes
    properties = f"<w:rPr>{form.mark_style}</w:rPr>"
    first, *others = xml.split(_OPEN)
    body, notes = [first], []
    for index, piece in enumerate(others, form.first):
        note, _, after = piece.partition(_CLOSE)
        notes += [
            f'<w:footnote w:id="{index}"><w:p>{form.text_style}'
            f"<w:r>{properties}<w:footnoteRef/></w:r>"
            '<w:r><w:t xml:space="preserve"> </w:t></w:r>'.encode(),
            note,
            b"</w:p></w:footnote>",
        ]
        body += [
            f'<w:r>{properties}<w:footnoteReference w:id="{index}"/></w:r>'.encode(),
            after,
        ]
    return b"".join(body), footnotes.replace(_END, b"".join(notes) + _END)
