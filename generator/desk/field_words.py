"""Sentences of the program with the names of fields on the page for the keys of the file."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from generator.desk.forms.kinds import entries, hint_at, hints, model_in
from generator.desk.forms.layout import label
from generator.model import CaNhanTep, DonViNam, Dot, VanBan
from generator.model.base import Model
from generator.problems import DataPath
from generator.problems.catalogue import entry
from generator.reading.folder_names import CAMPAIGN_FILE, UNITS
from generator.reading.units import PERSONS

_KEY = re.compile(r"«(?P<quoted>[a-z]+(?:_[a-z]+)+)»|(?<![\w./«-])[a-z]+(?:_[a-z]+)+(?![\w./-])")
_DOT = re.compile(rf"(?<!tệp )(?<!«){re.escape(CAMPAIGN_FILE)}")


def in_field_names(said: str, code: str, file: str, path: DataPath) -> str:
    """Return a sentence with the names of fields for the keys that its kind names.

    What a clerk typed may look like a key and stays. A key that is a field of several names is
    told by the one nearest to the place; where none of them is on the way to it, the key stays.

    Args:
        said: the sentence, a message or a mend.
        code: its kind.
        file: the file of the place, by its name in the campaign.
        path: the place.
    """
    known, near = _keys_of(code), [*_around(_model(file), path)]

    def named(found: re.Match[str]) -> str:
        key = found["quoted"] or found[0]
        own = next((each for each in near if key in each.model_fields), None)
        every = _names().get(key, frozenset())
        name = _name(own, key) if own else next(iter(every)) if len(every) == 1 else ""
        return f"«{name}»" if name and key in known else found[0]

    return _DOT.sub("thông tin đợt", _KEY.sub(named, said))


@cache
def _keys_of(code: str) -> frozenset[str]:
    """Return the keys that the two texts of a kind of problem name themselves."""
    text = re.sub(r"\{[^{}]*\}", "", f"{entry(code).thong_bao} {entry(code).cach_sua}")
    return frozenset(each["quoted"] or each[0] for each in _KEY.finditer(text))


def _model(file: str) -> type[Model]:
    folder, _, rest = file.partition("/")
    if folder == UNITS:
        return CaNhanTep if f"/{PERSONS}/" in f"/{rest}" else DonViNam
    return Dot if file == CAMPAIGN_FILE else VanBan


def _around(model: type[Model], path: DataPath) -> Iterator[type[Model]]:
    """Yield the models on the way to a place, the nearest first."""
    for depth in range(len(path), -1, -1):
        hint = hint_at(model, path[:depth])
        if found := model_in(hint) or model_in(entries(hint)):
            yield found


def _name(model: type[Model], key: str) -> str:
    return label(model.__name__, key, model.model_fields[key].description or "")[0]


@cache
def _names() -> dict[str, frozenset[str]]:
    """Return the names that each key has on the forms."""
    found: dict[str, set[str]] = {}
    for model in _models():
        for key in model.model_fields:
            found.setdefault(key, set()).add(_name(model, key))
    return {key: frozenset(names) for key, names in found.items()}


@cache
def _models() -> frozenset[type[Model]]:
    seen: set[type[Model]] = set()
    waiting: list[Any] = [Dot, DonViNam, CaNhanTep, VanBan]
    while waiting:
        each = waiting.pop()
        model = model_in(each)
        if model is None:
            waiting += get_args(each)
        elif model not in seen:
            seen.add(model)
            waiting += hints(model).values()
    return frozenset(seen)
