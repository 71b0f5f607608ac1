"""The closed room in which template expressions run: strict, escaping, sandboxed, with a budget.

Two walls: what an expression may be written with (`generator.engine.vocabulary`, before anything
runs), and here Jinja's immutable sandbox with limits on work and size, while it runs.
"""

import math
import re
from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from generator.engine.vocabulary import FILTERS, TESTS

MAX_LOOPS = 200_000
MAX_VALUE = 1_000_000
BUDGET = "_vong_lap"
"""Key of the render's own counter of loop passes, a list of one number."""

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
    if type(value) is str and not _SPECIAL.search(value):
        return value  # nearly every value, and this runs for each of them
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
    spent = context.parent[BUDGET]
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
        self, _node: nodes.Expr, _frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(finalize.src or "")

    def _output_child_post(
        self, _node: nodes.Expr, _frame: Frame, _finalize: CodeGenerator._FinalizeInfo
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
        self.filters = {k: v for k, v in self.filters.items() if k in FILTERS}
        self.filters |= {
            "_attribute": _attribute, "_runs": _runs, "_counted": _counted, "_bounded": _bounded,
            "_range": _range,
        }  # fmt: skip
        self.tests = {k: v for k, v in self.tests.items() if k in TESTS}
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


def guarded(tree: nodes.Template) -> nodes.Template:
    """Put the limits into a template's tree: each loop pays its length, no value grows unseen."""
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _wrapped(_ranged(loop.iter), "_counted")
    for assign in list(tree.find_all(nodes.Assign)):
        assign.node = _wrapped(assign.node, "_bounded")
    for output in list(tree.find_all(nodes.Output)):
        output.nodes = [
            _wrapped(node, "_bounded") if _may_grow(node) else node for node in output.nodes
        ]
    return tree


def _ranged(items: nodes.Node) -> nodes.Node:
    """Call `range` directly: it needs none of what the sandbox does around a call."""
    if not (isinstance(items, nodes.Call) and isinstance(items.node, nodes.Name)):
        return items
    if items.node.name != "range" or not items.args or items.kwargs or items.dyn_args:
        return items
    first, *others = items.args
    return nodes.Filter(first, "_range", others, [], None, None, lineno=items.lineno)


def _may_grow(node: nodes.Node) -> bool:
    grown: Iterable[nodes.Node] = (node, *node.find_all((*_GROWING, nodes.Filter)))
    return any(
        isinstance(part, _GROWING)
        or (isinstance(part, nodes.Filter) and part.name in {"join", "replace", "string"})
        for part in grown
    )


def _wrapped(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
