"""Checks that a template uses each field as what it is: a text, a list, a record, finished runs."""

from collections.abc import Mapping
from typing import Any

from generator.engine import lint
from generator.engine.environment import Environment
from generator.engine.fields import Use, uses
from generator.engine.shapes import BLOCKS, RUNS, SCOPES, UNKNOWN, YES_NO, Leaf
from generator.engine.tags import Tag
from generator.problems import Problem

_TEXT, _LIST, _RECORD = "chữ", "danh sách", "nhóm trường"
_DOES = {"printed": "in", "looped": "lặp", "text": "dùng như chữ", "list": "dùng như danh sách"}
_MENDS = {
    (_LIST, "printed"): "đi qua từng mục: {{% for x in {ten} %}}{{{{ x }}}}{{% endfor %}}",
    (_LIST, "text"): "nối thành chữ trước: {{{{ {ten}|join('; ') }}}}, hoặc đi qua bằng for",
    (_RECORD, "printed"): "in một trường bên trong: {truong}",
    (_RECORD, "text"): "dùng một trường bên trong: {truong}",
    (_RECORD, "looped"): "bỏ for, dùng trường bên trong: {truong}",
    (_RECORD, "list"): "dùng trường bên trong: {truong}",
    (_TEXT, "looped"): "bỏ for; chữ in thẳng bằng {{{{ {ten} }}}}",
    (_TEXT, "list"): "bỏ bộ lọc của danh sách; chữ in thẳng bằng {{{{ {ten} }}}}",
    ("đúng hoặc sai", "printed"): "chỉ dùng trong điều kiện: {{% if {ten} %}} … {{% endif %}}",
}
_WHOLE = {RUNS: "KD337", BLOCKS: "KD355"}
"""What is told of a tag that takes a piece of what can only be taken whole."""
_RUNS_MEND = "in nguyên bằng {{{{r {ten} }}}}, không lọc, không ghép"


def check(
    found: lint.Outline,
    environment: Environment,
    shape: Mapping[str, Any] | None,
    used: set[str],
) -> list[Problem]:
    """Report unknown fields and fields used as what they are not; add the known ones to `used`."""
    if shape is None:
        return []
    problems = []
    for use in uses(lint.tree_of(found, environment), shape):
        tag = found.tag_at(use.line)
        if not use.known:
            near = f"có phải ý đồng chí là «{use.nearest[0]}»?" if use.nearest else ""
            problems.append(lint.tag_problem("KD310", tag, ten=use.path, goi_y=near))
        elif not use.how:
            used.add(use.path)
        elif use.how == "printed" and (_whole(use.shape) != SCOPES.get(tag.scope)):
            if whole := _whole(use.shape):
                problems.append(lint.tag_problem(_WHOLE[whole], tag))
            elif use.shape is None:
                problems.append(lint.tag_problem("KD356" if tag.scope == "p" else "KD338", tag))
            elif use.shape is not UNKNOWN:
                problems.append(_misused(use, tag))
        elif _is_misused(use):
            problems.append(_misused(use, tag))
    return problems


def _whole(shape: Any) -> Leaf | None:
    return shape if isinstance(shape, Leaf) and shape in _WHOLE else None


def _is_misused(use: Use) -> bool:
    if use.shape is UNKNOWN or (use.how == "printed" and _whole(use.shape)):
        return False
    if use.how in {"looped", "list"}:
        return not isinstance(use.shape, list)
    if use.how == "text" and use.shape == YES_NO:
        return False
    return use.shape is not None


def _misused(use: Use, tag: Tag) -> Problem:
    kind = _kind(use.shape)
    path = use.path.replace("[]", "") or "…"
    inner = next(iter(use.shape), "") if isinstance(use.shape, dict) else ""
    mend = _MENDS.get((kind, use.how), _RUNS_MEND)
    told = mend.format(ten=path, truong=f"{{{{ {path}.{inner} }}}}")
    return lint.tag_problem("KD347", tag, ten=use.path, la=kind, viec=_DOES[use.how], sua=told)


def _kind(shape: Any) -> str:
    if isinstance(shape, list):
        return _LIST
    if isinstance(shape, dict):
        return _RECORD
    if shape == RUNS:
        return "chữ có định dạng"
    if shape == BLOCKS:
        return "bảng"
    return "đúng hoặc sai" if shape == YES_NO else _TEXT
