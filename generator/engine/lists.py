"""Lets a numbered list inside a loop begin again each time round.

Word numbers by the list's identity, so that a list which a loop repeats would go on: 1, 2, then 3,
4. A list restarts with each round of a loop whose body begins with something else (a heading, a
name) and then has the list; a loop whose body begins with the numbered paragraph itself makes the
items of one list. The places are marked in the part and resolved after the render.
"""

import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.engine.relations import Parts, parse, written
from generator.engine.tags import Paragraph, Tag, W, tags

PART = "word/numbering.xml"
_MARK = "kd-list"
_MARKED = f"<?{_MARK}".encode()
_FOUND = re.compile(rf'<\?{_MARK}(-end)? ([\d ]+)\?>|(<w:numId w:val=")(\d+)("/>)')
_BEFORE_NUMBER = [f"{W}{name}" for name in (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")]  # fmt: skip
_LEVELS, _NEW, _NEW_DEFINITION = 9, "\ufdd2", "\ufdd3"


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a template that restart: the numbering part and what a new one looks like.

    A new list has a definition of its own: lists of one definition would count on together.
    """

    definitions: str
    numbers: str
    tail: str
    forms: Mapping[str, tuple[str, str]]
    first: int
    first_definition: int
    unchanged: bytes
    """The numbering part where no list restarts."""


@dataclass(slots=True)
class _Loop:
    opening: etree._Element
    first: str | None = None
    lists: list[str] = field(default_factory=list)


def mark(
    lines: list[tuple[etree._Element, Paragraph]], styles: etree._Element | None
) -> frozenset[str]:
    """Mark in a part where lists begin again; return the lists.

    Args:
        lines: the paragraphs with their elements, before tags are gathered.
        styles: the styles part, which may number paragraphs too.
    """
    by_style = _numbered_styles(styles)
    loops: list[_Loop] = []
    restarting: set[str] = set()
    for element, paragraph in lines:
        controls = [tag for tag in tags(paragraph) if tag.scope in {"p", "tr"} and tag.kind == "{%"]
        for tag in controls:
            block = _replaced(element, tag)
            if tag.body.startswith("for "):
                loops.append(_Loop(block))
            elif tag.body == "endfor" and loops:
                loop = loops.pop()
                again = [each for each in loop.lists if each != loop.first]
                if again:
                    restarting |= set(again)
                    loop.opening.addnext(etree.PI(_MARK, " ".join(again)))
                    block.addnext(etree.PI(f"{_MARK}-end", " ".join(again)))
        if not controls and paragraph.text.strip():
            number = _number(element, by_style)
            for loop in loops:
                loop.first = number if loop.first is None else loop.first
                if number and number not in loop.lists:
                    loop.lists.append(number)
    if restarting:
        for element, _ in lines:
            _write_out(element, by_style)
    return frozenset(restarting)


def prepared(parts: Parts, lists: frozenset[str]) -> Lists | None:
    """Return how the restarting lists of a template are added to its numbering part."""
    root = parse(parts.get(PART, b""))
    if root is None or not lists:
        return None
    forms = {}
    numbers = {each.get(f"{W}numId") or "": each for each in root.iter(f"{W}num")}
    abstract = {e.get(f"{W}abstractNumId"): e for e in root.iter(f"{W}abstractNum")}
    for identity in lists & numbers.keys():
        new = copy.deepcopy(numbers[identity])
        link = new.find(f"{W}abstractNumId")
        levels = abstract.get(link.get(f"{W}val") if link is not None else None)
        if link is None or levels is None:
            continue
        own = copy.deepcopy(levels)
        for child in [*own.iter(f"{W}nsid", f"{W}styleLink")]:
            own.remove(child)
        for level in range(_LEVELS):
            _restart(new, level, levels)
        new.set(f"{W}numId", _NEW)
        own.set(f"{W}abstractNumId", _NEW_DEFINITION)
        link.set(f"{W}val", _NEW_DEFINITION)
        forms[identity] = _text(own), _text(new)
    xml = written(root).decode()
    at, end = xml.find("<w:num "), xml.rfind("</w:num>") + len("</w:num>")
    if at < 0 or end < at or not forms:
        return None
    free, free_definition = _free(numbers), _free(abstract)
    return Lists(xml[:at], xml[at:end], xml[end:], forms, free, free_definition, xml.encode())


def _free(taken: Iterable[str | None]) -> int:
    return max(int(each) for each in taken if each and each.isascii() and each.isdigit()) + 1


def _text(element: etree._Element) -> str:
    """Return an element as it stands inside its part, which declares the namespaces."""
    etree.cleanup_namespaces(element)
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return re.sub(r' xmlns:\w+="[^"]*"', "", text)


def resolved(xml: bytes, lists: Lists) -> tuple[bytes, bytes]:
    """Give the marked lists of a rendered part their numbers.

    Returns:
        The part without marks, and the numbering part with the lists that were added.
    """
    if _MARKED not in xml:
        return xml, lists.unchanged
    used: set[str] = set()
    pending: set[str] = set()
    current: dict[str, str] = {}
    added: list[str] = []
    defined: list[str] = []

    def number(found: re.Match[str]) -> str:
        for identity in (found[2] or "").split():
            current.pop(identity, None)
            pending.discard(identity)
            if not found[1] and identity in used and identity in lists.forms:
                pending.add(identity)
        if found[2] is not None:
            return ""
        identity = found[4]
        used.add(identity)
        if identity in pending:
            pending.remove(identity)
            current[identity] = str(lists.first + len(added))
            definition, form = lists.forms[identity]
            name = str(lists.first_definition + len(added))
            defined.append(definition.replace(_NEW_DEFINITION, name))
            form = form.replace(_NEW_DEFINITION, name)
            added.append(form.replace(_NEW, current[identity]))
        return f"{found[3]}{current.get(identity, identity)}{found[5]}"

    body = _FOUND.sub(number, xml.decode())
    made = (lists.definitions, *defined, lists.numbers, *added, lists.tail)
    return body.encode(), "".join(made).encode()


def _replaced(element: etree._Element, tag: Tag) -> etree._Element:
    """Return what a tag replaces: its paragraph or its row."""
    if tag.scope == "p":
        return element
    return next(element.iterancestors(f"{W}tr"), element)


def _number(paragraph: etree._Element, by_style: Mapping[str, str]) -> str:
    own = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    if own is not None:
        value = own.get(f"{W}val") or ""
        return "" if value == "0" else value
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return by_style.get(style.get(f"{W}val") or "", "") if style is not None else ""


def _numbered_styles(styles: etree._Element | None) -> dict[str, str]:
    own: dict[str, str] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        name = style.get(f"{W}styleId") or ""
        number, base = style.find(f"{W}pPr/{W}numPr/{W}numId"), style.find(f"{W}basedOn")
        if number is not None:
            own[name] = number.get(f"{W}val") or ""
        if base is not None:
            based[name] = base.get(f"{W}val") or ""
    for name in list(based):
        seen, at = {name}, name
        while at not in own and based.get(at) and based[at] not in seen:
            at = based[at]
            seen.add(at)
        if at in own:
            own[name] = own[at]
    return {name: number for name, number in own.items() if number not in {"", "0"}}


def _write_out(paragraph: etree._Element, by_style: Mapping[str, str]) -> None:
    """Write the list of a paragraph, if its style gives it, into the paragraph itself."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None or properties.find(f"{W}numPr/{W}numId") is not None:
        return
    number = _number(paragraph, by_style)
    if not number:
        return
    kept = properties.find(f"{W}numPr")
    if kept is None:
        kept = etree.Element(f"{W}numPr")
        at = sum(1 for child in properties if child.tag in _BEFORE_NUMBER)
        properties.insert(at, kept)
    etree.SubElement(kept, f"{W}numId").set(f"{W}val", number)


def _restart(number: etree._Element, level: int, levels: etree._Element | None) -> None:
    start = levels.find(f"{W}lvl[@{W}ilvl='{level}']/{W}start") if levels is not None else None
    override = number.find(f"{W}lvlOverride[@{W}ilvl='{level}']")
    if override is None:
        override = etree.SubElement(number, f"{W}lvlOverride")
        override.set(f"{W}ilvl", str(level))
    if override.find(f"{W}startOverride") is None:
        first = etree.Element(f"{W}startOverride")
        first.set(f"{W}val", (start.get(f"{W}val") or "1") if start is not None else "1")
        override.insert(0, first)
