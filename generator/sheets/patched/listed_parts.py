"""Puts a part into the lists of a workbook, or takes it out: relationships and content types."""

import posixpath
from collections.abc import Iterable

from lxml import etree

from generator.engine.relations import CONTENT_TYPES, parse, rels_of
from generator.opening.content import Refusal, RefusedFileError
from generator.sheets.patched.book import Book
from generator.sheets.patched.styles import serialised

Changed = dict[str, bytes | None]
"""Parts with their new content, None for one to drop, as `parts.written` takes them."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def listed(book: Book, changed: Changed, part: str, kind: str, content: str) -> str:
    """Put a part of the workbook into its lists.

    Args:
        book: the workbook.
        changed: what has changed so far; the lists are changed here.
        part: the name of the part.
        kind: the last word of its relationship («worksheet»).
        content: its content type.

    Returns:
        The identity of the new relationship.
    """
    links, root = _links(book, changed)
    there = [each.get("Id") for each in root]
    number = next(n for n in range(1, len(there) + 2) if f"rIdKd{n}" not in there)
    kinds = ((each.get("Type") or "").rsplit("/", 1) for each in root)
    family = next((first for first, *last in kinds if last == ["worksheet"]), _OFFICE)
    target = posixpath.relpath(part, posixpath.dirname(book.main) or ".")
    etree.SubElement(
        root, f"{{{_PACKAGE}/relationships}}Relationship",
        Id=f"rIdKd{number}", Type=f"{family}/{kind}", Target=target,
    )  # fmt: skip
    changed[links] = serialised(root)
    types = _parsed(book, changed, CONTENT_TYPES)
    etree.SubElement(
        types, f"{{{_PACKAGE}/content-types}}Override", PartName=f"/{part}", ContentType=content
    )
    changed[CONTENT_TYPES] = serialised(types)
    return f"rIdKd{number}"


def unlisted(book: Book, changed: Changed, kind: str) -> None:
    """Drop the parts of the workbook of one kind («calcChain»), and take them out of its lists."""
    gone = {each.identity: each.target for each in book.led(book.main, kind)}
    if not gone:
        return
    links, root = _links(book, changed)
    _without(root, "Id", gone)
    types = _parsed(book, changed, CONTENT_TYPES)
    _without(types, "PartName", [f"/{each}" for each in gone.values()])
    changed |= {links: serialised(root), CONTENT_TYPES: serialised(types)}
    changed |= dict.fromkeys(filter(None, gone.values()))


def free_part(book: Book, beside: str, name: str) -> str:
    """Return a part name that is not taken, in the folder of another part."""
    folder = posixpath.dirname(beside)
    taken = {each.lower() for each in book.packed.kept}
    tries = (posixpath.join(folder, f"{name}{n or ''}.xml") for n in range(len(taken) + 1))
    return next(each for each in tries if each.lower() not in taken)


def _links(book: Book, changed: Changed) -> tuple[str, etree._Element]:
    name = book.packed.named(rels_of(book.main))
    return name, _parsed(book, changed, name)


def _parsed(book: Book, changed: Changed, name: str) -> etree._Element:
    root = parse(changed.get(name) or book.packed.xml.get(name, b""))
    if root is None:
        raise RefusedFileError(Refusal.HONG)
    return root


def _without(root: etree._Element, key: str, values: Iterable[str]) -> None:
    gone = {each.lower() for each in values}
    for each in list(root):
        if (each.get(key) or "").lower() in gone:
            root.remove(each)
