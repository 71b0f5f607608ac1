"""Opens ordinary files only: a pipe, a socket or a device would make its reader wait for ever."""

import os
import stat
from pathlib import Path
from typing import IO

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Without `O_NONBLOCK` opening a pipe waits for somebody who writes into it."""


class NotRegularError(OSError):
    """Something other than an ordinary file stands at the path."""


def is_regular(path: Path) -> bool:
    """Return whether an ordinary file, or a link to one, stands at the path."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def open_regular(path: Path) -> IO[bytes]:
    """Open an ordinary file for reading.

    Raises:
        NotRegularError: it is none.
        OSError: it cannot be opened.
    """
    # Asked before opening, because a device may act on being opened, and once more after it.
    if not stat.S_ISREG(path.stat().st_mode):
        raise NotRegularError(path)
    file = os.fdopen(os.open(path, _FLAGS), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotRegularError(path)
    return file


def read_regular(path: Path, limit: int) -> bytes:
    """Read an ordinary file up to one byte more than `limit`, so that a longer one is noticed.

    Raises:
        NotRegularError: it is none.
        OSError: it cannot be read.
    """
    with open_regular(path) as file:
        return file.read(limit + 1)
