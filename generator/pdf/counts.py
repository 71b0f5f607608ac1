"""How many pages papers have, as far as that is known without opening a PDF."""

import re
from collections.abc import Iterable
from pathlib import Path

from generator.opening.can_be_opened import size_and_time
from generator.opening.content import RefusedFileError
from generator.opening.packed import opened, read_xml
from generator.pdf import state
from generator.pdf.run import FOLDER
from generator.pdf.state import PaperRecord

_APP = "docProps/app.xml"
_PAGES = re.compile(rb"<Pages>(\d{1,4})</Pages>")
_MOST = 4096

_Stamp = tuple[int, int]
_records: dict[tuple[Path, str], tuple[_Stamp, dict[str, PaperRecord]]] = {}
_said: dict[Path, tuple[_Stamp, int | None]] = {}


def page_counts(root: Path, unit: str, words: Iterable[Path]) -> dict[Path, int]:
    """Return the pages of the papers of a unit.

    A PDF of the paper that is newer than it says how many, else Word, which writes the number into
    a file that it saves. Both are remembered by size and time of the file.

    Args:
        root: the output folder of the campaign.
        unit: the folder of the unit below it.
        words: the Word files of the papers.

    Returns:
        The pages by Word file; papers of which nobody knows are left out.
    """
    records = _recorded(root, unit)
    found: dict[Path, int] = {}
    for word in words:
        record = records.get(word.name)
        pages = _of_pdf(root / FOLDER / unit, word, record) if record else None
        if pages is None:
            pages = _of_word(word)
        if pages:
            found[word] = pages
    return found


def _recorded(root: Path, unit: str) -> dict[str, PaperRecord]:
    """Return what the last making of PDF files recorded; nothing while one is running."""
    stamp = size_and_time(root / state.STATE_FILE)
    if stamp is None:
        return {}
    known = _records.get((root, unit))
    if known and known[0] == stamp:
        return known[1]
    try:
        with state.looked_at(root) as there:
            found = state.papers(there, unit)
    except OSError:
        return {}
    if len(_records) >= _MOST:
        _records.clear()
    _records[root, unit] = stamp, found
    return found


def _of_pdf(folder: Path, word: Path, record: PaperRecord) -> int | None:
    made, typed = size_and_time(folder / record.pdf), size_and_time(word)
    current = made == (record.co, record.luc) and typed is not None and typed[1] <= record.luc
    return record.trang if current else None


def _of_word(word: Path) -> int | None:
    stamp = size_and_time(word)
    if stamp is None:
        return None
    known = _said.get(word)
    if known is None or known[0] != stamp:
        if len(_said) >= _MOST:
            _said.clear()
        known = _said[word] = stamp, _written(word)
    return known[1]


def _written(word: Path) -> int | None:
    """Return the number that Word wrote into a file; what this program makes has none."""
    try:
        with opened(word) as packed:
            found = _PAGES.search(read_xml(packed, _APP)) if _APP in packed.namelist() else None
    except (OSError, RefusedFileError):
        return None
    return int(found[1]) if found else None
