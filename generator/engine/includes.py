"""Shared blocks: `{%p include "khoi/noi-nhan-ky.docx" %}` brings the body of another Word file.

The block is put in its place before anything else happens, so it sees the same fields and loops.
It takes the styles of the file it comes into and brings those that this one lacks.
"""

import copy
import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from generator.engine.package import DOCUMENT, Parts, read_package
from generator.engine.tags import Paragraph, Tag, W, paragraphs, tags
from generator.problems import Place, Problem, problem

Find = Callable[[str], Path | None]
"""Gives the file of a block by the name in the tag, or None."""

_INCLUDE = re.compile(r"""include\s+["']([^"']+)["']""")
_STYLES = "word/styles.xml"
_LINKS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FOREIGN = {f"{W}numId", f"{W}footnoteReference", f"{W}endnoteReference", f"{W}commentReference"}
_STYLE_USE = {f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next", f"{W}link"}
MAX_DEPTH = 5


class Inlining:
    """The state of putting blocks into one template: where to find them, what went wrong."""

    def __init__(self, find: Find, styles: etree._Element | None) -> None:
        self.find = find
        self.styles = styles
        self.problems: list[Problem] = []

    def part(
        self, root: etree._Element, file: str, part: str, inside: tuple[str, ...] = ()
    ) -> list[Paragraph]:
        """Put the blocks into a part, in place.

        Returns:
            The part's paragraphs in the order they now have, each with the place in its own file.
        """
        found: list[Paragraph] = []
        for element, paragraph in list(paragraphs(root, file, part)):
            tag = _include_tag(paragraph)
            if tag is None:
                found.append(paragraph)
                continue
            found += self._replace(element, paragraph, tag, inside)
        return found

    def _replace(
        self, element: etree._Element, at: Paragraph, tag: Tag, inside: tuple[str, ...]
    ) -> list[Paragraph]:
        parent = element.getparent()
        assert parent is not None  # noqa: S101 - a paragraph always stands in something
        position = parent.index(element)
        parent.remove(element)
        match = _INCLUDE.fullmatch(tag.body)
        if match is None or tag.scope != "p" or paragraph_rest(at.text):
            self.problems.append(problem("KD311", at.place, the=tag.shown))
            return []
        name = match[1]
        path = self.find(name)
        if path is None:
            self.problems.append(problem("KD312", at.place, ten=name))
            return []
        if name in inside or len(inside) >= MAX_DEPTH:
            self.problems.append(problem("KD313", at.place, ten=name))
            return []
        parts, problems = read_package(path, path.as_posix())
        if parts is None:
            self.problems += problems
            return []
        return self._insert(parts, path.as_posix(), parent, position, (*inside, name))

    def _insert(
        self, parts: Parts, file: str, parent: etree._Element, at: int, inside: tuple[str, ...]
    ) -> list[Paragraph]:
        root = parse(parts[DOCUMENT])
        if root is None:
            self.problems.append(problem("KD316", Place(file=file), phan=DOCUMENT))
            return []
        self._check(root, file)
        self._bring_styles(root, parts, file)
        found = self.part(root, file, DOCUMENT, inside)
        body = root[0]
        children = [child for child in body if child.tag != f"{W}sectPr"]
        for offset, child in enumerate(children):
            parent.insert(at + offset, child)
        return found

    def _check(self, root: etree._Element, file: str) -> None:
        for element, paragraph in paragraphs(root, file, DOCUMENT):
            for child in element.iter():
                linked = any(str(key).startswith(_LINKS) for key in child.attrib)
                if child.tag in _FOREIGN or linked:
                    self.problems.append(problem("KD314", paragraph.place))
                    break

    def _bring_styles(self, root: etree._Element, parts: Parts, file: str) -> None:
        if self.styles is None or _STYLES not in parts:
            return
        own = parse(parts[_STYLES])
        if own is None:
            self.problems.append(problem("KD316", Place(file=file), phan=_STYLES))
            return
        offered = {style.get(f"{W}styleId"): style for style in own.iter(f"{W}style")}
        present = {style.get(f"{W}styleId") for style in self.styles.iter(f"{W}style")}
        wanted = _used_styles(root)
        for name in wanted:  # grows as styles bring the ones they are based on
            if name in present or name not in offered:
                continue
            present.add(name)
            brought = copy.deepcopy(offered[name])
            self.styles.append(brought)
            wanted += _used_styles(brought)


def parse(data: bytes) -> etree._Element | None:
    """Parse a part strictly, without entities or network; None when it is not well-formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def paragraph_rest(text: str) -> str:
    """Return what stands in a paragraph besides its first tag."""
    return re.sub(r"\{%.*?%\}", "", text, count=1).strip()


def _include_tag(paragraph: Paragraph) -> Tag | None:
    return next((t for t in tags(paragraph) if t.body.split(None, 1)[:1] == ["include"]), None)


def _used_styles(element: etree._Element) -> list[str | None]:
    """Styles in the order they are used: a set's order would change from run to run."""
    return list(dict.fromkeys(use.get(f"{W}val") for use in element.iter(*_STYLE_USE)))
