"""What stands below a heading of a form: text or dotted lines, and tick boxes."""

from generator.engine.richtext import paragraphs
from generator.papers.form_values import MucIn, OIn
from generator.papers.unit_year import UnitYear
from generator.wording import compare

EMPTY_BOX, CROSSED_BOX = "☐", "☒"
LINES = 6
"""Dotted lines under a heading on a form to fill in by hand."""


def section(
    year: UnitYear,
    text: str | None,
    *,
    boxes: list[OIn] | None = None,
    lines: int = LINES,
) -> MucIn:
    """Return the content below a heading.

    Args:
        year: the unit's year.
        text: lines of text, or nothing.
        boxes: the tick boxes below the heading.
        lines: number of dotted lines on a form to fill in.

    Returns:
        The text as paragraphs, or the dotted lines, and the boxes.
    """
    if not text and year.de_trong:
        return {"doan": [], "dong_trong": lines, "cap_do": boxes or []}
    return {"doan": paragraphs(text or ""), "dong_trong": 0, "cap_do": boxes or []}


def boxes(names: tuple[str, ...], chosen: str | None) -> list[OIn]:
    """Return tick boxes with the chosen one crossed."""
    return [
        {"dau": CROSSED_BOX if chosen and compare.same(name, chosen) else EMPTY_BOX, "ten": name}
        for name in names
    ]


def level_boxes(year: UnitYear, chosen: str | None) -> list[OIn]:
    """Return the four levels of the regime as tick boxes."""
    return boxes(tuple(level.ten for level in year.che_do.muc), chosen)
