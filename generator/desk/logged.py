"""Places and values of the log in the words of the forms: which field, who, what was chosen."""

from collections.abc import Iterator
from typing import Any

from generator.desk.forms.kinds import choices, hint_at, model_in, shown
from generator.desk.forms.layout import label
from generator.model.base import Model
from generator.problems import DataPath
from generator.reading.yaml_text import Tree
from generator.wording.choice_words import in_words

_LONGEST = 300


def place_said(model: type[Model], path: DataPath) -> str:
    """Return a place of a file by the names of the fields: «Các cá nhân › Vai trò»."""
    names: list[str] = []
    hint: Any = model
    for step in path:
        inside = model_in(hint)
        if isinstance(step, str):
            names.append(_name(inside, step) if inside else step)
        hint = hint_at(hint, (step,))
    return " › ".join(names) or "cả tệp"


def _name(model: type[Model], key: str) -> str:
    found = model.model_fields.get(key)
    return label(model.__name__, key, (found.description or "") if found else "")[0]


def value_said(value: Tree, hint: Any = None, key: str = "") -> str:
    """Return a value as a line: texts as they are, chosen ones in words, a group with all in it.

    Args:
        value: what stood or stands there.
        hint: its type; None if that is not known.
        key: its key.
    """
    said = "; ".join(_texts(value, hint, key)) or "(trống)"
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _texts(value: Tree, hint: Any, key: str) -> Iterator[str]:
    match value:
        case dict():
            for name, each in value.items():
                yield from _texts(each, hint_at(hint, (name,)) if hint else None, name)
        case list():
            for each in value:
                yield from _texts(each, hint_at(hint, (0,)) if hint else None, key)
        case str() if value:
            text = shown(hint, value) if hint else value
            yield in_words(key, text) if hint and text in choices(hint) else text
