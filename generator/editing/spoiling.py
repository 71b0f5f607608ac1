"""Tells what a change set would make unreadable."""

from pathlib import Path

from generator.editing.changes import ChangeSet
from generator.editing.edited import BOM
from generator.problems import Problem, Severity
from generator.reading.data_file import data_of


def spoiled(changes: ChangeSet) -> list[Problem]:
    """Return the errors of reading that files would have after a change set, and have not now.

    Such a change (a key that does not exist, a level that is none) is never what was meant; what
    rules say of the data is not part of it, because data is entered one value at a time.
    """
    found: list[Problem] = []
    for each in changes.files:
        if each.sau is not None:
            known = {(e.code, e.message) for e in _errors(each.tep, each.truoc or b"")}
            found += [e for e in _errors(each.tep, each.sau) if (e.code, e.message) not in known]
    return found


def _errors(path: Path, data: bytes) -> list[Problem]:
    text = data.decode("utf-8", "replace").removeprefix(BOM)
    read = data_of(text, path, path.as_posix()) if text else None
    return [p for p in (read.problems if read else ()) if p.severity is Severity.ERROR]
