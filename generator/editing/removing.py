"""Removes a key or an item from the text of a file."""

import re

from generator.editing.nodes import Node, Part, RefusedError, Slot
from generator.editing.replacing import put
from generator.editing.rows import column, comments_above, next_row, own_end, row_start
from generator.editing.values import Writing

_COMMA = re.compile(r"(?:\s|#[^\r\n]*)*,")


def remove(text: str, slot: Slot, index: int, how: Writing) -> str:
    """Remove a key or an item; what is left empty is written `{}` or `[]`.

    Args:
        text: the file.
        slot: where the mapping or list stands.
        index: the number of the key or item in it.
        how: how what is left is written.

    Raises:
        RefusedError: the place is written in a way that is not edited.
    """
    node = slot.value
    if len(node.parts) == 1:
        return put(text, slot, {} if node.style in {":", "{"} else [], how)
    if node.flow:
        return _from_brackets(text, node, index)
    part = node.parts[index]
    last = own_end(text, part.value.end, column(text, node.parts[0].start))
    start = row_start(text, part.start)
    if text[start : part.start].strip():
        # It stands behind a dash: what comes next takes its place there.
        rest = text[last:].lstrip(" \t\r\n")
        return text[: part.start] + rest
    if node.style == "-":
        start = comments_above(text, part.start, floor(text, slot, index))
    return text[:start] + text[next_row(text, last) :]


def floor(text: str, slot: Slot, index: int) -> int:
    """Return where the first line begins that may be a comment above an item."""
    parts = slot.value.parts
    if index:
        own = column(text, parts[0].start)
        return next_row(text, own_end(text, parts[index - 1].value.end, own))
    return next_row(text, slot.part.behind) if slot.part else 0


def _from_brackets(text: str, node: Node, index: int) -> str:
    if text[node.start] not in "{[":
        raise RefusedError
    parts: list[Part] = node.parts
    own = parts[index]
    comma = _COMMA.match(text, own.value.end)
    end = comma.end() if comma else own.value.end
    if index + 1 < len(parts):
        after = parts[index + 1].start
        return text[: own.start] + text[end if "#" in text[own.value.end : after] else after :]
    before = parts[index - 1].value.end
    between = text[before : own.start]
    if "#" in between:
        return text[: own.start] + text[end:]
    blank = " " if parts[index - 1].value.empty else ""
    return text[:before] + blank + text[own.value.end :]
