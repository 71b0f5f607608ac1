"""Lists and digests the received files of a campaign (`da-nhan/<mã đơn vị>/`)."""

import hashlib
import os
from collections.abc import Collection, Iterable
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from generator.dossier import state
from generator.dossier.looking import Memory
from generator.dossier.state import FileMark
from generator.files.database import transaction
from generator.files.real_path import leads_away
from generator.opening import regular
from generator.opening.foreign import is_foreign
from generator.opening.plain import refused
from generator.problems import Place, Problem, problem
from generator.reading.folder_names import RECEIVED

WAITING = "chua-xep"
"""The folder of `da-nhan` for files that belong to no unit yet; those in a folder of it that is
called as a unit are for this unit, and were not looked at."""

DEEPEST = 8
"""Levels of folders searched below that of the unit; also ends cycles of links."""

_PIECE = 2**16
"""Bytes digested at a time; most files have fewer, for which the buffer of `hashlib` is large."""


def received_files(folder: Path, depth: int = DEEPEST) -> tuple[list[Path], list[Problem]]:
    """List the files a unit handed in.

    Args:
        folder: `da-nhan/<mã đơn vị>`; it may be missing.
        depth: levels of folders below it; deeper ones are problems.

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
    _walk(folder, depth, files, problems)
    return sorted(files), problems


class Waiting(NamedTuple):
    """A file that is not in the folder of its unit yet; `thu_muc` is the unit, empty: unknown."""

    tep: Path
    thu_muc: str


def waiting_files(campaign: Path, units: Collection[str]) -> list[Waiting]:
    """List the files of a campaign that wait to be sorted.

    Args:
        campaign: its folder.
        units: the folders of its units.

    Returns:
        Those that lie in `da-nhan/` itself or in its folder `chua-xep`.
    """
    home = campaign / RECEIVED
    lying, _ = received_files(home, depth=0)
    found = [Waiting(each, "") for each in lying]
    if WAITING in units:  # a unit of this name owns the folder
        return found
    inside, _ = received_files(home / WAITING)
    for each in inside:
        first, *rest = each.relative_to(home / WAITING).parts
        found.append(Waiting(each, first if rest and first in units else ""))
    return found


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
        elif not regular.is_folder(each):
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


def file_marks(known: Connection, files: Iterable[Path]) -> dict[Path, Memory]:
    """Digest received files, and return with each digest what is kept of the file.

    Args:
        known: the state; a file that is there with the same size and time is not digested again.
        files: the received files; those that would be refused unread have no digest.
    """
    found: dict[Path, Memory] = {}
    changed: dict[str, FileMark] = {}
    with transaction(known):
        for path in files:
            name = path.as_posix()
            before, kept = state.file_known(known, name)
            mark = _mark(path, before)
            if mark is None:
                continue
            if mark != before:
                changed[name] = mark
            found[path] = Memory(mark.bam, kept)
        state.save_files(known, changed)
    return found


def _mark(path: Path, before: FileMark | None) -> FileMark | None:
    """Return a file's digest of content and extension; None if it is refused or unreadable."""
    try:
        if refused(path):
            return None
        found = path.lstat()
        if before and (found.st_size, found.st_mtime_ns) == (before.co, before.luc):
            return before
        digest = hashlib.blake2b(digest_size=16)
        with regular.opened(path) as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError:
        return None
    # The same bytes are parsed differently under another extension.
    digest.update(path.suffix.casefold().encode("utf-8", "surrogatepass"))
    return FileMark(found.st_size, found.st_mtime_ns, digest.digest())
