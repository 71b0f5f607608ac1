"""The difference of two trees as edits of single places: what is the same stays as typed."""

from collections.abc import Iterator
from itertools import takewhile

from generator.editing.edits import Edit, Insert, Remove, Set
from generator.problems import DataPath
from generator.reading.yaml_text import Tree


def steps(old: Tree, new: Tree, path: DataPath = ()) -> Iterator[Edit]:
    """Yield the edits that lead from one tree to another.

    Args:
        old: what stands at `path`.
        new: what is to stand there.
        path: where both are.

    Yields:
        Edits to be made one after the other. No mapping and no list is empty in between.
    """
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        for key, value in new.items():
            if key in old:
                yield from steps(old[key], value, (*path, key))
            else:
                yield Set((*path, key), value)
        yield from (Remove((*path, key)) for key in old if key not in new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _of_lists(old, new, path)
    else:
        yield Set(path, new)


def _of_lists(old: list[Tree], new: list[Tree], path: DataPath) -> Iterator[Edit]:
    """Items that stay are found at both ends; those between are changed one by one."""
    before = _alike(old, new)
    behind = min(_alike(old[::-1], new[::-1]), min(len(old), len(new)) - before)
    gone, come = old[before : len(old) - behind], new[before : len(new) - behind]
    both = min(len(gone), len(come))
    for index in range(both):
        yield from steps(gone[index], come[index], (*path, before + index))
    for index in range(both, len(come)):
        yield Insert(path, before + index, come[index])
    for _ in range(both, len(gone)):
        yield Remove((*path, before + both))


def _alike(one: list[Tree], other: list[Tree]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
