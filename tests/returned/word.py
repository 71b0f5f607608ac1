"""A Word file as its parts; runs and paragraphs as people's programs write them."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_MAIN = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_DAY = (2026, 12, 1, 8, 0, 0)

Element = etree._Element


@dataclass
class Docx:
    """A Word file that is being changed: its parts, and the tree of its main part."""

    parts: dict[str, bytes]
    root: Element

    @property
    def body(self) -> Element:
        found = self.root.find(w("body"))
        assert found is not None
        return found

    def add_part(self, name: str, kind: str, content: str) -> str:
        """Add a part beside the main part, such as comments; return the id of its relation."""
        self.parts[f"word/{name}"] = _whole(content)
        mark = f"rIdThem{len(self.parts)}"
        relation = (
            f'<Relationship Id="{mark}" Target="{name}" '
            f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
        )
        self._put(_RELATIONS, "</Relationships>", relation)
        media = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        self._put(_TYPES, "</Types>", f'<Override PartName="/word/{name}" ContentType="{media}"/>')
        return mark

    def _put(self, part: str, before: str, text: str) -> None:
        known = self.parts[part].decode("utf-8")
        assert before in known, part
        self.parts[part] = known.replace(before, text + before).encode("utf-8")


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def opened(data: bytes) -> Docx:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    return Docx(parts, etree.fromstring(parts[_MAIN]))


def saved(docx: Docx) -> bytes:
    """Return the bytes of the file, the same each time."""
    etree.cleanup_namespaces(docx.root, top_nsmap=_NAMES)
    docx.parts[_MAIN] = etree.tostring(
        docx.root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in docx.parts.items():
            packed.writestr(zipfile.ZipInfo(name, _DAY), part, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def xml(text: str) -> Element:
    """Return the element of a text in which the usual prefixes are known."""
    return etree.fromstring(_whole(f"<w:x>{text}</w:x>", header=""))[0]


def _whole(content: str, header: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    names = "".join(f' xmlns:{key}="{value}"' for key, value in _NAMES.items())
    return (header + re.sub(r"^<([\w:]+)", rf"<\1{names}", content)).encode("utf-8")


@cache
def _look(look: str) -> bytes:
    return etree.tostring(xml(f"<w:rPr>{look}</w:rPr>"))


def run(text: str, look: str = "") -> Element:
    """Return a run; `look` is what is inside its `w:rPr`."""
    made = etree.Element(w("r"))
    if look:
        made.append(etree.fromstring(_look(look)))
    for number, part in enumerate(text.split("\t")):
        if number:
            etree.SubElement(made, w("tab"))
        if part:
            said = etree.SubElement(made, w("t"))
            said.text = part
            said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


_MARKED = re.compile(r"(\*\*[^*]+\*\*|\*[^*]+\*)")


def runs(text: str, look: str = "") -> Iterator[Element]:
    """Yield the runs of a text with `**bold**` and `*italic*`."""
    for part in _MARKED.split(text):
        if part.startswith("**"):
            yield run(part[2:-2], look + "<w:b/>")
        elif part.startswith("*"):
            yield run(part[1:-1], look + "<w:i/>")
        elif part:
            yield run(part, look)


def paragraph(text: str, style: str = "", look: str = "", more: str = "") -> Element:
    """Return a paragraph of a text; `more` is what else is inside its `w:pPr`."""
    made = etree.Element(w("p"))
    known = (f'<w:pStyle w:val="{escape(style)}"/>' if style else "") + more
    if known:
        made.append(xml(f"<w:pPr>{known}</w:pPr>"))
    made.extend(runs(text, look))
    return made


def text_of(element: Element) -> str:
    """Return what a paragraph, a run or a cell says; a tab as a tab, a break as a space."""
    said = {w("tab"): "\t", w("br"): " "}
    found = element.iter(w("t"), w("tab"), w("br"))
    return "".join(
        (each.text or "") if each.tag == w("t") else said[each.tag]
        for each in found
        if each.tag == w("t") or each.getparent().tag == w("r")
    )


def style_of(element: Element) -> str:
    found = element.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if found is None else found.get(w("val"), "")


def emptied(element: Element) -> Element:
    """Take everything but its properties out of a paragraph."""
    for each in list(element):
        if each.tag != w("pPr"):
            element.remove(each)
    return element


def retyped(element: Element, text: str, look: str = "") -> Element:
    """Let a paragraph say something else."""
    emptied(element).extend(runs(text, look))
    return element


def removed(*elements: Element) -> None:
    for each in elements:
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)


def put_after(element: Element, others: list[Element]) -> None:
    for each in reversed(others):
        element.addnext(each)
