"""Walks the models inside a value, so that a check can look at every date or every list."""

from functools import cache
from typing import Any, get_args

from generator.model.base import Model

Path = tuple[str | int, ...]


def models_in(value: Model) -> list[tuple[Path, Model]]:
    """Return a model and all models inside it, each with its path, in the order of the fields."""
    found: list[tuple[Path, Model]] = []
    _collect(value, (), found)
    return found


@cache
def _fields(kind: type[Model]) -> tuple[str, ...]:
    """Return the fields of a model that can hold models; texts and numbers are not looked into."""
    return tuple(key for key, field in kind.model_fields.items() if _holds(field.annotation))


def _holds(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return True
    return any(_holds(part) for part in get_args(annotation))


def _collect(value: Model, path: Path, found: list[tuple[Path, Model]]) -> None:
    """Append a model and all inside it: a unit holds thousands, and most fields are empty."""
    found.append((path, value))
    for key in _fields(type(value)):
        inside = getattr(value, key)
        if not inside:
            continue
        if isinstance(inside, Model):
            _collect(inside, (*path, key), found)
        elif isinstance(inside, tuple):
            for index, each in enumerate(inside):
                if isinstance(each, Model):
                    _collect(each, (*path, key, index), found)
        elif isinstance(inside, dict):
            for name, each in inside.items():
                if isinstance(each, Model):
                    _collect(each, (*path, key, name), found)
