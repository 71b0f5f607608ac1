"""Finds headings that somebody added to a form: what stands below belongs to no answer of it."""

import re
from collections.abc import Iterator, Sequence

from generator.opening.written import Line
from generator.returned.outline import Anchor

_ROMAN = re.compile(r"\s*(?:phần\s+)?([IVX]{1,5})\s*[.)/:-]\s*\w", re.IGNORECASE)
_VALUE = {"I": 1, "V": 5, "X": 10}
_LONGEST = 14
"""Words that a heading without a number has at most."""

Owners = Sequence[int | None]


def added_headings(
    anchors: Sequence[Anchor], lines: Sequence[Line], owners: Owners
) -> Iterator[tuple[int, str]]:
    """Yield the fixed text behind which a heading was added, and its words.

    It goes on with the numbers of the form («VII. Kiến nghị» behind «VI. …»), where the answer does
    not count so itself; or it is drawn as one, has no number and ends like one.

    Args:
        anchors: the fixed texts of the form.
        lines: the lines of the file.
        owners: for each line the fixed text behind which it stands.
    """
    above = _numbers(anchors)
    counted: set[int] = set()
    for at, (line, owner) in enumerate(zip(lines, owners, strict=True)):
        if owner is None or not at or owners[at - 1] != owner:
            continue
        number = _number(_typed(line))
        counted |= {owner} if number == 1 else set()
        goes_on = number and number == above[owner] + 1 and owner not in counted
        if goes_on or (_is_drawn(line) and not number and _is_between(at, lines, owners)):
            yield owner, line.text.strip()


def _numbers(anchors: Sequence[Anchor]) -> list[int]:
    """Return for each fixed text the Roman number of the part that it stands in."""
    found: list[int] = []
    for each in anchors:
        found.append(_number(each.text) or (found[-1] if found else 0))
    return found


def _number(text: str) -> int:
    """Return the Roman number that a line begins with; 0 for none."""
    found = _ROMAN.match(text)
    if not found or not found[1].isupper():
        return 0
    values = [_VALUE[sign] for sign in found[1]]
    return sum(-each if each < max(values[at:]) else each for at, each in enumerate(values))


def _typed(line: Line) -> str:
    return f"{line.bullet}{line.text}"


def _is_drawn(line: Line) -> bool:
    """Return whether a line looks like a heading from begin to end: bold, short, no sentence."""
    text = line.text.strip()
    letters = [run for run in line.runs if any(map(str.isalpha, run.text))]
    bold = bool(letters) and all(run.bold for run in letters)
    return bold and not line.bullet and 1 < len(text.split()) <= _LONGEST and text[-1].isalpha()


def _is_between(at: int, lines: Sequence[Line], owners: Owners) -> bool:
    """Return whether usual lines of the same answer stand above and below."""
    around = (at - 1, at + 1)
    if any(not 0 <= each < len(lines) or owners[each] != owners[at] for each in around):
        return False
    return not any(run.bold for run in lines[at + 1].runs)
