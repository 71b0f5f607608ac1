"""The text of a received Word file."""

import unicodedata
from pathlib import Path

from lxml import etree

from generator.dossier.received.packed import opened, read_xml
from generator.dossier.received.seen import Refusal, RefusedFileError, Seen, text_lines

DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _T, _TAB, _BR, _CR = f"{_W}p", f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"
_SYM, _RUN, _HYPHEN = f"{_W}sym", f"{_W}r", f"{_W}noBreakHyphen"
_LEFT_OUT = frozenset({f"{_MC}Fallback", f"{_W}del", f"{_W}moveFrom"})
_PICTURES = (f"{_W}drawing", f"{_W}pict", f"{_W}object")
_ENDS = frozenset({_P, _BR, _CR})
_LOOKED_AT = (_P, _T, _TAB, _BR, _CR, _SYM, _HYPHEN, *_LEFT_OUT, *_PICTURES)

_EMPTY, _CROSSED = "☐", "☒"
_SYMBOLS = {
    **dict.fromkeys(("F0A8", "F06F", "F071", "F072", "F0A3", "00A8", "006F"), _EMPTY),
    **dict.fromkeys(("F0FE", "F0FD", "F0FC", "F0FB", "F078", "F052", "00FE", "00FC"), _CROSSED),
}
"""Boxes and ticks of the Wingdings fonts."""

BOXES = str.maketrans(
    {**dict.fromkeys("□▢◻❏❐⬜", _EMPTY), **dict.fromkeys("☑✓✔✅⊠▣■☓✗✘🗹🗷", _CROSSED)}
)


def read_word(path: Path) -> Seen:
    """Read the body of a `.docx`.

    Raises:
        RefusedFileError: it cannot be read within the limits.
    """
    with opened(path) as packed:
        root = _parsed(read_xml(packed, DOCUMENT))
    lines, pictures = _lines(root)
    found = text_lines(lines)
    if not found and not pictures:
        raise RefusedFileError(Refusal.RONG)
    return Seen("docx", lines=found, scanned=not found)


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True,
                             remove_pis=True)  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error)
        raise RefusedFileError(Refusal.LONG_SAU if deep else Refusal.HONG) from error


def _lines(root: etree._Element) -> tuple[list[str], bool]:
    """Return the lines in the order they are read, and whether there are pictures."""
    lines: list[str] = []
    now: list[str] = []
    pictures = False

    def end() -> None:
        line = unicodedata.normalize("NFC", "".join(now)).translate(BOXES)
        now.clear()
        if line.strip(" \u00a0"):
            lines.append(line)

    # A text box inside a paragraph has paragraphs of its own, each a line between those around it.
    walk = etree.iterwalk(root, events=("start", "end"), tag=_LOOKED_AT)
    for event, each in walk:
        tag = each.tag
        if event == "end":
            if tag == _P:
                end()
        elif tag == _T:
            now.append(each.text or "")
        elif tag in _ENDS:
            end()
        elif tag == _TAB:
            now.append("\t" if _is_typed(each) else "")
        elif tag in _LEFT_OUT:
            walk.skip_subtree()
        elif tag == _SYM:
            now.append(_SYMBOLS.get((each.get(f"{_W}char") or "").upper(), ""))
        elif tag == _HYPHEN:
            now.append("-")
        else:
            pictures = True
    return lines, pictures


def _is_typed(tab: etree._Element) -> bool:
    """A tab outside a run is a tab stop."""
    parent = tab.getparent()
    return parent is not None and parent.tag == _RUN
