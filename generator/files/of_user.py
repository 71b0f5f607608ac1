"""The folders in which a system keeps what a program remembers for one user."""

import errno
import os
import stat
import sys
from pathlib import Path

from generator.files.real_path import real_path

_SETTINGS = {"win32": "AppData/Local", "darwin": "Library/Application Support"}
_SPARED = {"win32": "AppData/Local", "darwin": "Library/Caches"}


def settings() -> Path:
    """Return the folder for what must not be lost.

    Raises:
        OSError: the user has no home.
    """
    return _folder("XDG_CONFIG_HOME", _SETTINGS.get(sys.platform, ".config"))


def spared() -> Path:
    """Return the folder for what only spares work and can be made again.

    Raises:
        OSError: the user has no home.
    """
    return _folder("XDG_CACHE_HOME", _SPARED.get(sys.platform, ".cache"))


def _folder(elsewhere: str, usual: str) -> Path:
    asked = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else elsewhere, "")
    # The XDG specification has a relative path ignored: it would be another one in each folder.
    return (Path(asked) if os.path.isabs(asked) else home() / usual) / "kiemdiem"  # noqa: PTH117


def home() -> Path:
    """Return the folder of the user.

    Raises:
        OSError: there is none.
    """
    try:
        return Path.home()
    except RuntimeError as error:  # an account of a service or a container may have none
        raise FileNotFoundError(errno.ENOENT, str(error)) from error


def is_private(path: Path) -> bool:
    """Return whether nobody but this user and who rules the machine can write a file or folder.

    Nor can anybody else, in one of the folders above, put another in its place.

    Windows gives the folders above to the user, the system and the administrators; only one on
    another machine is not trusted there.

    Raises:
        OSError: it is not there, or the system does not say.
    """
    if sys.platform == "win32":
        return not str(path).startswith("\\\\")
    found = path.lstat()
    return (
        found.st_uid == os.geteuid()
        and not stat.S_ISLNK(found.st_mode)
        and not (found.st_mode & _OTHERS)
        and all(map(_keeps, real_path(path).parents))
    )


_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def _keeps(folder: Path) -> bool:
    """Return whether nobody else can put another file in the place of the one of this user."""
    found = folder.stat()
    others = found.st_mode & _OTHERS and not found.st_mode & stat.S_ISVTX
    return found.st_uid in (0, os.geteuid()) and not others
