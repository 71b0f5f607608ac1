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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.engine.archive import seal, seal_in
from generator.problems import Place, Problem, problem

TEMPORARY = ".kiemdiem-*.tmp"
"""How temporary files are named; those that a killed run left behind may be deleted."""

# Word, virus scanners and sync clients hold a file for a moment (Windows: access denied, sharing
# violation, lock violation); only these are worth another try.
_IN_USE = {5, 32, 33}
_WAITS = (0.05, 0.1, 0.25, 0.5, 0.8, 0.8)
_FEW = 4


@dataclass(slots=True)
class Writing:
    """A document on its way to the disk, and in the end what became of it.

    `file` is where it stands: `path`; or «… (mới).docx» beside it when the file there was edited by
    hand or is open in Word; None as long as it is not written. `touched` is False when it already
    held the same.
    """

    path: Path
    data: bytes
    file: Path | None = None
    problems: list[Problem] = field(default_factory=list)
    goal: Path | None = None
    temporary: Path | None = None
    touched: bool = True


def write_document(path: Path, data: bytes) -> tuple[Path | None, list[Problem]]:
    """Put one document in its place: where it was written, and what is to be said of it."""
    (done,) = write_documents([(path, data)])
    return done.file, done.problems


def write_documents(documents: Iterable[tuple[Path, bytes]]) -> list[Writing]:
    """Put documents in their places; what was written is durable when this returns.

    Args:
        documents: where each belongs, and the whole file; missing folders are made.

    Returns:
        What became of each, in the same order. A file that already holds the same is not touched.
    """
    all_of_them = [Writing(path, data) for path, data in documents]
    try:
        _each(all_of_them, _put_aside)
        aside = [each for each in all_of_them if each.temporary]
        _together(aside)
        _each(aside, _put_in_place)
        one_a_folder = {each.path.parent: each for each in aside if each.file}
        _each(one_a_folder.values(), _settle)
    finally:
        for each in all_of_them:
            _drop(each.temporary)
    return all_of_them


def _each(documents: Iterable[Writing], step: Callable[[Writing], None]) -> None:
    """Take a step with each document; one that the system refuses does not stop the others."""
    for document in documents:
        try:
            step(document)
        except OSError as error:
            _refused(document, error)


def _refused(document: Writing, error: OSError) -> None:
    _drop(document.temporary)
    document.file = document.goal = document.temporary = None
    document.problems = [failure(error, Place(file=document.path.as_posix()))]


def _put_aside(document: Writing) -> None:
    document.goal = document.path
    try:
        there = _seal(document.path)
        if there is None:
            _turn_aside(document, "KD505")
    except PermissionError:
        _turn_aside(document, "KD501")
    if document.goal != document.path:
        there = _seal(document.goal)
    if there == seal_in(document.data):
        document.file, document.touched = document.goal, False
        return
    document.temporary = _temporary(document.goal)
    try:
        _create(document.temporary, document.data)
    except FileNotFoundError:
        document.path.parent.mkdir(parents=True, exist_ok=True)
        _create(document.temporary, document.data)


def _turn_aside(document: Writing, code: str) -> None:
    document.goal = beside(document.path)
    place = Place(file=document.path.as_posix())
    document.problems.append(problem(code, place, ten=document.goal.name))


def _together(documents: Sequence[Writing]) -> None:
    try:
        flush([each.temporary for each in documents if each.temporary])
    except OSError as error:
        for each in documents:
            _refused(each, error)


def _put_in_place(document: Writing) -> None:
    if document.goal is None or document.temporary is None:
        return
    try:
        _replace(document.temporary, document.goal)
    except PermissionError:
        if document.goal != document.path or not document.path.exists():
            raise
        _turn_aside(document, "KD501")
        document.temporary.replace(document.goal)
    document.file, document.temporary = document.goal, None


def _settle(document: Writing) -> None:
    _flush_folder(document.path.parent)


def _seal(path: Path) -> str | None:
    """Return the seal of a file, None when somebody edited it, «» when it is not there."""
    try:
        return seal(path)
    except FileNotFoundError:
        return ""


def edited(path: Path) -> bool:
    """Say whether a file stands there that this program did not make or that was changed since."""
    return _seal(path) is None


def withdraw(path: Path) -> list[Problem]:
    """Remove a document of an earlier run that no longer holds; an edited one is kept and told."""
    place = Place(file=path.as_posix())
    try:
        if edited(path):
            return [problem("KD740", place)]
        path.unlink(missing_ok=True)
    except OSError as error:
        return [failure(error, place)]
    return []


def beside(path: Path) -> Path:
    """«Công văn (mới).docx», then «(mới 2)», past the ones that were edited in their turn."""
    count = 1
    while True:
        mark = "mới" if count == 1 else f"mới {count}"
        other = path.with_name(f"{path.stem} ({mark}){path.suffix}")
        if not edited(other):
            return other
        count += 1


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
    temporary = _temporary(path)
    try:
        _create(temporary, data)
        flush([temporary])
        _replace(temporary, path)
        _flush_folder(path.parent)
    finally:
        _drop(temporary)


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
            _create(new / name, data)
        flush([new / name for name in files])
        if folder.exists():
            _replace(folder, old)
        try:
            _replace(new, folder)
        except OSError:
            if old.exists():
                old.replace(folder)
            raise
        _flush_folder(folder.parent)
    finally:
        _clear(new, old)


def _clear(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _temporary(goal: Path) -> Path:
    """A name of its own, short of the longest a folder takes however long the document's is."""
    return goal.with_name(f".kiemdiem-{secrets.token_hex(8)}.tmp")


def _create(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)


def _drop(temporary: Path | None) -> None:
    if temporary:
        with contextlib.suppress(OSError):
            temporary.unlink()


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


def _flush_folder(folder: Path) -> None:
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
