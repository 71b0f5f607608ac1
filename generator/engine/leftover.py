"""Finds what would be printed raw: tags out of reach, and placeholders of other programs."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from lxml import etree

from generator.engine.outgoing import field_codes, place_of
from generator.engine.relations import Parts, parse, relations
from generator.engine.shapes import leaves
from generator.engine.tags import TEXT, Found, Paragraph, W, part_name
from generator.problems import Place, Problem, problem

_TAG = re.compile(r"\{[{%#].*?[}%#]\}|\{[{%]|[}%]\}", re.DOTALL)
_ATTRIBUTES = {
    "tooltip": "chú giải của liên kết", "anchor": "đích của liên kết",
    "alias": "tên của ô nhập (Title)", "tag": "tên của ô nhập (Tag)",
    "descr": "chữ thay thế của hình", "title": "chữ thay thế của hình",
    "instr": "mã trường (field)", "name": "tên dấu trang hoặc tên hình",
}  # fmt: skip
_MERGE = {
    "MERGEFIELD", "NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ", "ADDRESSBLOCK",
    "GREETINGLINE",
}  # fmt: skip
_TYPED = re.compile(
    r"\{\[\s*(?P<mixed>[^\[\]{}]{1,40}?)\s*\]\}|«(?P<quoted>[^«»{}]{1,40})»"
    r"|<<\s*(?P<angled>[^<>{}]{1,40}?)\s*>>"
    r"|\$\{\s*(?P<dollar>[^{}]{1,40}?)\s*\}|(?<![{$%])\{\s*(?P<braced>[^{}%#]{1,40}?)\s*\}(?!\})"
    r"|\[\s*(?P<square>\w{2,40})\s*\]|(?<!<)<\s*(?P<single>\w{2,40})\s*>(?!>)"
    r"|%(?P<percent>\w{2,40})%|#(?P<hash>\w{2,40})#|(?<![\w.])@(?P<at>\w{2,40})"
)
_NAME = re.compile(r"[^\W\d]\w*(?:[._]\w+)*")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def unreachable(root: etree._Element, lines: Sequence[Found], at: Place) -> Iterator[Problem]:
    """Report tags of a filled part that stand where nothing is filled, and fields of mail merge.

    Args:
        root: the part.
        lines: its paragraphs.
        at: its own place.
    """
    wordml = root.tag.startswith(W)
    placed = {each: line.place for each, line in lines} if wordml else {root: at}
    for place, code in field_codes(root, lines, at):
        name = code.replace("\0", " ").split(None, 1)[0].upper() if code.strip("\0 ") else ""
        if name in _MERGE:
            yield problem("KD339", place, truong=" ".join(code.replace("\0", " ").split())[:60])
        if found := _TAG.search(code):
            yield problem("KD318", place, the=found[0], cho=_ATTRIBUTES["instr"])
    for element in root.iter():
        for the, where in _hidden(element, wordml=wordml):
            yield problem("KD318", _nearest(element, placed, at), the=the, cho=where)


def _hidden(element: etree._Element, *, wordml: bool) -> Iterator[tuple[str, str]]:
    """Yield the tags of one element that are not filled, with what they stand in."""
    if not isinstance(element.tag, str):
        return
    for key, value in element.attrib.items():
        if "{" not in value and "}" not in value:
            continue  # nearly every attribute
        named = element.tag if key == f"{W}val" else str(key)
        name = etree.QName(named).localname
        if name != "instr" and (found := _TAG.search(str(value))):
            yield found[0], _ATTRIBUTES.get(name, f"thuộc tính {name}")
    text, where = "", "phần chữ không in ra"
    if element.tag == f"{_MATH}oMath":
        text = "".join(each.text or "" for each in element.iter(f"{_MATH}t"))
        where = "công thức (Equation)"
    elif wordml and _is_other_text(element):
        text = element.text or ""
    if found := _TAG.search(text):
        yield found[0], where


def _is_other_text(element: etree._Element) -> bool:
    tag = str(element.tag)
    return (
        tag not in TEXT
        and not tag.startswith(_MATH)
        and tag not in {f"{W}instrText", f"{W}delText", f"{W}delInstrText"}
    )


def _nearest(element: etree._Element, placed: Mapping[etree._Element, Place], at: Place) -> Place:
    for each in (element, *element.iterancestors()):
        if each in placed:
            return placed[each]
    # A control around whole paragraphs has its name before the first of them.
    around = element.getparent()
    while around is not None and around.getparent() is not None:
        if (
            inner := next((placed[p] for p in around.iter(f"{W}p") if p in placed), None)
        ) is not None:
            return inner
        around = around.getparent()
    return at


_LOST = {
    "sectPr": "dấu ngắt phần (section break)", "drawing": "hình", "pict": "hình",
    "object": "đối tượng", "footnoteReference": "chú thích", "endnoteReference": "chú thích",
    "fldChar": "trường (field)", "fldSimple": "trường (field)", "sym": "ký hiệu",
    "pageBreakBefore": "ngắt trang", "oMath": "công thức",
}  # fmt: skip
_REPLACING = re.compile(r"\{[{%#](p|tr|tc)\s")
_FRAMES = {"p": "đoạn", "tr": "hàng", "tc": "ô"}


def lost(lines: Sequence[Found]) -> Iterator[Problem]:
    """Report what is no text and would go with the paragraph, row or cell that a tag replaces."""
    for element, paragraph in lines:
        found = _REPLACING.search(paragraph.text)
        if found is None:
            continue
        frame = element
        if found[1] != "p":
            frame = next(element.iterancestors(f"{W}{found[1]}"), element)
        gone = [what for each in frame.iter() if (what := _lost_with(each))]
        for what in dict.fromkeys(gone):
            khung = _FRAMES[found[1]]
            yield problem("KD346", paragraph.place, gi=what, khung=khung)


def _lost_with(element: etree._Element) -> str:
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element).localname
    if name == "br":
        return "ngắt trang" if element.get(f"{W}type") in {"page", "column"} else ""
    if name == "pageBreakBefore" and element.get(f"{W}val") in {"0", "false"}:
        return ""
    return _LOST.get(name, "")


def in_links(parts: Parts, file: str) -> Iterator[Problem]:
    """Report tags in the addresses of links, which are not filled."""
    for each in relations(parts):
        if each.external and (found := _TAG.search(unquote(each.target))):
            yield problem(
                "KD318", place_of(parts, each, file), the=found[0], cho="địa chỉ của liên kết"
            )


def in_other_parts(parts: Parts, filled: frozenset[str], file: str) -> Iterator[Problem]:
    """Report tags in parts that are not filled: endnotes, charts, diagrams, hidden data."""
    for name, data in parts.items():
        if not name.endswith(".xml") or name in filled or name == "word/styles.xml":
            continue
        root = parse(data) if b"{" in data else None
        if root is None:
            continue
        texts = "".join(map(str, root.itertext()))
        values = (str(v) for each in root.iter() for v in each.attrib.values())
        if re.search(r"\{\{|\{%", texts) or any(re.search(r"\{\{|\{%", v) for v in values):
            yield problem("KD315", Place(file=file, part=part_name(name)))


def typed(lines: list[Paragraph], shape: Mapping[str, Any] | None) -> Iterator[Problem]:
    """Report placeholders of other programs: «ho_ten», {ho_ten}, ${…}, <<…>>, %…%."""
    known = {path.rsplit(".", 1)[-1].removesuffix("[]") for path in leaves(shape or {})}
    known |= set(shape or {})
    for line in lines:
        text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{_[{%]|[%}]_\}", " ", line.text)
        for found in _TYPED.finditer(text):
            inner = (found[found.lastgroup or 0] or "").strip()
            if _is_field(inner, found.lastgroup or "", known):
                yield problem("KD319", line.place, chu=found[0])


_PERHAPS = {"square", "single", "percent", "hash", "at"}
"""Signs that ordinary text has too: what they enclose must look like a field."""


def _is_field(inner: str, how: str, known: set[str]) -> bool:
    plain = unicodedata.normalize("NFD", inner.lower().replace("đ", "d"))
    key = "_".join("".join(c for c in plain if not unicodedata.combining(c)).split())
    if key in known:
        return True
    if how in _PERHAPS:
        return "_" in inner
    if how in {"angled", "dollar", "mixed"}:
        return bool(inner)
    return _NAME.fullmatch(inner) is not None and (
        how == "braced" or "_" in inner or inner.islower()
    )
