"""The syntax, filters, tests and methods a template may use; all else is rejected before a run."""

from collections.abc import Iterator, Mapping

from jinja2 import nodes

FILTERS = frozenset(
    {
        "abs", "batch", "capitalize", "count", "d", "default", "e", "escape", "first", "groupby",
        "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
        "rejectattr", "replace", "reverse", "round", "select", "selectattr", "sort", "string",
        "sum", "title", "trim", "truncate", "unique", "upper", "wordcount",
    }
)  # fmt: skip
TESTS = frozenset(
    {
        "!=", "<", "<=", "==", ">", ">=", "boolean", "defined", "divisibleby", "eq", "equalto",
        "even", "false", "ge", "greaterthan", "gt", "in", "integer", "iterable", "le", "lessthan",
        "lower", "lt", "mapping", "ne", "none", "number", "odd", "sameas", "sequence", "string",
        "true", "undefined", "upper",
    }
)  # fmt: skip
METHODS = frozenset(
    {
        "capitalize", "changed", "count", "cycle", "endswith", "find", "get", "items", "keys",
        "lower", "lstrip", "rstrip", "split", "startswith", "strip", "title", "upper", "values",
    }
)  # fmt: skip
_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign, nodes.Name,
    nodes.NSRef, nodes.Const, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword,
    nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call, nodes.Getattr, nodes.Getitem, nodes.Slice,
    nodes.Concat, nodes.Compare, nodes.Operand, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.FloorDiv, nodes.Mod, nodes.Not, nodes.And, nodes.Or, nodes.Neg, nodes.Pos, nodes.Macro,
    nodes.With,
)  # fmt: skip


def refusals(tree: nodes.Template, known: Mapping[str, object]) -> Iterator[tuple[int, str]]:
    """Find what a template may not contain.

    Args:
        tree: the parsed template.
        known: the filters of the environment.

    Yields:
        The line and the forbidden word.
    """
    macros = {node.name for node in tree.find_all(nodes.Macro)}
    for macro in tree.find_all(nodes.Macro):
        for call in macro.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in macros:
                yield call.lineno, call.node.name
    for node in tree.find_all(nodes.Node):
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
