"""Builds a form: sections of fields, groups and rows, filled in with what a file says."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from generator.desk.fields import identity
from generator.desk.forms import kinds
from generator.desk.forms.layout import label, layout, rare
from generator.desk.forms.parts import (
    Group,
    Input,
    Known,
    Part,
    Row,
    Rows,
    Section,
    flattened,
    leaves,
)
from generator.desk.muc import muc_of, path_of
from generator.editing.edits import is_there, value_at
from generator.model.base import Model
from generator.model.levels import WORDS, SoPhieu, level_code
from generator.model.review import says_none
from generator.problems import DataPath
from generator.reading.model_shape import keys_as_written
from generator.reading.yaml_text import Tree
from generator.wording.choice_words import in_words

LONG = 60
"""Characters from which a text is typed in a field of several lines."""

FLAT = 9
"""Most fields of an entry that is shown as one row of a table."""


@dataclass(frozen=True, slots=True)
class _From:
    """Where the fields of a form come from."""

    tree: Tree
    at: DataPath
    known: Known
    typed: Collection[str]

    def value(self, path: DataPath) -> Tree:
        at = kinds.stands_at(self.tree, path)
        return value_at(self.tree, at) if is_there(self.tree, at) else None

    def printed(self, path: DataPath) -> tuple[str, str] | None:
        """Return the heading and the hint of a field as the paper prints them."""
        return self.known.nhan.get(muc_of(path[len(self.at) :]))


def sections(
    tree: Tree,
    file_model: type[Model],
    at: tuple[str, DataPath],
    known: Known,
    typed: Collection[str] = (),
) -> list[Section]:
    """Return a form.

    Args:
        tree: the file.
        file_model: its model.
        at: the name of the form («ca-nhan») and where its subject stands.
        known: what is known of the subject.
        typed: places of fields that were typed and are not written; new entries are kept by them.
    """
    name, path = at
    source = _From(tree, path, known, typed)
    own = kinds.hint_at(file_model, path)
    return [
        Section(
            each.ten,
            tuple(_part(source, (*path, key), own) for key in each.o),
            tuple(_part(source, (*path, key), own) for key in each.it_dung),
        )
        for each in layout().bieu[name]
    ]


def _part(source: _From, path: DataPath, above: Any) -> Part:
    """Return the field, group or rows for a key or entry of `above`."""
    hint = kinds.hint_at(above, path[-1:])
    key = str(path[-1])
    told = source.printed(path)
    owner = kinds.model_in(above)
    name, rest = told or label(owner.__name__ if owner else "", key, _meaning(above, key))
    entry = kinds.entries(hint)
    if entry is not None:
        return _rows(source, path, entry, name, rest)
    inner = kinds.model_in(hint)
    if inner in kinds.SHORT and not _is_group(source, path):
        return _input(source, path, str, name, rest, long=True)
    if inner is not None:
        usual, seldom = _keys(source, path, inner)
        there = source.value(path) is not None
        return Group(muc_of(path), name, rest, usual, seldom, co=there)
    if get_origin(hint) is dict:
        return _named(source, path, hint, name, rest)
    if hint is Any:
        return _named(source, path, dict[str, Any], name, rest)
    return _input(source, path, hint, name, rest)


def _is_group(source: _From, path: DataPath) -> bool:
    """Return whether a group that may be one text is asked for by its keys."""
    return source.known.cap_do or isinstance(source.value(path), dict)


def _keys(
    source: _From, path: DataPath, model: type[Model]
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    # Items of items («muc» of a checklist) are asked for below one that is there: they have no end.
    new = any(kinds.is_new(step) for step in path)
    names = [key for key in keys_as_written(model, ()) if not (new and key in path)]
    seldom = rare(model)
    usual = tuple(_part(source, (*path, key), model) for key in names if key not in seldom)
    return usual, tuple(_part(source, (*path, key), model) for key in names if key in seldom)


def _meaning(model: Any, key: str) -> str:
    owner = kinds.model_in(model)
    found = owner.model_fields.get(key) if owner else None
    return (found.description or "") if found else ""


def _input(  # noqa: PLR0913 - a field has these parts
    source: _From, path: DataPath, hint: Any, name: str, rest: str, *, long: bool = False,
    proposed: str = "",
) -> Input:  # fmt: skip
    key = str(path[-1])
    text = kinds.shown(hint, source.value(path))
    allowed = tuple((each, in_words(key, each)) for each in kinds.choices(hint))
    allowed = allowed or source.known.chon.get(key, ())
    kind: kinds.Kind = kinds.kind(hint)
    if allowed:
        kind = "nhieu" if kind in {"danh-sach", "nhieu"} else "chon"
    rest = "" if allowed else rest  # the words of the choice say it
    many = kind == "danh-sach" or (
        kind == "chu" and (long or key in layout().dai or "\n" in text or len(text) > LONG)
    )
    many = many or (not allowed and _has_lines(text))
    return Input(
        muc_of(path), key, name, rest, kind, text, identity(source.tree, path), many, proposed,
        allowed, source.known.goi.get(key, ()),
    )  # fmt: skip


def _has_lines(text: str) -> bool:
    """Return whether a field of one line would lose line ends of a text."""
    return any(each in text.strip("\r\n") for each in "\r\n")


def _named(source: _From, path: DataPath, hint: Any, name: str, rest: str) -> Group:
    """Return a group whose keys are names: those in the file, and those that it may have."""
    value = source.value(path)
    there = value if isinstance(value, dict) else {}
    inner = kinds.plain(get_args(hint)[1])
    offered = dict(source.known.khoa.get(str(path[-1]), ()))
    if hint == kinds.plain(SoPhieu):
        spelt = {level_code(str(key)): key for key in there}
        offered = {spelt.get(code, code): WORDS[code] for code in WORDS}
    keys = list(dict.fromkeys((*offered, *map(str, there))))
    parts = tuple(_of_name(source, (*path, key), inner, offered.get(key, key)) for key in keys)
    extra = _of_name(source, (*path, kinds.NEW + "1"), inner, "Nội dung")
    closed = hint == kinds.plain(SoPhieu) or str(path[-1]) == "uu_diem"
    return Group(
        muc_of(path), name, rest, parts if closed else (*parts, extra), moi=not closed,
        co=bool(there),
    )  # fmt: skip


def _of_name(source: _From, path: DataPath, inner: Any, name: str) -> Part:
    shown, rest = source.printed(path) or (name, "")
    value = source.value(path)
    if inner is Any and isinstance(value, dict):
        return _named(source, path, dict[str, Any], shown, rest)
    if inner is Any:
        listed = isinstance(value, list)
        return _input(source, path, tuple[str, ...] if listed else str, shown, rest)
    if get_origin(inner) is dict:
        return _named(source, path, inner, shown, rest)
    model = kinds.model_in(inner)
    if model is None or (model in kinds.SHORT and not _is_group(source, path)):
        return _input(source, path, inner if model is None else str, shown, rest, long=bool(model))
    usual, seldom = _keys(source, path, model)
    return Group(muc_of(path), shown, rest, usual, seldom, co=value is not None)


def _rows(source: _From, path: DataPath, inner: Any, name: str, rest: str) -> Rows:
    value = source.value(path)
    there = value if isinstance(value, list) else []
    there_rows = [_row(source, (*path, index), inner) for index in range(len(there))]
    proposed = [each for each in source.known.dong.get(str(path[-1]), ()) if not _has(there, each)]
    new = [
        _row(source, (*path, f"{kinds.NEW}{number}"), inner, each)
        for number, each in enumerate(proposed, 1)
    ]
    known = {each.muc for each in new}
    own = f"{muc_of(path)}.{kinds.NEW}"
    steps = {
        f"{own}{muc.removeprefix(own).split('.')[0]}" for muc in source.typed if muc.startswith(own)
    }
    added = sorted(steps - known, key=lambda muc: (len(muc), muc))
    new += [_row(source, path_of(muc), inner) for muc in added if kinds.is_new(path_of(muc)[-1])]
    blank = _row(source, (*path, f"{kinds.NEW}0"), inner)
    none = says_none(value) if path[-1] in kinds.NONE_THERE else None
    beside = source.known.doc.get(str(path[-1]), ())
    return Rows(
        muc_of(path), name, rest, (*there_rows, *new), blank, _heads(blank), none,
        len(there), beside,
    )  # fmt: skip


def _has(there: list[Tree], proposed: Mapping[str, str]) -> bool:
    first, said = next(iter(proposed.items()))
    return any(isinstance(each, dict) and each.get(first) == said for each in there)


def _row(
    source: _From, path: DataPath, inner: Any, proposed: Mapping[str, str] | None = None
) -> Row:
    new, who = kinds.is_new(path[-1]), identity(source.tree, path)
    model = kinds.model_in(inner)
    if model is None:
        return Row(muc_of(path), "", _cells(source, path), (), new, who)
    usual, seldom = _keys(source, path, model)
    if proposed:
        usual = tuple(_filled(each, proposed) for each in usual)
    name = next((each.gia_tri or each.san for each in usual if isinstance(each, Input)), "")
    return Row(muc_of(path), name, usual, seldom, new, who)


def _filled(part: Part, proposed: Mapping[str, str]) -> Part:
    if isinstance(part, Input) and part.khoa in proposed:
        return Input(
            part.muc, part.khoa, part.nhan, part.goi_y, part.kieu, "", part.ai,
            part.dai or _has_lines(proposed[part.khoa]), proposed[part.khoa], part.chon, part.goi,
        )  # fmt: skip
    return part


def _cells(source: _From, path: DataPath) -> tuple[Part, ...]:
    """Return the cells of a row of a table: as many as it has columns, or as its longest row."""
    table = source.value(path[:-2])
    body = table if isinstance(table, dict) else {}
    columns = its if isinstance(its := body.get("cot"), list) else []
    number = max(kinds.widest(table), 1)
    value = source.value(path)
    if isinstance(value, str):
        return (_input(source, path, str, "Tiêu đề ngang cả bảng", ""),)
    heads = [str(each.get("ten") if isinstance(each, dict) else each) for each in columns]
    heads += [f"Cột {index + 1}" for index in range(len(heads), number)]
    return tuple(_input(source, (*path, index), str, heads[index], "") for index in range(number))


def _heads(row: Row) -> tuple[str, ...]:
    """Return the heads of a table for rows of a few short fields; none for others."""
    flat = list(flattened(row))
    if row.it_dung or len(flat) != sum(1 for _ in leaves(row.o)) or len(flat) > FLAT:
        return ()
    return tuple(each.nhan for each in flat) if len(flat) > 1 else ()
