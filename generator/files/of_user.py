"""The folders in which a system keeps what a program remembers for one user."""

import os
import stat
import sys
from pathlib import Path

_SETTINGS = {"win32": "AppData/Local", "darwin": "Library/Application Support"}
_SPARED = {"win32": "AppData/Local", "darwin": "Library/Caches"}


def settings() -> Path:
    """Return the folder for what must not be lost."""
    return _folder("XDG_CONFIG_HOME", _SETTINGS.get(sys.platform, ".config"))


def spared() -> Path:
    """Return the folder for what only spares work and can be made again."""
    return _folder("XDG_CACHE_HOME", _SPARED.get(sys.platform, ".cache"))


def _folder(elsewhere: str, usual: str) -> Path:
    asked = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else elsewhere)
    return (Path(asked) if asked else Path.home() / usual) / "kiemdiem"


def is_private(path: Path) -> bool:
    """Return whether nobody but this user and who rules the machine can write a file or folder.

    Windows gives the folders above to the user, the system and the administrators; only one on
    another machine is not trusted there.

    Raises:
        OSError: it is not there, or the system does not say.
    """
    if sys.platform == "win32":
        return not str(path).startswith("\\\\")
    found = path.lstat()
    others = stat.S_IWGRP | stat.S_IWOTH
    return (
        found.st_uid == os.geteuid()
        and not stat.S_ISLNK(found.st_mode)
        and not (found.st_mode & others)
    )
