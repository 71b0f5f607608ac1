"""New entries of a form: rows and names that are not in the file yet."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_origin

from generator.desk.fields import Clash
from generator.desk.forms import kinds
from generator.desk.forms.posted import Posted, Work, lines, moved
from generator.desk.muc import muc_of
from generator.editing.edits import Insert, NoSuchPlaceError, Set, is_there, value_at
from generator.model.base import Model
from generator.model.review import says_none
from generator.problems import DataPath
from generator.reading.yaml_text import Tree


class Field(NamedTuple):
    """A field of a new entry: what was typed, and whether that is more than was proposed."""

    text: str
    typed: bool


Entry = dict[DataPath, Field]
"""The fields of a new entry by the path below it."""


def note_new(new: dict[DataPath, Entry], path: DataPath, raw: str, form: Posted) -> None:
    """Note a field of an entry that is not in the file yet, below the outermost new step."""
    at = next(index for index, step in enumerate(path) if kinds.is_new(step))
    muc = muc_of(path[: at + 1])
    if muc in form.bo:
        return
    text = lines(raw)
    typed = text != lines(form.luc_mo.get(muc_of(path), ""))
    new.setdefault(path[: at + 1], {})[path[at + 1 :]] = Field(text, typed)


def add_new(
    work: Work, tree: Tree, model: type[Model], new: Mapping[DataPath, Entry], form: Posted
) -> Iterator[Clash]:
    """Add the new entries; yield those that lack a name, or whose place is somebody else's now.

    `tree` is the file before the form's own edits, which may rename the entry around.
    """
    for path, entry in new.items():
        hint, above = kinds.hint_at(model, path), path[:-1]
        value = _built(hint, entry, path, form) if hint is not None else None
        yield from _unnamed(model, path, entry, form)
        if value is None:
            continue
        muc, key = muc_of(path), str(above[-1]) if above else ""
        first = (*path, *next(iter(entry)))
        if moved(tree, first, form):
            yield Clash(muc_of(first), key, "", "chỗ này nay là mục khác", _told(value))
            continue
        try:
            if get_origin(kinds.hint_at(model, above)) is tuple:
                yield from _append(work, above, value)
            elif name := form.ten.get(muc):
                names = name.split(".") if hint is Any else [name]
                yield from _name(work, (*above, *names), value, muc)
            else:
                yield Clash(muc, key, "", "chưa ghi tên ở ô bên cạnh", _told(value))
        except NoSuchPlaceError:
            yield Clash(muc, key, "", "không còn chỗ này", _told(value))


def _told(value: Tree) -> str:
    """Return the texts of a value, as a clerk reads them."""
    match value:
        case dict():
            return "; ".join(filter(None, map(_told, value.values())))
        case list():
            return "; ".join(filter(None, map(_told, value)))
    return value or ""


def _append(work: Work, above: DataPath, value: Tree) -> Iterator[Clash]:
    there = value_at(work.tree, above) if is_there(work.tree, above) else None
    if isinstance(there, list):
        work.add(Insert(above, len(there), value))
    elif not there or (says_none(there) and above[-1] in kinds.NONE_THERE):
        work.add(Set(above, [value]))
    else:
        yield Clash(muc_of(above), str(above[-1]), "", _told(there), _told(value))


def _name(work: Work, at: DataPath, value: Tree, muc: str) -> Iterator[Clash]:
    """Add an entry under a name; yield it if something stands under that name already."""
    there = value_at(work.tree, at) if is_there(work.tree, at) else None
    if there:
        yield Clash(muc, str(at[-1]), "", f"tên «{at[-1]}» đã có: {_told(there)}", _told(value))
    else:
        work.add(Set(at, value))


def _unnamed(model: type[Model], path: DataPath, entry: Entry, form: Posted) -> Iterator[Clash]:
    """Yield what was typed below a new entry for a name that was not given."""
    for rest, field in entry.items():
        whole = (*path, *rest)
        for end in range(len(path), len(whole)):
            listed = get_origin(kinds.hint_at(model, whole[:end])) is tuple
            named = listed or form.ten.get(muc_of(whole[: end + 1]))
            if kinds.is_new(whole[end]) and field.text and field.typed and not named:
                told = "chưa ghi tên ở ô bên cạnh"
                yield Clash(muc_of(whole), str(rest[-1]), "", told, field.text)


def _built(hint: Any, fields: Entry, at: DataPath, form: Posted) -> Tree:
    """Return a new entry from its fields; None if no more was typed than was proposed."""
    if not any(each.typed for each in fields.values()):
        return None
    if () in fields:
        return kinds.meant(hint, fields[()].text)
    inside: dict[str | int, Entry] = {}
    for path, field in fields.items():
        inside.setdefault(path[0], {})[path[1:]] = field
    built = {
        step: value
        for step, its in inside.items()
        if muc_of((*at, step)) not in form.bo
        and (value := _inner(kinds.hint_at(hint, (step,)), its, (*at, step), form)) is not None
    }
    if not built:
        return None
    if get_origin(hint) is tuple:
        if all(isinstance(step, int) for step in built):  # the cells of a row
            return [built.get(index, "") for index in sorted(inside, key=int)]
        return list(built.values())
    named = {form.ten.get(muc_of((*at, step)), step): value for step, value in built.items()}
    return {str(key): value for key, value in named.items() if key and not kinds.is_new(key)}


def _inner(hint: Any, fields: Entry, at: DataPath, form: Posted) -> Tree:
    """Return a part of a new entry: of a field what it says, be it only proposed."""
    return kinds.meant(hint, fields[()].text) if () in fields else _built(hint, fields, at, form)
