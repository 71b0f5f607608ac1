"""Reads a place and a value as they are typed on a command line, by what the file holds."""

import re

from generator.editing.edited import content, text_of
from generator.editing.edits import Edit, Insert, Remove, Set, is_there, value_at
from generator.problems import DataPath, Problem
from generator.reading.yaml_text import Tree

_STEP = re.compile(r"\[(?P<whole>[^\[\]]+)\]|(?P<plain>[^.\[\]]+)")
_INDEX = re.compile(r"[0-9]{1,6}", re.ASCII)


def edit_asked(data: bytes, place: str, value: str | None) -> Edit | None:
    """Return the edit that is meant.

    Args:
        data: the file as it stands.
        place: keys and indices joined by dots: `ca_nhan.0.ho_ten`, `ca_nhan[0].ho_ten`. A key that
            holds dots itself stands in brackets, `pl5[I.1]`, which may be left out if it is there.
        value: the new text; None removes what stands there. At the index behind the last item of a
            list of texts, it becomes a new item. A group is not begun in this way: whoever counts
            from one would add a person and mean the last one.

    Returns:
        The edit; None if no place is named.
    """
    tree = content(text_of(data))
    whole: Tree = None if isinstance(tree, Problem) else tree
    path = _path(place, whole)
    if not path:
        return None
    if value is None:
        return Remove(path)
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    around, last = path[:-1], path[-1]
    if isinstance(last, int) and last == _length(whole, around):
        return Insert(around, last, text)
    return Set(path, text)


def _path(place: str, tree: Tree) -> DataPath:
    steps = [found["whole"] or found["plain"] or "" for found in _STEP.finditer(place)]
    path: list[str | int] = []
    while steps:
        taken = _of_key(steps, tree) if isinstance(tree, dict) else 1
        name = ".".join(steps[:taken])
        index = not isinstance(tree, dict) and _INDEX.fullmatch(name)
        step = int(name) if index else name
        path.append(step)
        tree = value_at(tree, (step,)) if is_there(tree, (step,)) else None
        del steps[:taken]
    return tuple(path)


def _of_key(steps: list[str], tree: dict[str, Tree]) -> int:
    """Return how many of the next steps make up the longest key that is there; one if none is."""
    counts = range(len(steps), 1, -1)
    return next((count for count in counts if ".".join(steps[:count]) in tree), 1)


def _length(tree: Tree, path: DataPath) -> int | None:
    """Return how many items a list has or would have; None where something else stands."""
    found = value_at(tree, path) if is_there(tree, path) else None
    return len(found or ()) if found is None or isinstance(found, list) else None
