"""Mends that are certain enough to be a button.

A misspelt key or word, a key that is too much, a text where a list of texts is meant.
"""

import re
from typing import NamedTuple

from generator.editing.edits import Edit, Remove, Set, is_there, value_at
from generator.editing.nodes import RefusedError, place_of
from generator.model.base import Model
from generator.problems import DataPath
from generator.reading.model_shape import choices, keys, takes
from generator.reading.suggest import nearest
from generator.reading.yaml_text import Tree

_DASH = re.compile(r"[-–—‒―−•▪●○◦·‣∙➢✓+*]\s*")
"""What people put before an item, with or without the blank that makes it one."""

_SHOWN, _LETTERS = 3, 30
"""Items that a button names, and letters of each."""


class Mend(NamedTuple):
    """A mend: how it is asked for, what its button says, the edits it comes to."""

    cach: str
    nhan: str
    edits: tuple[Edit, ...]


def mends_at(tree: Tree, path: DataPath, model: type[Model] | None, text: str = "") -> list[Mend]:
    """Return the mends of what stands at a place; none where the clerk has to say what is meant.

    Args:
        tree: the file.
        path: the place.
        model: the model of the file; None if it is not known.
        text: the text of the file, in which lines stand that are one in what it holds.
    """
    if model is None or not path or not is_there(tree, path):
        return []
    last, value = path[-1], value_at(tree, path)
    allowed = keys(model, path[:-1])
    if isinstance(last, str) and allowed and last not in allowed:
        meant = nearest(last, [each for each in allowed if not is_there(tree, (*path[:-1], each))])
        renamed = (Set((*path[:-1], meant or ""), value), Remove(path))
        rename = [Mend("khoa", f"Sửa tên mục thành «{meant}»", renamed)] if meant else []
        return [*rename, Mend("bo", f"Bỏ mục «{last}»", (Remove(path),))]
    if isinstance(value, str) and (listed := _as_lists(value, path, model, text)):
        return listed
    words = choices(model, path)
    if words and isinstance(value, str) and value not in words:
        meant = nearest(value, words)
        return [Mend("chu", f"Sửa thành «{meant}»", (Set(path, meant),))] if meant else []
    return []


def _as_lists(value: str, path: DataPath, model: type[Model], text: str) -> list[Mend]:
    """Return the lists that a text may have been meant as, where one text is refused."""
    if takes(model, path, value):
        return []
    rows = _rows(text, path, value)
    ways = [_items(rows or value.splitlines())]
    if rows and not all(_DASH.match(row) for row in rows):
        ways.append([value])  # a long item that was only broken into lines
    return [
        Mend(f"danh-sach-{len(items)}", _list_named(items), (Set(path, list(items)),))
        for items in ways
        if items and takes(model, path, items)
    ]


def _items(rows: list[str]) -> list[str]:
    """Return the items of lines; commas stay, since names hold them."""
    parts = [part.strip() for row in rows for part in row.split(";")]
    return [bare for part in parts if (bare := _bare(part))]


def _bare(item: str) -> str:
    found = _DASH.match(item)
    return item[found.end() :] if found else item


def _rows(text: str, path: DataPath, value: str) -> list[str]:
    """Return the lines of a text without a sign that the reader joined; none if it is no such."""
    try:
        node = place_of(text, path).value
    except RefusedError:
        return []
    rows = [each.strip() for each in text[node.start : node.end].splitlines()]
    return rows if not node.style and len(rows) > 1 and " ".join(rows) == value else []


def _list_named(items: list[str]) -> str:
    said = f"Ghi thành danh sách {len(items)} mục"
    if len(items) == 1:
        return said
    shown = [each if len(each) <= _LETTERS else f"{each[:_LETTERS]}…" for each in items[:_SHOWN]]
    return f"{said}: {', '.join(f'«{each}»' for each in shown)}{' …' if items[_SHOWN:] else ''}"
