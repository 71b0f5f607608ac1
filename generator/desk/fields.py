"""One place of a data file as fields to fill in, and what was typed into them as edits."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.desk.muc import muc_of, path_of
from generator.editing.edits import Edit, Insert, Remove, Set, is_there, value_at
from generator.model.base import Model
from generator.problems import DataPath
from generator.reading.model_shape import choices, is_list_of_texts, keys_as_written, meaning
from generator.reading.yaml_text import Tree

_SURE = ("ho_ten", "ten", "ma")
"""Keys that name an entry on their own."""

LONG = 60
"""Characters from which a text is typed in a field of several lines."""

LABELS = {
    "dang_vien": "Đảng viên",
    "dung_dau": "Người đứng đầu",
    "vai_tro": "Vai trò",
    "do_mat": "Độ mật",
    "giu_nguyen_dau_cau": "Giữ nguyên dấu câu", "dien_quan_ly": "Diện quản lý", "khoi": "Khối",
    "thanh_lap_moi": "Mới thành lập", "cong_chuc": "Cán bộ, công chức",
}  # fmt: skip
"""Names of fields whose meaning in the model begins with what may be written."""

_NAMES = ("ho_ten", "ten", "ma", "doi_tuong", "muc", "noi_dung", "trich_yeu")
"""Keys by which an entry of a list is known, the surest first."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value that can be typed: its place, key, name, meaning, the text there, the words allowed.

    `ai` names the entries of lists around it, so that a list that moved meanwhile is noticed.
    """

    muc: str
    khoa: str
    ten: str
    nghia: str
    gia_tri: str
    chon: tuple[str, ...]
    dai: bool
    ai: str


class Inside(NamedTuple):
    """A group below a place, which has a page of its own."""

    muc: str
    ten: str
    nghia: str


def with_ends_of(typed: str, old: str) -> str:
    """Return a text as it was typed, whose unchanged lines end as they did in the file.

    A browser sends every line end as CRLF, so they say nothing; new lines end as most old ones.
    """
    lines = typed.replace("\r\n", "\n").split("\n")
    known = re.split("(\r\n|\n)", old)
    texts, ends = known[::2], known[1::2]
    usual = "\r\n" if 2 * ends.count("\r\n") > len(ends) else "\n"
    found = [usual] * len(lines)
    same = difflib.SequenceMatcher(None, texts, lines, autojunk=False)
    for at, to, size in same.get_matching_blocks():
        for step in range(size):
            if at + step < len(ends):
                found[to + step] = ends[at + step]
    return "".join(line + end for line, end in zip(lines[:-1], found, strict=False)) + lines[-1]


def around(tree: Tree, path: DataPath) -> DataPath:
    """Return the nearest place at or above a path that is there."""
    while path and not is_there(tree, path):
        path = path[:-1]
    return path


def known_as(tree: Tree, path: DataPath) -> str:
    """Return the names of the entries of lists along a path, outermost first."""
    entries = (each for each in _along(tree, path) if isinstance(each, dict))
    names = (next((str(each[k]) for k in _NAMES if each.get(k)), "") for each in entries)
    return " › ".join(filter(None, names))


def identity(tree: Tree, path: DataPath) -> str:
    """Return what tells the entries of lists along a path from their neighbours.

    Two people may bear one name, so the birthday counts; an entry without a name is known by all
    its single values, a row of a table by its cells, a text by itself.
    """
    found = []
    for entry in _along(tree, path):
        if not isinstance(entry, dict):
            cells = entry if isinstance(entry, list) else [entry]
            found.append(" · ".join(each for each in cells if isinstance(each, str)))
            continue
        names = [str(entry[key]) for key in (*_NAMES, "ngay_sinh") if entry.get(key)]
        single = [f"{key}={value}" for key, value in entry.items() if isinstance(value, str)]
        found.append(" · ".join(names if any(map(entry.get, _SURE)) else single))
    return " › ".join(found)


def _along(tree: Tree, path: DataPath) -> Iterator[Tree]:
    """Yield the entries of lists on the way to a place; of a row of a table not the cell."""
    for depth, step in enumerate(path, 1):
        cell = depth > 1 and isinstance(path[depth - 2], int)
        if isinstance(step, int) and not cell and is_there(tree, path[:depth]):
            yield value_at(tree, path[:depth])


def fields_at(
    tree: Tree, path: DataPath, model: type[Model] | None
) -> tuple[list[Field], list[Inside]]:
    """Return what can be typed at a place.

    Args:
        tree: the file.
        path: the place; a key that is missing is a field to fill in.
        model: the model of the file; None if it is not known.

    Returns:
        The single value, or those of the group there with the keys that it lacks last, and the
        first item of a list of texts that is not there; and the groups below it.
    """
    found = value_at(tree, path) if is_there(tree, path) else None
    if found is None and model and keys_as_written(model, path):
        found = {}
    match found:
        case dict():
            names = [str(each) for each in found]
            known = keys_as_written(model, path) if model else []
            names += [each for each in known if each not in found]
        case list():
            its = [(*path, index) for index in range(len(found))]
            groups = [each for each in its if isinstance(value_at(tree, each), dict | list)]
            single = [each for each in its if each not in groups]
            extra = [] if groups else [(*path, len(found))]
            return [_field(tree, each, model) for each in (*single, *extra)], [
                Inside(muc_of(each), known_as(tree, each) or str(each[-1]), "") for each in groups
            ]
        case _:
            return [_field(tree, _first_item(tree, path, model), model)], []
    fields: list[Field] = []
    inside: list[Inside] = []
    for name in names:
        at = (*path, name)
        there = is_there(tree, at)
        value = value_at(tree, at) if there else None
        grouped = isinstance(value, dict | list) or (
            value is None and model and keys_as_written(model, at)
        )
        if grouped and there:
            inside.append(Inside(muc_of(at), name, _meaning(model, at)))
        elif not grouped:
            fields.append(_field(tree, _first_item(tree, at, model), model))
    return fields, inside


def _first_item(tree: Tree, path: DataPath, model: type[Model] | None) -> DataPath:
    """Return the place of the first item if a list of texts is meant that has none yet."""
    empty = not is_there(tree, path) or value_at(tree, path) is None
    return (*path, 0) if empty and model and is_list_of_texts(model, path) else path


def _field(tree: Tree, path: DataPath, model: type[Model] | None) -> Field:
    value = value_at(tree, path) if is_there(tree, path) else None
    text = value if isinstance(value, str) else ""
    allowed = choices(model, path) if model else ()
    key = str(path[-1]) if path else ""
    number = ""
    if len(path) > 1 and isinstance(path[-1], int):
        key, number, told = str(path[-2]), f" {path[-1] + 1}", _meaning(model, path[:-1])
    else:
        told = _meaning(model, path)
    long = "\n" in text or "\r" in text or len(text) > LONG
    name = LABELS.get(key) or re.split(r"[:;,(«]", told, maxsplit=1)[0].strip() or key
    rest = told if told != name else ""
    return Field(
        muc_of(path), key, f"{name}{number}", rest, text, allowed, long, identity(tree, path)
    )


def _meaning(model: type[Model] | None, path: DataPath) -> str:
    if model is None or not path or isinstance(path[-1], int):
        return ""
    return meaning(model, path).strip().removeprefix("(").removesuffix(")")


class Clash(NamedTuple):
    """A field that somebody else changed meanwhile: as it was seen, as it is, as it was typed."""

    muc: str
    khoa: str
    luc_mo: str
    nay: str
    dinh_ghi: str


def edits_of(
    tree: Tree, typed: Mapping[str, str], seen: Mapping[str, str], known: Mapping[str, str]
) -> tuple[list[Edit], list[Clash]]:
    """Return what was typed as edits, and what somebody else changed since.

    Args:
        tree: the file as it is now.
        typed: the text of each field, by place.
        seen: what stood there when the page was made.
        known: the names of the entries around it then.

    Returns:
        The edits of the fields that were changed; the clashes among those.
    """
    edits: list[Edit] = []
    clashes: list[Clash] = []
    for muc, raw in typed.items():
        text, before = _as_typed(raw), _as_typed(seen.get(muc, ""))
        if text == before:
            continue
        path = path_of(muc)
        if not path:
            continue
        there = is_there(tree, path)
        value = value_at(tree, path) if there else None
        now = value if isinstance(value, str) else "" if value is None else "(một nhóm)"
        if _as_typed(now) == text and there:
            continue
        if _as_typed(now) != before or identity(tree, path) != known.get(muc, ""):
            clashes.append(Clash(muc, str(path[-1]), before, now, text))
            continue
        edits += _edit(path, text, there=there)
    # Removed from behind, so that no index moves before it is used.
    return sorted(edits, key=lambda each: (isinstance(each, Remove), _back(each.path))), clashes


def _as_typed(text: str) -> str:
    """Return a text as a form brings it back when nobody typed, without line ends around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _edit(path: DataPath, text: str, *, there: bool) -> list[Edit]:
    if not text:
        return [Remove(path)] if there else []
    last = path[-1]
    if isinstance(last, int) and not there:
        return [Insert(path[:-1], last, text)]
    return [Set(path, text)]


def _back(path: DataPath) -> tuple[int, ...]:
    return tuple(-step for step in path if isinstance(step, int))
