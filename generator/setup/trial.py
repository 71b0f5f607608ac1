"""Fills a template with made-up values: what no data can mend is told before there is any data."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from generator.engine.render import render
from generator.engine.richtext import Runs
from generator.engine.shapes import BLOCKS, RUNS, UNKNOWN, YES_NO
from generator.engine.tables import Blocks
from generator.engine.template import Template
from generator.problems import Problem


def trial(template: Template, shape: Mapping[str, Any]) -> list[Problem]:
    """Fill a template twice, plain values as texts and as whole numbers.

    A shape does not tell the two apart, so that only a tag that cannot be filled with either is at
    fault: an index into a record, a list compared with a number, a filter without its value.

    Args:
        template: compiled without errors.
        shape: the values it is filled with (`engine.shapes.shape_of`).

    Returns:
        The problems that both have, as the first trial tells them.
    """
    _, found = render(template, _values(shape, "1"))
    if not found:
        return []
    _, again = render(template, _values(shape, 1))
    same = {(each.code, each.place) for each in again}
    return [each for each in found if (each.code, each.place) in same]


_COLUMNS = 9
"""A list of plain values may stand for columns, which a template asks for one by one."""


def _values(shape: Any, plain: str | int) -> Any:
    if isinstance(shape, Mapping):
        return {key: _values(each, plain) for key, each in shape.items()}
    if isinstance(shape, list):
        times = 2 if isinstance(shape[0], list | Mapping) else _COLUMNS
        return [_values(shape[0], plain) for _ in range(times)]
    if shape == RUNS:
        return Runs(Markup("<w:r><w:t>1</w:t></w:r>"))
    if shape == BLOCKS:
        return Blocks(Markup("<w:p><w:r><w:t>1</w:t></w:r></w:p>"))
    return True if shape == YES_NO else plain if shape is not UNKNOWN else ""
