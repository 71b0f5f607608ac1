"""A document to be made, whatever it is made from: a letter, a form, a paper of a unit."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.engine import render
from generator.papers.templates import Templates
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be made: its file name, its template with the shape it prints, its values.

    `located` gives problems found in its values a place in the data files.
    """

    tep: str
    mau: str
    shape: Mapping[str, Any] | None
    build: Callable[[], Mapping[str, Any]]
    located: Callable[[Iterable[Problem]], list[Problem]]


def made(paper: Paper, templates: Templates) -> tuple[bytes | None, list[Problem]]:
    """Make one document: its template compiled for what it prints, then filled.

    Returns:
        The bytes of the `.docx`, or None with what the template or its filling has against it.
    """
    template, found = templates.template(paper.mau, paper.shape)
    if template is None:
        return None, paper.located(found)
    data, found = render(template, paper.build())
    return data, paper.located(found)
