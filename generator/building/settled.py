"""Answers a build of a campaign in which nothing changed, before any of its data is understood.

When a whole build has ended, its state holds the digest of everything that it could look at, with
what it told. While all of that is the same and every document is as recorded, another build would
find nothing to do and tell the same, so none is run: most of its time is the loading of what reads
and judges data. Whatever is unclear here is left to the build.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from generator.building import state
from generator.building.program import program_digest
from generator.building.state import Record
from generator.files.atomic import sweep
from generator.files.digests import SIZE, files_digest, folder_digest
from generator.files.real_path import leads_away
from generator.problems import Problem
from generator.reading.folder_files import data_files
from generator.reading.folder_names import (
    CAMPAIGN_FILE,
    CHECKLISTS,
    KINDS,
    RECEIVED,
    TEMPLATES,
    UNITS,
)
from generator.shipped import TEMPLATES as SHIPPED

OVER = frozenset({"KD506", "KD508"})
"""Problems of documents that the data no longer produces, which `--clean` would delete."""

_READ = frozenset({UNITS, KINDS, CHECKLISTS, TEMPLATES})
_DATA = (".yaml", ".csv", ".xlsx")
_DEEPEST = 8
_NAMES_DEEP = 2
"""Of the other folders of a campaign only names are looked at, no deeper than this."""


class Settled(NamedTuple):
    """What a build would come to that finds nothing to do."""

    kept: int
    problems: list[Problem]


class _UnclearError(Exception):
    """The folder holds something that may be another thing each time, such as a link."""


def settled(
    campaign: Path, root: Path, templates: Path | None = None, *, clean: bool = False
) -> Settled | None:
    """Return what a build of a whole campaign would come to, if nothing is to be done.

    Args:
        campaign: its folder.
        root: the folder of its documents.
        templates: a folder of templates that take precedence over the shipped ones.
        clean: whether documents that the data no longer produces would be deleted.

    Returns:
        The result, or None if a build has to be run to know.
    """
    try:
        if not (campaign / CAMPAIGN_FILE).is_file() or leads_away(root):
            return None
        if not (root / state.STATE_FILE).is_file():
            return None
        with state.opened(root) as known:
            saved = state.campaign_saved(known)
            if saved is None or (clean and any(each.code in OVER for each in saved.problems)):
                return None
            mark = inputs(campaign, root, templates)
            if not mark or saved.mark != mark:
                return None
            kept = _kept(root, known, saved.rows)
            return Settled(kept, saved.problems) if kept else None
    except OSError:
        return None


def _kept(root: Path, known: Connection, rows: str) -> int:
    """Return the number of documents; 0 if one is not as recorded, or a folder was made anew."""
    kept, marks = 0, {}
    for name in {"", *state.folders(known), *state.finished(known)}:
        records = state.records(known, name)
        before = state.folder_mark(known, name, records)
        if before is None:
            return 0
        tidy(root / name)
        if not as_recorded(root / name, records):
            return 0
        marks[name] = before[0]
        kept += len(records)
    return kept if state.campaign_digest(marks) == rows else 0


def inputs(campaign: Path, root: Path, templates: Path | None) -> str:
    """Return the digest of all that a build of a whole campaign looks at; empty if it is unclear.

    That is the program, its templates and those given, its checklists, the names of all that stands
    in the folder of the campaign, and the contents of what may be read there.
    """
    names = hashlib.blake2b(digest_size=SIZE)
    try:
        contents = files_digest(
            chain(data_files(SHIPPED / CHECKLISTS), _looked_at(campaign, names.update)),
            program_digest().hex(),
            folder_digest([*([templates] if templates else []), SHIPPED]),
            str(templates or ""),
            campaign.as_posix(),
            root.as_posix(),
        )
    except (_UnclearError, OSError):
        return ""
    return files_digest([], contents, names.hexdigest())


Note = Callable[[bytes], object]


def _looked_at(campaign: Path, note: Note) -> Iterator[Path]:
    """Yield the files whose contents count; `note` takes the name of everything that is there."""
    for path, entry in _entries(campaign, "", note):
        # Some disks make no difference between small letters and capitals.
        name = entry.name.casefold()
        if entry.is_dir():
            read = name in _READ
            if name != RECEIVED:
                yield from _below(entry, path, note, _DEEPEST if read else _NAMES_DEEP, read=read)
        elif name.endswith(_DATA):
            yield from _read(entry)
        else:  # a document as issued, a scan: large, or not even on this machine
            found = entry.stat()
            note(f"{found.st_size} {found.st_mtime_ns}\0".encode())


def _below(
    folder: "os.DirEntry[str]", above: str, note: Note, deep: int, *, read: bool
) -> Iterator[Path]:
    for path, entry in _entries(folder.path, above, note):
        if not entry.is_dir():
            yield from _read(entry) if read else ()
        elif deep > 1:
            yield from _below(entry, path, note, deep - 1, read=read)
        elif read:
            raise _UnclearError(entry.path)


def _entries(
    folder: str | Path, above: str, note: Note
) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Yield what stands in a folder, in order; note names, and which are folders or no files."""
    with os.scandir(folder) as found:
        inside = sorted(found, key=lambda entry: entry.name)
    for each in inside:
        if each.is_symlink():
            raise _UnclearError(each.path)
        kind = "/" if each.is_dir() else "" if each.is_file() else "|"
        path = f"{above}{each.name}{kind}"
        note(f"{path}\0".encode("utf-8", "surrogatepass"))
        yield path, each


def _read(entry: "os.DirEntry[str]") -> Iterable[Path]:
    """Return a file whose contents count: all but the locks that Word lays beside a file."""
    is_read = entry.is_file() and not entry.name.startswith("~$")
    return [Path(entry.path)] if is_read else []


def tidy(folder: Path) -> None:
    """Delete what a killed run left in a folder, unless it is somewhere else."""
    if not leads_away(folder):
        sweep(folder)


def as_recorded(folder: Path, records: Mapping[str, Record]) -> bool:
    """Return whether all files of a folder are there and were not touched since."""
    inside = f"{folder}{os.sep}"
    try:
        return all(_is_as(inside + each.tep, each) for each in records.values())
    except OSError:
        return False


def _is_as(path: str, record: Record) -> bool:
    found = os.stat(path)  # noqa: PTH116 - asked for thousands of files
    return (found.st_size, found.st_mtime_ns) == (record.co, record.luc)
