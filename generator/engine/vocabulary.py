"""The syntax, filters, tests and methods a template may use; all else is rejected before a run."""

import difflib
from collections.abc import Iterator, Mapping

from jinja2 import nodes

FILTERS = {
    "abs": "trị tuyệt đối của số",
    "batch": "chia danh sách thành các nhóm n mục: batch(3)",
    "capitalize": "viết hoa chữ đầu, còn lại viết thường",
    "count": "số mục của danh sách, số chữ cái của chữ",
    "d": "như default",
    "default": "giá trị thay khi không có: default('…')",
    "e": "không làm gì: chữ nào cũng được in an toàn",
    "escape": "như e",
    "first": "mục đầu của danh sách",
    "groupby": "nhóm danh sách theo một trường: groupby('chuc_vu')",
    "int": "đổi chữ số thành số nguyên",
    "items": "từng cặp tên, giá trị của một nhóm trường",
    "join": "nối danh sách chữ: join('; ')",
    "last": "mục cuối của danh sách",
    "length": "như count",
    "list": "danh sách",
    "lower": "viết thường",
    "map": "lấy một trường của từng mục: map(attribute='ho_ten')",
    "max": "số lớn nhất của danh sách",
    "min": "số nhỏ nhất của danh sách",
    "reject": "bỏ các mục thoả phép thử",
    "rejectattr": "bỏ các mục có trường thoả phép thử: rejectattr('diem', 'lt', 5)",
    "replace": "thay chữ: replace('cũ', 'mới')",
    "reverse": "đảo thứ tự",
    "round": "làm tròn số",
    "select": "giữ các mục thoả phép thử",
    "selectattr": "giữ các mục có trường thoả phép thử: selectattr('diem', 'ge', 5)",
    "sort": "xếp thứ tự: sort(attribute='ho_ten')",
    "string": "đổi thành chữ",
    "sum": "tổng các số: sum(attribute='so')",
    "title": "viết hoa chữ đầu của mỗi từ",
    "trim": "bỏ dấu cách ở hai đầu",
    "truncate": "cắt bớt chữ dài: truncate(80)",
    "unique": "bỏ mục trùng",
    "upper": "viết hoa",
    "wordcount": "số từ",
}
"""The filters, `{{ ten|upper }}`, with what each does as the guide says it."""
TESTS = {
    "==": "bằng", "eq": "bằng", "equalto": "bằng", "sameas": "chính là",
    "!=": "khác", "ne": "khác",
    "<": "nhỏ hơn", "lt": "nhỏ hơn", "lessthan": "nhỏ hơn",
    "<=": "không lớn hơn", "le": "không lớn hơn",
    ">": "lớn hơn", "gt": "lớn hơn", "greaterthan": "lớn hơn",
    ">=": "không nhỏ hơn", "ge": "không nhỏ hơn",
    "in": "có trong danh sách", "divisibleby": "chia hết cho", "even": "số chẵn", "odd": "số lẻ",
    "defined": "có trường này", "undefined": "không có trường này", "none": "để trống",
    "true": "đúng", "false": "sai", "boolean": "là đúng hoặc sai", "number": "là số",
    "integer": "là số nguyên", "string": "là chữ", "mapping": "là nhóm trường",
    "sequence": "là danh sách hoặc chữ", "iterable": "lặp được", "lower": "toàn chữ thường",
    "upper": "toàn chữ hoa",
}  # fmt: skip
"""The tests, `{% if so is even %}`, with what each asks."""
METHODS = {
    "capitalize": "như bộ lọc cùng tên", "lower": "như bộ lọc cùng tên",
    "title": "như bộ lọc cùng tên", "upper": "như bộ lọc cùng tên",
    "count": "đếm số lần có một chữ", "find": "vị trí của một chữ, −1 khi không có",
    "startswith": "bắt đầu bằng", "endswith": "kết thúc bằng",
    "split": "tách chữ thành danh sách", "strip": "bỏ dấu cách ở hai đầu",
    "lstrip": "bỏ dấu cách ở đầu", "rstrip": "bỏ dấu cách ở cuối",
    "get": "lấy một trường theo tên", "items": "từng cặp tên, giá trị",
    "keys": "các tên trường", "values": "các giá trị",
    "cycle": "lần lượt từng giá trị: loop.cycle('a', 'b')",
    "changed": "giá trị có khác vòng trước: loop.changed(x)",
}  # fmt: skip
"""The methods, `{{ ten.split()[0] }}`, with what each does."""
STATEMENTS = {
    "for": "{% for x in danh_sach %} … {% endfor %}: lặp; trong vòng có loop.index, loop.last",
    "if": "{% if … %} … {% elif … %} … {% else %} … {% endif %}: điều kiện; and, or, not, in, is",
    "set": "{% set a = … %}: đặt tên cho một giá trị",
    "with": "{% with a = … %} … {% endwith %}: đặt tên trong một phần",
    "macro": "{% macro ten(x) %} … {% endmacro %}: phần chữ dùng lại",
    "include": '{%p include "khoi/ten-khoi.docx" %}: khối dùng chung, một mình một đoạn',
    "colspan": "{% colspan n %}: ô rộng n cột",
    "cellbg": "{% cellbg 'D9D9D9' %}: màu nền của ô",
    "vm": "{% vm %}: gộp ô theo chiều dọc trong vòng lặp",
    "hm": "{% hm %}: gộp ô theo chiều ngang trong vòng lặp",
}
"""The statements, with how each is written."""
_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign, nodes.Name,
    nodes.NSRef, nodes.Const, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword,
    nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call, nodes.Getattr, nodes.Getitem, nodes.Slice,
    nodes.Concat, nodes.Compare, nodes.Operand, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.FloorDiv, nodes.Mod, nodes.Not, nodes.And, nodes.Or, nodes.Neg, nodes.Pos, nodes.Macro,
    nodes.With,
)  # fmt: skip


def nearest_word(word: str) -> str:
    """Return the question whether the nearest allowed word was meant, empty when none is near."""
    allowed = [*FILTERS, *TESTS, *METHODS, *STATEMENTS]
    near = difflib.get_close_matches(word.removesuffix("()"), allowed, n=1)
    return f"; có phải ý đồng chí là «{near[0]}»?" if near else ""


def nodes_in(tree: nodes.Node) -> list[nodes.Node]:
    """Return all nodes below one in the order of the text, as `find_all` does, five times as fast.

    A compilation asks several things of each tree; generators inside generators are slow.
    """
    found: list[nodes.Node] = []
    ahead = [tree]
    while ahead:
        node = ahead.pop()
        found.append(node)
        children: list[nodes.Node] = []
        for field in node.fields:
            value = getattr(node, field, None)
            if isinstance(value, nodes.Node):
                children.append(value)
            elif type(value) is list:
                children += [each for each in value if isinstance(each, nodes.Node)]
        ahead += reversed(children)
    return found[1:]


def refusals(tree: nodes.Template, known: Mapping[str, object]) -> Iterator[tuple[int, str]]:
    """Find what a template may not contain.

    Args:
        tree: the parsed template.
        known: the filters of the environment.

    Yields:
        The line and the forbidden word.
    """
    inside = nodes_in(tree)
    defined = [node for node in inside if isinstance(node, nodes.Macro)]
    macros = {macro.name for macro in defined}
    for macro in defined:
        for call in macro.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in macros:
                yield call.lineno, call.node.name
    for node in inside:
        words = _refused(node, macros, known)
        if words:
            yield node.lineno, words


def _refused(node: nodes.Node, macros: set[str], known: Mapping[str, object]) -> str:
    match node:
        case nodes.EvalContextModifier() | nodes.ScopedEvalContextModifier():
            return "autoescape"
        case _ if not isinstance(node, _NODES):
            return type(node).__name__.lower()
        case nodes.For(recursive=True):
            return "recursive"
        case nodes.Filter():
            return _refused_filter(node, known)
        case nodes.Test(name=name) if name not in TESTS:
            return name
        case nodes.Getattr(attr=name) if name.startswith("_"):
            return name
        case nodes.Getitem(arg=nodes.Const(value=str(name))) if name.startswith("_"):
            return name
        case nodes.Name(name=name) if name.startswith("_"):
            return name
        case nodes.Call():
            return _refused_call(node, macros)
    return ""


def _refused_filter(node: nodes.Filter, known: Mapping[str, object]) -> str:
    if node.name not in known or node.name.startswith("_"):
        return node.name
    texts = [value.value for value in node.find_all(nodes.Const) if isinstance(value.value, str)]
    if node.name in {"map", "select", "reject"}:
        if any(not isinstance(value, nodes.Const) for value in node.args):
            return node.name
        named = [value.value for value in node.args[:1] if isinstance(value, nodes.Const)]
        allowed = FILTERS if node.name == "map" else TESTS
        return next((str(name) for name in named if name not in allowed), "")
    if node.name == "batch" and not all(
        isinstance(value, nodes.Const) and isinstance(value.value, int) and 0 < value.value <= 100
        for value in node.args
    ):
        return node.name
    return next((text for text in texts if text.startswith("__")), "")


def _refused_call(node: nodes.Call, macros: set[str]) -> str:
    if node.dyn_args or node.dyn_kwargs:
        return "*"
    match node.node:
        case nodes.Name(name=name) if name in macros or name in {"range", "namespace"}:
            return ""
        case nodes.Getattr(attr=name) if name in METHODS:
            return ""
        case nodes.Name(name=name) | nodes.Getattr(attr=name):
            return f"{name}()"
    return "()"
