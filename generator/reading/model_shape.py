"""Looks up the keys, choices and meanings of a model by a path in its data."""

from collections.abc import Iterator
from functools import lru_cache
from inspect import get_annotations
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.model.base import Model
from generator.problems import DataPath


def keys(model: type[Model], path: DataPath) -> list[str]:
    """Return the keys allowed in the mapping at `path`; none if it is not a mapping."""
    found = _model_at(model, path)
    return list(found.model_fields) if found else []


def keys_as_written(model: type[Model], path: DataPath) -> list[str]:
    """Return the same keys in the order of a file: a model's own, then those of its bases.

    The last base comes first, as in «who» before «what was done»: a person begins with name and
    birthday, goes on with place and post, and then has what every review has.
    """
    found = _model_at(model, path)
    if found is None:
        return []
    names = dict.fromkeys(_own_first(found))
    return [name for name in names if name in found.model_fields]


def _own_first(model: type) -> Iterator[str]:
    yield from get_annotations(model)
    for base in reversed(model.__bases__):
        yield from _own_first(base)


def choices(model: type[Model], path: DataPath) -> tuple[str, ...]:
    """Return the values allowed for a fixed-choice key; none for other keys."""
    field = _field(model, path)
    return _literals(field.annotation) if field else ()


def meaning(model: type[Model], path: DataPath) -> str:
    """Return the Vietnamese meaning of a key in brackets after a space, or an empty text."""
    field = _field(model, path)
    return f" ({field.description})" if field and field.description else ""


def is_list_of_texts(model: type[Model], path: DataPath) -> bool:
    """Return whether a key takes a list of texts, and a single text is refused there."""
    return takes(model, path, ["a"]) and not takes(model, path, "a")


def takes(model: type[Model], path: DataPath, value: object) -> bool:
    """Return whether a key may have a value; no key that is not known may."""
    adapter = _adapter(model, path)
    try:
        return adapter is not None and adapter.validate_python(value) is not None
    except ValidationError:
        return False


def is_needed(model: type[Model], path: DataPath) -> bool:
    """Return whether a key must be there where its group is."""
    field = _field(model, path)
    return field is not None and field.is_required()


@lru_cache(maxsize=256)
def _adapter(model: type[Model], path: DataPath) -> TypeAdapter[Any] | None:
    field = _field(model, path)
    if field is None:
        return None
    annotated: Any = Annotated[field.annotation, field]
    return TypeAdapter(annotated)


def _field(model: type[Model], path: DataPath) -> FieldInfo | None:
    parent = _model_at(model, path[:-1])
    return parent.model_fields.get(str(path[-1])) if parent and path else None


def _model_at(model: type[Model], path: DataPath) -> type[Model] | None:
    found: type[Model] | None = model
    for step in path:
        if found is None:
            return None
        if isinstance(step, str):
            field = found.model_fields.get(step)
            found = _inner_model(field.annotation) if field else None
    return found


def _inner_model(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    inner = (_inner_model(part) for part in get_args(annotation))
    return next((each for each in inner if each), None)


def _literals(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(choice for part in get_args(annotation) for choice in _literals(part))
