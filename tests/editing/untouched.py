"""Tells whether an edit changed more of a text than what it is about, from PyYAML's own nodes.

What an edit is about: the key or item from its first letter to the end of its last line, with the
comments below it that stand deeper; for an item also the comments right above it. A new key or item is
about nothing that was there, unless it is the first one of `{}`, `[]` or an empty value.
"""

import re
from typing import Any, NamedTuple

import yaml

from generator.editing.edits import Edit, Insert, Move, Remove, Set
from generator.problems import DataPath
from generator.reading.yaml_text import Parser, as_read

_NOTE = re.compile(r"#[^#\r\n]*?(\d+)[ \t]*(?=[\r\n]|$)")
_BLANK = re.compile(r"(?<=\n)[ \t]*\r?\n")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


class Loader(Parser):  # type: ignore[misc, valid-type]
    """Composes the nodes with their marks."""


class Part(NamedTuple):
    """A key or item: where it begins, its node, the nodes beside it, and what is around."""

    start: int
    node: Any
    around: Any
    index: int
    flow: bool
    floor: int
    """Where the part before it ends, or the collection begins."""


def find(text: str, path: DataPath) -> Part | None:
    """Find a key or item; None if there is none."""
    node, flow, start, around, index, floor, outer = compose(text), False, 0, None, 0, 0, 0
    for step in path:
        around = node
        if isinstance(node, yaml.MappingNode):
            keys = [as_read(key.value) for key, _ in node.value]
            if step not in keys:
                return None
            index = keys.index(str(step))
            key, value = node.value[index]
            begin = key.start_mark.index
            ends = key.end_mark.index
        elif (
            isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value)
        ):
            index, value = step, node.value[step]
            begin = value.start_mark.index
            if not node.flow_style:
                # Between the item before it and itself there is one dash that is no comment's.
                after = (
                    leaf_end(text, node.value[index - 1]) if index else node.start_mark.index - 1
                )
                before = "".join(blanked(text[max(after, 0) : begin]))
                begin = max(after, 0) + (before.find("-") if begin > after else 0)
            ends = begin + 1
        else:
            return None
        flow = flow or node.flow_style
        floor = leaf_end(text, around.value[index - 1]) if index else outer
        node, start, outer = value, begin, ends
    return Part(start, node, around, index, flow, floor)


def compose(text: str) -> Any:
    return yaml.compose(text, Loader=Loader)


def blanked(text: str) -> str:
    """Blank out the comments of what stands between values."""
    return re.sub(r"(^|[ \t\r\n])#[^\r\n]*", lambda found: " " * len(found[0]), text)


def is_rows(node: Any) -> bool:
    return not isinstance(node, yaml.ScalarNode) and not node.flow_style


def leaf_end(text: str, node: Any) -> int:
    """Where the text of a value ends; a pair is a key and its value."""
    if isinstance(node, tuple):
        key, node = node
        if isinstance(node, yaml.ScalarNode) and not node.style and not node.value:
            return text.index(":", key.end_mark.index) + 1
    if is_rows(node):
        return leaf_end(text, node.value[-1])
    end: int = node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style and node.style in "|>":
        return block_end(text, node.start_mark.index, end)
    return end


def block_end(text: str, start: int, end: int) -> int:
    """Where the last line of a block ends: blank lines below are its text only under `|+`."""
    head, *lines = _LINE.findall(text[start:end])
    full = [line for line in lines if line.strip()]
    deep = min((len(line) - len(line.lstrip(" ")) for line in full), default=len(text))
    while (
        "+" not in head[:3]
        and lines
        and not lines[-1].strip()
        and len(lines[-1].rstrip("\r\n")) <= deep
    ):
        lines.pop()
    while lines and not lines[-1]:
        lines.pop()
    whole = "".join([head, *lines])
    return start + len(whole) - len(re.search(r"(\r\n|\r|\n|)\Z", whole)[0])  # type: ignore[index]


def line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    return at + len(re.match(r"[^\r\n]*", text[at:])[0])  # type: ignore[index]


def own_end(text: str, end: int, column: int) -> int:
    """The end of the last line, with the deeper comments below."""
    found = at = line_end(text, end)
    while at < len(text):
        start = at + len(re.match(r"\r\n|\r|\n", text[at:])[0])  # type: ignore[index]
        at = line_end(text, start)
        line = text[start:at]
        if line.strip() and not (
            line.lstrip().startswith("#") and len(line) - len(line.lstrip()) > column
        ):
            break
        found = at if line.strip() else found
        if start == len(text):
            break
    return found


def notes(text: str) -> list[str]:
    return _NOTE.findall(text)


def above(text: str, start: int, floor: int) -> int:
    """Where the comments right above a line begin."""
    first = line_start(text, start)
    lines = _LINE.findall(text[line_end(text, floor) : first])[1:-1]
    for line in reversed(lines):
        if not line.lstrip().startswith("#"):
            break
        first -= len(line)
    return first


def wrong(old: str, new: str, edit: Edit) -> str:
    """Say what an edit changed that it is not about; empty if nothing."""
    if old.startswith("\ufeff"):
        if not new.startswith("\ufeff"):
            return "the byte order mark is gone"
        old, new = old[1:], new[1:]
    if edit.path == () or compose(old) is None or not compose(old).value:
        return ""  # the whole file is what it is about
    told = [_wrong(each, new, edit) for each in (old, *_sealed(old))]
    return "" if "" in told else told[0]


def _sealed(old: str) -> list[str]:
    """What the text was if its last block says that no line end follows."""
    if old.endswith(("\n", "\r")):
        return []
    heads = list(re.finditer(r"(?<=[ \t])([|>]\d?)\+?(\d?)(?=[ \t\r\n]|$)", old))
    return [
        old[: each.start()] + each[1] + each[2] + "-" + old[each.end() :] for each in heads[-1:]
    ]


def _wrong(old: str, new: str, edit: Edit) -> str:
    if new == old:
        return ""
    match edit:
        case Set(path):
            part = find(old, path)
            return _set(old, new, part) if part else _added(old, new, path)
        case Remove(path):
            part = find(old, path)
            assert part
            if len(part.around.value) == 1:
                outer = find(old, path[:-1]) if path[:-1] else None
                return _set(old, new, outer) if outer else _prefixed(old, new, part)
            return _removed(old, new, part)
        case Insert(path):
            return _added(old, new, (*path, -1))
        case Move(path, source, target):
            return _moved(old, new, path, source, target)


def _prefixed(old: str, new: str, part: Part) -> str:
    end = own_end(old, leaf_end(old, part.around), 0)
    return _outside(old, new, line_start(old, part.start), end)


def _outside(old: str, new: str, start: int, end: int) -> str:
    if not new.startswith(old[:start]):
        return "something before it changed"
    rest = old[end:]
    if not (new.endswith(rest) if rest else True) or len(new) < start + len(rest):
        return "something behind it changed"
    return ""


def _set(old: str, new: str, part: Part) -> str:
    node = part.node
    end = leaf_end(old, part.around.value[part.index])
    if part.flow:
        empty = isinstance(node, yaml.ScalarNode) and not node.style and not node.value
        return _outside(old, new, part.start, end + (empty and old[end] == " "))
    column = part.start - line_start(old, part.start)
    last = own_end(old, end, column) if is_rows(node) else line_end(old, end)
    inside = old[node.start_mark.index : last if is_rows(node) else end]
    if isinstance(node, yaml.ScalarNode):  # what looks like a comment in a block is text
        inside = inside.partition("\n")[2]
    gone = set(notes(inside))
    kept = [each for each in notes(old) if each not in gone]
    there = [each for each in notes(new) if each not in gone]
    if kept != there:
        return f"comments {kept} became {there}"
    tail = "" if is_rows(node) else old[end:last].strip()
    if tail not in new[part.start : len(new) - len(old[last:]) + len(tail)]:
        return f"«{tail}» behind it is gone"
    if is_rows(node) and last < len(old):  # where lines end differently, the last line's end may go
        last += len(re.match(r"\r\n|\r|\n", old[last:])[0])  # type: ignore[index]
        if old[last:] and new[: len(new) - len(old[last:])][-1:] not in {"\n", "\r"}:
            return "a line end is gone"
    return _outside(old, new, part.start, last)


def _added(old: str, new: str, path: DataPath) -> str:
    """Only something new, or the first in an empty value."""
    there = path[:-1]
    while there and find(old, there) is None:
        there = there[:-1]
    holder = find(old, there) if there else None
    if holder and (not holder.node.value or not holder.node.value[0]):
        return _set(old, new, holder)
    if there == () and not compose(old).value:
        return ""
    common = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    if len(new) < len(old) or not new.endswith(old[common:]):
        return "more than an insertion"
    if len(_BLANK.findall(new)) < len(_BLANK.findall(old)):
        return "a blank line is gone"
    return ""


def _removed(old: str, new: str, part: Part) -> str:
    end = leaf_end(old, part.around.value[part.index])
    if part.flow:
        parts = part.around.value
        begin = part.start if not part.index else leaf_end(old, parts[part.index - 1])
        stop = part.around.end_mark.index - 1
        if part.index + 1 < len(parts):
            after = parts[part.index + 1]
            stop = (after[0] if isinstance(after, tuple) else after).start_mark.index
        lost = set(notes(old)) - set(notes(new)) - set(notes(old[part.start : end]))
        return f"comments {lost} are gone" if lost else _outside(old, new, begin, stop)
    column = part.start - line_start(old, part.start)
    last = own_end(old, end, column)
    start = line_start(old, part.start)
    if old[start : part.start].strip():
        return "" if new == old[: part.start] + old[last:].lstrip() else "not only it was removed"
    if isinstance(part.around, yaml.SequenceNode):
        start = above(
            old, part.start, own_end(old, part.floor, column) if part.index else part.floor
        )
    stop = last + len(re.match(r"\r\n|\r|\n|", old[last:])[0])  # type: ignore[index]
    return "" if new == old[:start] + old[stop:] else "not only it was removed"


def _moved(old: str, new: str, path: DataPath, source: int, target: int) -> str:
    if sorted(old) != sorted(new.removesuffix("\n").removesuffix("\r")) and sorted(old) != sorted(
        new
    ):
        return "letters came or went"
    holder = find(old, path)
    assert holder
    if holder.flow or holder.node.flow_style:
        return _outside(old, new, holder.node.start_mark.index, holder.node.end_mark.index)
    was, now = find(old, (*path, source)), find(new, (*path, target))
    assert was
    assert now
    first = find(old, (*path, 0))
    assert first
    behind_dash = old[line_start(old, first.start) : first.start].strip()
    if not behind_dash and _notes_of(old, was) != _notes_of(new, now):
        return "comments did not go along"
    end = own_end(old, leaf_end(old, holder.node), first.start - line_start(old, first.start))
    return _outside(old, new, above(old, first.start, first.floor), end)


def _notes_of(text: str, part: Part) -> list[str]:
    column = part.start - line_start(text, part.start)
    start = part.start
    if not text[line_start(text, start) : start].strip():
        start = above(text, start, own_end(text, part.floor, column) if part.index else part.floor)
    return notes(text[start : own_end(text, leaf_end(text, part.around.value[part.index]), column)])
