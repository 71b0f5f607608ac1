"""Tells blanks typed twice inside a value: they would be printed as they are."""

import re
from collections.abc import Iterator

from generator.problems import DataPath, Place, Problem, problem
from generator.reading.yaml_text import Tree

_TWICE = re.compile(r"(?<=[^\s|])[ \u00a0\t]{2,3}(?=[^\s|])")
"""Two or three: from four on they are left for a number or day that is written in by hand. Beside a
bar they align the cells of a table and are not printed."""

_SHOWN = 20


def double_blanks(tree: Tree, path: DataPath = ()) -> Iterator[Problem]:
    """Yield KD150 for every value in which two blanks stand side by side, once a value."""
    if isinstance(tree, str):
        yield from _told(tree, path)
        return
    items = tree.items() if isinstance(tree, dict) else enumerate(tree or ())
    for key, value in items:
        if not isinstance(value, str):
            yield from double_blanks(value, (*path, key))
        elif "  " in value or "\u00a0" in value or "\t" in value:
            yield from _told(value, (*path, key))


def _told(text: str, path: DataPath) -> Iterator[Problem]:
    if found := _TWICE.search(text):
        line = text.count("\n", 0, found.start())
        begin = text.rfind("\n", 0, found.start()) + 1
        before = text[max(begin, found.start() - _SHOWN) : found.start()]
        after = text[found.end() : found.end() + _SHOWN].partition("\n")[0]
        place = Place(path=(*path, line, found.start() - begin) if "\n" in text else path)
        yield problem("KD150", place, cho=f"{before}⎵⎵{after}")
