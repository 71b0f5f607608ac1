"""Finds packs at a place that may be a whole drive: nearest first, within limits."""

import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.handover.contents import MANIFEST
from generator.opening.content import RefusedFileError
from generator.opening.foreign import is_foreign
from generator.opening.packed import archive
from generator.opening.pool import answers

DEEPEST = 4
"""Levels of folders below the place that are looked into."""

MOST_ENTRIES, MOST_PACKS = 5_000, 50
_SECONDS = 20.0
"""Time limit of a search; a drive of the network may not answer."""


class Searched(NamedTuple):
    """The packs that were found, and how many files and folders were looked at.

    `whole` is false where there was more than the limits let be looked at.
    """

    packs: tuple[Path, ...] = ()
    looked: int = 0
    whole: bool = True


def find_packs(place: Path) -> Searched | None:
    """Look for packs: folders with a manifest, zips that hold one or cannot be read.

    Args:
        place: a pack itself, or a folder or drive that holds some.

    Returns:
        What was found; None if the place did not answer in time.
    """
    ((_, found),) = answers(_searched, [place], 1, _SECONDS)
    return found


def _searched(place: Path) -> Searched:
    if place.is_file():
        return Searched((place,), 1)
    packs: list[Path] = []
    looked, whole = 0, True
    waiting = deque([(place, 0)])
    while waiting:
        folder, depth = waiting.popleft()
        inside: list[Path] = []
        for entry in _entries(folder):
            looked += 1
            if looked >= MOST_ENTRIES or len(packs) >= MOST_PACKS:
                return Searched(tuple(packs), looked, whole=False)
            path = Path(entry.path)
            if entry.name == MANIFEST:
                inside = []
                packs.append(folder)
                break
            if entry.is_dir(follow_symlinks=False):
                inside.append(path)
            elif path.suffix.lower() == ".zip" and entry.is_file() and _may_be_pack(path):
                packs.append(path)
        if depth < DEEPEST:
            waiting.extend((each, depth + 1) for each in sorted(inside))
        else:
            whole = whole and not inside
    return Searched(tuple(packs), looked, whole)


def _entries(folder: Path) -> Iterator["os.DirEntry[str]"]:
    """Yield what lies in a folder; nothing if it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            yield from (each for each in entries if not is_foreign(each.name))
    except OSError:
        return


def _may_be_pack(path: Path) -> bool:
    try:
        with archive(path) as packed:
            return any(name.rpartition("/")[2] == MANIFEST for name in packed.namelist())
    except RefusedFileError:
        return True  # a pack that was damaged on the way is what is looked for
    except OSError:
        return False
