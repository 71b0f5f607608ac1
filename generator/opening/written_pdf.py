"""Reads the lines of a PDF form that was sent back, as `written` does those of a Word file."""

import re
from dataclasses import replace
from pathlib import Path

from generator.opening.old_words import old_words
from generator.opening.pdf import read_pdf
from generator.opening.typed_letters import UNKNOWN
from generator.opening.typed_line import CUT
from generator.opening.written import Line, Run

WRAPPED = "PDF không cho biết dòng này có phải đoạn mới"

_LEAST, _FULL = 40, 0.75
"""Letters, and the share of the longest line, from which on a line may go on in the next."""

_BULLET = re.compile(r"[-–+•]\s|\d+[.)]\s")
_CLOSING = frozenset(".:;!?…")


def read_written_pdf(path: Path) -> tuple[Line, ...]:
    """Read the lines of a PDF with text; a PDF does not tell emphasis, paragraphs and cells.

    Returns:
        The lines from top to bottom, `noi` counting them; none where the letters cannot be read,
        as of a scan. What plainly goes on from the line above is joined to it; where it may, the
        line bears a doubt.

    Raises:
        RefusedFileError: the file is damaged or password-protected.
    """
    seen = read_pdf(path)
    full = max(_LEAST, _FULL * max(map(_size, seen.lines), default=0))
    found: list[Line] = []
    before = ""
    for noi, text in enumerate(seen.lines, 1):
        wrapped = _size(before) >= full and not _BULLET.match(text)
        if wrapped and text[:1].islower() and before[-1:] not in _CLOSING:
            above = found.pop()
            found.append(replace(above, runs=(*above.runs, Run(f" {text}"))))
        else:
            why = (*((UNKNOWN,) if old_words(text) else ()), *((WRAPPED,) if wrapped else ()))
            found.append(Line((Run(text),), noi, doubts=why))
        before = text
    if seen.unread and found:
        found[-1] = replace(found[-1], doubts=(*found[-1].doubts, CUT))
    return tuple(found)


def _size(text: str) -> int:
    """Return how long a line is without the dots to write on, which are narrow."""
    return len(text) - sum(map(text.count, ".…_"))
