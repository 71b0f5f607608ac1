"""Writes files atomically: each is complete or unchanged, even if the program stops half way.

The data goes to a temporary file in the same folder, is flushed to the disk and gets the final name
in one step. Many files are flushed together: where the system can flush a whole disk, this costs
hardly more than flushing one file.
"""

import contextlib
import ctypes
import errno
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from generator.files.real_path import real_path
from generator.opening.regular import NOT_FETCHED
from generator.problems import Place, Problem, problem

TEMPORARY = ".kiemdiem-*.tmp"
"""Pattern of the names of temporary files; those left by a killed run may be deleted."""
_LEFT = re.compile(r"\.kiemdiem-.*\.tmp(-journal)?", re.DOTALL)
"""Names as `TEMPORARY`, and those of SQLite's journals beside them."""

# Word, virus scanners and sync clients hold a file for a moment (Windows errors: access denied,
# sharing violation, lock violation); only these are retried.
_IN_USE = {5, 32, 33}
_WAITS = (0.05, 0.1, 0.25, 0.5, 0.8, 0.8)
_FEW = 4


def write_file(path: Path, data: bytes) -> list[Problem]:
    """Write a file in one step and create missing folders; return the problem of a failure."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        return [failure(error, Place(file=path.as_posix()))]
    return []


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step, replacing an earlier one.

    Raises:
        OSError: the system refused (disk, network drive, permission); the earlier file is intact.
    """
    temporary = temporary_name(path)
    try:
        create(temporary, data)
        flush([temporary])
        replace(temporary, path)
        flush_folder(path.parent)
    finally:
        drop(temporary)


def put(path: Path, data: bytes | None) -> None:
    """Give a file its content and keep its rights, or delete it; what is so already is left alone.

    A link is followed: replacing the link itself would leave its target unchanged.

    Args:
        path: the file; missing folders are made.
        data: its content; None for no file.

    Raises:
        OSError: the system refused; the file is as it was.
    """
    real = real_path(path)
    if data is None:
        real.unlink(missing_ok=True)
        flush_folder(real.parent)
        return
    mode = real.stat().st_mode if real.exists() else None
    real.parent.mkdir(parents=True, exist_ok=True)
    write_whole(real, data)
    if mode is not None:
        real.chmod(mode)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files in one step, replacing an earlier one.

    Raises:
        OSError: the system refused (disk, network drive, permission), or on Windows a file of the
            earlier folder is open; that folder is intact.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Fixed names, so that the next run deletes what a killed run left behind.
    new, old = (folder.with_name(f".kiemdiem-{folder.name}.{age}.tmp") for age in ("moi", "cu"))
    try:
        _clear(new, old)
        new.mkdir()
        for name, data in files.items():
            create(new / name, data)
        flush([new / name for name in files])
        if folder.exists():
            replace(folder, old)
        try:
            replace(new, folder)
        except OSError:
            if old.exists():
                old.replace(folder)
            raise
        flush_folder(folder.parent)
    finally:
        _clear(new, old)


def _clear(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def temporary_name(goal: Path) -> Path:
    """Return a unique temporary name in the same folder, short even if the document's is long."""
    return goal.with_name(next(temporary_names()))


def temporary_names() -> Iterator[str]:
    """Return unique temporary names without end: the system is asked once for what is random."""
    own = secrets.token_hex(8)
    return (f".kiemdiem-{own}-{number}.tmp" for number in count())


def create(path: Path, data: bytes) -> None:
    """Write a new file.

    Raises:
        OSError: the system refused, or the file exists.
    """
    # A file object would ask the system four things more, for each of thousands of documents.
    with _opened(path, _NEW) as handle:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]


def drop(temporary: Path | None) -> None:
    """Delete a temporary file if it exists; never raises `OSError`."""
    if temporary:
        with contextlib.suppress(OSError):
            temporary.unlink()


def sweep(folder: Path, age: float = 0) -> None:
    """Delete the temporary files that a killed run left in a folder.

    Args:
        folder: the folder.
        age: seconds since the last change; other processes may be using younger ones.
    """
    try:
        with os.scandir(folder) as entries:
            left = [folder / each.name for each in entries if _LEFT.fullmatch(each.name)]
    except OSError:
        return
    for path in left:
        with contextlib.suppress(OSError):
            if age <= 0 or time.time() - path.stat().st_mtime > age:
                path.unlink()


def drop_empty(folder: Path) -> None:
    """Delete a folder if nothing is in it; never raises `OSError`."""
    with contextlib.suppress(OSError):
        folder.rmdir()


def replace(temporary: Path, path: Path) -> None:
    """Give a file its final name, waiting while another program holds the earlier file open.

    Raises:
        OSError: the system refused, or the file is still open after about two and a half seconds.
    """
    for wait in _WAITS:
        try:
            temporary.replace(path)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
            time.sleep(wait)
        else:
            return
    temporary.replace(path)


def flush(files: Sequence[Path]) -> None:
    """Flush the files of one folder from memory to the disk.

    Raises:
        OSError: the disk failed or is full.
    """
    if len(files) > _FEW and _SYNCFS:
        with _opened(files[0].parent, os.O_RDONLY) as handle:
            if _SYNCFS(handle):
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number))
        return
    for file in files:
        with _opened(file, os.O_RDWR) as handle:
            os.fsync(handle)


def _syncfs() -> Callable[[int], int] | None:
    """Return Linux's `syncfs`, which flushes a whole file system; Python's `os` lacks it."""
    if sys.platform != "linux":
        return None
    call: Callable[[int], int] | None = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    return call


_SYNCFS = _syncfs()


def flush_folder(folder: Path) -> None:
    """Flush the entries of a folder to the disk, so that new names survive a crash (POSIX only)."""
    if os.name == "posix":
        with _opened(folder, os.O_RDONLY) as handle:
            os.fsync(handle)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@contextlib.contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    handle = os.open(path, flags, 0o666)
    try:
        yield handle
    finally:
        os.close(handle)


_KINDS = {
    **dict.fromkeys((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)), "KD503"),
    **dict.fromkeys((errno.EACCES, errno.EPERM), "KD502"),
    errno.ENAMETOOLONG: "KD744",
    errno.EROFS: "KD745",
    **dict.fromkeys((errno.EINVAL, errno.EILSEQ), "KD746"),
    errno.ENOENT: "KD747",
    **dict.fromkeys((errno.EIO, errno.ENODEV, errno.ENXIO, errno.ETIMEDOUT), "KD748"),
    **dict.fromkeys((errno.ENOTCONN, errno.ENETUNREACH), "KD748"),
    **{getattr(errno, name): "KD748" for name in ("ESTALE", "EHOSTDOWN") if hasattr(errno, name)},
    errno.EFBIG: "KD749",
    errno.EAGAIN: "KD509",
}
_WINDOWS = {
    **dict.fromkeys((39, 112), "KD503"), 206: "KD744", 19: "KD745", 123: "KD746",
    **dict.fromkeys((53, 55, 59, 64, 67, 1231), "KD748"), 223: "KD749",
    **dict.fromkeys(NOT_FETCHED, "KD750"),
}  # fmt: skip
"""Problems by the number of the system's error; Windows' own numbers say more than the others."""


_NOT_FOUND, _LONGEST = {2, 3}, 259
"""What Windows says of a path with more characters than it takes, unless told to take longer ones.

Source: Maximum Path Length Limitation (Microsoft): 260 with the character that ends it.
"""


def failure(error: OSError, place: Place) -> Problem:
    """Return the problem for an error of the file system, by its kind."""
    number, name = getattr(error, "winerror", None) or 0, error.filename or place.file or ""
    if number in _NOT_FOUND and len(os.path.abspath(name)) > _LONGEST:  # noqa: PTH100 - of any type
        return problem("KD744", place)
    code = _WINDOWS.get(number) or _KINDS.get(error.errno or 0)
    return problem(code, place) if code else problem("KD504", place, ma=error.errno or 0)
