"""The parts of a Word file and the elements in them, for whatever reads received ones."""

import re

from lxml import etree

from generator.opening.boxes import CROSSED, EMPTY, symbol
from generator.opening.content import Refusal, RefusedFileError, Unread
from generator.opening.hidden import is_on
from generator.opening.packed import read_xml
from generator.opening.plain_zip import Packed
from generator.opening.remembered import remembered

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
_RELATIONS = "_rels/.rels"
_OFFICE = "/relationships/officeDocument"

_USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_STRICT_MATH = "http://purl.oclc.org/ooxml/officeDocument/math"
W = f"{{{_USUAL}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
P, T, TAB, BR, CR = f"{W}p", f"{W}t", f"{W}tab", f"{W}br", f"{W}cr"
SYM, RUN, HYPHEN, FIELD = f"{W}sym", f"{W}r", f"{W}noBreakHyphen", f"{W}ffData"
CONTROL = f"{W}sdt"
MATH = f"{{{_USUAL_MATH}}}t"
INSERTED = frozenset({f"{W}altChunk", f"{W}subDoc"})
LEFT_OUT = frozenset({f"{MC}Fallback", f"{W}del", f"{W}moveFrom"})
PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")
ENDS = frozenset({P, BR, CR})

NOT_FILLED = "……"
"""What a control shows that still has its placeholder."""


def body(packed: Packed) -> bytes:
    """Return the XML of the document.

    Raises:
        RefusedFileError: it is missing or has a document type declaration.
    """
    return usual(read_xml(packed, _main_part(packed)))


def optional(packed: Packed, name: str) -> bytes:
    """Return the XML of a part that need not be there; empty then."""
    return usual(read_xml(packed, name)) if name in packed.NameToInfo else b""


def usual(data: bytes) -> bytes:
    """Return a part of the Strict kind with the namespaces of the usual kind."""
    return data.replace(_STRICT.encode(), _USUAL.encode()).replace(
        _STRICT_MATH.encode(), _USUAL_MATH.encode()
    )


def parsed(data: bytes) -> etree._Element:
    """Return the root of a part; nothing outside it is looked at.

    Raises:
        RefusedFileError: it is damaged or nested too deep.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error)
        raise RefusedFileError(Refusal.LONG_SAU if deep else Refusal.HONG) from error


def beside(packed: Packed) -> str:
    """Return what a file without text in its body has instead; empty when there is nothing."""
    if any(name.startswith(_DRAWN) for name in packed.namelist()):
        return Unread.HINH
    around = (name for name in packed.namelist() if _AROUND.fullmatch(name))
    return Unread.NGOAI if any(_SAYS.search(read_xml(packed, name)) for name in around) else ""


_DRAWN = ("word/media/", "word/embeddings/", "word/charts/", "word/diagrams/", "word/ink/")
_AROUND = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")
_SAYS = re.compile(rb"<w:t(?: [^>]*)?>[^<]*[^<\s]")


def _main_part(packed: Packed) -> str:
    """Return the name of the main part, which need not be document.xml."""
    if _RELATIONS not in packed.NameToInfo:
        return DOCUMENT
    return _related(read_xml(packed, _RELATIONS))


def _main_of(relations: bytes) -> str:
    targets = (
        each.get("Target", "").lstrip("/")
        for each in parsed(relations)
        if each.get("Type", "").endswith(_OFFICE)
    )
    return next(targets, DOCUMENT)


_related = remembered(_main_of, most=32, longest=2**12)


def said(element: etree._Element) -> str:
    """Return the text that an element of a line shows."""
    match element.tag:
        case tag if tag == TAB:
            return "\t" if _is_typed(element) else ""
        case tag if tag == MATH:
            return element.text or ""
        case tag if tag == SYM:
            return symbol(element.get(f"{W}char") or "")
        case tag if tag == HYPHEN:
            return "-"
        case tag if tag == FIELD:
            box = element.find(f"{W}checkBox")
            return "" if box is None else CROSSED if _is_checked(box) else EMPTY
    return ""


def is_placeholder(control: etree._Element) -> bool:
    """Return whether a content control was not filled in."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def is_in_wingdings(run: etree._Element) -> bool:
    """Return whether the letters of a run are signs."""
    fonts = run.find(f"{W}rPr/{W}rFonts")
    font = fonts.get(f"{W}ascii") if fonts is not None else None
    return bool(font and font.startswith("Wingdings"))


def _is_checked(box: etree._Element) -> bool:
    chosen = box.find(f"{W}checked")
    return is_on(box.find(f"{W}default") if chosen is None else chosen)


def _is_typed(tab: etree._Element) -> bool:
    """Return whether a tab was typed: outside a run the element defines a tab stop."""
    parent = tab.getparent()
    return parent is not None and parent.tag == RUN
