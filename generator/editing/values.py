"""Writes any value as the lines of a YAML file, or in brackets."""

from typing import NamedTuple

from generator.editing.nodes import Node, RefusedError
from generator.editing.rows import column
from generator.editing.texts import block, inline, key
from generator.reading.yaml_text import Tree


class Habits(NamedTuple):
    """How a file is indented: by how much a mapping, and a list, stand deeper than their key."""

    step: int = 2
    dash: int = 2


class Writing(NamedTuple):
    """How a value is written: the habits of the file, and whether texts may stand in blocks."""

    habits: Habits = Habits()
    blocks: bool = True


def habits(text: str, root: Node) -> Habits:
    """Return how a file is indented, by its first mapping and first list inside a mapping."""
    found: dict[str, int] = {}
    left = [root]
    while left and len(found) < len(Habits._fields):
        node = left.pop()
        for part in reversed(node.parts):
            inner = part.value
            if inner.rows:
                left.append(inner)
        if node.style == ":":
            for part in node.parts:
                if part.value.rows and part.value.style not in found:
                    deeper = column(text, part.value.start) - column(text, part.start)
                    found[part.value.style] = deeper
    return Habits(found.get(":", 2), found.get("-", 2))


def rows_of(value: Tree, how: Writing) -> list[str]:
    """Write a mapping or list that is not empty as lines, indented from column 0."""
    if isinstance(value, dict):
        return [row for name, each in value.items() for row in pair(name, each, how)]
    return [row for each in value or () for row in item(each, how)]


def pair(name: str, value: Tree, how: Writing) -> list[str]:
    """Write a key and its value as lines."""
    head = f"{key(name, flow=False)}:"
    if is_full(value):
        deeper = how.habits.dash if isinstance(value, list) else how.habits.step
        return [head, *indented(rows_of(value, how), deeper)]
    return _short(head, value, how)


def item(value: Tree, how: Writing) -> list[str]:
    """Write an item of a list as lines."""
    if is_full(value):
        first, *rest = rows_of(value, how)
        return [f"- {first}", *indented(rest, 2)]
    return _short("-", value, how)


def is_full(value: Tree) -> bool:
    """Return whether a value is a mapping or list that is not empty."""
    return isinstance(value, dict | list) and bool(value)


def last_text(value: Tree) -> str:
    """Return the text that a value ends with; empty if it ends with something else."""
    while isinstance(value, dict | list) and value:
        value = list(value.values())[-1] if isinstance(value, dict) else value[-1]
    return value if isinstance(value, str) else ""


def indented(rows: list[str], deeper: int) -> list[str]:
    """Indent lines; an empty one stays empty."""
    return [f"{' ' * deeper}{row}" if row else row for row in rows]


def in_brackets(value: Tree) -> str:
    """Write a value as it stands inside of brackets.

    Raises:
        RefusedError: an item without a value, which brackets cannot hold.
    """
    if value is None:
        return ""
    if isinstance(value, dict):
        pairs = (f"{key(name, flow=True)}: {in_brackets(each)}" for name, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        if None in value:
            raise RefusedError
        return f"[{', '.join(map(in_brackets, value))}]"
    return inline(value, flow=True)


def _short(head: str, value: Tree, how: Writing) -> list[str]:
    if value is None:
        return [head]
    if isinstance(value, str):
        if how.blocks and "\n" in value and (lines := block(value, 2)):
            return [f"{head} {lines.head}", *indented(lines.rows, 2)]
        return [f"{head} {inline(value, flow=False)}"]
    return [f"{head} {in_brackets(value)}"]
