"""Lists and reads the received files of a campaign (`da-nhan/<mã đơn vị>/`)."""

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from sqlite3 import Connection

from generator.building.folders import leads_away
from generator.dossier import state
from generator.dossier.state import FileMark
from generator.files.database import transaction
from generator.opening import regular
from generator.opening.content import FileContent, Refusal
from generator.opening.foreign import is_foreign
from generator.opening.packed import MAX_FILE
from generator.opening.pool import SECONDS, open_files, opened
from generator.problems import Place, Problem, problem

FOLDER = "da-nhan"

DEEPEST = 8
"""Levels of folders searched below that of the unit; also ends cycles of links."""

_BATCH = 256


def received_files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """List the files a unit handed in.

    Args:
        folder: `da-nhan/<mã đơn vị>`; it may be missing.

    Returns:
        The files sorted by name, without those created by Windows or by open programs; and a
        problem for each folder that cannot be read or is a link.
    """
    try:
        folder.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return [], []
    except OSError:
        return [], [problem("KD715", Place(file=folder.as_posix()))]
    files: list[Path] = []
    problems: list[Problem] = []
    _walk(folder, DEEPEST, files, problems)
    return sorted(files), problems


def _walk(folder: Path, depth: int, files: list[Path], problems: list[Problem]) -> None:
    try:
        if leads_away(folder):
            raise PermissionError
        inside = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError:
        problems.append(problem("KD715", Place(file=folder.as_posix())))
        return
    for each in inside:
        if each.name.startswith(".") or is_foreign(each.name):
            continue
        if _is_nameless(each.name):
            shown = each.name.encode("utf-8", "replace").decode()
            problems.append(problem("KD736", Place(file=folder.as_posix()), ten=shown))
        elif not each.is_dir():
            files.append(Path(each.path))
        elif depth:
            _walk(Path(each.path), depth - 1, files, problems)
        else:
            problems.append(problem("KD715", Place(file=Path(each.path).as_posix())))


def _is_nameless(name: str) -> bool:
    """Return whether a name is not valid Unicode, so that it can be neither printed nor stored."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return True
    return False


def read_files(known: Connection, files: Iterable[Path], jobs: int) -> None:
    """Make sure that the content of every file is in the state.

    Args:
        known: the state; an unchanged file is not opened again, a file whose content was read
            before is only digested.
        files: the received files.
        jobs: processes that open files; there is always one.
    """
    marks = state.file_marks(known)
    contents = state.contents(known)
    due: dict[Path, FileMark] = {}
    with transaction(known):
        for path in files:
            before = marks.get(path.as_posix())
            mark = _mark(path, before)
            if mark is None or (mark == before and mark.bam in contents):
                continue
            if mark.bam in contents:
                state.save_file(known, path.as_posix(), mark)
            else:
                due[path] = mark
    for batch in _batches(open_files(due, jobs, SECONDS)):
        with transaction(known):
            for path, seen in batch:
                if seen.refusal == Refusal.QUA_LAU:
                    # The machine may have been busy: it is tried again in the next run.
                    state.save_content(known, _given_up(path), seen)
                    continue
                state.save_content(known, due[path].bam, seen)
                state.save_file(known, path.as_posix(), due[path])


def seen_in(known: Connection, path: Path) -> FileContent:
    """Return a file's content as stored by `read_files`; a file without a digest is opened now."""
    mark = state.file_mark(known, path.as_posix())
    found = state.content(known, mark.bam if mark else _given_up(path))
    return found or opened(path)


def _given_up(path: Path) -> bytes:
    """Return under which name it is kept that a file, as it stands, was given up in this run."""
    with contextlib.suppress(OSError):
        found = path.lstat()
        told = f"{path.as_posix()}\0{found.st_mode}\0{found.st_size}\0{found.st_mtime_ns}"
        return b"?" + hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()
    return b"?"


def _mark(path: Path, before: FileMark | None) -> FileMark | None:
    """Return a file's digest of content and extension; None if nobody would read it."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > MAX_FILE:
            return None
        if before and (found.st_size, found.st_mtime_ns) == (before.co, before.luc):
            return before
        if found.st_size > MAX_FILE:  # refused all the same, and it may have no end
            return None
        with regular.opened(path) as file:
            digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16))
    except OSError:
        return None
    # The same bytes are parsed differently under another extension.
    digest.update(path.suffix.casefold().encode("utf-8", "surrogatepass"))
    return FileMark(found.st_size, found.st_mtime_ns, digest.digest())


def _batches(
    looked: Iterator[tuple[Path, FileContent]],
) -> Iterator[list[tuple[Path, FileContent]]]:
    batch: list[tuple[Path, FileContent]] = []
    for each in looked:
        batch.append(each)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    yield batch
