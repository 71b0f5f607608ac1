"""Reads the lines of a PDF form that was sent back, as `written` does those of a Word file."""

from pathlib import Path

from generator.opening.old_words import old_words
from generator.opening.pdf import read_pdf
from generator.opening.typed_letters import UNKNOWN
from generator.opening.typed_lines import CUT
from generator.opening.written import Line, Run


def read_written_pdf(path: Path) -> tuple[Line, ...]:
    """Read the lines of a PDF with text; a PDF does not tell emphasis, paragraphs and cells.

    Returns:
        The lines from top to bottom, `noi` counting them; none where the letters cannot be read,
        as of a scan.

    Raises:
        RefusedFileError: the file is damaged or password-protected.
    """
    seen = read_pdf(path)
    last = len(seen.lines)
    return tuple(
        Line(
            (Run(text),),
            noi,
            doubts=(
                *((UNKNOWN,) if old_words(text) else ()),
                *((CUT,) if seen.unread and noi == last else ()),
            ),
        )
        for noi, text in enumerate(seen.lines, 1)
    )
