"""Reads the relationships and content types of a package: which part is what, whatever its name."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

Parts = Mapping[str, bytes]

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_WORD}.document.main+xml"
# The one part of each kind gets the name Word on a desk gives it; Word Online numbers them.
_NAMES = {
    "officeDocument": DOCUMENT, "core-properties": "docProps/core.xml",
    "extended-properties": "docProps/app.xml", "styles": "word/styles.xml",
    "settings": "word/settings.xml", "footnotes": "word/footnotes.xml",
    "endnotes": "word/endnotes.xml", "numbering": "word/numbering.xml",
    "comments": "word/comments.xml",
}  # fmt: skip
_TYPED = {"header", "footer", "footnotes", "endnotes", "styles", "settings", "numbering"}


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: the part it starts from (empty: the package), its kind and its target.

    `kind` is the last word of its type; `target` the name of a part, or an address when `external`.
    """

    source: str
    identity: str
    kind: str
    target: str
    external: bool


def parse(data: bytes) -> etree._Element | None:
    """Parse a part without entities or network; return None when it is not well-formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def relations(parts: Parts) -> Iterator[Relation]:
    """Yield every relationship of a package."""
    for name in parts:
        if name.endswith(".rels"):
            yield from relations_in(parts, name)


def relations_in(parts: Parts, name: str) -> Iterator[Relation]:
    """Yield the relationships of one `.rels` part; none when it is missing or broken."""
    root = parse(parts.get(name, b""))
    source = source_of(name)
    for each in root.iter(_RELATION) if root is not None else ():
        kind = (each.get("Type") or "").rsplit("/", 1)[-1]
        target, external = each.get("Target") or "", each.get("TargetMode") == "External"
        if not external:
            target = _resolved(source, target)
        yield Relation(source, each.get("Id") or "", kind, target, external)


def source_of(rels: str) -> str:
    """Return the part whose relationships a `.rels` part holds."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def rels_of(part: str) -> str:
    """Return the name of the `.rels` part of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(source: str, target: str) -> str:
    path = unquote(target.split("#", 1)[0])
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")


def content_types(parts: Parts) -> tuple[dict[str, str], dict[str, str]]:
    """Return the content types by part name (lower case) and by extension (lower case)."""
    root = parse(parts[CONTENT_TYPES])
    if root is None:
        return {}, {}
    named = {
        (each.get("PartName") or "").lstrip("/").lower(): each.get("ContentType") or ""
        for each in root.iter(f"{_TYPES}Override")
    }
    by_ending = {
        (each.get("Extension") or "").lower(): each.get("ContentType") or ""
        for each in root.iter(f"{_TYPES}Default")
    }
    return named, by_ending


def type_of(name: str, types: tuple[dict[str, str], dict[str, str]]) -> str:
    """Return the content type of a part, empty when it has none."""
    return types[0].get(name.lower()) or types[1].get(name.rsplit(".", 1)[-1].lower(), "")


def with_usual_names(parts: Parts) -> Parts:
    """Rename the parts that Word on a desk names otherwise, and give the main part its type.

    A `.dotx` or `.docm` that was renamed to `.docx` has the type of a template or of a document
    with macros, and Word refuses every document made from it.
    """
    renamed: dict[str, str] = {}
    leading = [each for each in relations(parts) if not each.external and each.target in parts]
    main = next((each.target for each in leading if each.kind == "officeDocument"), DOCUMENT)
    for relation in leading:
        usual = _NAMES.get(relation.kind, relation.target)
        if relation.source in {"", main} and usual not in {relation.target, *renamed.values()}:
            renamed[relation.target] = usual
    if renamed:
        parts = _renamed(parts, renamed)
    wanted = {DOCUMENT: _MAIN} | {
        each.target: f"{_WORD}.{each.kind}+xml"
        for each in relations(parts)
        if each.source == DOCUMENT and each.kind in _TYPED and not each.external
    }
    types = content_types(parts)
    for name, kind in wanted.items():
        if name in parts and type_of(name, types) != kind:
            parts = _with_type(parts, name, kind)
    return parts


def _renamed(parts: Parts, renamed: Mapping[str, str]) -> Parts:
    made: dict[str, bytes] = {}
    taken = set(renamed.values()) - set(renamed)
    for name, data in parts.items():
        if name in taken or (name.endswith(".rels") and source_of(name) in taken):
            continue  # a part of that name which nothing of the kind leads to
        if name.endswith(".rels"):
            source = source_of(name)
            new = rels_of(renamed[source]) if source in renamed else name
            made[new] = _repointed(data, source, renamed)
        else:
            made[renamed.get(name, name)] = data
    root = parse(made[CONTENT_TYPES])
    if root is not None:
        for each in list(root.iter(f"{_TYPES}Override")):
            name = (each.get("PartName") or "").lstrip("/")
            if name in taken:
                root.remove(each)
            elif name in renamed:
                each.set("PartName", f"/{renamed[name]}")
        made[CONTENT_TYPES] = written(root)
    return made


def _repointed(data: bytes, source: str, renamed: Mapping[str, str]) -> bytes:
    root = parse(data)
    if root is None:
        return data
    for each in root.iter(_RELATION):
        if each.get("TargetMode") != "External":
            target = _resolved(source, each.get("Target") or "")
            each.set("Target", f"/{renamed.get(target, target)}")
    return written(root)


def _with_type(parts: Parts, name: str, kind: str) -> Parts:
    root = parse(parts[CONTENT_TYPES])
    if root is None:
        return parts
    for each in list(root.iter(f"{_TYPES}Override")):
        if (each.get("PartName") or "").lstrip("/").lower() == name.lower():
            root.remove(each)
    etree.SubElement(root, f"{_TYPES}Override", PartName=f"/{name}", ContentType=kind)
    return {**parts, CONTENT_TYPES: written(root)}


def without(parts: Parts, gone: set[str], relations_gone: set[tuple[str, str]]) -> Parts:
    """Return a package without some parts, and without every relationship that leads to them.

    Args:
        parts: the package.
        gone: names of parts.
        relations_gone: further relationships to drop, by source part and identity.
    """
    dropped = set(relations_gone) | {
        (each.source, each.identity)
        for each in relations(parts)
        if not each.external and each.target in gone
    }
    sources = {source for source, _ in dropped}
    kept: dict[str, bytes] = {}
    for name, data in parts.items():
        if name in gone or (name.endswith(".rels") and source_of(name) in gone):
            continue
        root = parse(data) if name.endswith(".rels") and source_of(name) in sources else None
        if root is not None:
            for each in list(root.iter(_RELATION)):
                if (source_of(name), each.get("Id") or "") in dropped:
                    root.remove(each)
            kept[name] = written(root)
        else:
            kept[name] = data
    root = parse(kept[CONTENT_TYPES])
    if root is not None and gone:
        for each in list(root.iter(f"{_TYPES}Override")):
            if (each.get("PartName") or "").lstrip("/") in gone:
                root.remove(each)
        kept[CONTENT_TYPES] = written(root)
    return kept


def written(root: etree._Element) -> bytes:
    """Return a part as bytes, as Word begins it."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (head + etree.tostring(root, encoding="unicode")).encode()


_ENCODING = re.compile(rb"^\xef\xbb\xbf<\?xml[^>]*|^<\?xml[^>]*")


def in_utf8(data: bytes) -> bytes | None:
    """Return an XML part in UTF-8; None for an encoding that no office program writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            return None
        return re.sub(r"^<\?xml[^>]*\?>\s*", "", text).encode()
    head = _ENCODING.match(data)
    named = re.search(rb"encoding\s*=\s*[\"']([^\"']*)", head[0]) if head else None
    return data if named is None or named[1].lower() in {b"utf-8", b"us-ascii", b"utf8"} else None
