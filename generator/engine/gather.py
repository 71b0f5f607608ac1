"""Brings every tag of a part together in one run, whatever Word has put between its letters.

Word splits a line into runs at each edit, at each spelling mark and at the borders of insertions,
content controls, hyperlinks and the like. Here each tag is moved whole to the run where it begins,
in the parsed part: no element is ever opened or closed by that, and all that stands beside the tag
keeps its own run and format. Only the runs that held nothing but a piece of a tag go.
"""

import copy
import re
from collections.abc import Iterator

from lxml import etree

from generator.engine.tags import TAG, TEXT, W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TO_HIDDEN = str.maketrans("{}", "\ufdd0\ufdd1")
_FROM_HIDDEN = str.maketrans("\ufdd0\ufdd1", "{}")
_REPLACING = re.compile(r"\{%(p|tr|tc)\s(.*?)%\}", re.DOTALL)
_RUNS_TAG = ("{{r ", "{%r ")


def gather(root: etree._Element) -> None:
    """Join the tags of every paragraph of a part, in place, and hide all other braces.

    A lone brace of the text would otherwise be taken for a piece of a tag; `shown` brings it back.
    """
    replaced: list[tuple[etree._Element, str]] = []
    for paragraph in list(root.iter(f"{W}p")):
        leaves = list(_leaves(paragraph))
        text = "".join(_text_of(leaf) for leaf in leaves)
        if "{" in text or "}" in text:
            _join(leaves, text)
        if found := _REPLACING.search(text):
            framed = (paragraph, *paragraph.iterancestors(f"{W}{found[1]}"))
            replaced.append((framed[0 if found[1] == "p" else min(1, len(framed) - 1)], found[2]))
    for element, body in replaced:
        _replace(element, f"{{% {body.strip()} %}}")


def shown(text: str) -> str:
    """Bring the hidden braces back."""
    return text.translate(_FROM_HIDDEN)


def _replace(element: etree._Element, tag: str) -> None:
    """Put a statement in the place of the paragraph, row or cell that it replaces."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is None:
        parent.text = (parent.text or "") + tag + tail
    else:
        before.tail = (before.tail or "") + tag + tail
    element.tail = None
    parent.remove(element)


def _leaves(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield what holds the text of a paragraph, without the paragraphs of its text boxes."""
    for child in parent:
        if child.tag in TEXT:
            yield child
        elif child.tag != f"{W}p" and isinstance(child.tag, str):
            yield from _leaves(child)


def _text_of(leaf: etree._Element) -> str:
    return leaf.text or "" if leaf.tag == f"{W}t" else TEXT[leaf.tag]


def _join(leaves: list[etree._Element], text: str) -> None:
    owner = [leaf for leaf in leaves for _ in _text_of(leaf)]
    written: dict[etree._Element, list[str]] = {leaf: [] for leaf in leaves}
    gone: list[etree._Element] = []
    at = 0
    for found in TAG.finditer(text):
        for i in range(at, found.start()):
            written[owner[i]].append(text[i].translate(_TO_HIDDEN))
        written[owner[found.start()]].append(found[0])
        gone += [leaf for leaf in owner[found.start() : found.end()] if leaf.tag != f"{W}t"]
        at = found.end()
    for i in range(at, len(text)):
        written[owner[i]].append(text[i].translate(_TO_HIDDEN))
    for leaf, pieces in written.items():
        if leaf in gone:
            _remove(leaf)
        elif leaf.tag == f"{W}t" and (leaf.text or "") != "".join(pieces):
            _write(leaf, "".join(pieces))
        if any(piece.startswith(_RUNS_TAG) for piece in pieces):
            _stand_alone(leaf, pieces)


def _write(leaf: etree._Element, text: str) -> None:
    if not text:
        _remove(leaf)
        return
    leaf.text = text
    leaf.set(_SPACE, "preserve")


def _remove(leaf: etree._Element) -> None:
    """Remove a piece of a tag, and its run when nothing else stands in it."""
    run = leaf.getparent()
    if run is None:
        return
    run.remove(leaf)
    around = run.getparent()
    left = [child for child in run if child.tag != f"{W}rPr"]
    if run.tag == f"{W}r" and not left and around is not None and len(around) > 1:
        around.remove(run)


def _stand_alone(leaf: etree._Element, pieces: list[str]) -> None:
    """Give each `{{r … }}` a run of its own; what stands before and after keeps its format."""
    run = leaf.getparent()
    if run is None or run.tag != f"{W}r":
        return
    texts = [""]
    for piece in pieces:
        if piece.startswith(_RUNS_TAG):
            texts += [piece, ""]
        else:
            texts[-1] += piece
    position = run.index(leaf)
    after = list(run)[position + 1 :]
    properties = run.find(f"{W}rPr")
    run.remove(leaf)
    here = run
    for number, text in enumerate(texts):
        last = number == len(texts) - 1
        if number:
            following = etree.Element(f"{W}r")
            if properties is not None:
                following.append(copy.deepcopy(properties))
            here.addnext(following)
            here = following
        if text:
            own = etree.SubElement(here, f"{W}t")
            own.text = text
            own.set(_SPACE, "preserve")
        if last:
            here.extend(after)
    for made in (run, here):
        around = made.getparent()
        if around is not None and all(child.tag == f"{W}rPr" for child in made):
            around.remove(made)
