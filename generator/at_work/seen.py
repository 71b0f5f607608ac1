"""What files were when they were last read, so that only changed ones are read again."""

import hashlib
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.files.digests import LARGEST
from generator.opening.regular import whole

T = TypeVar("T")

GONE = 0
"""The version of a file that is not there."""

SETTLED = 2.0
"""Seconds after which a second change of a file has another time, on any file system (FAT: 2)."""

DEEPEST = 10
"""Levels of folders that are looked at; also ends cycles of links."""

Versions = tuple[tuple[str, int], ...]
"""Files with their versions, by path."""


@dataclass(slots=True)
class _Entry:
    stamp: tuple[int, int]
    settled: bool
    digest: bytes
    version: int


class Seen:
    """Versions of files: a number that is another one as soon as the content is.

    Size and time of a file tell that it is unchanged. They do not if it changed moments ago, since
    the next change may bear the same time: such a file is compared by content.
    """

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}
        self._last = GONE

    def version(self, path: str) -> int:
        """Return the version of a file; `GONE` if there is none."""
        try:
            return self._of(path, os.stat(path))  # noqa: PTH116 - asked for thousands of files
        except (OSError, ValueError):
            self._entries.pop(path, None)
            return GONE

    def below(self, folder: Path, depth: int = DEEPEST) -> Iterator[tuple[str, int]]:
        """Yield the files of a folder and of those below it with their versions, in no order.

        Args:
            folder: it may be missing.
            depth: levels below the folder itself; 0 for its own files only.
        """
        waiting = [(str(folder), depth)]
        while waiting:
            name, depth = waiting.pop()
            try:
                with os.scandir(name) as inside:
                    entries = list(inside)
            except OSError:
                yield name, GONE
                continue
            for each in entries:
                try:
                    if not each.is_dir():
                        yield each.path, self._of(each.path, each.stat())
                    elif depth:
                        waiting.append((each.path, depth - 1))
                except OSError:
                    yield each.path, GONE

    def _of(self, path: str, found: os.stat_result) -> int:
        stamp = found.st_size, found.st_mtime_ns
        known = self._entries.get(path)
        if known and known.stamp == stamp and known.settled:
            return known.version
        settled = 0 <= found.st_mtime <= time.time() - SETTLED
        if settled and known is None:
            self._entries[path] = _Entry(stamp, settled, b"", self._next())
            return self._last
        digest = _digest(path, stamp)
        version = known.version if known and known.digest == digest else self._next()
        self._entries[path] = _Entry(stamp, settled, digest, version)
        return version

    def _next(self) -> int:
        self._last += 1
        return self._last


_LOCKED = re.compile(r"\.|.*\.sqlite")
"""Names of journals, states, registers and temporary files, which are never opened to look at them.

Where locks belong to a process (POSIX), closing any handle of a file drops those that the process
holds on it: a look would let others into a journal that is being written.
"""


class Remembered(Generic[T]):
    """What was made of files, made again when a file has another version."""

    def __init__(self, seen: Seen, make: Callable[..., T]) -> None:
        self._seen = seen
        self._make = make
        self._known: dict[str, tuple[int, T]] = {}

    def of(self, path: Path, *more: Any) -> T:
        """Return what `make(path, *more)` gives, or gave for the same version of the file."""
        name = str(path)
        version = self._seen.version(name)
        known = self._known.get(name)
        if known and known[0] == version:
            return known[1]
        made = self._make(path, *more)
        self._known[name] = version, made
        return made


def _digest(path: str, stamp: tuple[int, int]) -> bytes:
    if _LOCKED.match(os.path.basename(path)):  # noqa: PTH119 - asked for thousands of files
        return hashlib.blake2b(repr(stamp).encode(), digest_size=16).digest()
    try:
        data = whole(Path(path), LARGEST)
    except OSError:  # a pipe, or a file too large for any reader
        data = repr(stamp).encode()
    return hashlib.blake2b(data, digest_size=16).digest()
