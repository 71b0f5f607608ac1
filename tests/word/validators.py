"""Says what is wrong with a `.docx` before Word does: own rules, the ECMA schemas, openxml-audit.

No single validator catches all that Word refuses; a table cell without a paragraph passes the
published schema.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PR = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
XSD = Path(__file__).with_name("xsd")
_SCHEMA_PARTS = re.compile(
    r"word/(document|styles|settings|footnotes|endnotes|numbering|fontTable|header\d*|footer\d*)\.xml"
)


def findings(data: bytes) -> list[str]:
    """Own rules and the ECMA transitional schema; empty for a file that Word opens."""
    try:
        parts = _parts(data)
    except (zipfile.BadZipFile, ValueError) as error:
        return [f"package: {error}"]
    trees, found = {}, []
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(part)
            except etree.XMLSyntaxError as error:
                found.append(f"{name}: not well-formed ({error.msg})")
    if found:
        return found
    return [*_package(parts, trees), *_word_killers(trees), *_schema(trees)]


def audit(path: Path) -> list[str]:
    """What openxml-audit finds."""
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(path)
    return [str(error) for error in result.errors]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [info.filename for info in archive.infolist()]
        twice = [name for name, count in Counter(names).items() if count > 1]
        if twice:
            raise ValueError(f"twice in the package: {twice}")
        return {name: archive.read(name) for name in names}


def _package(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
        if name not in parts:
            yield f"missing part {name}"
    types = trees.get("[Content_Types].xml")
    if types is None:
        return
    defaults = {d.get("Extension") for d in types.iter(f"{CT}Default")}
    overrides = {o.get("PartName", "").lstrip("/") for o in types.iter(f"{CT}Override")}
    for name in parts:
        if name != "[Content_Types].xml" and name not in overrides:
            if name.rsplit(".", 1)[-1] not in defaults:
                yield f"{name}: no content type"
    for name in overrides - set(parts):
        yield f"content type for a part that is not there: {name}"
    for name, tree in trees.items():
        if name.endswith(".rels"):
            yield from _relationships(name, tree, parts)


def _relationships(name: str, tree: etree._Element, parts: dict[str, bytes]) -> Iterator[str]:
    folder = name.split("_rels/", maxsplit=1)[0]
    ids = [r.get("Id") for r in tree.iter(f"{PR}Relationship")]
    if len(ids) != len(set(ids)):
        yield f"{name}: an id twice"
    for relation in tree.iter(f"{PR}Relationship"):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            path = target.lstrip("/") if target.startswith("/") else folder + target
            if path not in parts:
                yield f"{name}: {target} is not there"


def _word_killers(trees: dict[str, etree._Element]) -> Iterator[str]:
    styles = trees.get("word/styles.xml")
    known = (
        {s.get(f"{W}styleId") for s in styles.iter(f"{W}style")} if styles is not None else set()
    )
    notes = trees.get("word/footnotes.xml")
    note_ids = [n.get(f"{W}id") for n in notes.iter(f"{W}footnote")] if notes is not None else []
    if len(note_ids) != len(set(note_ids)):
        yield "a footnote id twice"
    for name, tree in trees.items():
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        relations = trees.get(f"word/_rels/{name.removeprefix('word/')}.rels")
        ids = (
            {r.get("Id") for r in relations.iter(f"{PR}Relationship")}
            if relations is not None
            else set()
        )
        yield from (f"{name}: {problem}" for problem in _part(tree, known, set(note_ids), ids))
    pictures = [p.get("id") for t in trees.values() for p in t.iter(f"{WP}docPr")]
    if len(pictures) != len(set(pictures)):
        yield "a picture id twice"


def _part(
    tree: etree._Element, styles: set[str | None], notes: set[str | None], ids: set[str | None]
) -> Iterator[str]:
    for cell in tree.iter(f"{W}tc"):
        blocks = [c.tag for c in cell if c.tag in {f"{W}p", f"{W}tbl", f"{W}sdt"}]
        if not blocks or blocks[-1] == f"{W}tbl":
            yield "a table cell that does not end in a paragraph"
    for table in tree.iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        if not rows:
            yield "a table without rows"
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            if not row.findall(f"{W}tc"):
                yield "a table row without cells"
            spans = [c.find(f"{W}tcPr/{W}gridSpan") for c in row.findall(f"{W}tc")]
            width = sum(int(s.get(f"{W}val") or 1) if s is not None else 1 for s in spans)
            if columns and width > columns:
                yield "a table row wider than its grid"
    if tree.tag in {f"{W}hdr", f"{W}ftr"} and tree.find(f"{W}p") is None:
        yield "a header or footer without a paragraph"
    for use in tree.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next"):
        if use.get(f"{W}val") not in styles:
            yield f"style {use.get(f'{W}val')} is not there"
    for use in tree.iter(f"{W}footnoteReference"):
        if use.get(f"{W}id") not in notes:
            yield f"footnote {use.get(f'{W}id')} is not there"
    for element in tree.iter():
        for key, value in element.attrib.items():
            if str(key).startswith(R) and value not in ids:
                yield f"relationship {value} is not there"
    kinds = Counter(f.get(f"{W}fldCharType") for f in tree.iter(f"{W}fldChar"))
    if kinds["begin"] != kinds["end"]:
        yield "a field that does not end"
    starts = Counter(b.get(f"{W}id") for b in tree.iter(f"{W}bookmarkStart"))
    ends = Counter(b.get(f"{W}id") for b in tree.iter(f"{W}bookmarkEnd"))
    if starts != ends or any(count > 1 for count in starts.values()):
        yield "bookmarks that do not pair"
    for paragraph in tree.iter(f"{W}p"):
        if any(child.tag in {f"{W}p", f"{W}tbl"} for child in paragraph):
            yield "a paragraph or table inside a paragraph"
    for run in tree.iter(f"{W}r"):
        if any(child.tag in {f"{W}r", f"{W}p"} for child in run):
            yield "a run inside a run"
    for text in tree.iter(f"{W}t"):
        if len(text):
            yield "elements inside a text"


@cache
def _xsd() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(XSD / "wml.xsd"))


def _schema(trees: dict[str, etree._Element]) -> Iterator[str]:
    for name, tree in trees.items():
        if _SCHEMA_PARTS.fullmatch(name):
            known = _without_ignorable(tree)
            if not _xsd().validate(known):
                yield from (f"{name}: {error.message}" for error in _xsd().error_log)


def _without_ignorable(tree: etree._Element) -> etree._Element:
    tree = etree.fromstring(etree.tostring(tree))
    spaces = {tree.nsmap.get(p) for p in (tree.get(f"{MC}Ignorable") or "").split()}
    tree.attrib.pop(f"{MC}Ignorable", None)
    for element in list(tree.iter()):
        for key in list(element.attrib):
            if etree.QName(str(key)).namespace in spaces:
                del element.attrib[key]
        parent = element.getparent()
        if (
            parent is not None
            and isinstance(element.tag, str)
            and etree.QName(element).namespace in spaces
        ):
            parent.remove(element)
    return tree
