"""Finds where each key, item and value stands in the text of a YAML file, by the parser's marks."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.editing.rows import column, indent, next_row, row_end, row_start
from generator.problems import DataPath
from generator.reading.yaml_text import Parser, as_read

_COLON = re.compile(r"(?:\s|#[^\r\n]*)*:")
_DASH = re.compile(r"[\r\n][ \t]*-(?=[ \t\r\n]|$)")
_HEADER = re.compile(r"[|>]([1-9+-]{0,2})")
_ASKED = re.compile(r"^[ \t?-]*\?[ \t]", re.MULTILINE)


class RefusedError(Exception):
    """A place is written in a way that is not edited."""

    def __init__(self, path: DataPath = ()) -> None:
        super().__init__(path)
        self.path = path


@dataclass(slots=True)
class Node:
    """A value in a text, from `start` to `end` (exclusive).

    `style` is «» (plain or empty), «'», «"», «|», «>» for texts, «{», «[» for collections in
    brackets, «:», «-» for mappings and lists in lines. Without line ends and comments behind it; a
    block scalar without the blank lines that are not part of its text.
    """

    style: str
    start: int
    end: int
    parts: list["Part"] = field(default_factory=list)

    @property
    def flow(self) -> bool:
        """Whether it is a collection in brackets."""
        return self.style in {"{", "["}

    @property
    def rows(self) -> bool:
        """Whether it is a mapping or list in lines."""
        return self.style in {":", "-"}

    @property
    def empty(self) -> bool:
        """Whether nothing is written."""
        return self.start == self.end


@dataclass(slots=True)
class Part:
    """A key or an item: it begins at `start`; its colon or dash ends at `behind`, -1 without."""

    name: str | int
    start: int
    behind: int
    value: Node


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value stands: the collection around it and the key or item; None for the file."""

    value: Node
    part: Part | None
    around: Node | None
    flow: bool
    """Whether brackets are open around it."""


def scan(text: str) -> Node:
    """Return the mapping of a file; an empty value at its end if the file has no content.

    Args:
        text: what `yaml_text.parse` can read, or finds empty.

    Raises:
        RefusedError: the text cannot be read.
    """
    try:
        return _Scan(text).root()
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise RefusedError from error


def slot_at(root: Node, path: DataPath) -> tuple[Slot, DataPath]:
    """Follow a path as far as it exists.

    Returns:
        The last value on the way, and the steps that are left.
    """
    slot = Slot(root, None, None, flow=False)
    for depth, step in enumerate(path):
        node = slot.value
        part = next((each for each in node.parts if each.name == step), None)
        if part is None:
            return slot, path[depth:]
        slot = Slot(part.value, part, node, slot.flow or node.flow)
    return slot, ()


def place_of(text: str, path: DataPath) -> Slot:
    """Return where the value at a path stands.

    Raises:
        RefusedError: it is not found in the text.
    """
    slot, left = slot_at(scan(text), path)
    if left:
        raise RefusedError
    return slot


def last_leaf(node: Node) -> Node:
    """Return the value that ends last."""
    while node.parts:
        node = node.parts[-1].value
    return node


def header_end(text: str, block: Node) -> int:
    """Return where the `|` of a block scalar ends, with its indicators."""
    found = _HEADER.match(text, block.start)
    return found.end() if found else block.start


def body_indent(text: str, block: Node, owner: int) -> int:
    """Return the column at which the lines of a block scalar begin; 0 if it has none.

    Args:
        text: the file.
        block: the block scalar.
        owner: the column of its key or dash.
    """
    found = _HEADER.match(text, block.start)
    if digits := (found[1].strip("+-") if found else ""):
        return owner + int(digits)
    start = next_row(text, block.start)
    while start < block.end:
        if text[start : row_end(text, start)].strip(" "):
            return indent(text, start)
        start = next_row(text, start)
    return 0


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


class _Scan:
    __slots__ = ("asked", "get", "names", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.names: dict[str, str] = {}  # a file says the same keys over and over
        self.get = Parser(text).get_event
        self.asked = _ASKED.search(text) is not None

    def root(self) -> Node:
        self.get()
        if not isinstance(self.get(), yaml.StreamEndEvent):
            event = self.get()
            if isinstance(event, yaml.MappingStartEvent):
                return self.mapping(event)
        return Node("", len(self.text), len(self.text))

    def node(self, event: Any, owner: int, behind: int) -> Node:
        """Return the node that begins with an event, given the start of its key or dash."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event, owner, behind)
        if kind is yaml.MappingStartEvent:
            return self.mapping(event)
        if kind is yaml.SequenceStartEvent:
            return self.sequence(event)
        raise RefusedError

    def scalar(self, event: Any, owner: int, behind: int) -> Node:
        style = event.style or ""
        start, end = _span(event)
        if style in {"|", ">"}:
            block = Node(style, start, end)
            block.end = self.content_end(block, owner)
            return block
        if start == end:
            start = end = behind  # the parser marks an empty value at what comes next
        return Node(style, start, end)

    def content_end(self, block: Node, owner: int) -> int:
        text, head = self.text, row_end(self.text, block.start)
        if block.end <= head:
            return head
        stop = block.end
        if "+" in text[block.start : header_end(text, block)]:
            return stop - (2 if text[stop - 2 : stop] == "\r\n" else text[stop - 1] in "\r\n")
        deep = body_indent(text, block, column(text, owner))
        while stop > head:
            start = row_start(text, stop)
            if text[start:stop].strip(" ") or stop - start > deep > 0:
                return stop
            stop = start - (2 if text[start - 2 : start] == "\r\n" else 1)
        return head

    def mapping(self, start: Any) -> Node:
        text, get = self.text, self.get
        node = Node("{" if start.flow_style else ":", start.start_mark.index, 0)
        parts = node.parts
        while type(key := get()) is not yaml.MappingEndEvent:
            if type(key) is not yaml.ScalarEvent:
                raise RefusedError
            at, stop = _span(key)
            if self.asked:
                at = self.question(at)
            if text[stop : stop + 1] == ":":
                behind = stop + 1
            else:
                colon = _COLON.match(text, stop)
                behind = colon.end() if colon else -1
            value = self.node(get(), at, behind if behind >= 0 else stop)
            name = self.names.get(key.value)
            if name is None:
                name = self.names[key.value] = as_read(key.value)
            parts.append(Part(name, at, behind, value))
        node.end = _span(key)[1] if start.flow_style else parts[-1].value.end
        return node

    def question(self, at: int) -> int:
        """Return where a key begins that is written as `? key`."""
        before = self.text[row_start(self.text, at) : at].rstrip(" \t")
        return row_start(self.text, at) + len(before) - 1 if before.endswith("?") else at

    def sequence(self, start: Any) -> Node:
        get = self.get
        flow = start.flow_style
        node = Node("[" if flow else "-", start.start_mark.index, 0)
        parts = node.parts
        while type(event := get()) is not yaml.SequenceEndEvent:
            behind = at = _span(event)[0]
            if not flow:
                at = self.dash(parts[-1].value.end, at) if parts else node.start
                behind = at + 1
            parts.append(Part(len(parts), at, behind, self.node(event, at, behind)))
        node.end = _span(event)[1] if flow else parts[-1].value.end
        return node

    def dash(self, after: int, before: int) -> int:
        found = _DASH.search(self.text, after, before)
        if found is None:
            raise RefusedError
        return found.end() - 1
