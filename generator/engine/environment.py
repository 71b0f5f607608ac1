"""The closed room in which template expressions run: strict, escaping, sandboxed, with a budget.

Two walls: what an expression may be written with (`refusals`, before anything runs), and Jinja's
immutable sandbox with limits on work and size (`guarded`, while it runs).
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
from markupsafe import Markup, escape

MAX_LOOPS = 200_000
MAX_VALUE = 1_000_000
BUDGET = "_vong_lap"
"""Key of the render's own counter of loop passes, a list of one number."""

_FILTERS = frozenset(
    "abs batch capitalize count d default e escape first groupby int join last length list lower map"
    " max min reject rejectattr replace reverse round select selectattr sort string sum title trim"
    " truncate unique upper wordcount items".split()
)
_TESTS = frozenset(
    "defined undefined none string number integer mapping sequence iterable odd even divisibleby"
    " boolean true false in eq equalto == ne != lt lessthan < le <= gt greaterthan > ge >="
    " upper lower sameas".split()
)
_METHODS = frozenset(
    "upper lower title capitalize strip lstrip rstrip startswith endswith split find count items"
    " keys values get cycle changed".split()
)
_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign, nodes.Name,
    nodes.NSRef, nodes.Const, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword,
    nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call, nodes.Getattr, nodes.Getitem, nodes.Slice,
    nodes.Concat, nodes.Compare, nodes.Operand, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.FloorDiv, nodes.Mod, nodes.Not, nodes.And, nodes.Or, nodes.Neg, nodes.Pos, nodes.Macro,
    nodes.With,
)  # fmt: skip
_GROWING = (nodes.Concat, nodes.Add)
# Everything a printed text may need treatment for, found in one pass; most texts have none of it.
_SPECIAL = re.compile("[&<>\"'\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("[\t\n\r]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK, _TAB = (f'</w:t><w:{kind}/><w:t xml:space="preserve">' for kind in ("br", "tab"))


class PrintError(Exception):
    """A value that cannot stand in a document; carries the problem code."""

    def __init__(self, code: str, value: object = "") -> None:
        super().__init__(code)
        self.code = code
        self.value = value


def checked(value: object) -> str:
    """Let text and whole numbers through to the document, escaped, and refuse everything else.

    A missing field raises `UndefinedError`, None and other kinds of value `PrintError`.
    """
    kind = type(value)
    if kind is str:
        if not _SPECIAL.search(value):  # type: ignore[call-overload]
            return value  # type: ignore[return-value]
        if _ILLEGAL.search(value):  # type: ignore[call-overload]
            raise PrintError("KD332", value)
        return str(escape(value))
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is int:
        return str(value)
    if isinstance(value, Undefined):
        str(value)
    if value is None:
        raise PrintError("KD331")
    raise PrintError("KD337" if hasattr(kind, "__html__") else "KD333", value)


def for_text(value: object) -> str:
    """As `checked`, with line breaks and tabs as Word writes them inside a run."""
    text = checked(value)
    if type(value) is str and _BREAKS.search(text):
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        return lines.replace("\n", _BREAK).replace("\t", _TAB)
    return text


def _attribute(value: object) -> object:
    """Filter for an expression inside an XML attribute, where no element can stand."""
    if isinstance(value, str) and _BREAKS.search(value):
        raise PrintError("KD333", value)
    return value


def _runs(value: object) -> object:
    """Filter for `{{r … }}`, which stands where runs stand: only ready runs may be printed."""
    if isinstance(value, Undefined):
        str(value)
    if not hasattr(value, "__html__"):
        raise PrintError("KD331" if value is None else "KD338", value)
    ready = value.__html__()
    return ready if type(ready) is Markup else Markup(ready)  # noqa: S704 - escaped where made


@pass_context
def _counted(context: Context, items: Any) -> Any:
    """Filter around what a loop runs over: charges its length to the render's budget."""
    if not hasattr(items, "__len__"):
        items = list(items)
    spent = context.resolve(BUDGET)
    spent[0] += len(items)
    if spent[0] > MAX_LOOPS:
        raise PrintError("KD334")
    return items


def _bounded(value: object) -> object:
    if isinstance(value, str | list | tuple) and len(value) > MAX_VALUE:
        raise PrintError("KD334")
    return value


def _range(*bounds: int) -> range:
    made = range(*bounds)
    if len(made) > MAX_LOOPS:
        raise PrintError("KD334")
    return made


class _Generator(CodeGenerator):
    """Leaves escaping to `finalize`, which has to look at every printed value anyway."""

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        return str(finalize.const(node.as_const(frame.eval_ctx)))  # type: ignore[misc]

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(finalize.src or "")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")


class Environment(ImmutableSandboxedEnvironment):
    """Jinja with a small vocabulary; numbers are the only things that may be multiplied."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"*", "/", "//", "%", "-", "+"})

    def __init__(
        self,
        *,
        finalize: Callable[[object], object] = for_text,
        undefined: type[Undefined] = StrictUndefined,
    ) -> None:
        super().__init__(
            autoescape=True,
            undefined=undefined,
            finalize=finalize,
            keep_trailing_newline=True,
            cache_size=0,
        )
        self.filters = {k: v for k, v in self.filters.items() if k in _FILTERS}
        self.filters |= {
            "_attribute": _attribute, "_runs": _runs, "_counted": _counted, "_bounded": _bounded
        }  # fmt: skip
        self.tests = {k: v for k, v in self.tests.items() if k in _TESTS}
        self.globals = {"range": _range, "namespace": self.globals["namespace"]}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look a field up; a plain dict first by key, which is nearly every case."""
        if type(obj) is dict:
            try:
                return obj[attribute]
            except KeyError:
                pass
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Do arithmetic on numbers of a sensible size, and `+` on texts and lists."""
        if operator == "+" and isinstance(left, str | list | tuple):
            return _bounded(left + right)
        for operand in (left, right):
            if isinstance(operand, Undefined):
                str(operand)
            if not isinstance(operand, int | float) or not abs(operand) < 10**12:
                raise SecurityError(operator)
        result = super().call_binop(context, operator, left, right)
        if not abs(result) < 10**15:
            raise SecurityError(operator)
        return int(result) if isinstance(result, float) and math.floor(result) == result else result


def refusals(tree: nodes.Template, known: Mapping[str, object]) -> Iterator[tuple[int, str]]:
    """Name what a template may not contain.

    Args:
        tree: the parsed template.
        known: the filters of the environment.

    Yields:
        Line and the words that are refused.
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
        case nodes.Test(name=name) if name not in _TESTS:
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
        allowed = _FILTERS if node.name == "map" else _TESTS
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
        case nodes.Getattr(attr=name) if name in _METHODS:
            return ""
        case nodes.Name(name=name) | nodes.Getattr(attr=name):
            return f"{name}()"
    return "()"


def guarded(tree: nodes.Template) -> nodes.Template:
    """Put the limits into a template's tree: each loop pays its length, no value grows unseen."""
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _wrapped(loop.iter, "_counted")
    for assign in list(tree.find_all(nodes.Assign)):
        assign.node = _wrapped(assign.node, "_bounded")
    for output in list(tree.find_all(nodes.Output)):
        output.nodes = [
            _wrapped(node, "_bounded") if _may_grow(node) else node for node in output.nodes
        ]
    return tree


def _may_grow(node: nodes.Node) -> bool:
    grown: Iterable[nodes.Node] = (node, *node.find_all((*_GROWING, nodes.Filter)))
    return any(
        isinstance(part, _GROWING)
        or (isinstance(part, nodes.Filter) and part.name in {"join", "replace", "string"})
        for part in grown
    )


def _wrapped(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
