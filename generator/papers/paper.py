"""A document to generate, regardless of its source: a letter, a form, a paper of a unit."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.engine import render
from generator.papers.templates import Templates
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to generate: its file name, its template with the shape of values, its values.

    `located` adds places in the data files to problems found in the values.
    """

    tep: str
    mau: str
    shape: Mapping[str, Any] | None
    build: Callable[[], Mapping[str, Any]]
    located: Callable[[Iterable[Problem]], list[Problem]]


def made(paper: Paper, templates: Templates) -> tuple[bytes | None, list[Problem]]:
    """Generate one document: compile its template for the shape, then fill it.

    Returns:
        The bytes of the `.docx`, or None when the template cannot be used or filled; with what
        is told of the template and of the values.
    """
    template, told = templates.template(paper.mau, paper.shape)
    if template is None:
        return None, paper.located(told)
    data, found = render(template, paper.build())
    return data, paper.located([*told, *found])
