"""Applies an office's own values to a pack: `the_thuc:` and `che_do:` in `dot.yaml`."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.model.base import Model
from generator.problems import DataPath, Place, Problem, problem

P = TypeVar("P", bound=Model)

_IDENTITY = frozenset({"ma", "ten", "khoi", "hieu_luc", "nam", "van_ban", "muc"})
_FIXED = frozenset({"nguon", "dung_cho", "khoa"})
_OPEN = ("ky_hieu_co_quan",)
_MAY_BE_ABSENT = frozenset({"thoi_gian", "tran_xuat_sac", "dieu_kien", "bieu_mau"})
_EXAMPLES = {
    "phu_luc_ket_qua": "bat_buoc",
    "phu_luc_tieu_chi": "pl4",
    "cao_nhat": "hoan_thanh",
    "khac_phuc_xong": "có",
    "ket_qua_it_nhat": "Tốt",
    "tieu_chi_it_nhat": "Tốt",
}
"""Examples of values that the regulation does not set; for other keys a number."""

_RULE = frozenset({"gia_tri", "nguon"})

Change = tuple[dict[str, Any], str, Any, DataPath]
"""A new value: the mapping and key that hold it, the value, and its path in the data."""


def with_overlay(
    pack: P, overlay: Mapping[str, Any], nguon_mark: str, key: str = "the_thuc"
) -> tuple[P, list[Problem]]:
    """Apply an office's own values to a pack.

    Args:
        pack: the pack of the regulation, a thể thức or a review regime.
        overlay: nested mapping with plain values, with the keys of the pack.
        nguon_mark: the source mark of each changed value, «Đ: dot.yaml».
        key: the key of `dot.yaml` that contains the values.

    Returns:
        The pack with every acceptable value changed, and a problem for each unknown key and each
        invalid value (which keeps the value of the regulation).
    """
    tree = pack.model_dump(mode="json")
    problems: list[Problem] = []
    own = {name: node for name, node in tree.items() if name not in _IDENTITY}
    for holder, name, value, path in list(_changes(own, overlay, (key,), problems)):
        before = dict(holder)
        was = before.get(name)
        if was is None or _is_rule(was):
            holder[name] = {"gia_tri": value, "nguon": nguon_mark}
        else:
            holder[name] = _marked(value, nguon_mark)
            if "nguon" in holder:
                holder["nguon"] = nguon_mark
        try:
            pack = type(pack).model_validate({**tree, **own})
        except ValidationError:
            problems.append(_unusable(path, value, was))
            holder.clear()
            holder.update(before)
    return pack, problems


def _changes(
    node: dict[str, Any], overlay: Mapping[str, Any], path: DataPath, problems: list[Problem]
) -> Iterator[Change]:
    for key, value in overlay.items():
        here = (*path, key)
        known = node.get(key)
        if value is None and known is not None:
            continue  # a known key left empty keeps the value of the regulation
        if known is None and _may_be_added(node, here, value):
            yield node, key, value, here
        elif known is None or key in _FIXED:
            problems.append(_unknown(here, _valid(node, path)))
        elif not isinstance(known, dict):
            yield node, key, value, here
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


def _marked(value: Any, nguon_mark: str) -> Any:
    """Add the office's source mark to each heading or block of a new list."""
    if not isinstance(value, list):
        return value
    return [{**row, "nguon": nguon_mark} if isinstance(row, Mapping) else row for row in value]


def _may_be_added(node: Mapping[str, Any], path: DataPath, value: Any) -> bool:
    """Return whether a value may be set although the regulation does not set it."""
    if path[1 : len(_OPEN) + 1] == _OPEN:
        return len(path) > len(_OPEN) + 2
    return path[-1] in node and path[1] in _MAY_BE_ABSENT and not isinstance(value, Mapping)


def _valid(node: Mapping[str, Any], path: DataPath) -> list[str]:
    addable = len(path) > 1 and path[1] in _MAY_BE_ABSENT
    return [k for k, v in node.items() if k not in _FIXED and (addable or v is not None)]


def _is_rule(node: Any) -> bool:
    return isinstance(node, dict) and node.keys() == _RULE


def _place(path: DataPath) -> Place:
    return Place(path=path)


def _unknown(path: DataPath, valid: list[str]) -> Problem:
    key = str(path[-1])
    near = difflib.get_close_matches(key, valid, n=1, cutoff=0.5)
    hint = f"có phải ý đồng chí là «{near[0]}»?" if near else f"dùng một trong: {', '.join(valid)}"
    return problem("KD201", _place(path), khoa=key, goi_y=hint)


def _needs_keys(path: DataPath, node: dict[str, Any]) -> Problem:
    return problem("KD203", _place(path), khoa=path[-1], cac_khoa=", ".join(node))


def _unusable(path: DataPath, value: Any, before: Any) -> Problem:
    value_now = before["gia_tri"] if _is_rule(before) else before
    now = _example(path) if before in (None, "") else _shown(value_now)
    return problem("KD202", _place(path), khoa=path[-1], nhap=_shown(value), dang_co=now)


def _example(path: DataPath) -> str:
    if path[1 : len(_OPEN) + 1] == _OPEN:
        return "một ký hiệu, viết liền"
    return _EXAMPLES.get(str(path[-1]), "20")


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_shown(item)}" for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_shown, value)) + "]"
    return str(value)
