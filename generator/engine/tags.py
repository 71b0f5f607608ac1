"""Finds the tags of a Word part and describes the place of each as a user sees it in Word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.problems import Place

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMED = {
    "document": "thân văn bản",
    "header": "đầu trang",
    "footer": "chân trang",
    "footnote": "chú thích",
    "core": "thuộc tính của tệp",
}
TEXT = {
    f"{W}t": "", f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}  # fmt: skip
"""The elements that hold text, with what each stands for; `w:t` holds its own."""
TAG = re.compile(
    r"\{\{(?P<e>.*?)\}\}|\{%(?P<s>.*?)%\}|\{#.*?#\}|(?P<open>\{[{%#])|(?P<close>[}%#]\})", re.DOTALL
)
_BLOCKS = {f"{W}{name}" for name in ("p", "tbl", "tr", "tc", "footnote", "endnote")}
_SCOPE = re.compile(r"(p|tr|tc|r)\s+(.*)", re.DOTALL)
QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text and place; in a table, `row` and `cell` are the full texts around it."""

    text: str
    place: Place
    row: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; `kind` is `{{` or `{%`, or the brace itself when its other half is missing.

    `scope` is what the tag replaces: p (paragraph), tr (row), tc (cell), r (run), or empty for
    only itself; `whole` is false for half a tag.
    """

    kind: str
    scope: str
    body: str
    paragraph: Paragraph
    whole: bool = True

    @property
    def shown(self) -> str:
        """The tag as it is written in Word."""
        close = {"{{": "}}", "{%": "%}"}.get(self.kind, "")
        scope = f"{self.scope} " if self.scope else " "
        return f"{self.kind}{scope}{self.body} {close}" if self.whole else self.kind


def part_name(name: str) -> str:
    """Return the Vietnamese name of a part of the Word file such as `word/header1.xml`."""
    stem = name.rsplit("/", 1)[-1].removesuffix(".xml")
    named = re.fullmatch(r"([a-z]+?)s?(\d*)", stem)
    if named is None or named[1] not in _NAMED:
        kind = next((kind for kind in ("header", "footer") if kind in stem.lower()), "")
        return f"{_NAMED[kind]} ({stem})" if kind else stem
    return f"{_NAMED[named[1]]} {named[2]}".strip()


Found = tuple[etree._Element, Paragraph]  # noqa: SLF001 - lxml's own name for an element


def paragraphs(root: etree._Element, file: str, part: str) -> Iterator[Found]:
    """Yield the paragraphs of a part in reading order.

    Args:
        root: the parsed part.
        file: the Word file's name as shown.
        part: the part's name inside the package.

    Yields:
        The element of each paragraph (in core properties: of each property) with its text and
        place.
    """
    name = part_name(part)
    if not root.tag.startswith(W):
        for item in root.iter():
            if item.text and isinstance(item.tag, str):
                yield item, Paragraph(item.text, Place(file=file, part=name))
        return
    yield from _blocks(root, file, name, None, None)


def _blocks(
    parent: etree._Element, file: str, where: str, row: str | None, cell: str | None
) -> Iterator[Found]:
    count = {"p": 0, "tbl": 0}
    for child in _children(parent):
        if child.tag == f"{W}p":
            count["p"] += 1
            place = Place(file=file, part=f"{where}, đoạn {count['p']}")
            yield child, Paragraph(_own_text(child), place, row, cell)
            for box in _boxes(child):
                yield from _blocks(box, file, f"{place.part}, khung chữ", None, None)
        elif child.tag == f"{W}tbl":
            count["tbl"] += 1
            yield from _table(child, file, f"{where}, bảng {count['tbl']}")
        elif child.tag == f"{W}footnote":
            yield from _blocks(child, file, f"{where} số {child.get(f'{W}id')}", row, cell)


def _table(table: etree._Element, file: str, where: str) -> Iterator[Found]:
    rows = [child for child in _children(table) if child.tag == f"{W}tr"]
    for r, row in enumerate(rows, 1):
        row_text = _text(row)
        cells = [child for child in _children(row) if child.tag == f"{W}tc"]
        for c, cell in enumerate(cells, 1):
            yield from _blocks(cell, file, f"{where}, hàng {r}, ô {c}", row_text, _text(cell))


def _children(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the blocks, those in wrappers too: content controls, insertions, alternatives."""
    for child in parent:
        if child.tag in _BLOCKS:
            yield child
        elif isinstance(child.tag, str):
            yield from _children(child)


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    for box in paragraph.iter(f"{W}txbxContent"):
        if next(box.iterancestors(f"{W}txbxContent"), None) is None:
            yield box


def _own_text(paragraph: etree._Element) -> str:
    return _text(paragraph, skip=f"{W}txbxContent")


def _text(element: etree._Element, skip: str = "") -> str:
    pieces = []
    for child in element:
        if child.tag == skip or not isinstance(child.tag, str):
            continue
        if child.tag in TEXT:
            pieces.append(child.text or "" if child.tag == f"{W}t" else TEXT[child.tag])
        else:
            pieces.append(_text(child, skip))
    return "".join(pieces)


def tags(paragraph: Paragraph) -> Iterator[Tag]:
    """Yield the tags of a paragraph in order, without comments; half tags have `whole` false."""
    for found in TAG.finditer(paragraph.text):
        if (alone := found["open"] or found["close"]) is not None:
            yield Tag(alone, "", "", paragraph, whole=False)
            continue
        written = found["e"] if found["e"] is not None else found["s"]
        if written is None:
            continue  # a comment
        kind = "{{" if found["e"] is not None else "{%"
        body = written.translate(QUOTES)
        inner = body.removeprefix("-")
        scope = ""
        if inner is body and (scoped := _SCOPE.fullmatch(body)):
            scope, inner = scoped.groups()
        yield Tag(kind, scope, " ".join(inner.removesuffix("-").split()), paragraph)
