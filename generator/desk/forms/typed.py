"""What was typed into a form as edits of its file, and what somebody else changed meanwhile."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.desk.fields import Clash, identity
from generator.desk.forms import kinds
from generator.desk.forms.added import Entry, add_new, note_new
from generator.desk.forms.posted import Posted, Work, lines, moved
from generator.desk.muc import muc_of, path_of
from generator.editing.difference import steps
from generator.editing.edits import Edit, Move, NoSuchPlaceError, Remove, Set, is_there, value_at
from generator.model.base import Model
from generator.model.review import says_none
from generator.problems import DataPath
from generator.reading.yaml_text import Tree


class Wish(NamedTuple):
    """The edits that a form comes to, one after the other; the clashes are not among them."""

    edits: list[Edit]
    clashes: list[Clash]


def wished(tree: Tree, model: type[Model], form: Posted) -> Wish:
    """Return what a form comes to.

    Args:
        tree: the file as it is now.
        model: its model.
        form: what came back.
    """
    clashes: list[Clash] = []
    work = Work(tree, [])
    asked = [path for path in map(path_of, form.bo) if path and not any(map(kinds.is_new, path))]
    removed = [each for each in asked if not _within(each[:-1], asked)]
    gone = [path for path in removed if _is_same(tree, path, form, clashes)]
    empty: list[DataPath] = []
    new: dict[DataPath, Entry] = {}
    for muc, raw in form.go.items():
        path = path_of(muc)
        if not path or _within(path, removed):
            continue
        if any(map(kinds.is_new, path)):
            note_new(new, path, raw, form)
            continue
        text, before = lines(raw), lines(form.luc_mo.get(muc, ""))
        if text == before:
            continue
        hint = kinds.hint_at(model, path)
        if hint is None:
            continue  # no form asks for it
        at = kinds.stands_at(tree, path)
        value = value_at(tree, at) if is_there(tree, at) else None
        if isinstance(path[-1], int) and isinstance(value, str):
            hint = str  # a row of a table that is one heading
        now = _now(hint, value)
        if now == text:
            continue
        if now != before or identity(tree, path) != form.ai.get(muc, ""):
            clashes.append(Clash(muc, str(path[-1]), before, now, text))
            continue
        meant = kinds.meant(hint, text)
        if isinstance(meant, list) and isinstance(value, list):
            meant = kinds.merged(value, meant)
        if meant is None:
            empty.append(at)
        else:
            try:
                _set(work, model, path, value, meant)
            except NoSuchPlaceError:  # the entry is gone, or a text stands where a group is meant
                told = _instead(work.tree, path)
                clashes.append(Clash(muc, str(path[-1]), before, told, text))
    clashes += add_new(work, tree, model, new, form)
    places = sorted({*empty, *gone}, key=_from_behind, reverse=True)
    left = [at for path in places if (at := _remove(work, path))]
    clashes += _say_none(work, form, tree)
    clashes += _move(work, form, tree, left)
    return Wish(work.edits, clashes)


def _within(path: DataPath, places: Iterable[DataPath]) -> bool:
    return any(path[: len(each)] == each for each in places)


def _now(hint: Any, value: Tree) -> str:
    shown = lines(kinds.shown(hint, value))
    return shown or ("" if value is None or value in ({}, [], "") else kinds.GROUP)


def _is_same(tree: Tree, path: DataPath, form: Posted, clashes: list[Clash]) -> bool:
    """Return whether an entry is the one that was to be removed."""
    muc = muc_of(path)
    if not is_there(tree, path) or identity(tree, path) != form.ai.get(muc, ""):
        clashes.append(Clash(muc, str(path[-1]), form.ai.get(muc, ""), "đã đổi chỗ hoặc đã bỏ", ""))
        return False
    return True


def _set(work: Work, model: type[Model], path: DataPath, value: Tree, meant: Tree) -> None:
    if isinstance(meant, list) and isinstance(value, list):
        for edit in steps(value, meant, path):
            work.add(edit)
        return
    above = path[:-1]
    there = value_at(work.tree, above) if above and is_there(work.tree, above) else None
    main = kinds.SHORT.get(kinds.model_in(kinds.hint_at(model, above)) or Model)
    if isinstance(there, str) and kinds.stands_at(work.tree, path) == above:
        work.add(Set(above, meant))
    elif isinstance(there, str) and main:
        work.add(Set(above, {main: there, str(path[-1]): meant}))
    elif isinstance(there, list) and _is_cell(work.tree, path):
        work.add(Set(above, [*there, *[""] * (int(path[-1]) - len(there)), meant]))
    else:
        work.add(Set(path, meant))


def _instead(tree: Tree, path: DataPath) -> str:
    """Return what is said of a place that cannot be written: what stands where it would be."""
    while path and not is_there(tree, path):
        path = path[:-1]
    found = value_at(tree, path)
    return f"đang ghi chữ «{found}»" if isinstance(found, str) else "không còn chỗ này"


def _is_cell(tree: Tree, path: DataPath) -> bool:
    """Return whether a place is a cell that a row of a table lacks, below one of its columns."""
    *_, row, step = path
    table = value_at(tree, path[:-3]) if len(path) > 2 and is_there(tree, path[:-3]) else None
    return isinstance(row, int) and isinstance(step, int) and not is_there(tree, path) and (
        0 <= step < kinds.widest(table)
    )  # fmt: skip


def _from_behind(path: DataPath) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _remove(work: Work, path: DataPath) -> DataPath:
    """Remove a place, and what would be left empty by that; an empty cell of a row stays.

    Returns:
        The place that is gone; the empty path if nothing is.
    """
    if not is_there(work.tree, path):
        return ()
    if len(path) > 1 and isinstance(path[-1], int) and isinstance(path[-2], int):
        work.add(Set(path, ""))
        return ()
    while len(path) > 1 and len(value_at(work.tree, path[:-1]) or ()) == 1:
        path = path[:-1]
    work.add(Remove(path))
    return path


def _say_none(work: Work, form: Posted, tree: Tree) -> Iterator[Clash]:
    """Say «Không có» of lists, or take it back; yield those that have entries all the same."""
    for muc in form.khong_co ^ form.da_khong_co:
        path = path_of(muc)
        if not path or path[-1] not in kinds.NONE_THERE:
            continue
        value = value_at(work.tree, path) if is_there(work.tree, path) else None
        wanted = kinds.NOTHING if muc in form.khong_co else ""
        if moved(tree, path, form):
            yield Clash(muc, str(path[-1]), "", "chỗ này nay là mục khác", wanted)
        elif wanted and not value:
            try:
                work.add(Set(path, wanted))
            except NoSuchPlaceError:
                yield Clash(muc, str(path[-1]), "", "không còn chỗ này", wanted)
        elif not wanted and says_none(value):
            work.add(Remove(path))
        elif wanted and not says_none(value):
            told = value if isinstance(value, str) else f"đang ghi {len(value or ())} dòng"
            yield Clash(muc, str(path[-1]), "", told, wanted)


def _move(work: Work, form: Posted, tree: Tree, gone: list[DataPath]) -> Iterator[Clash]:
    """Move an entry, which those that are gone brought forward; yield it if it is another."""
    if form.doi is None:
        return
    path, step = path_of(form.doi[0]), form.doi[1]
    if not path or not isinstance(path[-1], int):
        return
    if not is_there(tree, path) or moved(tree, path, form):
        yield Clash(form.doi[0], str(path[-1]), "", "đã đổi chỗ hoặc đã bỏ", "")
        return
    now = _after(path, gone)
    if now and is_there(work.tree, (*now[:-1], target := int(now[-1]) + step)):
        work.add(Move(now[:-1], int(now[-1]), target))


def _after(path: DataPath, gone: list[DataPath]) -> DataPath:
    """Return where an entry is after others went, from behind; the empty path if it went too."""
    now = list(path)
    for each in gone:
        at, last = len(each) - 1, each[-1]
        if path[: at + 1] == each:
            return ()
        mine = path[at] if at < len(path) else None
        if path[:at] == each[:-1] and isinstance(last, int) and isinstance(mine, int):
            now[at] = int(now[at]) - (mine > last)
    return tuple(now)
