"""A prescribed look: how what the named styles of a template stand for must be drawn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

TWIPS_A_MM = 1440 / 25.4

Span = tuple[float, float | None]
"""The least and the greatest allowed value; None if there is no greatest."""


@dataclass(frozen=True, slots=True)
class Face:
    """How the letters of a component look; sizes in points. None leaves a property as it is.

    A line under the words is drawn by character styles only: the mark behind the words has none.
    """

    size: Span
    bold: bool | None
    italic: bool
    underlined: bool
    capitals: bool | None


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of the body; measures in twips, `line` in points if `exact`, else in lines."""

    style: str
    indent: Span
    gap: Span
    line: Span
    exact: bool
    justified: bool


@dataclass(frozen=True, slots=True)
class Page:
    """An upright page, measures in twips; `header` is the distance of the page number.

    A page on its side is an upright one that was turned, and its margins with it.
    """

    width: Span
    height: Span
    top: Span
    right: Span
    bottom: Span
    left: Span
    header: Span
    number_style: str
    number_at: str
    first_without_number: bool


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A look; `faces` by the name of the style. Two looks are the same only if they are one object.

    `ruled` are the styles with a line below (or above) them and whether it is drawn, `boxes` the
    styles that head a framed cell of a prescribed width and height.
    """

    faces: Mapping[str, Face]
    paragraphs: Paragraphs
    page: Page
    font: str
    colour: str
    ruled: Mapping[str, bool]
    boxes: Mapping[str, tuple[Span, Span]]


LookOf = Callable[[Path], Look | None]
"""Returns the look of a template or block by its file; None if it stays as it is."""


def as_made(_path: Path) -> Look | None:
    """Leave a file as its author made it."""
    return None


def nearest(value: float, span: Span, near: float = 0) -> float:
    """Return the value itself if it fits, else the nearest one that does.

    Args:
        value: what stands in the template.
        span: what is allowed.
        near: how much beside the span still counts as fitting.
    """
    low, high = span
    if value < low - near:
        return low
    return value if high is None or value <= high + near else high
