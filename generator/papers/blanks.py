"""Finds what a paper prints as a blank to be filled in by hand."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.papers.form_values import BLANK

_DOTS = re.compile("…{2,}|\\.{4,}")


def blanks(values: Mapping[str, Any]) -> list[str]:
    """Return the keys of the printed values that leave a blank, in the order of printing.

    A blank is a tab with its dotted leader, a row of dots, or dotted lines under a heading.
    """
    return list(_blanks(values, ""))


def _blanks(value: Any, way: str) -> Iterator[str]:
    match value:
        case {"dong_trong": int(lines), **rest}:
            if lines:
                yield way
            yield from _blanks(rest, way)
        case Mapping():
            for key, inner in value.items():
                yield from _blanks(inner, f"{way}.{key}".removeprefix("."))
        case list():
            for inner in value:
                yield from _blanks(inner, way)
        case str():
            if BLANK in value or _DOTS.search(value):
                yield way
