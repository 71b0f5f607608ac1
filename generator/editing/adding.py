"""Adds a key to a mapping, or an item to a list, in the text of a file."""

from typing import NamedTuple

from generator.editing.nodes import Node, RefusedError, Slot, header_end, last_leaf
from generator.editing.replacing import put
from generator.editing.rows import (
    column,
    comments_above,
    next_row,
    own_end,
    row_break,
    row_start,
    stands_clear,
)
from generator.editing.texts import key
from generator.editing.values import Writing, in_brackets, indented, is_full, item, last_text, pair
from generator.reading.yaml_text import Tree


class Entry(NamedTuple):
    """A key and its value, or an item: the name is None."""

    name: str | None
    value: Tree


def add(text: str, slot: Slot, index: int, entry: Entry, how: Writing) -> str:
    """Add a key to a mapping, or an item to a list.

    Args:
        text: the file.
        slot: where the mapping or list stands, or an empty value that becomes one.
        index: how many keys or items stand before the new one.
        entry: the new one.
        how: how it is written.

    Raises:
        RefusedError: the place is written in a way that is not edited.
    """
    node = slot.value
    if node.rows:
        made, end = _in_rows(text, slot, index, _rows(entry, how))
        last = last_text(entry.value)
        if "\n" in last and how.blocks:
            owner = column(text, node.parts[0].start)
            if not stands_clear(made, end, owner, keeps=last.endswith("\n\n")):
                return add(text, slot, index, entry, how._replace(blocks=False))
        if end == len(made) and last.endswith("\n"):
            made += row_break(made, end)
        return made
    short = node.style == "{" and not is_full(entry.value) and "\n" not in last_text(entry.value)
    if node.parts or (node.flow and (slot.flow or (short and slot.part))):
        return _in_brackets(text, node, index, _said(entry))
    return put(text, slot, [entry.value] if entry.name is None else {entry.name: entry.value}, how)


def _rows(entry: Entry, how: Writing) -> list[str]:
    return item(entry.value, how) if entry.name is None else pair(entry.name, entry.value, how)


def _said(entry: Entry) -> str:
    if entry.name is None:
        return in_brackets([entry.value])[1:-1]
    return f"{key(entry.name, flow=True)}: {in_brackets(entry.value)}"


def sealed(text: str, leaf: Node) -> str:
    """Return the text with a block that may be followed by a line.

    The block at the end of a file without a line end has none in its text either; to keep it so, it
    needs a `-`.
    """
    if leaf.style not in {"|", ">"} or leaf.end < len(text):
        return text
    stop = header_end(text, leaf)
    header = text[leaf.start : stop]
    if "-" in header:
        return text
    return f"{text[: leaf.start]}{header.replace('+', '')}-{text[stop:]}"


def _in_rows(text: str, slot: Slot, index: int, rows: list[str]) -> tuple[str, int]:
    """Return the text with new lines at their place, and where they end."""
    parts = slot.value.parts
    own = column(text, parts[0].start)
    rows = indented(rows, own)
    if index:
        before = parts[index - 1].value
        at = own_end(text, before.end, own)
        line = row_break(text, at)
        if at == len(text):
            text = sealed(text, last_leaf(before))
            at = len(text)
        body = "".join(f"{line}{row}" for row in rows)
        return f"{text[:at]}{body}{text[at:]}", at + len(body)
    first = parts[0].start
    line = row_break(text, first)
    body = line.join(rows)
    if slot.part is None or text[row_start(text, first) : first].strip():
        return f"{text[:first]}{body[own:]}{line}{' ' * own}{text[first:]}", first + len(body) - own
    at = comments_above(text, first, next_row(text, slot.part.behind))
    return f"{text[:at]}{body}{line}{text[at:]}", at + len(body)


def _in_brackets(text: str, node: Node, index: int, said: str) -> str:
    if text[node.start] not in "{[":
        raise RefusedError
    if index:
        before = node.parts[index - 1].value
        at, said = before.end, f" , {said}" if before.empty else f", {said}"
    elif node.parts:
        at, said = node.parts[0].start, f"{said}, "
    else:
        at = node.start + 1
    return f"{text[:at]}{said}{text[at:]}"
