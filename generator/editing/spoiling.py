"""Tells what a change set would make unreadable, or odd."""

from pathlib import Path

from generator.editing.changes import ChangeSet
from generator.editing.edited import text_of
from generator.problems import Problem, Severity
from generator.reading import kinds
from generator.reading.data_file import data_of
from generator.reading.folder_names import KINDS


def spoiled(changes: ChangeSet) -> list[Problem]:
    """Return the errors of reading that files would have after a change set, and have not now.

    Such a change (a key that does not exist, a day that is none) is never what was meant; what
    rules say of the data is not part of it, because data is entered one value at a time.
    """
    return _come(changes, Severity.ERROR)


def odd(changes: ChangeSet) -> list[Problem]:
    """Return the warnings of reading that files would have after a change set, and have not now."""
    return _come(changes, Severity.WARNING)


def _come(changes: ChangeSet, severity: Severity) -> list[Problem]:
    found: list[Problem] = []
    for each in changes.files:
        after = [] if each.sau is None else _told(each.tep, each.sau)
        if after := [one for one in after if one.severity is severity]:
            known = {(one.code, one.message) for one in _told(each.tep, each.truoc or b"")}
            found += [one for one in after if (one.code, one.message) not in known]
    return found


def _told(path: Path, data: bytes) -> list[Problem]:
    text = text_of(data)
    if not text:
        return []
    if path.parent.name == KINDS:
        return kinds.kind_of(text, path)[1]
    return list(data_of(text, path, path.as_posix()).problems)
