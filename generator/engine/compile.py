"""Compiles a Word template once and reports every problem that can be found without data.

docxtpl's own patching turns the XML of a part into Jinja text; docxtpl repeats it for every
document, here it runs once. Parts without tags are compressed now and only copied later.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from generator.engine import archive, kinds, leftover, lint, lists, notes, tables
from generator.engine.dressing import dress
from generator.engine.gather import gather, shown
from generator.engine.includes import Find, Inlining
from generator.engine.look import LookOf, as_made
from generator.engine.patch import jinja_text, part_of
from generator.engine.program import PLAIN, WORDML
from generator.engine.relations import DOCUMENT, Parts, parse, relations
from generator.engine.repair import XML_HEAD
from generator.engine.residue import open_template
from generator.engine.tags import W, paragraphs, part_name
from generator.engine.template import Template
from generator.problems import Place, Problem, has_errors, problem

_FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml|docProps/core\.xml")
MADE_BY = (
    XML_HEAD + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>kiemdiem</Application></Properties>'
).encode()
"""Application properties of every document; an office program that saves it writes its own name."""
_APP = "docProps/app.xml"
_REVISION = re.compile(r"rsid|\}(paraId|textId)$")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def compile_template(
    path: Path,
    find: Find,
    shape: Mapping[str, Any] | None = None,
    shown: str = "",
    look_of: LookOf = as_made,
) -> tuple[Template | None, list[Problem]]:
    """Read, check and compile a template.

    Args:
        path: the `.docx`.
        find: returns the file of a shared block (`{%p include "…" %}`).
        shape: the shape of the context (`fields.shape_of`); without it, field names are not
            checked before rendering.
        shown: the file's name in problems; the path when empty.
        look_of: the prescribed look of the template and of each block, by file.

    Returns:
        The template, or None with all problems found, each with its place in the Word file.
    """
    file = shown or path.as_posix()
    parts, opened = open_template(path, file)
    if parts is None:
        return None, opened
    filled = _filled(parts)
    trees, problems = _trees(parts, file, filled)
    styles = trees.get("word/styles.xml")
    if look := look_of(path):
        dress(parts, trees, look)
    inlining = Inlining(find, styles, look_of)
    outlines: dict[str, lint.Outline] = {}
    again: frozenset[str] = frozenset()
    used: set[str] = set()
    for name, root in trees.items():
        if name not in filled:
            continue
        _slim(root)
        environment = WORDML if root.tag.startswith(W) else PLAIN
        lines = inlining.part(root, file, name)
        found = lint.outline(lines, environment)
        problems += found.problems
        placed = list(paragraphs(root, file, name))
        at = Place(file=file, part=part_name(name))
        problems += [*leftover.unreachable(root, placed, at), *leftover.typed(lines, shape)]
        problems += leftover.lost(placed)
        if not has_errors(found.problems):
            problems += kinds.check(found, environment, shape, used)
        outlines[name] = found
        if name == DOCUMENT:
            again = lists.mark(placed, styles)
        gather(root)
    problems += [*leftover.in_links(parts, file), *leftover.in_other_parts(parts, filled, file)]
    problems = list(dict.fromkeys(opened + inlining.problems + problems))
    if has_errors(problems):
        return None, problems
    restarting = lists.prepared(parts, again)
    template, more = _assemble(file, parts, trees, outlines, restarting)
    if template is not None:
        template = replace(template, fields=frozenset(used))
    return template, problems + more


def flattened(path: Path, find: Find) -> bytes:
    """Return a template with its shared blocks inserted, as one `.docx` that docxtpl can render.

    Raises:
        ValueError: the file cannot be read as a `.docx`.
    """
    parts, _ = open_template(path, path.name)
    if parts is None:
        raise ValueError(path)
    filled = _filled(parts)
    trees, _ = _trees(parts, path.name, filled)
    inlining = Inlining(find, trees.get("word/styles.xml"))
    for name, root in trees.items():
        if name in filled:
            inlining.part(root, path.name, name)
    written = {name: _text(root).encode() for name, root in trees.items()}
    made = [archive.entry(name, written.get(name, data)) for name, data in parts.items()]
    return archive.archive(archive.prefix(made), ())


def _filled(parts: Parts) -> frozenset[str]:
    """Return the parts whose tags are filled: by their relationship, whatever they are called."""
    led = {
        each.target
        for each in relations(parts)
        if each.source == DOCUMENT and each.kind in {"header", "footer"} and not each.external
    }
    return frozenset(name for name in parts if name in led or _FILLED.fullmatch(name))


def _trees(
    parts: Parts, file: str, filled: frozenset[str]
) -> tuple[dict[str, etree._Element], list[Problem]]:
    trees, problems = {}, []
    for name, data in parts.items():
        if not name.endswith(".xml"):
            continue
        root = parse(data)
        if root is None:
            problems.append(problem("KD316", Place(file=file), phan=name))
        elif name in filled or name == "word/styles.xml":
            trees[name] = root
    return trees, problems


def _slim(root: etree._Element) -> None:
    """Remove Word's bookkeeping: revision identifiers, spelling marks, rendered page breaks."""
    for element in list(root.iter(f"{W}proofErr", f"{W}lastRenderedPageBreak")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in root.iter():
        for key in [k for k in element.attrib if _REVISION.search(str(k))]:
            if str(key).startswith((W, _W14)):
                del element.attrib[key]


def _assemble(
    file: str,
    parts: Parts,
    trees: Mapping[str, etree._Element],
    outlines: Mapping[str, lint.Outline],
    restarting: lists.Lists | None,
) -> tuple[Template | None, list[Problem]]:
    written = {**parts, **{name: _text(root).encode() for name, root in trees.items()}}
    if any(tag.kind == "{{" and tag.scope for found in outlines.values() for tag in found.tags):
        written = dict(notes.with_footnotes(written))
    if _APP in written:
        written[_APP] = MADE_BY
    problems: list[Problem] = []
    dynamic = []
    digest = hashlib.blake2b(digest_size=16)
    for name, found in outlines.items():
        wordml = trees[name].tag.startswith(W)
        source = jinja_text(written[name].decode(), wordml=wordml)
        # A notice may have to stand above a main part without tags, so that one is never copied.
        if name != DOCUMENT and not re.search(r"\{\{|\{%|\{#", source):
            written[name] = shown(written[name].decode()).encode()
            continue
        digest.update(f"{name}\n{source}".encode())
        part, wrong = part_of(
            name, source, found, Place(file=file, part=part_name(name)), wordml=wordml
        )
        problems += wrong
        if part:
            dynamic.append(part)
    if problems:
        return None, problems
    names = {part.name for part in dynamic} | {notes.PART}
    if restarting is not None:
        names.add(lists.PART)
        digest.update(f"{restarting}".encode())
    unchanging = [archive.entry(n, data, 9) for n, data in written.items() if n not in names]
    footnotes = written.get(notes.PART, b"")
    styles = trees.get("word/styles.xml")
    form = notes.note_form(footnotes.decode(), styles)
    known = tables.styles_of(styles)
    first = archive.prefix(unchanging)
    digest.update(first.records + footnotes)
    identity = digest.digest()
    return Template(
        file, first, tuple(dynamic), footnotes, form, known, restarting, frozenset(), identity
    ), []  # fmt: skip


def _text(root: etree._Element) -> str:
    return XML_HEAD + etree.tostring(root, encoding="unicode")
