"""What was typed into a form as edits of its file, and what somebody else changed meanwhile."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, get_origin

from generator.desk.fields import Clash, identity
from generator.desk.forms import kinds
from generator.desk.forms.inputs import NOTHING
from generator.desk.muc import muc_of, path_of
from generator.editing.difference import steps
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
from generator.model.base import Model
from generator.problems import DataPath
from generator.reading.yaml_text import Tree

GROUP = "(một nhóm)"
"""What is shown for a place that holds more than one text."""


class Field(NamedTuple):
    """A field of a new entry: what was typed, and whether that is more than was proposed."""

    text: str
    typed: bool


Entry = dict[DataPath, Field]
"""The fields of a new entry by the path below it."""


class Posted(NamedTuple):
    """A form as it came back, by place.

    `go` is what was typed, `luc_mo` what stood there when the page was made, `ai` the names of the
    entries around it then, `ten` the names given to new entries of a mapping, `bo` the entries to
    be removed, `khong_co` the lists of which «Không có» is said and `da_khong_co` of which it was.
    `doi` is an entry to be moved and by how much.
    """

    go: Mapping[str, str]
    luc_mo: Mapping[str, str]
    ai: Mapping[str, str]
    ten: Mapping[str, str]
    bo: frozenset[str]
    khong_co: frozenset[str]
    da_khong_co: frozenset[str]
    doi: tuple[str, int] | None = None


def posted(form: Mapping[str, str]) -> Posted:
    """Return the fields of a request by what they say; the letter before the colon tells it."""

    def of(mark: str) -> dict[str, str]:
        return {key.removeprefix(mark): said for key, said in form.items() if key.startswith(mark)}

    ticked, seen = of("m:"), of("c:")
    many = {}
    for muc in of("mm:"):
        codes = [code for at, code in ticked.items() if at.rpartition("|")[0] == muc]
        same = sorted(codes) == sorted(filter(None, _lines(seen.get(muc, "")).split("\n")))
        many[muc] = seen[muc] if same else "\n".join(codes)
    way, _, place = form.get("lam", "").partition(" ")
    step = {"len": -1, "xuong": 1}.get(way)
    named = {key: said.strip() for key, said in of("n:").items()}
    return Posted(
        {**of("v:"), **many}, seen, of("a:"), named,
        frozenset(of("x:")), frozenset(of("k:")), frozenset(k for k, on in of("ck:").items() if on),
        (place, step) if step else None,
    )  # fmt: skip


class Wish(NamedTuple):
    """The edits that a form comes to, one after the other; the clashes are not among them."""

    edits: list[Edit]
    clashes: list[Clash]


@dataclass
class _Work:
    """A file while edits are thought through: what it holds after those noted so far."""

    tree: Tree
    edits: list[Edit]

    def add(self, edit: Edit) -> None:
        self.tree = changed(self.tree, edit)
        self.edits.append(edit)


def wished(tree: Tree, model: type[Model], form: Posted) -> Wish:
    """Return what a form comes to.

    Args:
        tree: the file as it is now.
        model: its model.
        form: what came back.
    """
    clashes: list[Clash] = []
    work = _Work(tree, [])
    removed = [path_of(muc) for muc in form.bo if kinds.NEW not in muc]
    gone = [path for path in removed if _is_same(tree, path, form, clashes)]
    empty: list[DataPath] = []
    new: dict[DataPath, Entry] = {}
    for muc, raw in form.go.items():
        path = path_of(muc)
        if not path or any(path[: len(each)] == each for each in removed):
            continue
        if any(_is_new(step) for step in path):
            _note_new(new, path, raw, form)
            continue
        text, before = _lines(raw), _lines(form.luc_mo.get(muc, ""))
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
        if meant is None:
            empty.append(at)
        else:
            try:
                _set(work, model, path, value, meant)
            except NoSuchPlaceError:  # the entry is gone, or a text stands where a group is meant
                clashes.append(Clash(muc, str(path[-1]), before, "không còn chỗ này", text))
    clashes += _add_new(work, model, new, form)
    for path in sorted({*empty, *gone}, key=_from_behind, reverse=True):
        _remove(work, path)
    clashes += _say_none(work, form)
    _move(work, form)
    return Wish(work.edits, clashes)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip("\n")


def _now(hint: Any, value: Tree) -> str:
    shown = _lines(kinds.shown(hint, value))
    return shown or ("" if value is None or value in ({}, [], "") else GROUP)


def _is_new(step: str | int) -> bool:
    return isinstance(step, str) and step.startswith(kinds.NEW)


def _is_same(tree: Tree, path: DataPath, form: Posted, clashes: list[Clash]) -> bool:
    """Return whether an entry is the one that was to be removed."""
    muc = muc_of(path)
    if not is_there(tree, path) or identity(tree, path) != form.ai.get(muc, ""):
        clashes.append(Clash(muc, str(path[-1]), form.ai.get(muc, ""), "đã đổi chỗ hoặc đã bỏ", ""))
        return False
    return True


def _set(work: _Work, model: type[Model], path: DataPath, value: Tree, meant: Tree) -> None:
    if isinstance(meant, list) and isinstance(value, list):
        for edit in steps(value, meant, path):
            work.add(edit)
        return
    above = path[:-1]
    short = value_at(work.tree, above) if above and is_there(work.tree, above) else None
    if not isinstance(short, str):
        work.add(Set(path, meant))
    elif kinds.stands_at(work.tree, path) == above:
        work.add(Set(above, meant))
    else:
        main = kinds.SHORT[kinds.hint_at(model, above)]
        work.add(Set(above, {main: short, str(path[-1]): meant}))


def _note_new(new: dict[DataPath, Entry], path: DataPath, raw: str, form: Posted) -> None:
    """Note a field of an entry that is not in the file yet, below the outermost new step."""
    at = next(index for index, step in enumerate(path) if _is_new(step))
    muc = muc_of(path[: at + 1])
    if muc in form.bo:
        return
    text = _lines(raw)
    typed = text != _lines(form.luc_mo.get(muc_of(path), ""))
    new.setdefault(path[: at + 1], {})[path[at + 1 :]] = Field(text, typed)


def _add_new(
    work: _Work, model: type[Model], new: dict[DataPath, Entry], form: Posted
) -> Iterator[Clash]:
    """Add the new entries; yield those that lack a name."""
    for path, entry in new.items():
        hint = kinds.hint_at(model, path)
        value = _built(hint, entry, path, form) if hint is not None else None
        if value is None:
            continue
        above = path[:-1]
        if get_origin(kinds.hint_at(model, above)) is tuple:
            there = value_at(work.tree, above) if is_there(work.tree, above) else None
            end = len(there) if isinstance(there, list) else None
            free = not there or (there == NOTHING and above[-1] in kinds.NONE_THERE)
            if end is None and not free:
                yield Clash(muc_of(above), str(above[-1]), "", str(there), str(value))
                continue
            try:
                work.add(Set(above, [value]) if end is None else Insert(above, end, value))
            except NoSuchPlaceError:
                yield Clash(muc_of(path), str(above[-1]), "", "không còn chỗ này", str(value))
            continue
        muc = muc_of(path)
        if name := form.ten.get(muc):
            inner = name.split(".") if kinds.hint_at(model, path) is Any else (name,)
            work.add(Set((*above, *inner), value))
        else:
            yield Clash(muc, str(above[-1]), "", "chưa ghi tên ở ô bên cạnh", str(value))


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
            return [built.get(index, "") for index in range(max(map(int, inside)) + 1)]
        return list(built.values())
    named = {form.ten.get(muc_of((*at, step)), step): value for step, value in built.items()}
    return {str(key): value for key, value in named.items() if key and not _is_new(key)}


def _inner(hint: Any, fields: Entry, at: DataPath, form: Posted) -> Tree:
    """Return a part of a new entry: of a field what it says, be it only proposed."""
    return kinds.meant(hint, fields[()].text) if () in fields else _built(hint, fields, at, form)


def _from_behind(path: DataPath) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _remove(work: _Work, path: DataPath) -> None:
    """Remove a place, and what would be left empty by that; an empty cell of a row stays."""
    if not is_there(work.tree, path):
        return
    if len(path) > 1 and isinstance(path[-1], int) and isinstance(path[-2], int):
        work.add(Set(path, ""))
        return
    while len(path) > 1 and len(value_at(work.tree, path[:-1]) or ()) == 1:
        path = path[:-1]
    work.add(Remove(path))


def _say_none(work: _Work, form: Posted) -> Iterator[Clash]:
    """Say «Không có» of lists, or take it back; yield those that have entries all the same."""
    for muc in form.khong_co ^ form.da_khong_co:
        path = path_of(muc)
        value = value_at(work.tree, path) if is_there(work.tree, path) else None
        if muc in form.khong_co and not value:
            work.add(Set(path, NOTHING))
        elif muc in form.da_khong_co and isinstance(value, str):
            work.add(Remove(path))
        elif muc in form.khong_co:
            yield Clash(muc, str(path[-1]), "", f"đang ghi {len(value or ())} dòng", NOTHING)


def _move(work: _Work, form: Posted) -> None:
    if form.doi is None:
        return
    path, step = path_of(form.doi[0]), form.doi[1]
    if not path or not isinstance(path[-1], int) or not is_there(work.tree, path):
        return
    target = path[-1] + step
    if is_there(work.tree, (*path[:-1], target)):
        work.add(Move(path[:-1], path[-1], target))
