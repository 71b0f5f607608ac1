"""Reads the lines of a form that was sent back, whichever kind of file it is."""

from pathlib import Path

from generator.opening.plain import kind_of
from generator.opening.written import Line, read_written


def read_sent_back(path: Path) -> tuple[Line, ...]:
    """Return the lines of a PDF, or else of a Word file.

    Raises:
        RefusedFileError: the file is damaged or cannot be read within the limits.
    """
    if kind_of(path) == "pdf":
        from generator.opening.written_pdf import read_written_pdf  # noqa: PLC0415 - PDF is rare

        return read_written_pdf(path)
    return read_written(path)
