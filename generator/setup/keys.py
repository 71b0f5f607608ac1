"""Every key that a data file may hold, read out of the models: place, meaning, values."""

import datetime as dt
import typing
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Literal, NamedTuple

from pydantic.fields import FieldInfo

from generator.model import fields
from generator.model.base import Model
from generator.reading.schema import FILES, TITLES


class Key(NamedTuple):
    """One key of one model.

    `above` are the keys under which the model stands, none for the keys of a file itself; `values`
    says what may be written, `choices` lists the words of a closed list, `inside` names the models
    that the value is made of.
    """

    model: str
    name: str
    above: tuple[str, ...]
    meaning: str
    values: str
    choices: tuple[str, ...]
    needed: bool
    inside: tuple[type[Model], ...]


class Group(NamedTuple):
    """The keys that stand together: those of a file, or of a group of keys in files."""

    title: str
    places: tuple[str, ...]
    keys: tuple[Key, ...]


_SINGLE: dict[object, str] = {
    dt.date: "ngày, ghi 14/11/2026",
    bool: "có hoặc không",
    int: "số nguyên",
    Decimal: "điểm, ghi 27,5",
    str: "chữ",
}
_KINDS: dict[object, str] = {
    fields.Nam: "năm, ghi 2026",
    fields.NgayHan: "07/12 (hằng năm) hoặc 07/12/2026",
    fields.TenNhiemKy: "nhiệm kỳ, ghi 2025-2030",
    fields.Quy: "quý, từ 1 đến 4",
    fields.DemSo: "số đếm, từ 0",
}
"""Types of single values that are narrower than the Python type behind them."""


@cache
def groups() -> tuple[Group, ...]:
    """Return all keys: first those of each kind of file, then those of the groups inside."""
    found: list[type[Model]] = list(FILES.values())
    above: dict[type[Model], dict[tuple[str, str], None]] = {}
    for model in found:
        for name, field in model.model_fields.items():
            for inner in models_in(field.annotation):
                above.setdefault(inner, {})[name, TITLES[model.__name__]] = None
                found += [] if inner in found else [inner]
    return tuple(_group(model, tuple(above.get(model, ()))) for model in found)


def _group(model: type[Model], above: tuple[tuple[str, str], ...]) -> Group:
    keys = tuple(
        Key(
            model.__name__,
            name,
            tuple(dict.fromkeys(name for name, _ in above)),
            field.description or "",
            values_of(field),
            tuple(_choices(field.annotation)),
            field.is_required(),
            tuple(models_in(field.annotation)),
        )
        for name, field in model.model_fields.items()
    )
    places = tuple(f"`{name}` của {title}" for name, title in above)
    return Group(TITLES[model.__name__], places, keys)


@cache
def only_once(name: str) -> bool:
    """Return whether a key means one thing, in whatever groups it stands."""
    meanings = {key.meaning for group in groups() for key in group.keys if key.name == name}
    return len(meanings) == 1


def models_in(annotation: object) -> Iterator[type[Model]]:
    """Yield the models a value may be made of."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in typing.get_args(annotation):
        yield from models_in(part)


def _choices(annotation: object) -> Iterator[str]:
    if typing.get_origin(annotation) is Literal:
        yield from map(str, typing.get_args(annotation))
    for part in typing.get_args(annotation):
        yield from _choices(part)


def values_of(field: FieldInfo) -> str:
    """Say in Vietnamese what may be written as the value of a field."""
    for kind, said in _KINDS.items():
        of_kind, *notes = typing.get_args(kind)
        if field.annotation in (of_kind, of_kind | None) and notes[0] in field.metadata:
            return said
    return " hoặc ".join(dict.fromkeys(_said(field.annotation)))


def _said(annotation: Any) -> Iterator[str]:
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        yield _KINDS.get(annotation) or next(_said(parts[0]), "")
    elif origin is Literal:
        yield ", ".join(map(str, parts))
    elif origin is tuple:
        yield f"danh sách: {next(_said(parts[0]), 'chữ')}"
    elif origin is dict:
        yield f"nhóm khoá tự đặt; mỗi khoá: {next(_said(parts[1]), 'chữ')}"
    elif isinstance(annotation, type) and issubclass(annotation, Model):
        yield f"nhóm khoá «{TITLES[annotation.__name__]}»"
    elif parts:
        yield from (said for part in parts for said in _said(part))
    elif annotation is Any:
        yield "theo khoá của quy định"
    elif annotation is not type(None):
        yield _SINGLE.get(annotation, "chữ")
