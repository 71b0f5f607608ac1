"""Renames documents whose number alone has changed, so that a new numbering makes nothing twice.

The number in a name is that of the checklist (`papers.numbering`): another checklist, another kind
of subject or an earlier version of this program gives the same document another number. A file
that a clerk has edited keeps the edits, and all of them stay as up to date as they were.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.building.state import Record
from generator.files.documents import is_beside, renamed
from generator.papers.numbering import in_name
from generator.papers.plan import Planned


def renumber(
    folder: Path, known: Mapping[str, Record], plan: Iterable[Planned]
) -> dict[str, Record]:
    """Rename the recorded documents of a folder that are planned under another number.

    Args:
        folder: their folder.
        known: the records of the folder, by file name.
        plan: the documents of the unit.

    Returns:
        The new record of each that was renamed, by its old file name. One whose new name is taken,
        that two planned documents could be, or that the system does not rename stays where it is,
        like any document that the data no longer produces.
    """
    new_names = dict(_by_title(plan))
    names = set(new_names.values())
    old = [name for name in known if name not in names]
    times = Counter(_title(name) for name in old)
    done: dict[str, Record] = {}
    for name in old:
        new = new_names.get(_title(name))
        if new and new not in known and times[_title(name)] == 1:
            record = _moved(folder, known[name], new)
            if record:
                done[name] = record
    return done


def _by_title(plan: Iterable[Planned]) -> Iterator[tuple[str, str]]:
    """Yield each name of the plan with its title, if no other document has this title."""
    named = [
        (name.removeprefix(f"{in_name(each.muc)} - ") if each.muc else name, name)
        for each in plan
        for name in (each.ten_tep, each.ten_khac)
    ]
    times = Counter(title for title, _ in named)
    return ((title, name) for title, name in named if times[title] == 1)


def _title(name: str) -> str:
    return _NUMBER.sub("", name, count=1)


_NUMBER = re.compile(r"^[^\s-][^\s]{0,19} - (?=\S)")


def _moved(folder: Path, record: Record, new: str) -> Record | None:
    if not renamed(folder / record.tep, folder / new):
        return None
    beside = ""
    if record.ben and is_beside(record.ben, record.tep):
        mark = record.ben.removeprefix(record.tep.removesuffix(".docx"))
        asked = f"{new.removesuffix('.docx')}{mark}"
        beside = asked if renamed(folder / record.ben, folder / asked) else ""
    return record._replace(tep=new, ben=beside)
