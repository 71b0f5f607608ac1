"""An example of every key: what stands in the campaigns that come with the program."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from generator import shipped
from generator.model.base import Model
from generator.reading.folder_names import CAMPAIGN_FILE
from generator.reading.kinds import data_models
from generator.reading.schema import FILES
from generator.reading.text_file import read_text
from generator.reading.yaml_text import Tree, parse
from generator.setup.keys import Key, models_in

OWN = Path(__file__).with_name("vi-du-khoa.yaml")
"""Examples of keys that no sample uses, by key, or by model and key."""
_LONGEST = 60
_QUOTED = re.compile(r"«([^»]+)»")
_SOURCES = ("xa-loc-van-2026", "huyen-thanh-giang-2024", "ha-tinh-2024", "binh-dinh-2022")
_BY_VALUES = {
    "có hoặc không": "có",
    "ngày, ghi 14/11/2026": "14/11/2026",
    "số đếm, từ 0": "3",
    "điểm, ghi 27,5": "27,5",
}


def example(key: Key) -> str:
    """Return an example of a key's value on one line; empty if none is known.

    From a sample; else from our own list; else the words quoted in the meaning, the first word of a
    closed list, the form of a date; else from a sample where the key stands in another group.
    """
    found, own = _examples(), _own()
    quoted = _QUOTED.search(key.meaning)
    return (
        found.get((key.model, key.name))
        or own.get(f"{key.model}.{key.name}")
        or own.get(key.name)
        or (quoted[1] if quoted and not key.inside else "")
        or _BY_VALUES.get(key.values)
        or _first(key)
        or next((said for (_, name), said in found.items() if name == key.name), "")
    )


def _first(key: Key) -> str:
    """The first word of a closed list, as a list where the key takes one."""
    word = key.choices[0] if key.choices else ""
    return f"[{word}]" if word and key.values.startswith("danh sách") else word


@cache
def _own() -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load(OWN.read_text("utf-8"))
    return found


@cache
def _examples() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for path in _files():
        text = read_text(path)
        tree = parse(text) if isinstance(text, str) else None
        if isinstance(tree, dict):
            _collect(tree, _model_of(path, tree), found)
    return found


def _files() -> Iterator[Path]:
    for name in _SOURCES:
        yield from sorted((shipped.DATA / name).rglob("*.yaml"))
    yield from sorted(shipped.DATA.glob("*/*.yaml"))
    yield from sorted((shipped.TEMPLATES / "danh-muc").glob("*.yaml"))


def _model_of(path: Path, tree: dict[str, Tree]) -> type[Model] | None:
    if path.name == CAMPAIGN_FILE:
        return FILES["dot.schema.json"]
    if path.parent.name == "danh-muc":
        return FILES["danh-muc.schema.json"]
    return data_models().get(str(tree.get("loai")))


def _collect(
    tree: dict[str, Tree], model: type[Model] | None, found: dict[tuple[str, str], str]
) -> None:
    if model is None:
        return
    for name, value in tree.items():
        field = model.model_fields.get(name)
        if field is None or value is None:
            continue
        found.setdefault((model.__name__, name), _short(value))
        inner = list(models_in(field.annotation))
        for part in _mappings(value):
            _collect(part, _best(part, inner), found)


def _mappings(value: Tree) -> Iterator[dict[str, Tree]]:
    if isinstance(value, list):
        for part in value:
            yield from _mappings(part)
    elif isinstance(value, dict):
        yield value
        yield from (part for part in value.values() if isinstance(part, dict))


def _best(tree: dict[str, Tree], models: list[type[Model]]) -> type[Model] | None:
    return next((each for each in models if tree.keys() <= each.model_fields.keys()), None)


def _short(value: Tree) -> str:
    """A value on one line, cut where it is long."""
    if isinstance(value, list):
        said = f"[{', '.join(_short(part) for part in value[:2])}]"
    elif isinstance(value, dict):
        rows = [f"{name}: {_short(part)}" for name, part in value.items() if part is not None]
        said = f"{{{', '.join(rows[:3])}}}"
    else:
        said = " ".join((value or "").split())
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"
