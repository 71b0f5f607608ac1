"""Reads the text of a received Word file as a user sees it."""

import html
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, NamedTuple

from lxml import etree

from generator.opening.boxes import CROSSED, EMPTY, clean, in_wingdings, symbol, tidy
from generator.opening.content import (
    FEW,
    FileContent,
    Refusal,
    RefusedFileError,
    Unread,
    is_cut,
    text_lines,
)
from generator.opening.hidden import HIDING, Hidden, hidden_styles, is_on, is_unseen
from generator.opening.packed import opened, read_xml

DOCUMENT = "word/document.xml"
_RELATIONS = "_rels/.rels"
_OFFICE = "/relationships/officeDocument"

_USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_STRICT_MATH = "http://purl.oclc.org/ooxml/officeDocument/math"
_W = f"{{{_USUAL}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _T, _TAB, _BR, _CR = f"{_W}p", f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"
_SYM, _RUN, _HYPHEN, _FIELD = f"{_W}sym", f"{_W}r", f"{_W}noBreakHyphen", f"{_W}ffData"
_CONTROL = f"{_W}sdt"
_MATH = f"{{{_USUAL_MATH}}}t"
_INSERTED = frozenset({f"{_W}altChunk", f"{_W}subDoc"})
STYLES = "word/styles.xml"
_LEFT_OUT = frozenset({f"{_MC}Fallback", f"{_W}del", f"{_W}moveFrom"})
_PICTURES = (f"{_W}drawing", f"{_W}pict", f"{_W}object")
_ENDS = frozenset({_P, _BR, _CR})
_LOOKED_AT = (
    _P,
    _T,
    _TAB,
    _BR,
    _CR,
    _SYM,
    _HYPHEN,
    _FIELD,
    _CONTROL,
    _MATH,
    *_INSERTED,
    *_LEFT_OUT,
    *_PICTURES,
)


def read_word(file: Path | BinaryIO) -> FileContent:
    """Read the body of a `.docx`; pictures with little text beside them count as a scan.

    Raises:
        RefusedFileError: the file is empty or cannot be read within the limits.
    """
    with opened(file) as packed:
        data = read_xml(packed, _main_part(packed))
        beside = _beside(packed)
        styles = _styles(packed)
        around = tuple(_around(packed))
    return replace(_content(_usual(data), styles, beside), around=around)


def _content(data: bytes, styles: Hidden, beside: str) -> FileContent:
    seen = _lines(_parsed(data), _tags(data, styles), styles)
    if not seen.lines and not seen.pictures:
        if seen.unread or beside:
            return FileContent("docx", unread=seen.unread or beside)
        raise RefusedFileError(Refusal.RONG)
    if seen.pictures and not seen.unread and sum(map(str.isalpha, "".join(seen.lines))) < FEW:
        return FileContent("docx", scanned=True)
    unread = seen.unread or (Unread.DAI if is_cut(seen.lines) else "")
    return FileContent("docx", lines=text_lines(seen.lines), unread=unread, pictures=seen.pictures)


def _around(packed: zipfile.ZipFile) -> Iterator[str]:
    """Yield the paragraphs of headers and footers, where marks of secrecy may stand."""
    for name in packed.namelist():
        if _AT_EDGE.fullmatch(name):
            for paragraph in read_xml(packed, name).split(b"</w:p>"):
                said = b"".join(_TEXT.findall(paragraph)).decode("utf-8", "replace")
                if said.strip():
                    yield unicodedata.normalize("NFC", clean(html.unescape(said)))


_AT_EDGE = re.compile(r"word/(?:header|footer)\d{0,9}\.xml")
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)")


def _usual(data: bytes) -> bytes:
    return data.replace(_STRICT.encode(), _USUAL.encode()).replace(
        _STRICT_MATH.encode(), _USUAL_MATH.encode()
    )


def _styles(packed: zipfile.ZipFile) -> Hidden:
    """Return what styles hide; they are parsed, which takes time, only where one may."""
    data = read_xml(packed, STYLES) if STYLES in packed.NameToInfo else b""
    if any(mark in data for mark in HIDING):
        return hidden_styles(_parsed(_usual(data)))
    return Hidden({}, "")


def _beside(packed: zipfile.ZipFile) -> str:
    """Return what a file without text in its body has instead; empty when there is nothing."""
    if any(name.startswith(_DRAWN) for name in packed.namelist()):
        return Unread.HINH
    around = (name for name in packed.namelist() if _AROUND.fullmatch(name))
    return Unread.NGOAI if any(_SAYS.search(read_xml(packed, name)) for name in around) else ""


_DRAWN = ("word/media/", "word/embeddings/", "word/charts/", "word/diagrams/", "word/ink/")
_AROUND = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")
_SAYS = re.compile(rb"<w:t(?: [^>]*)?>[^<]*[^<\s]")


def _main_part(packed: zipfile.ZipFile) -> str:
    """Return the name of the main part, which need not be document.xml."""
    if _RELATIONS not in packed.NameToInfo:
        return DOCUMENT
    targets = (
        each.get("Target", "").lstrip("/")
        for each in _parsed(read_xml(packed, _RELATIONS))
        if each.get("Type", "").endswith(_OFFICE)
    )
    return next(targets, DOCUMENT)


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error)
        raise RefusedFileError(Refusal.LONG_SAU if deep else Refusal.HONG) from error


def _tags(data: bytes, styles: Hidden) -> tuple[str, ...]:
    """Return the elements to visit; runs only if the part may contain hidden or Wingdings text."""
    hides = styles.any or any(mark in data for mark in (*HIDING, b"Wingdings"))
    return (*_LOOKED_AT, _RUN) if hides else _LOOKED_AT


class _Seen(NamedTuple):
    """The lines in reading order, whether there are pictures, and what else there is (`Unread`)."""

    lines: list[str]
    pictures: bool
    unread: str


def _lines(root: etree._Element, tags: tuple[str, ...], styles: Hidden) -> _Seen:
    lines: list[str] = []
    now: list[str] = []
    others: set[str] = set()
    wingdings = typed = False

    def end() -> None:
        line = "".join(now)
        now.clear()
        if line.strip(" \u00a0"):
            lines.append(line)

    # A text box inside a paragraph has its own paragraphs; each becomes a line between the others.
    walk = etree.iterwalk(root, events=("start", "end"), tag=tags)
    for event, each in walk:
        tag = each.tag
        if event == "end":
            if tag == _P:
                end()
        elif tag == _T:
            said = each.text or ""
            typed = typed or bool(said.strip())
            now.append(in_wingdings(said) if wingdings else said)
        elif tag in _LEFT_OUT or (tag == _RUN and is_unseen(each, styles)):
            walk.skip_subtree()
        elif tag == _RUN:
            wingdings = _is_in_wingdings(each)
        elif tag == _CONTROL:
            if each.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
                now.append("……")  # a placeholder: the control was not filled in
                walk.skip_subtree()
        elif tag in _ENDS:
            end()
        else:
            others.add(str(tag))
            now.append(_said(each))
    unread = Unread.CHEN if others & _INSERTED else ""
    if _MATH in others and not typed:
        unread = unread or Unread.CONG_THUC
    return _Seen(tidy(lines), not others.isdisjoint(_PICTURES), unread)


def _said(element: etree._Element) -> str:
    """Return the text that an element of a line shows."""
    match element.tag:
        case tag if tag == _TAB:
            return "\t" if _is_typed(element) else ""
        case tag if tag == _MATH:
            return element.text or ""
        case tag if tag == _SYM:
            return symbol(element.get(f"{_W}char") or "")
        case tag if tag == _HYPHEN:
            return "-"
        case tag if tag == _FIELD:
            box = element.find(f"{_W}checkBox")
            return "" if box is None else CROSSED if _is_checked(box) else EMPTY
    return ""


def _is_in_wingdings(run: etree._Element) -> bool:
    fonts = run.find(f"{_W}rPr/{_W}rFonts")
    font = fonts.get(f"{_W}ascii") if fonts is not None else None
    return bool(font and font.startswith("Wingdings"))


def _is_checked(box: etree._Element) -> bool:
    chosen = box.find(f"{_W}checked")
    return is_on(box.find(f"{_W}default") if chosen is None else chosen)


def _is_typed(tab: etree._Element) -> bool:
    """Return whether a tab was typed: outside a run the element defines a tab stop."""
    parent = tab.getparent()
    return parent is not None and parent.tag == _RUN
