"""A data file as it was read, to tell later whether somebody changed it meanwhile."""

import difflib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.files.real_path import real_path
from generator.opening.regular import whole
from generator.problems.text import AS_READ
from generator.reading.text_file import LIMIT

_SHOWN = 60
"""Maximum lines of the two versions that are shown."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A file as it was read; `dau_van` is the SHA-256 of its bytes."""

    path: Path
    data: bytes

    @property
    def dau_van(self) -> str:
        """The fingerprint by which a later change of the file is detected."""
        return sha256(self.data).hexdigest()


def snapshot(path: Path) -> Snapshot:
    """Read a file.

    Raises:
        OSError: the file cannot be read.
    """
    # Follow a link to its target: replacing the link itself would leave the target unchanged.
    real = real_path(path)
    return Snapshot(path, whole(real, LIMIT))


def both_versions(seen: Snapshot, now: Snapshot) -> str:
    """Return the differing lines of the two versions as a unified diff, cut to `_SHOWN` lines."""
    before, after = (each.data.decode("utf-8", "replace").splitlines() for each in (seen, now))
    lines = list(difflib.unified_diff(before, after, AS_READ, "bản hiện nay", lineterm="", n=1))
    more = [f"… và {len(lines) - _SHOWN} dòng khác"] if len(lines) > _SHOWN else []
    return "\n".join(["", *lines[:_SHOWN], *more])
