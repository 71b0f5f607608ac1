"""Edits the text of a data file and proves by reading it again that nothing else changed."""

from collections.abc import Iterable

from generator.editing.applied import applied
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
from generator.editing.values import Writing, rows_of
from generator.problems import DataPath, Place, Problem, problem
from generator.problems.text import some
from generator.reading.positions import locate
from generator.reading.yaml_text import MAX_DEPTH, Tree, parse

BOM = "\ufeff"


def text_of(data: bytes) -> str:
    """Return the text of a data file without its mark; bytes that are no text become U+FFFD."""
    return data.decode("utf-8", "replace").removeprefix(BOM)


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
    wanted: Tree = tree
    todo: list[Edit] = []
    try:
        for edit in edits:
            if (wrong := unwritable(edit, file, before)) is not None:
                return wrong
            after = changed(wanted, edit)
            todo += _narrowed(wanted, edit)
            wanted = after
        now = applied(before, todo, model_of(wanted))
    except NoSuchPlaceError as error:
        told = _there(wanted, error.path)
        found = problem("KD570", Place(path=error.path), muc=_named(error.path), co=told)
        return locate(found, file, before)
    except RefusedError as error:
        found = problem("KD571", Place(path=error.path), muc=_named(error.path))
        return locate(found, file, before)
    got = content(now)
    if got != wanted:
        where = todo[-1].path if isinstance(got, Problem) else _differing(got, wanted)
        return refused(where, file, before)
    return mark + now


def content(text: str) -> dict[str, Tree] | Problem:
    """Return what a text holds; nothing if it is empty but for comments."""
    tree = parse(text)
    return {} if isinstance(tree, Problem) and tree.code == "KD009" else tree


def _narrowed(tree: Tree, edit: Edit) -> Iterable[Edit]:
    """Return the edits of single places that make up one edit, with values as they are read."""
    match edit:
        case Set(path, value) if is_there(tree, path):
            return steps(value_at(tree, path), value_as_read(value), path)
        case Set(path, value):
            return [Set(path, value_as_read(value))]
        case Insert(path, index, value):
            return [Insert(path, index, value_as_read(value))]
    return [edit]


def unwritable(edit: Edit, file: str = "", text: str = "") -> Problem | None:
    """Return why no file can hold the value of an edit (KD572), in the reader's own words."""
    if not isinstance(edit, Set | Insert):
        return None
    path = edit.path if isinstance(edit, Set) else (*edit.path, edit.index)
    if len(path) > MAX_DEPTH:
        return problem("KD572", Place(file=file), muc=f"{_named(path[:3])}…", ly_do=_too_deep())
    names: dict[str, Tree] = {each: None for each in path if isinstance(each, str)}
    read = parse("\n".join([*rows_of({**names, "a": edit.value}, Writing(blocks=False)), ""]))
    if not isinstance(read, Problem):
        return None
    found = problem("KD572", Place(path=path), muc=_named(path), ly_do=read.message)
    return locate(found, file, text)


def _too_deep() -> str:
    return problem("KD023", Place(), toi_da=MAX_DEPTH).message


def refused(path: DataPath, file: str, text: str) -> Problem:
    """Return that a place cannot be edited alone (KD571)."""
    return locate(problem("KD571", Place(path=path), muc=_named(path)), file, text)


def _there(tree: Tree, path: DataPath) -> str:
    """Return what stands where a step leads nowhere."""
    above = value_at(tree, path[:-1]) if path and is_there(tree, path[:-1]) else None
    match above:
        case list():
            return f"; {_named(path[:-1])} có {len(above)} mục, đếm từ 0"
        case dict():
            return f"; ở đó có {some(list(above))}"
        case str():
            return f"; {_named(path[:-1])} là chữ, không có mục con"
    return ""


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
