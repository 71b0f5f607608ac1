"""Puts another value in the place of one that stands in the text of a file."""

from typing import NamedTuple

from generator.editing.nodes import Node, Part, RefusedError, Slot, body_indent, header_end
from generator.editing.rows import (
    column,
    own_end,
    row_above,
    row_break,
    row_end,
    row_start,
    stands_clear,
)
from generator.editing.texts import block, inline
from generator.editing.values import (
    Writing,
    in_brackets,
    indented,
    is_full,
    last_text,
    rows_of,
)
from generator.reading.yaml_text import Tree


class _Old(NamedTuple):
    """What goes: on the line of the key from `start` to `end`, and below it the lines of `below`.

    `row` is the end of the line on which `end` is.
    """

    start: int
    end: int
    row: int
    below: tuple[int, int]


class _New(NamedTuple):
    """What comes: behind the key, and as lines below it, at the lines that go or at the key."""

    head: str
    rows: list[str]
    at_key: bool = True


def put(text: str, slot: Slot, value: Tree, how: Writing) -> str:
    """Write a value in the place of another.

    Args:
        text: the file.
        slot: where the other one stands.
        value: the new one.
        how: how it is written.

    Raises:
        RefusedError: the place is written in a way that is not edited.
    """
    if slot.part is None or slot.around is None:
        return _put_file(text, slot.value, value, how)
    if slot.part.behind < 0:
        raise RefusedError
    if slot.flow:
        return _put_in_brackets(text, slot.value, slot.part, value)
    owner = column(text, slot.part.start)
    in_list = slot.around.style == "-"
    old = _old(text, slot.value, slot.part.behind, owner, in_list=in_list)
    if isinstance(value, str):
        made = _in_block(text, slot.value, old, owner, value) if how.blocks else None
        if made is not None:
            return made
    if not is_full(value):
        head = in_brackets(value)
        if isinstance(value, str):
            head = inline(value, flow=False, was=slot.value.style)
        old = old if head else _bared(text, slot.part.behind, old)
        return _made(text, old, _padded(text, old, head))[0]
    if in_list:
        first, *rest = rows_of(value, how)
        place = column(text, old.start) if old.start > slot.part.behind + 1 else owner + 2
        new = _padded(text, old, first)._replace(rows=indented(rest, place))
    else:
        deeper = how.habits.dash if isinstance(value, list) else how.habits.step
        old = _bared(text, slot.part.behind, old)
        new = _New("", indented(rows_of(value, how), owner + deeper), at_key=not slot.value.rows)
    whole, end = _made(text, old, new)
    last = last_text(value)
    keeps = last.endswith("\n\n")
    if "\n" in last and how.blocks and not stands_clear(whole, end, owner, keeps=keeps):
        return put(text, slot, value, how._replace(blocks=False))
    return _ended(whole, end, value)


def _old(text: str, node: Node, behind: int, owner: int, *, in_list: bool) -> _Old:
    if node.empty:
        start = behind + (text[behind : behind + 1] == " ")
        row = row_end(text, start)
        return _Old(start, start, row, (row, row))
    if node.style in {"|", ">"}:
        row = row_end(text, node.start)
        return _Old(node.start, header_end(text, node), row, (row, max(node.end, row)))
    if not node.rows:
        row = row_end(text, node.end)
        return _Old(node.start, node.end, row, (row, row))
    last = own_end(text, node.end, owner)
    if in_list or row_start(text, node.start) == row_start(text, behind):
        return _Old(node.start, last, last, (last, last))
    start = behind + (text[behind : behind + 1] == " ")
    return _Old(
        start, start, row_end(text, start), (row_above(text, row_start(text, node.start)), last)
    )


def _bared(text: str, behind: int, old: _Old) -> _Old:
    """Let the blanks go too that nothing follows."""
    between = text[behind : old.start]
    start = behind + len(between.rstrip())
    if not text[old.end : old.row].strip():
        return old._replace(start=start, end=old.row)
    if between.strip(" \t"):
        return old
    return old._replace(start=behind, end=behind if old.start == old.end else old.end)


def _padded(text: str, old: _Old, head: str) -> _New:
    """Keep a blank between the colon and a value, and between a value and a comment."""
    if not head:
        return _New("", [])
    lead = "" if text[old.start - 1] in " \t\n\r" else " "
    after = text[old.end : old.end + 1]
    closing = "" if after in {"", " ", "\t", "\n", "\r"} else " "
    return _New(f"{lead}{head}{closing}", [])


def _in_block(text: str, was: Node, old: _Old, owner: int, value: str) -> str | None:
    """Write a text as a block of lines, if it stood in one or has several.

    Returns:
        The file; None if a block cannot hold the text, or what stands below would join it.
    """
    before = was.style in {"|", ">"}
    if not before and "\n" not in value:
        return None
    there = body_indent(text, was, owner) if before else 0
    indent = there if there > owner else owner + 2
    header = text[was.start : header_end(text, was)] if before else "|"
    digit = header[1:].strip("+-")
    open_end = before and header[1:] == digit and was.end == len(text) and value[-1:] != "\n"
    for keep in (True, False) if "+" in header else (False,):
        lines = block(value, indent - owner, digit, header[0], open_end=open_end, keep=keep)
        if lines is None:
            return None
        new = _padded(text, old, lines.head)._replace(rows=indented(lines.rows, indent))
        made, end = _made(text, old, new)
        if stands_clear(made, end, indent - 1, keeps="+" in lines.head):
            return _ended(made, end, value)
    return None


def _made(text: str, old: _Old, new: _New) -> tuple[str, int]:
    """Return the text with the new in the place of the old, and where the new lines end."""
    line = row_break(text, old.start)
    rows = "".join(f"{line}{row}" for row in new.rows)
    pieces = [text[: old.start], new.head, text[old.end : old.row]]
    if new.at_key:
        pieces += [rows]
        end = sum(map(len, pieces))
        pieces += [text[old.row : old.below[0]]]
    else:
        pieces += [text[old.row : old.below[0]], rows]
        end = sum(map(len, pieces))
    pieces += [text[old.below[1] :]]
    return "".join(pieces), end


def _ended(text: str, end: int, value: Tree) -> str:
    """End the last line of a file if the text of its block does."""
    open_end = end == len(text) and last_text(value).endswith("\n")
    return text + row_break(text, end) if open_end else text


def _put_in_brackets(text: str, node: Node, part: Part, value: Tree) -> str:
    start, end, new = node.start, node.end, in_brackets(value)
    if isinstance(value, str):
        new = inline(value, flow=True, was=node.style)
    if node.empty:
        start = end = part.behind + (text[part.behind : part.behind + 1] == " ")
    lead = " " if text[start - 1] == ":" else ""
    closing = "" if text[end : end + 1] in {*" \t\r\n,]}"} else " "
    return f"{text[:start]}{lead}{new}{closing}{text[end:]}"


def _put_file(text: str, node: Node, value: Tree, how: Writing) -> str:
    """Write the mapping of a whole file in the place of another one, one of them empty."""
    line = row_break(text, 0)
    rows = rows_of(value, how) if is_full(value) else ["{}"]
    if node.empty:
        body = "".join(f"{row}{line}" for row in rows)
        return text + (line if row_start(text, len(text)) < len(text) else "") + body
    start, end = node.start, node.end
    if node.rows:
        start, end = row_start(text, start), own_end(text, end, 0)
    lead = line if text[row_start(text, start) : start].strip() else ""
    made = f"{text[:start]}{lead}{line.join(rows)}"
    return _ended(made + text[end:], len(made), value)
