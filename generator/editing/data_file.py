"""Edits values of a data file in place, unless somebody else changed the file meanwhile."""

import difflib
import errno
import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.editing.yaml_edit import with_values
from generator.files.atomic import failure, write_whole
from generator.opening.regular import read_regular
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.text_file import LIMIT

_BOM = b"\xef\xbb\xbf"


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
        OSError: the file cannot be read, is no ordinary file or larger than a data file may be.
    """
    # Follow a link to its target: replacing the link itself would leave the target unchanged.
    real = path.resolve()
    data = read_regular(real, LIMIT)
    if len(data) > LIMIT:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return Snapshot(path, data)


def write_values(seen: Snapshot, path: DataPath, values: dict[str, str | None]) -> list[Problem]:
    """Write values into the mapping of a document and keep every other byte.

    Args:
        seen: the file as it was when the values were decided.
        path: the path of the document in the file.
        values: the values by key (`so`, `ngay`); None empties a value.

    Returns:
        Empty on success; else the reason why nothing was written: KD620 (the place cannot be edited
        safely), KD621 (the file was changed meanwhile; both versions are shown), or the problem of
        an `OSError`.
    """
    place = Place(file=seen.path.as_posix())
    mark = _BOM if seen.data.startswith(_BOM) else b""
    text = seen.data.removeprefix(_BOM).decode("utf-8")
    changed = with_values(text, path, values)
    if changed is None:
        wanted = ", ".join(f"{name}: {value or ''}".strip() for name, value in values.items())
        return [problem("KD620", place, muc=".".join(map(str, path)) or "đầu tệp", gia_tri=wanted)]
    if changed == text:
        return []
    try:
        now = snapshot(seen.path)
        if now.dau_van != seen.dau_van:
            return [problem("KD621", place, hai_ban=_both(seen, now))]
        real = seen.path.resolve()
        mode = real.stat().st_mode
        write_whole(real, mark + changed.encode())
        real.chmod(mode)
    except OSError as error:
        return [failure(error, place)]
    return []


def _both(seen: Snapshot, now: Snapshot) -> str:
    """Return the differing lines of the two versions as a unified diff, cut to `_SHOWN` lines."""
    before, after = (each.data.decode("utf-8", "replace").splitlines() for each in (seen, now))
    lines = list(
        difflib.unified_diff(before, after, "bản đã đọc", "bản hiện nay", lineterm="", n=1)
    )
    more = [f"… và {len(lines) - _SHOWN} dòng khác"] if len(lines) > _SHOWN else []
    return "\n".join(["", *lines[:_SHOWN], *more])
