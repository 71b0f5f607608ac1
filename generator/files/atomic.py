"""Writes files so that each is whole or absent, and never over one that somebody edited by hand.

A file goes to a temporary one in the same folder, is flushed to the disk, and takes the final name
in one step; a program that stops half way leaves the earlier file as it was. Many files are flushed
together: where the system can flush a whole disk, that costs hardly more than flushing one file.
"""

import contextlib
import ctypes
import errno
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.problems import Place, Problem, problem

TEMPORARY = ".kiemdiem-*.tmp"
"""How temporary files are named; those that a killed run left behind may be deleted."""

# Word, virus scanners and sync clients hold a file for a moment (Windows: access denied, sharing
# violation, lock violation); only these are worth another try.
_IN_USE = {5, 32, 33}
_WAITS = (0.05, 0.1, 0.25, 0.5, 0.8, 0.8)
_FEW = 4


def write_file(path: Path, data: bytes) -> list[Problem]:
    """Write any file in one step, missing folders made; return what hindered it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        return [failure(error, Place(file=path.as_posix()))]
    return []


def write_whole(path: Path, data: bytes) -> None:
    """Write any file in one step; the earlier one is replaced.

    Raises:
        OSError: the disk, the network drive or a right said no; the earlier file is intact.
    """
    temporary = temporary_name(path)
    try:
        create(temporary, data)
        flush([temporary])
        replace(temporary, path)
        flush_folder(path.parent)
    finally:
        drop(temporary)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files in one step; the earlier one is replaced.

    Raises:
        OSError: the disk, the network drive or a right said no, or Windows holds a file of the
            earlier folder open; that folder is intact.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    # The same names each time: what a killed run left behind goes with the next one.
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
    """A name of its own, short of the longest a folder takes however long the document's is."""
    return goal.with_name(f".kiemdiem-{secrets.token_hex(8)}.tmp")


def create(path: Path, data: bytes) -> None:
    """Write a file that is not there yet.

    Raises:
        OSError: the disk refused, or a file of that name is there.
    """
    with path.open("xb") as file:
        file.write(data)


def drop(temporary: Path | None) -> None:
    """Delete a temporary file, if there is one; never raises."""
    if temporary:
        with contextlib.suppress(OSError):
            temporary.unlink()


def replace(temporary: Path, path: Path) -> None:
    """Give a file its final name; waits while another program holds the earlier one open.

    Raises:
        OSError: the system refused, or the file is still held after about two and a half seconds.
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
    """Return when the files of one folder are on the disk, not only in memory.

    Raises:
        OSError: the disk could not take them.
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
    """Linux flushes a whole file system in one call; Python's `os` does not offer it."""
    if sys.platform != "linux":
        return None
    call: Callable[[int], int] | None = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    return call


_SYNCFS = _syncfs()


def flush_folder(folder: Path) -> None:
    """Make new names in a folder durable, where the system can (POSIX)."""
    if os.name == "posix":
        with _opened(folder, os.O_RDONLY) as handle:
            os.fsync(handle)


@contextlib.contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    handle = os.open(path, flags)
    try:
        yield handle
    finally:
        os.close(handle)


def failure(error: OSError, place: Place) -> Problem:
    """Say in words what the system refused."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return problem("KD503", place)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return problem("KD502", place)
    return problem("KD504", place, ma=error.errno or 0)
