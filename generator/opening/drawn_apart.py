"""Finds the lines of a Word file that somebody made bold, underlined or coloured by hand."""

import re

from generator.opening.boxes import tidy
from generator.opening.plain_body import lines_of
from generator.opening.remembered import remembered

_RUN = re.compile(rb"<w:r[ >].*?</w:r>", re.DOTALL)
_SAYS = re.compile(rb"<w:t(?: [^>]*)?>[^<]*[^<\s]")
_DRAWN = re.compile(
    rb'<w:b(?: w:val="(?:1|true|on)")?/>|<w:u (?![^>]*"none")|<w:highlight |'
    rb'<w:color [^>]*w:val="(?!auto"|0{6}")'
)
_LONGEST = 400
"""Letters of a line that may be one of several to choose from."""


def drawn_apart(body: bytes) -> tuple[str, ...]:
    """Return the short lines of which every run with text is drawn so, as `boxes.tidy` has them.

    What a style draws is not meant: it draws all of its lines alike.
    """
    if not _DRAWN.search(body):
        return ()
    return tuple(line for each in body.split(b"</w:p>") for line in _lines(each))


def _lines_of(piece: bytes) -> tuple[str, ...]:
    start = piece.rfind(b"<w:p>"), piece.rfind(b"<w:p ")
    own = piece[max(start) :] if max(start) >= 0 else piece
    runs = [each for each in _RUN.findall(own) if _SAYS.search(each)]
    if not runs or not all(map(_DRAWN.search, runs)):
        return ()
    lines = tidy(lines_of(own))
    return tuple(line for line in lines if len(line) <= _LONGEST)


_lines = remembered(_lines_of, longest=2000)
