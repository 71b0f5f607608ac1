"""Keeps for the next run what costs much to make, where nobody but the user can write it.

Whatever goes wrong here costs only the time to make it again.
"""

import contextlib
import hashlib
from pathlib import Path

from generator.files import of_user
from generator.files.atomic import create, drop, replace, temporary_name
from generator.opening.regular import whole

FOLDER = "bo-nho"
_LARGEST = 16 * 2**20
_MOST = 256
"""Files that are kept; where there are more, those of other origins go."""
_SIZE = 32


def taken(origin: str, name: str) -> bytes | None:
    """Return what was kept; None if it is not there or not whole, or if others could write it.

    Args:
        origin: what names all that it was made from.
        name: what tells things of one origin apart.
    """
    try:
        path = _path(origin, name)
        if not (of_user.is_private(path.parent) and of_user.is_private(path)):
            return None
        found = whole(path, _LARGEST)
    except OSError:
        return None
    data = found[_SIZE:]
    return data if _digest(data) == found[:_SIZE] else None


def keep(origin: str, name: str, data: bytes) -> None:
    """Keep something; where that cannot be, it is not there the next time."""
    temporary = None
    try:
        path = _path(origin, name)
        for folder in reversed(path.parents[:3]):  # the folders of this user, for no group
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not of_user.is_private(path.parent):
            return
        _make_room(path.parent, origin)
        temporary = temporary_name(path)
        create(temporary, _digest(data) + data)
        temporary.chmod(0o600)
        replace(temporary, path)
    except OSError:
        drop(temporary)


def _path(origin: str, name: str) -> Path:
    return of_user.spared() / FOLDER / f"{origin}-{name}"


def _make_room(folder: Path, origin: str) -> None:
    kept = list(folder.iterdir())
    others = [each for each in kept if not each.name.startswith(origin)]
    for each in others if len(kept) >= _MOST else ():
        with contextlib.suppress(OSError):
            each.unlink()


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SIZE).digest()
