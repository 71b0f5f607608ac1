"""Reads the text of a received Word file as a user sees it."""

import zipfile
from pathlib import Path

from lxml import etree

from generator.opening.boxes import CROSSED, EMPTY, in_wingdings, symbol, tidy
from generator.opening.content import FEW, FileContent, Refusal, RefusedFileError, text_lines
from generator.opening.packed import opened, read_xml

DOCUMENT = "word/document.xml"
_RELATIONS = "_rels/.rels"
_OFFICE = "/relationships/officeDocument"

_USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_W = f"{{{_USUAL}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _T, _TAB, _BR, _CR = f"{_W}p", f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"
_SYM, _RUN, _HYPHEN, _FIELD = f"{_W}sym", f"{_W}r", f"{_W}noBreakHyphen", f"{_W}ffData"
_CONTROL = f"{_W}sdt"
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
    *_LEFT_OUT,
    *_PICTURES,
)
_OFF = frozenset({"0", "false", "off"})


def read_word(path: Path) -> FileContent:
    """Read the body of a `.docx`; pictures with little text beside them count as a scan.

    Raises:
        RefusedFileError: the file is empty or cannot be read within the limits.
    """
    with opened(path) as packed:
        data = read_xml(packed, _main_part(packed))
    data = data.replace(_STRICT.encode(), _USUAL.encode())
    lines, pictures = _lines(_parsed(data), _tags(data))
    if not lines and not pictures:
        raise RefusedFileError(Refusal.RONG)
    if pictures and sum(map(str.isalpha, "".join(lines))) < FEW:
        return FileContent("docx", scanned=True)
    return FileContent("docx", lines=text_lines(lines))


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


def _tags(data: bytes) -> tuple[str, ...]:
    """Return the elements to visit; runs only if the part may contain hidden or Wingdings text."""
    hides = any(mark in data for mark in (b"vanish", b"strike", b"FFFFFF", b"ffffff", b"Wingdings"))
    return (*_LOOKED_AT, _RUN) if hides else _LOOKED_AT


def _lines(root: etree._Element, tags: tuple[str, ...]) -> tuple[list[str], bool]:
    """Return the lines in reading order, and whether there are pictures."""
    lines: list[str] = []
    now: list[str] = []
    pictures = wingdings = False

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
            now.append(in_wingdings(said) if wingdings else said)
        elif tag in _LEFT_OUT or (tag == _RUN and _is_unseen(each)):
            walk.skip_subtree()
        elif tag == _RUN:
            wingdings = _is_in_wingdings(each)
        elif tag == _CONTROL:
            if each.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
                now.append("……")  # a placeholder: the control was not filled in
                walk.skip_subtree()
        elif tag in _ENDS:
            end()
        elif tag in _PICTURES:
            pictures = True
        else:
            now.append(_said(each))
    return tidy(lines), pictures


def _said(element: etree._Element) -> str:
    """Return the text that an element of a line shows."""
    match element.tag:
        case tag if tag == _TAB:
            return "\t" if _is_typed(element) else ""
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


def _is_unseen(run: etree._Element) -> bool:
    """Return whether a run is hidden, struck out or white on white, so that it does not count."""
    given = run.find(f"{_W}rPr")
    if given is None:
        return False
    if any(_is_on(given.find(f"{_W}{name}")) for name in ("vanish", "strike", "dstrike")):
        return True
    colour = given.find(f"{_W}color")
    white = colour is not None and (colour.get(f"{_W}val") or "").upper() == "FFFFFF"
    return white and given.find(f"{_W}shd") is None and given.find(f"{_W}highlight") is None


def _is_checked(box: etree._Element) -> bool:
    chosen = box.find(f"{_W}checked")
    return _is_on(box.find(f"{_W}default") if chosen is None else chosen)


def _is_on(setting: etree._Element | None) -> bool:
    return setting is not None and setting.get(f"{_W}val") not in _OFF


def _is_typed(tab: etree._Element) -> bool:
    """Return whether a tab was typed: outside a run the element defines a tab stop."""
    parent = tab.getparent()
    return parent is not None and parent.tag == _RUN
