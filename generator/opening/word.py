"""Reads the text of a received Word file as a user sees it."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, NamedTuple

from lxml import etree

from generator.opening.boxes import clean, in_wingdings, tidy
from generator.opening.content import (
    FEW,
    FileContent,
    Refusal,
    RefusedFileError,
    Unread,
    is_cut,
    text_lines,
)
from generator.opening.hidden import HIDING, Hidden, hidden_styles, is_unseen
from generator.opening.packed import opened_to_read, read_xml
from generator.opening.plain_body import plain_lines
from generator.opening.plain_zip import Packed
from generator.opening.remembered import remembered
from generator.opening.word_parts import (
    BR,
    CONTROL,
    CR,
    ENDS,
    FIELD,
    HYPHEN,
    INSERTED,
    LEFT_OUT,
    MATH,
    NOT_FILLED,
    PICTURES,
    RUN,
    STYLES,
    SYM,
    TAB,
    P,
    T,
    beside,
    body,
    is_in_wingdings,
    is_placeholder,
    parsed,
    said,
    usual,
)

_LOOKED_AT = (
    P,
    T,
    TAB,
    BR,
    CR,
    SYM,
    HYPHEN,
    FIELD,
    CONTROL,
    MATH,
    *INSERTED,
    *LEFT_OUT,
    *PICTURES,
)


def read_word(file: Path | BinaryIO) -> FileContent:
    """Read the body of a `.docx`; pictures with little text beside them count as a scan.

    Raises:
        RefusedFileError: the file is empty or cannot be read within the limits.
    """
    with opened_to_read(file) as packed:
        data = body(packed)
        instead = beside(packed)
        styles = _styles(packed)
        around = tuple(_around(packed))
    return replace(_content(data, styles, instead), around=around)


def _content(data: bytes, styles: Hidden, instead: str) -> FileContent:
    root = parsed(data)
    plain = None if styles.any else plain_lines(data)
    seen = _walked(root, data, styles) if plain is None else _Seen(tidy(plain), False, "")
    if not seen.lines and not seen.pictures:
        if seen.unread or instead:
            return FileContent("docx", unread=seen.unread or instead)
        raise RefusedFileError(Refusal.RONG)
    if seen.pictures and not seen.unread and sum(map(str.isalpha, "".join(seen.lines))) < FEW:
        return FileContent("docx", scanned=True)
    unread = seen.unread or (Unread.DAI if is_cut(seen.lines) else "")
    return FileContent(
        "docx",
        lines=text_lines(seen.lines),
        unread=unread,
        pictures=seen.pictures,
        body=data,
    )


def _around(packed: Packed) -> Iterator[str]:
    """Yield the paragraphs of headers and footers, where marks of secrecy may stand."""
    for name in packed.namelist():
        if _AT_EDGE.fullmatch(name):
            yield from _paragraphs(read_xml(packed, name))


def _edge(part: bytes) -> list[str]:
    found = []
    for paragraph in part.split(b"</w:p>"):
        said = (*_TEXT.findall(paragraph), *_WATERMARK.findall(paragraph))
        text = b"".join(said).decode("utf-8", "replace")
        if text.strip():
            found.append(unicodedata.normalize("NFC", clean(html.unescape(text))))
    return found


_paragraphs = remembered(_edge, most=32, longest=2**12)


_AT_EDGE = re.compile(r"word/(?:header|footer)\d{0,9}\.xml")
_WATERMARK = re.compile(rb'<v:textpath [^>]*\bstring="([^"<]*)"')
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)")


def _styles(packed: Packed) -> Hidden:
    return _hidden_by(read_xml(packed, STYLES)) if STYLES in packed.NameToInfo else Hidden({}, "")


def _hidden(styles: bytes) -> Hidden:
    """Return what styles hide; they are parsed, which takes time, only where one may."""
    data = usual(styles)
    if any(mark in data for mark in HIDING):
        return hidden_styles(parsed(data))
    return Hidden({}, "")


_hidden_by = remembered(_hidden, most=32, longest=2**16)


def _tags(data: bytes, styles: Hidden) -> tuple[str, ...]:
    """Return the elements to visit; runs only if the part may contain hidden or Wingdings text."""
    hides = styles.any or any(mark in data for mark in (*HIDING, b"Wingdings"))
    return (*_LOOKED_AT, RUN) if hides else _LOOKED_AT


class _Seen(NamedTuple):
    """The lines in reading order, whether there are pictures, and what else there is (`Unread`)."""

    lines: list[str]
    pictures: bool
    unread: str


def _walked(root: etree._Element, data: bytes, styles: Hidden) -> _Seen:
    return _lines(root, _tags(data, styles), styles)


def lines_within(element: etree._Element) -> list[str]:
    """Return the lines of a part of a body in which no style hides anything, such as a cell."""
    return _lines(element, (*_LOOKED_AT, RUN), Hidden({}, "")).lines


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
            if tag == P:
                end()
        elif tag == T:
            text = each.text or ""
            typed = typed or bool(text.strip())
            now.append(in_wingdings(text) if wingdings else text)
        elif tag in LEFT_OUT or (tag == RUN and is_unseen(each, styles)):
            walk.skip_subtree()
        elif tag == RUN:
            wingdings = is_in_wingdings(each)
        elif tag == CONTROL:
            if is_placeholder(each):
                now.append(NOT_FILLED)
                walk.skip_subtree()
        elif tag in ENDS:
            end()
        else:
            others.add(str(tag))
            now.append(said(each))
    unread = Unread.CHEN if others & INSERTED else ""
    if MATH in others and not typed:
        unread = unread or Unread.CONG_THUC
    return _Seen(tidy(lines), not others.isdisjoint(PICTURES), unread)
