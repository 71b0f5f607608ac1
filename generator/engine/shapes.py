"""The shape of the values that a template gets, derived from the `TypedDict` of its context.

A shape describes a context: a dict of shapes, a list of one shape, or None for a text or number.
mypy and the template check use the same definition. Nothing here reads a template.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from generator.engine.richtext import Runs
from generator.engine.tables import Blocks


class Unknown:
    """The shape of a computed value, whose fields are not checked."""


UNKNOWN = Unknown()


@dataclass(frozen=True, slots=True)
class Leaf:
    """The shape of what is neither text nor number: finished runs or paragraphs, yes and no."""

    name: str


RUNS, BLOCKS, YES_NO = Leaf("runs"), Leaf("blocks"), Leaf("yes or no")
SCOPES = {"r": RUNS, "p": BLOCKS}
"""What a tag takes in the place of a whole run, of a whole paragraph."""


def shape_of(declared: Any) -> Any:
    """Return the structure of a type.

    A dict for a `TypedDict`, a list of one structure for a list or tuple, `YES_NO` for a bool,
    `RUNS` for marked text, `BLOCKS` for tables, None for a plain value (text, number, choice of
    words). A union with None has the structure of its one other member. `UNKNOWN` stands for every
    type besides.
    """
    if is_typeddict(declared):
        return {key: shape_of(kind) for key, kind in get_type_hints(declared).items()}
    if get_origin(declared) in {list, tuple}:
        return [shape_of(get_args(declared)[0])]
    if get_origin(declared) in {Union, UnionType}:
        kinds = [kind for kind in get_args(declared) if kind is not NoneType]
        return shape_of(kinds[0]) if len(kinds) == 1 else UNKNOWN
    if declared is bool:
        return YES_NO
    if declared is Runs:
        return RUNS
    if declared is Blocks:
        return BLOCKS
    return None if declared in {str, int} or get_origin(declared) is Literal else UNKNOWN


def merged(one: Any, other: Any) -> Any:
    """Return the shape of a field that is one thing in some documents, and another in others."""
    if isinstance(one, dict) and isinstance(other, dict):
        both = {key: merged(one[key], other[key]) for key in one.keys() & other.keys()}
        return {**one, **other, **both}
    if isinstance(one, list) and isinstance(other, list):
        return [merged(one[0], other[0])]
    return one if one == other else UNKNOWN


def leaves(shape: Any, path: str = "") -> Iterator[str]:
    """Yield every path of a shape that ends in a text or number, `phu_luc[].tieu_de` for lists."""
    match shape:
        case dict():
            for key, inner in shape.items():
                yield from leaves(inner, f"{path}.{key}" if path else key)
        case [inner]:
            yield from leaves(inner, f"{path}[]")
        case _:
            yield path
