"""Opens every file that comes in: plain files only, no more of one than its role allows.

A pipe or a device may never end, and opening one may wait for ever; so a path is looked at before
it is opened, and once more when it is open.
"""

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

NOT_FETCHED = frozenset({362, 386, 387, 388, 389, 391, 393, 395, 397, 398, 404, 426})
"""Numbers of Windows for a file whose content is still with OneDrive or the like and did not come.

Source: System Error Codes (Microsoft), ERROR_CLOUD_FILE_….
"""


class IrregularError(OSError):
    """The path is a pipe, a device or the like; there is nothing in it to read."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "not a regular file", str(path))


class TooLargeError(OSError):
    """The file is larger than its role allows."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), str(path))


def is_not_fetched(error: OSError) -> bool:
    """Return whether a file could not be read because its content is not on this machine."""
    return getattr(error, "winerror", None) in NOT_FETCHED


def is_regular(path: Path) -> bool:
    """Return whether a path leads to a plain file, through links too; False if it is missing."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def is_folder(entry: "os.DirEntry[str]") -> bool:
    """Return whether an entry of a folder is or leads to a folder.

    A link that leads to itself does not; asked directly the system raises an error for it, and one
    such link must not hide what lies beside it.
    """
    try:
        return entry.is_dir()
    except OSError:
        return False


def is_file(entry: "os.DirEntry[str]") -> bool:
    """Return whether an entry of a folder is or leads to a plain file, as `is_folder`."""
    try:
        return entry.is_file()
    except OSError:
        return False


def opened(path: Path) -> BufferedReader:
    """Open a plain file for reading; links are followed.

    Raises:
        IsADirectoryError: it is a folder.
        IrregularError: it is neither file nor folder.
        OSError: it cannot be opened.
    """
    _plain(path, path.stat().st_mode)
    file = path.open("rb")
    try:
        _plain(path, os.fstat(file.fileno()).st_mode)
    except OSError:
        file.close()
        raise
    return file


def whole(path: Path, limit: int) -> bytes:
    """Read a file.

    Raises:
        TooLargeError: it has more than `limit` bytes.
        OSError: as `opened`.
    """
    with opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise TooLargeError(path)
        data = file.read(size + 1)  # not `limit + 1`: room for all of it would be made each time
        if len(data) > size:  # a file of the system may grow, or have no size at all
            data += file.read(limit + 1 - len(data))
    if len(data) > limit:
        raise TooLargeError(path)
    return data


def _plain(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise IrregularError(path)
