"""Walks the models inside a value, so that a check can look at every date or every list."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from generator.model.base import Model

Path = tuple[str | int, ...]


def models_in(value: Model, path: Path = ()) -> Iterator[tuple[Path, Model]]:
    """Yield a model and all models inside it, each with its path, in the order of the fields."""
    yield path, value
    for key in _fields(type(value)):
        yield from _inside(getattr(value, key), (*path, key))


@cache
def _fields(kind: type[Model]) -> tuple[str, ...]:
    """Return the fields of a model that can hold models; texts and numbers are not looked into."""
    return tuple(key for key, field in kind.model_fields.items() if _holds(field.annotation))


def _holds(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return True
    return any(_holds(part) for part in get_args(annotation))


def _inside(value: object, path: Path) -> Iterator[tuple[Path, Model]]:
    if isinstance(value, Model):
        yield from models_in(value, path)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            if isinstance(each, Model):
                yield from models_in(each, (*path, index))
    elif isinstance(value, dict):
        for key, each in value.items():
            if isinstance(each, Model):
                yield from models_in(each, (*path, key))
