"""Edits the text of a data file and proves by reading it again that nothing else changed."""

from collections.abc import Iterable

from generator.editing.difference import steps
from generator.editing.edits import (
    Edit,
    Insert,
    NoSuchPlaceError,
    Set,
    changed,
    is_there,
    value_as_read,
    value_at,
)
from generator.editing.key_order import model_of
from generator.editing.nodes import RefusedError
from generator.editing.one_edit import applied
from generator.editing.values import Writing, rows_of
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.positions import locate
from generator.reading.yaml_text import Tree, parse

BOM = "\ufeff"


def edited(text: str, edits: Iterable[Edit], file: str = "") -> str | Problem:
    """Make edits in the text of a data file, one after the other; all other bytes stay.

    Args:
        text: the whole file, with line ends of any kind, with or without a byte order mark; it may
            be empty.
        edits: the edits; the path of each leads through what the ones before it left.
        file: the file as the user gave it, for the problem.

    Returns:
        The new text, which reads exactly as the old one with the edits; or why nothing was changed:
        the problem of reading the text (KD009-KD029, KD041), KD570 (a path that does not exist),
        KD572 (a value that no file can hold), KD571 (a place that cannot be edited alone).
    """
    mark = BOM if text.startswith(BOM) else ""
    before = text.removeprefix(BOM)
    tree = content(before)
    if isinstance(tree, Problem):
        return locate(tree, file, before)
    now = before
    wanted: Tree = tree
    path: DataPath = ()
    try:
        for edit in edits:
            path = edit.path
            if (wrong := _unwritable(edit)) is not None:
                return locate(wrong, file, before)
            after = changed(wanted, edit)
            for step in _narrowed(wanted, edit):
                now = applied(now, step, model_of(wanted))
            wanted = after
    except NoSuchPlaceError as error:
        found = problem("KD570", Place(path=error.path), muc=_named(error.path))
        return locate(found, file, before)
    except RefusedError:
        return _refused(path, file, before)
    got = content(now)
    if got != wanted:
        where = path if isinstance(got, Problem) else _differing(got, wanted)
        return _refused(where, file, before)
    return mark + now


def content(text: str) -> dict[str, Tree] | Problem:
    """Return what a text holds; nothing if it is empty but for comments."""
    tree = parse(text)
    return {} if isinstance(tree, Problem) and tree.code == "KD009" else tree


def _narrowed(tree: Tree, edit: Edit) -> Iterable[Edit]:
    """Return the edits of single places that make up one edit."""
    if not isinstance(edit, Set):
        return [edit]
    value = value_as_read(edit.value)
    if is_there(tree, edit.path):
        return steps(value_at(tree, edit.path), value, edit.path)
    return [Set(edit.path, value)]


def _unwritable(edit: Edit) -> Problem | None:
    """Return why no file can hold the value of an edit, with the reader's own words."""
    if not isinstance(edit, Set | Insert):
        return None
    path = edit.path if isinstance(edit, Set) else (*edit.path, edit.index)
    names: dict[str, Tree] = {each: None for each in path if isinstance(each, str)}
    read = parse("\n".join([*rows_of({**names, "a": edit.value}, Writing(blocks=False)), ""]))
    if not isinstance(read, Problem):
        return None
    return problem("KD572", Place(path=path), muc=_named(path), ly_do=read.message)


def _refused(path: DataPath, file: str, text: str) -> Problem:
    return locate(problem("KD571", Place(path=path), muc=_named(path)), file, text)


def _named(path: DataPath) -> str:
    return ".".join(map(str, path)) or "đầu tệp"


def _differing(one: Tree, other: Tree, path: DataPath = ()) -> DataPath:
    """Return the path to the first difference of two trees."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for key, value in one.items():
            if value != other[key]:
                return _differing(value, other[key], (*path, key))
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (value, meant) in enumerate(zip(one, other, strict=True)):
            if value != meant:
                return _differing(value, meant, (*path, index))
    return path
