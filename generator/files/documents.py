"""Writes documents to the disk without overwriting a file that was edited by hand.

An unedited file of this program has a valid seal (`files.seals`). A file without one was edited or
made by somebody else: the new document is then written beside it. Every Word and Excel file, report
and schema goes this way, wherever a user wants it to stand.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.files.atomic import (
    create,
    drop,
    failure,
    flush,
    flush_folder,
    replace,
    temporary_names,
)
from generator.files.seals import ending_of, fits, is_as_sealed, is_remnant, seal_of, seal_within
from generator.problems import Place, Problem, problem


@dataclass(slots=True)
class Writing:
    """A document to write, and afterwards the result.

    `file` is where it was written: `path`, or «… (mới).docx» beside it when the file at `path` was
    edited by hand or is open in Word; None if it was not written. `touched` is False when the file
    already had the same content.
    """

    path: Path
    data: bytes
    file: Path | None = None
    problems: list[Problem] = field(default_factory=list)
    goal: Path | None = None
    temporary: Path | None = None
    touched: bool = True


def write_document(path: Path, data: bytes) -> tuple[Path | None, list[Problem]]:
    """Write one document; return where it was written (None if not) and the problems."""
    (done,) = write_documents([(path, data)])
    return done.file, done.problems


def write_documents(documents: Iterable[tuple[Path, bytes]]) -> list[Writing]:
    """Write documents; they are flushed to the disk when this returns.

    Args:
        documents: path and content of each; missing folders are created.

    Returns:
        The result for each, in the same order. A file with the same content is not touched.
    """
    all_of_them = [Writing(path, data) for path, data in documents]
    try:
        _each(all_of_them, partial(_put_aside, temporary_names()))
        aside = [each for each in all_of_them if each.temporary]
        _together(aside)
        _each(aside, _put_in_place)
        one_a_folder = {each.path.parent: each for each in aside if each.file}
        _each(one_a_folder.values(), _settle)
    finally:
        for each in all_of_them:
            if each.temporary:
                drop(each.temporary)
    return all_of_them


def _each(documents: Iterable[Writing], step: Callable[[Writing], None]) -> None:
    """Apply a step to each document; an `OSError` of one does not stop the others."""
    for document in documents:
        try:
            step(document)
        except OSError as error:
            _refused(document, error)


def _refused(document: Writing, error: OSError) -> None:
    drop(document.temporary)
    document.file = document.goal = document.temporary = None
    document.problems = [failure(error, Place(file=document.path.as_posix()))]


def _put_aside(names: Iterator[str], document: Writing) -> None:
    if not fits(document.path, document.data):
        ending = ending_of(document.data)
        document.problems.append(
            problem("KD550", Place(file=document.path.as_posix()), duoi=ending)
        )
        return
    document.goal = document.path
    try:
        there = _seal(document.path)
        if there is None and is_remnant(document.path, document.data):
            there = ""
        if there is None:
            _turn_aside(document, "KD505")
    except PermissionError:
        _turn_aside(document, "KD501")
    if document.goal != document.path:
        there = _seal(document.goal)
    if there and there == seal_within(document.data) and is_as_sealed(document.goal):
        document.file, document.touched = document.goal, False
        return
    document.temporary = document.goal.with_name(next(names))
    try:
        create(document.temporary, document.data)
    except FileNotFoundError:
        document.path.parent.mkdir(parents=True, exist_ok=True)
        create(document.temporary, document.data)


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
        replace(document.temporary, document.goal)
    except PermissionError:
        if document.goal != document.path or not document.path.exists():
            raise
        _turn_aside(document, "KD501")
        document.temporary.replace(document.goal)
    document.file, document.temporary = document.goal, None


def _settle(document: Writing) -> None:
    flush_folder(document.path.parent)


def _seal(path: Path) -> str | None:
    """Return the seal of a file, None if it was edited, empty text if it does not exist."""
    try:
        os.lstat(path)  # most documents are new: nothing more is asked of these
        return seal_of(path)
    except FileNotFoundError:
        return ""


def edited(path: Path) -> bool:
    """Return whether a file exists that this program did not make or that was changed since."""
    return _seal(path) is None


def discard(path: Path) -> bool:
    """Delete a document of an earlier run; return whether it is gone, False if it was edited.

    Raises:
        OSError: it cannot be deleted.
    """
    if edited(path):
        return False
    path.unlink(missing_ok=True)
    return True


def withdraw(path: Path) -> list[Problem]:
    """Delete an outdated document of an earlier run; an edited one is kept and reported (KD740)."""
    place = Place(file=path.as_posix())
    try:
        if not discard(path):
            return [problem("KD740", place)]
    except OSError as error:
        return [failure(error, place)]
    return []


def renamed(path: Path, new: Path) -> bool:
    """Rename a document of an earlier run; return False if it is not there or cannot be.

    A file that has the new name already is never replaced.
    """
    if not path.is_file() or os.path.lexists(new):
        return False
    try:
        replace(path, new)
    except OSError:
        return False
    return True


def is_beside(name: str, document: str) -> bool:
    """Return whether a name is one that `beside` gives to the new version of a document."""
    stem, dot, ending = document.rpartition(".")
    return (
        re.fullmatch(rf"{re.escape(stem)} \(mới( \d+)?\){re.escape(dot + ending)}", name)
        is not None
    )


def beside(path: Path) -> Path:
    """Return «Công văn (mới).docx», «(mới 2)» and so on: the first that was not edited itself."""
    count = 1
    while True:
        mark = "mới" if count == 1 else f"mới {count}"
        other = path.with_name(f"{path.stem} ({mark}){path.suffix}")
        if not edited(other):
            return other
        count += 1
