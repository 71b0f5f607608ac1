"""What the verdicts of a unit hang on: as long as it is the same, they are not made again."""

import json
from pathlib import Path

from generator.dossier.unit_check import UnitPlace
from generator.files.digests import files_digest
from generator.opening.plain import refused


def mark_of(place: UnitPlace, inputs: str, common: str) -> str:
    """Return the digest of everything that the result of a unit depends on.

    Args:
        place: its files.
        inputs: the digest of its data.
        common: the digest of what all units are held against.
    """
    own = inside(place.folder)
    seen = [_stamp(path) for path in (*place.files, *own)]
    records = sorted(map(repr, place.records.values()))
    told = json.dumps([seen, records, place.fresh, len(place.problems)])
    # Size and time say nothing of a sector that was lost: our own papers are read anew each time.
    return files_digest(filter(_is_read, own), inputs, common, told)


def inside(folder: Path) -> list[Path]:
    """Return what lies in a folder, in the order of the names; nothing if it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_read(path: Path) -> bool:
    try:
        return refused(path) is None
    except OSError:
        return False


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        found = path.lstat()
    except OSError:
        return path.as_posix(), -1, -1
    return path.as_posix(), found.st_size, found.st_mtime_ns
