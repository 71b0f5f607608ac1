"""Validates a tree of text against its model; pydantic errors become problems with a data path."""

import re
from collections.abc import Collection
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.base import Model
from generator.problems import DataPath, Place, Problem, problem
from generator.reading import model_shape as shape
from generator.reading.suggest import nearest, odd_letter, same_word
from generator.reading.yaml_errors import BODY, shortened
from generator.reading.yaml_text import Tree

M = TypeVar("M", bound=Model)

_SOUGHT = 50
"""For so many unknown keys of a file the likely right one is sought."""

_UNSOUGHT = "xem cách ghi trong tệp mẫu do «kiemdiem init» tạo"
_UNKNOWN, _MISSING = "extra_forbidden", "missing"
_DASHED = re.compile(r"[–—‒―−•▪●○◦·‣∙➢✓+*]|-\S")
_MAPPING_WANTED = frozenset({"model_type", "dict_type"})


def validate(tree: dict[str, Tree], model: type[M]) -> tuple[M | None, list[Problem]]:
    """Validate a tree against a model.

    Args:
        tree: from `yaml_text.parse`.
        model: the model of the file.

    Returns:
        The frozen value, or None and every problem (KD101-KD115) with its path in the data.
    """
    try:
        return model.model_validate(tree), []
    except ValidationError as error:
        found = error.errors(include_url=False)
        unknown = [each["loc"] for each in found if each["type"] == _UNKNOWN]
        sought = set(unknown[:_SOUGHT])
        meant = {_meant(each, model) for each in sought}
        told = [each for each in found if each["type"] != _MISSING or each["loc"] not in meant]
        return None, [_translated(each, tree, model, sought) for each in told]


def _meant(path: DataPath, model: type[Model]) -> DataPath:
    """Return the path of the key that a misspelt key probably stands for.

    That key is then not reported as missing too.
    """
    key, own = str(path[-1]), shape.keys(model, path[:-1])
    return (*path[:-1], same_word(key, own) or nearest(key, own) or "")


def _translated(
    error: ErrorDetails, tree: Tree, model: type[Model], sought: Collection[DataPath]
) -> Problem:
    path: DataPath = error["loc"]
    kind, given = error["type"], error["input"]
    place = Place(path=path)
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if kind == _UNKNOWN and path not in sought:
        return problem("KD101", place, khoa=shortened(key), goi_y=_UNSOUGHT)
    if kind == _UNKNOWN and (odd := odd_letter(key)):
        return problem("KD068", place, khoa=shortened(key), ky_tu=odd, goi_y=_hint(path, model))
    if kind == _UNKNOWN:
        return problem("KD101", place, khoa=shortened(key), goi_y=_hint(path, model))
    if kind == _MISSING:
        code = "KD103" if _stands_empty(tree, path) else "KD102"
        return problem(code, place, khoa=key, nghia=shape.meaning(model, path))
    if given is None or kind == "string_too_short":
        return problem("KD104" if isinstance(path[-1], int) else "KD103", place, khoa=key, nghia="")
    found = None if kind in _OF_A_LIST else _wrong_kind(kind, given, place, key)
    return found or _wrong_value(error, place, key, model)


_OF_A_LIST = frozenset({"KD235"})
"""Codes by which a model says what is wrong with a list where it wants a mapping."""


def _wrong_kind(kind: str, given: Any, place: Place, key: str) -> Problem | None:
    path = place.path
    if kind in _MAPPING_WANTED:
        return problem("KD108", place, khoa=key, dang=_form(given))
    if isinstance(path[-1], str) and path[-1] in BODY and isinstance(given, dict | list):
        return problem("KD052", place, khoa=key)
    if kind == "tuple_type" and isinstance(given, str) and _DASHED.match(given):
        return problem("KD063", place, khoa=key)
    if kind == "tuple_type":
        return problem("KD105", place, khoa=key, dang=_form(given))
    if isinstance(given, list) and isinstance(path[-1], int):
        return problem("KD066", place, khoa=key)
    if isinstance(given, list):
        return problem("KD106", place, khoa=key)
    if isinstance(given, dict):
        row = next((f"{name}: {_plain(value)}".strip() for name, value in given.items()), "")
        return problem("KD107", place, khoa=key, viet=shortened(row))
    return None


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else "…" if value else ""


def _wrong_value(error: ErrorDetails, place: Place, key: str, model: type[Model]) -> Problem:
    given = shortened(str(error["input"]))
    if error["type"].startswith("KD"):
        values = {**error.get("ctx", {}), "nhap": given, "khoa": key}
        return problem(error["type"], place, **values)
    choices = shape.choices(model, place.path)
    if error["type"] == "literal_error" and choices:
        near = nearest(given, choices)
        hint = f"có phải ý đồng chí là «{near}»? " if near else ""
        if odd := odd_letter(given):
            hint = f"xoá ký tự lạ ({odd}) rồi gõ lại; {hint}"
        listed = ", ".join(choices)
        return problem("KD110", place, khoa=key, nhap=given, goi_y=hint, cac_gia_tri=listed)
    return problem("KD109", place, khoa=key, nhap=given)


def _stands_empty(tree: Tree, path: DataPath) -> bool:
    node: Any = tree
    for step in path[:-1]:
        node = node[step]
    return path[-1] in node


def _form(given: Any) -> str:
    if isinstance(given, dict):
        return "các khoá con"
    return "danh sách" if isinstance(given, list) else "chữ"


def _hint(path: DataPath, model: type[Model]) -> str:
    key = str(path[-1])
    own = shape.keys(model, path[:-1])
    if exact := same_word(key, own):
        return f"có phải ý đồng chí là «{exact}»?"
    for parent in own:
        if (child := same_word(key, shape.keys(model, (*path[:-1], parent)))) is not None:
            return f"«{child}» là khoá bên trong «{parent}»: viết dưới «{parent}:» và thụt vào"
    if path[:-1] and (outer := same_word(key, shape.keys(model, ()))):
        return f"«{outer}» là khoá ngoài cùng: viết sát lề trái"
    if near := nearest(key, own):
        return f"có phải ý đồng chí là «{near}»?"
    return f"các khoá dùng được ở đây: {', '.join(own)}"
