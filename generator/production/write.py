"""Writes a file so that it is whole or absent, and never over one that somebody edited by hand.

The data goes to a temporary file in the same folder, is flushed to the disk, and takes the final
name in one step; a program that stops half way leaves the earlier file as it was.
"""

import contextlib
import errno
import os
import time
import zipfile
from pathlib import Path

from generator.engine.compile import MADE_BY
from generator.problems import Place, Problem, problem

# Word, virus scanners and sync clients hold a file for a moment (Windows: access denied, sharing
# violation, lock violation); only these are worth another try.
_IN_USE = {5, 32, 33}
_WAITS = (0.05, 0.1, 0.25, 0.5, 0.8, 0.8)


def write_document(path: Path, data: bytes) -> tuple[Path | None, list[Problem]]:
    """Put a document in its place.

    Args:
        path: where it belongs; missing folders are made.
        data: the whole file.

    Returns:
        Where it was written: `path`, or «… (mới).docx» beside it when the file there was edited by
        hand or is open in Word; None when it could not be written. And what is to be said of it.
    """
    place = Place(file=path.as_posix())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if _edited(path):
            beside = _beside(path)
            write_whole(beside, data)
            return beside, [problem("KD505", place, ten=beside.name)]
        try:
            write_whole(path, data)
        except PermissionError:
            if not path.exists():
                raise
            beside = _beside(path)
            write_whole(beside, data)
            return beside, [problem("KD501", place, ten=beside.name)]
    except OSError as error:
        return None, [_failure(error, place)]
    return path, []


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one step; a file that already holds it is left alone.

    Raises:
        OSError: the disk, the network drive or a right said no; the earlier file is intact.
    """
    with contextlib.suppress(OSError):
        if path.read_bytes() == data:
            return
    # The name stays short of the longest a folder takes, however long the document's own is.
    temporary = path.with_name(f".{os.getpid()}-{abs(hash(path.name)) % 10**8}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _replace(temporary: Path, path: Path) -> None:
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


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _edited(path: Path) -> bool:
    """Word and LibreOffice put their own name into a file they save; it is not ours then."""
    if not path.exists():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.read("docProps/app.xml") != MADE_BY
    except (OSError, KeyError, zipfile.BadZipFile):
        return True


def _beside(path: Path) -> Path:
    """«Công văn (mới).docx», then «(mới 2)», past the ones that were edited in their turn."""
    count = 1
    while True:
        mark = "mới" if count == 1 else f"mới {count}"
        beside = path.with_name(f"{path.stem} ({mark}){path.suffix}")
        if not _edited(beside):
            return beside
        count += 1


def _failure(error: OSError, place: Place) -> Problem:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return problem("KD503", place)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return problem("KD502", place)
    return problem("KD504", place, ma=error.errno or 0)
