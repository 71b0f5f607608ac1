"""Shared blocks: `{%p include "khoi/noi-nhan-ky.docx" %}` inserts the body of another Word file.

Blocks are inserted before anything else, so that they use the fields and loops of the template.
A block uses the template's styles; styles that the template lacks are copied from the block.
"""

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from generator.engine import tables
from generator.engine.dressing import dress
from generator.engine.look import Look, LookOf, as_made
from generator.engine.package import package_bytes
from generator.engine.relations import DOCUMENT, Parts, parse
from generator.engine.residue import cleaned
from generator.engine.tags import Paragraph, Tag, W, paragraphs, tags
from generator.problems import Place, Problem, problem

Find = Callable[[str], Path | None]
"""Returns the file of a block by the name in the tag, or None."""

_INCLUDE = re.compile(r"""include\s+["']([^"']+)["']""")
_STYLES = "word/styles.xml"
_LINKS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FOREIGN = {f"{W}numId", f"{W}footnoteReference", f"{W}endnoteReference", f"{W}commentReference"}
_STYLE_USE = {f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next", f"{W}link"}
MAX_DEPTH = 5


_REMEMBERED = 32
"""Blocks kept open: there are twenty-two, and most stand in many templates."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The parts of the file of a block, read only; None when it cannot be used."""

    parts: Parts | None
    problems: tuple[Problem, ...]


# By its bytes: a block that was edited between two builds is another one.
@lru_cache(maxsize=_REMEMBERED)
def _opened(data: bytes, file: str) -> _Block:
    parts, problems = cleaned(data, file)
    return _Block(parts, tuple(problems))


class Inlining:
    """Inserts blocks into the parts of one template and collects the problems."""

    def __init__(
        self, find: Find, styles: etree._Element | None, look_of: LookOf = as_made
    ) -> None:
        self.find = find
        self.styles = styles
        self.look_of = look_of
        self.problems: list[Problem] = []

    def part(
        self, root: etree._Element, file: str, part: str, inside: tuple[str, ...] = ()
    ) -> list[Paragraph]:
        """Insert the blocks into a part, in place.

        Args:
            root: the parsed part.
            file: the Word file's name as shown.
            part: the part's name inside the package.
            inside: the blocks that are being inserted, outermost first.

        Returns:
            The part's paragraphs after insertion, in order, each with its place in the file that
            it came from.
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
        assert parent is not None  # noqa: S101 - a paragraph always has a parent
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
        file = path.as_posix()
        data = package_bytes(path, file)
        if isinstance(data, Problem):
            self.problems.append(data)
            return []
        block = _opened(data, file)
        self.problems += block.problems
        return self._insert(block, file, (parent, position), (*inside, name), self.look_of(path))

    def _insert(
        self,
        block: _Block,
        file: str,
        where: tuple[etree._Element, int],
        inside: tuple[str, ...],
        look: Look | None,
    ) -> list[Paragraph]:
        if block.parts is None:
            return []
        parent, at = where
        root = parse(block.parts[DOCUMENT])
        if root is None:
            self.problems.append(problem("KD316", Place(file=file), phan=DOCUMENT))
            return []
        self._check(root, file)
        own = self._styles(block.parts, file)
        if own is not None and look is not None:
            dress(block.parts, {DOCUMENT: root, _STYLES: own}, look)
        if self.styles is not None and own is not None:
            self._bring_styles(root, own, self.styles)
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

    def _styles(self, parts: Parts, file: str) -> etree._Element | None:
        if _STYLES not in parts:
            return None
        own = parse(parts[_STYLES])
        if own is None:
            self.problems.append(problem("KD316", Place(file=file), phan=_STYLES))
        return own

    def _bring_styles(
        self, root: etree._Element, own: etree._Element, styles: etree._Element
    ) -> None:
        offered = {style.get(f"{W}styleId"): style for style in own.iter(f"{W}style")}
        present = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
        wanted = _used_styles(root)
        if any("{{p " in (each.text or "") for each in root.iter(f"{W}t")):
            wanted += tables.styles_of(own).values()
        for name in wanted:  # grows: a copied style adds the styles it is based on
            if name in present or name not in offered:
                continue
            present.add(name)
            brought = copy.deepcopy(offered[name])
            styles.append(brought)
            wanted += _used_styles(brought)


def paragraph_rest(text: str) -> str:
    """Return the text of a paragraph without its first tag."""
    return re.sub(r"\{%.*?%\}", "", text, count=1).strip()


def _include_tag(paragraph: Paragraph) -> Tag | None:
    return next((t for t in tags(paragraph) if t.body.split(None, 1)[:1] == ["include"]), None)


def _used_styles(element: etree._Element) -> list[str | None]:
    """Return styles in order of use, not as a set, whose order changes from run to run."""
    return list(dict.fromkeys(use.get(f"{W}val") for use in element.iter(*_STYLE_USE)))
