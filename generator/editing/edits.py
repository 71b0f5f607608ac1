"""Changes to the content of a data file as values, and what a tree holds after one of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.problems import DataPath
from generator.reading.yaml_text import MAX_DEPTH, Tree, as_read


@dataclass(frozen=True, slots=True)
class Set:
    """Gives the key or item at `path` a value; a missing key is added, with the mappings above it.

    None is a key without a value. The empty path is the whole file.
    """

    path: DataPath
    value: Tree


@dataclass(frozen=True, slots=True)
class Remove:
    """Removes the key or the item at `path`, which must exist."""

    path: DataPath


@dataclass(frozen=True, slots=True)
class Insert:
    """Puts an item into the list at `path`, before the item at `index`; the length appends it.

    A list that is missing, or a key without a value, becomes a list of this item.
    """

    path: DataPath
    index: int
    value: Tree


@dataclass(frozen=True, slots=True)
class Move:
    """Takes the item at `source` out of the list at `path`, then puts it back at `target`."""

    path: DataPath
    source: int
    target: int


Edit = Set | Remove | Insert | Move


class NoSuchPlaceError(Exception):
    """The tree has nothing at a path that an edit needs."""

    def __init__(self, path: DataPath) -> None:
        super().__init__(path)
        self.path = path


def with_edits(tree: Tree, edits: Iterable[Edit]) -> Tree:
    """Return what a file holds after edits, one after the other (`changed`)."""
    for each in edits:
        tree = changed(tree, each)
    return tree


def changed(tree: Tree, edit: Edit) -> Tree:
    """Return what a file holds after an edit.

    Args:
        tree: what it holds before; not changed.
        edit: the edit.

    Raises:
        NoSuchPlaceError: the path does not lead to what the edit needs.
    """
    if len(edit.path) > MAX_DEPTH:
        raise NoSuchPlaceError(edit.path)
    match edit:
        case Set(path, value):
            return _with(tree, path, (), value_as_read(value))
        case Remove(path):
            return _without(tree, path)
        case Insert(path, index, value):
            items = _list_at(tree, path, missing=True)
            if not 0 <= index <= len(items):
                raise NoSuchPlaceError((*path, index))
            return _with(tree, path, (), [*items[:index], value_as_read(value), *items[index:]])
        case Move(path, source, target):
            items = list(_list_at(tree, path))
            for index in (source, target):
                if not 0 <= index < len(items):
                    raise NoSuchPlaceError((*path, index))
            items.insert(target, items.pop(source))
            return _with(tree, path, (), list(items))


def value_as_read(value: Tree) -> Tree:
    """Return a value with its texts and keys as the reader gives them back."""
    if isinstance(value, dict):
        return {as_read(key): value_as_read(each) for key, each in value.items()}
    if isinstance(value, list):
        return [value_as_read(each) for each in value]
    return value if value is None else as_read(value)


def value_at(tree: Tree, path: DataPath) -> Tree:
    """Return what stands at a path.

    Raises:
        NoSuchPlaceError: nothing stands there.
    """
    for depth, step in enumerate(path, 1):
        found = _below(tree, step)
        if found is None:
            raise NoSuchPlaceError(path[:depth])
        (tree,) = found
    return tree


def is_there(tree: Tree, path: DataPath) -> bool:
    """Return whether something stands at a path, be it an empty value."""
    for step in path:
        found = _below(tree, step)
        if found is None:
            return False
        (tree,) = found
    return True


def _below(tree: Tree, step: str | int) -> tuple[Tree] | None:
    match tree, step:
        case dict(), str() if step in tree:
            return (tree[step],)
        case list(), int() if 0 <= step < len(tree):
            return (tree[step],)
    return None


def _with(tree: Tree, path: DataPath, above: DataPath, value: Tree) -> Tree:
    if not path:
        if not above and not isinstance(value, dict):
            raise NoSuchPlaceError(above)
        return value
    step, rest = path[0], path[1:]
    here = (*above, step)
    if isinstance(step, str) and (tree is None or isinstance(tree, dict)):
        tree = tree or {}
        return {**tree, step: _with(tree.get(step), rest, here, value)}
    if isinstance(step, int) and isinstance(tree, list) and 0 <= step < len(tree):
        return [*tree[:step], _with(tree[step], rest, here, value), *tree[step + 1 :]]
    raise NoSuchPlaceError(here)


def _without(tree: Tree, path: DataPath) -> Tree:
    value_at(tree, path)
    if not path:
        raise NoSuchPlaceError(path)
    last = path[-1]
    parent = value_at(tree, path[:-1])
    left: Tree
    if isinstance(parent, dict):
        left = {key: value for key, value in parent.items() if key != last}
    else:
        left = [value for index, value in enumerate(parent or ()) if index != last]
    return _with(tree, path[:-1], (), left)


def _list_at(tree: Tree, path: DataPath, *, missing: bool = False) -> list[Tree]:
    if missing and not is_there(tree, path):
        return []
    found = value_at(tree, path)
    if isinstance(found, list):
        return found
    if missing and found is None:
        return []
    raise NoSuchPlaceError(path)
