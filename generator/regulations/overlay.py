"""An office's own values laid over a pack (`the_thuc:` in `dot.yaml`)."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from generator.problems import DataPath, Place, Problem, problem
from generator.regulations.the_thuc import TheThuc

_IDENTITY = frozenset({"ma", "ten", "khoi", "hieu_luc"})
_OPEN = ("ky_hieu_co_quan",)
_RULE = frozenset({"gia_tri", "nguon"})

Change = tuple[dict[str, Any], str, Any, DataPath]
"""Where a rule stands in the tree (holder and key), its new value, and its path in the data."""


def with_overlay(
    pack: TheThuc, overlay: Mapping[str, Any], nguon_mark: str
) -> tuple[TheThuc, list[Problem]]:
    """Lay an office's own values over a pack.

    Args:
        pack: the pack of the regulation.
        overlay: nested mapping with plain values, keyed like the pack.
        nguon_mark: the source each changed value gets, «Đ: dot.yaml».

    Returns:
        The pack with every acceptable value changed, and a problem for each key that does not
        exist and each value that cannot be used (those keep the value of the regulation).
    """
    tree = pack.model_dump(mode="json")
    problems: list[Problem] = []
    rules = {key: node for key, node in tree.items() if key not in _IDENTITY}
    for holder, key, value, path in list(_changes(rules, overlay, (), problems)):
        before = holder.get(key)
        holder[key] = {"gia_tri": value, "nguon": nguon_mark}
        try:
            pack = TheThuc.model_validate(tree)
        except ValidationError:
            problems.append(_unusable(path, value, before))
            if before is None:
                del holder[key]
            else:
                holder[key] = before
    return pack, problems


def _changes(
    node: dict[str, Any], overlay: Mapping[str, Any], path: DataPath, problems: list[Problem]
) -> Iterator[Change]:
    for key, value in overlay.items():
        here = (*path, key)
        if value is None:
            continue
        known = node.get(key)
        if known is None and path[: len(_OPEN)] == _OPEN and len(path) > len(_OPEN):
            yield node, key, value, here
        elif known is None:
            problems.append(_unknown(here, [k for k, v in node.items() if v is not None]))
        elif not _is_rule(known):
            if isinstance(value, Mapping):
                yield from _changes(known, value, here, problems)
            else:
                problems.append(_needs_keys(here, known))
        elif isinstance(known["gia_tri"], dict) and isinstance(value, Mapping):
            row = known["gia_tri"]
            problems += [_unknown((*here, k), list(row)) for k in value if k not in row]
            new = {k: v for k, v in value.items() if k in row and v is not None}
            if new:
                yield node, key, {**row, **new}, here
        else:
            yield node, key, value, here


def _is_rule(node: Any) -> bool:
    return isinstance(node, dict) and node.keys() == _RULE


def _place(path: DataPath) -> Place:
    return Place(path=("the_thuc", *path))


def _unknown(path: DataPath, valid: list[str]) -> Problem:
    key = str(path[-1])
    near = difflib.get_close_matches(key, valid, n=1, cutoff=0.5)
    hint = f"có phải ý đồng chí là «{near[0]}»?" if near else f"dùng một trong: {', '.join(valid)}"
    return problem("KD201", _place(path), khoa=key, goi_y=hint)


def _needs_keys(path: DataPath, node: dict[str, Any]) -> Problem:
    return problem("KD203", _place(path), khoa=path[-1], cac_khoa=", ".join(node))


def _unusable(path: DataPath, value: Any, before: Any) -> Problem:
    now = _shown(before["gia_tri"]) if before else "một ký hiệu, viết liền"
    return problem("KD202", _place(path), khoa=path[-1], nhap=_shown(value), dang_co=now)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_shown(item)}" for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_shown, value)) + "]"
    return str(value)
