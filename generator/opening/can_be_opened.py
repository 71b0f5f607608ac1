"""Whether files can be opened: asked once for each version of a file, all of them in one go."""

import time
from collections.abc import Iterable
from pathlib import Path

from generator.opening.content import Refusal
from generator.opening.pool import SECONDS, open_files

SETTLED = 2.0
"""Seconds after which a second change of a file has another time, on any file system (FAT: 2)."""

_MOST = 4096
_PASSING = frozenset({Refusal.QUA_LAU, Refusal.KHONG_DOC_DUOC, Refusal.CHUA_TAI})
"""Refusals that may be no more at the next look although the file is the same."""

_Stamp = tuple[int, int]
_known: dict[Path, tuple[_Stamp, Refusal | None]] = {}


def refusals(paths: Iterable[Path]) -> dict[Path, Refusal]:
    """Return why files cannot be opened, by file; those that can be are not among them.

    A file that was opened before is opened again only if its size or time is another one, or if it
    was written moments ago: a further change might then bear the same time.
    """
    now, found = time.time(), {}
    stamps = {each: stamp for each in paths if (stamp := size_and_time(each))}
    for path, stamp in stamps.items():
        known = _known.get(path)
        if known and known[0] == stamp:
            found[path] = known[1]
    for path, seen in open_files([each for each in stamps if each not in found], 1, SECONDS):
        found[path] = Refusal(seen.refusal) if seen.refusal else None
        if found[path] not in _PASSING and 0 <= stamps[path][1] / 1e9 <= now - SETTLED:
            _remember(path, stamps[path], found[path])
    return {path: why for path, why in found.items() if why}


def _remember(path: Path, stamp: _Stamp, why: Refusal | None) -> None:
    if len(_known) >= _MOST:
        _known.clear()
    _known[path] = stamp, why


def size_and_time(path: Path) -> _Stamp | None:
    """Return size (bytes) and time (ns) of a file; None if it cannot be looked at."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns
