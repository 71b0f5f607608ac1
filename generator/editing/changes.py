"""Change sets: edits of data files, with what they change and where they came from."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.editing.data_file import Snapshot, snapshot
from generator.editing.edited import BOM, content, edited
from generator.editing.edits import (
    Edit,
    Insert,
    Move,
    NoSuchPlaceError,
    Remove,
    Set,
    changed,
    is_there,
    value_at,
)
from generator.editing.new_file import new_file
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.text_file import decode, unread
from generator.reading.yaml_text import Tree

Nguon = Literal["trang", "bang-tinh", "bieu-mau", "dong-lenh", "chuong-trinh", "hoan-tac"]
"""Where a change came from: page, workbook, returned form, command line, the program, an undo."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a change came from; `cho` is the place there («Danh sách!C5», «02B.docx, mục II»).

    `chac` is how sure it is that this was meant, in per cent.
    """

    nguon: Nguon
    cho: str = ""
    chac: int = 100


REGISTER = Origin("chuong-trinh", "sổ văn bản đi")
"""What the register of outgoing documents writes; the register itself is not taken back."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """Makes a data file that is not there yet; `loai` in the tree says of which model."""

    tree: dict[str, Tree]


@dataclass(frozen=True, slots=True)
class DeleteFile:
    """Deletes a data file."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One edit that is wanted in one file."""

    tep: Path
    edit: Edit | NewFile | DeleteFile
    tu: Origin


@dataclass(frozen=True, slots=True)
class Change:
    """One edit as values: what stood at `path` of the file before, and what will stand there.

    None stands for nothing, and for a key without a value.
    """

    tep: Path
    path: DataPath
    truoc: Tree
    sau: Tree
    tu: Origin


@dataclass(frozen=True, slots=True)
class FileChange:
    """The bytes of a file before and after; None where it is not there."""

    tep: Path
    truoc: bytes | None
    sau: bytes | None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes that belong together: all of them are made, or none."""

    files: tuple[FileChange, ...]
    changes: tuple[Change, ...]


def change_set(
    wanted: Iterable[Wanted], seen: Iterable[Snapshot] = ()
) -> tuple[ChangeSet | None, list[Problem]]:
    """Work out what edits come to, without writing anything.

    Args:
        wanted: the edits; those of one file are made one after the other.
        seen: files as they were when the edits were decided; others are read now.

    Returns:
        The change set, or None with everything that stands in the way (KD570-KD573, or the problem
        of reading a file). Files that end as they began are not part of it.
    """
    known = {each.path: each.data for each in seen}
    by_file: dict[Path, list[Wanted]] = {}
    for each in wanted:
        by_file.setdefault(each.tep, []).append(each)
    files: list[FileChange] = []
    changes: list[Change] = []
    problems: list[Problem] = []
    for path, its in by_file.items():
        found = _of_file(path, known.get(path), its)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        file, told = found
        if file.truoc != file.sau:
            files.append(file)
            changes += told
    return (None, problems) if problems else (ChangeSet(tuple(files), tuple(changes)), [])


def _of_file(
    path: Path, known: bytes | None, wanted: list[Wanted]
) -> tuple[FileChange, list[Change]] | Problem:
    place = Place(file=path.as_posix())
    first = wanted[0].edit
    before = known
    if before is None:
        try:
            before = snapshot(path).data
        except FileNotFoundError as error:
            if not isinstance(first, NewFile):
                return unread(error, path, place)
        except OSError as error:
            return unread(error, path, place)
    if isinstance(first, NewFile) and before is not None:
        return problem("KD573", place)
    text: str | Problem = "" if before is None else decode(before, place)
    if isinstance(text, Problem):
        return text
    mark = BOM if before and before.startswith(BOM.encode()) else ""
    after: bytes | None = before
    told: list[Change] = []
    edits: list[Edit] = []
    tree = _tree(text)
    for each in wanted:
        match each.edit:
            case DeleteFile():
                told.append(Change(path, (), _tree(text), None, each.tu))
                text, tree, edits, after = "", None, [], None
            case NewFile(tree):
                made = new_file(tree, place.file)
                if isinstance(made, Problem):
                    return made
                told.append(Change(path, (), None, tree, each.tu))
                text, tree, edits, after = made, _tree(made), [], made.encode()
            case edit:
                edits.append(edit)
                try:
                    change, tree = _told(path, tree, each, edit)
                except NoSuchPlaceError:
                    break  # `edited` says which place there is not
                told.append(change)
    if edits:
        now = edited(text, edits, place.file)
        if isinstance(now, Problem):
            return now
        after = (mark + now).encode()
    return FileChange(path, before, after), told


def _tree(text: str) -> Tree:
    tree = content(text.removeprefix(BOM))
    return None if isinstance(tree, Problem) else tree


def _told(path: Path, tree: Tree, wanted: Wanted, edit: Edit) -> tuple[Change, Tree]:
    """Return an edit as values, of a move the whole list; and what the file holds after it.

    Raises:
        NoSuchPlaceError: the file has nothing there.
    """
    after = changed(tree, edit)
    match edit:
        case Insert(at, index, _):
            place: DataPath = (*at, index)
            return Change(path, place, None, value_at(after, place), wanted.tu), after
        case Remove(at):
            return Change(path, at, value_at(tree, at), None, wanted.tu), after
        case Set(at) | Move(at):
            before = value_at(tree, at) if is_there(tree, at) else None
            return Change(path, at, before, value_at(after, at), wanted.tu), after


def diff(changes: ChangeSet) -> str:
    """Return the change set as a unified diff of the lines of its files."""
    return "\n".join(line for each in changes.files for line in _lines(each))


def _lines(file: FileChange) -> Iterator[str]:
    before, after = (
        (data or b"").decode("utf-8", "replace").splitlines() for data in (file.truoc, file.sau)
    )
    name = file.tep.as_posix()
    old = name if file.truoc is not None else "(chưa có)"
    new = name if file.sau is not None else "(xoá)"
    return difflib.unified_diff(before, after, old, new, lineterm="", n=2)
