"""Tells blanks typed twice inside a value: they would be printed as they are."""

import re
from collections.abc import Iterator

from generator.problems import DataPath, Place, Problem, problem
from generator.reading.yaml_text import Tree

_TWICE = re.compile(r"(?<=\S)[ \u00a0\t]{2,3}(?=\S)")
"""Two or three: from four on they are left for a number or day that is written in by hand."""

_SHOWN = 20


def double_blanks(tree: Tree, path: DataPath = ()) -> Iterator[Problem]:
    """Yield KD150 for every value in which two blanks stand side by side, once a value."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from double_blanks(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from double_blanks(value, (*path, index))
    elif tree and (found := _TWICE.search(tree)):
        line = tree.count("\n", 0, found.start())
        begin = tree.rfind("\n", 0, found.start()) + 1
        before = tree[max(begin, found.start() - _SHOWN) : found.start()]
        after = tree[found.end() : found.end() + _SHOWN].split("\n")[0]
        place = Place(path=(*path, line, found.start() - begin) if "\n" in tree else path)
        yield problem("KD150", place, cho=f"{before}⎵⎵{after}")
