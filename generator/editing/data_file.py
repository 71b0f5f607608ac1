"""Edits values of a data file in place, unless somebody else changed the file meanwhile."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.editing.edited import BOM, content, edited
from generator.editing.edits import Edit, Set, is_there
from generator.files.atomic import failure, write_whole
from generator.opening.regular import whole
from generator.problems import DataPath, Place, Problem, problem
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
    real = path.resolve()
    return Snapshot(path, whole(real, LIMIT))


def write_edits(seen: Snapshot, edits: Iterable[Edit]) -> list[Problem]:
    """Make edits in a data file and keep every other byte.

    Args:
        seen: the file as it was when the edits were decided.
        edits: made one after the other.

    Returns:
        Empty on success; else the reason why nothing was written: that of `edited`, KD621 (the file
        was changed meanwhile; both versions are shown), or the problem of an `OSError`.
    """
    changed = edited(seen.data.decode("utf-8"), edits, seen.path.as_posix())
    return [changed] if isinstance(changed, Problem) else _replaced(seen, changed)


def write_values(seen: Snapshot, path: DataPath, values: dict[str, str | None]) -> list[Problem]:
    """Write values into the mapping of a numbered document and keep every other byte.

    Args:
        seen: the file as it was when the values were decided.
        path: the path of the document in the file.
        values: the values by key (`so`, `ngay`); None empties a value.

    Returns:
        As `write_edits`, but KD620, which says what to write by hand, where `edited` refuses.
    """
    text = seen.data.decode("utf-8")
    edits = [
        Set((*path, name), value)
        for name, value in values.items()
        if value is not None or _holds(text, (*path, name))
    ]
    changed = edited(text, edits, seen.path.as_posix())
    if isinstance(changed, Problem):
        wanted = ", ".join(f"{name}: {value or ''}".strip() for name, value in values.items())
        muc, place = ".".join(map(str, path)) or "đầu tệp", Place(file=seen.path.as_posix())
        return [problem("KD620", place, muc=muc, gia_tri=wanted, ly_do=changed.message)]
    return _replaced(seen, changed)


def _holds(text: str, path: DataPath) -> bool:
    tree = content(text.removeprefix(BOM))
    return not isinstance(tree, Problem) and is_there(tree, path)


def _replaced(seen: Snapshot, changed: str) -> list[Problem]:
    """Replace a file unless somebody changed it meanwhile; an unchanged one is left alone."""
    data = changed.encode()
    if data == seen.data:
        return []
    place = Place(file=seen.path.as_posix())
    try:
        now = snapshot(seen.path)
        if now.dau_van != seen.dau_van:
            return [problem("KD621", place, hai_ban=_both(seen, now))]
        real = seen.path.resolve()
        mode = real.stat().st_mode
        write_whole(real, data)
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
