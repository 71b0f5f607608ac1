"""The Jinja environment of templates: strict, escaping, sandboxed, with limits on work and size.

There are two lines of defence: `generator.engine.vocabulary` rejects forbidden syntax before
anything runs, and the immutable sandbox here applies its limits while an expression runs.
"""

import math
import re
from collections.abc import Callable
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from generator.engine.richtext import ILLEGAL, NO_BREAK_HYPHEN, Runs
from generator.engine.tables import Blocks
from generator.engine.vocabulary import FILTERS, TESTS, nodes_in

MAX_LOOPS = 200_000
MAX_VALUE = 1_000_000
BUDGET = "_vong_lap"
"""Context key of what a part has spent: rounds of loops, size of its text, size inside macros."""

RUNS, BLOCKS = "_runs", "_blocks"
"""The filters that take whole runs, or whole paragraphs, and nothing else, into the document."""

WHOLE = frozenset({RUNS, BLOCKS})
_GROWING = (nodes.Concat, nodes.Add)
# All characters that need escaping, conversion or refusal, found in one pass; most texts have none.
_SPECIAL = re.compile("[&<>\"'\x00-\x1f\u2011\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("[\t\n\r]")
_ELEMENTS = re.compile("[\t\n\r\u2011]")
_BREAK, _TAB = (f'</w:t><w:{kind}/><w:t xml:space="preserve">' for kind in ("br", "tab"))
# U+2011 is Word's own element: not every font has the letter.
_PRINTED = {"\n": _BREAK, "\r": _BREAK, "\t": _TAB, "\u2011": NO_BREAK_HYPHEN}


class PrintError(Exception):
    """A value cannot be printed in a document; carries the problem code."""

    def __init__(self, code: str, value: object = "") -> None:
        super().__init__(code)
        self.code = code
        self.value = value


def checked(value: object) -> str:
    """Return text, escaped, or a whole number as the text to print.

    Raises:
        UndefinedError: the field is missing.
        PrintError: the value is None, of another type, or has characters that XML does not allow.
    """
    kind = type(value)
    if kind is str:
        if not _SPECIAL.search(value):  # type: ignore[call-overload]
            return value  # type: ignore[return-value]
        if ILLEGAL.search(value):  # type: ignore[call-overload]
            raise PrintError("KD332", value)
        return str(escape(value))
    if isinstance(value, Markup):
        return value
    if kind is int:
        return str(value)
    if isinstance(value, Undefined):
        str(value)
    if value is None:
        raise PrintError("KD331")
    raise PrintError("KD337" if hasattr(kind, "__html__") else "KD333", value)


def for_text(value: object) -> str:
    """Like `checked`; line breaks, tabs, no-break hyphens become Word's elements inside a run."""
    if type(value) is str and not _SPECIAL.search(value):
        return value  # fast path: this runs for every printed value, and nearly all end here
    text = checked(value)
    if type(value) is str and _ELEMENTS.search(text):
        return _ELEMENTS.sub(lambda found: _PRINTED[found[0]], text.replace("\r\n", "\n"))
    return text


def unmarked(value: object) -> str:
    """Like `checked`, where there is no macro: nothing else may bring markup."""
    if isinstance(value, Markup):
        raise PrintError("KD337", value)
    return checked(value)


def unmarked_text(value: object) -> str:
    """Like `for_text`, where there is no macro: nothing else may bring markup."""
    if type(value) is str and not _SPECIAL.search(value):
        return value  # fast path: this runs for every printed value, and nearly all end here
    if isinstance(value, Markup):
        raise PrintError("KD337", value)
    return for_text(value)


def _attribute(value: object) -> object:
    """Filter for an expression inside an XML attribute, which cannot contain elements."""
    if isinstance(value, str) and (isinstance(value, Markup) or _BREAKS.search(value)):
        raise PrintError("KD333", value)
    return value


def finished(value: object) -> str:
    """Filter for `{{r … }}`, which is replaced by whole runs: accepts only finished runs."""
    if type(value) is Runs and not value.illegal:
        return value.xml  # fast path: for each paragraph of a text
    return _finished(value, Runs, "KD338")


def finished_blocks(value: object) -> str:
    """Filter for `{{p … }}`, which is replaced by whole paragraphs: accepts only these."""
    return _finished(value, Blocks, "KD356")


def _finished(value: object, kind: type[Runs | Blocks], code: str) -> str:
    if isinstance(value, Undefined):
        str(value)
    if not isinstance(value, kind):
        raise PrintError("KD331" if value is None else code, value)
    if value.illegal:
        raise PrintError("KD332", value)
    return value.xml


@pass_context
def _counted(context: Context, items: Any) -> Any:
    """Filter around the items of a loop: charges their number to the render's budget."""
    if not hasattr(items, "__len__"):
        items = list(items)
    spent = context.parent[BUDGET]
    spent[0] += len(items)
    if spent[0] > MAX_LOOPS:
        raise PrintError("KD334")
    return items


def _same(value: object) -> object:
    """Filter `e`: every value is escaped where it is printed, once."""
    return value


def _bounded(value: object) -> object:
    if isinstance(value, str | list | tuple) and len(value) > MAX_VALUE:
        raise PrintError("KD334")
    return value


def _range(*bounds: int) -> range:
    made = range(*bounds)
    if len(made) > MAX_LOOPS:
        raise PrintError("KD334")
    return made


class Generator(CodeGenerator):
    """Leaves escaping to `finalize`, which examines every printed value anyway."""

    def write_commons(self) -> None:
        """Write what stands at the head of each function."""
        super().write_commons()
        self._write_no_numbers()

    def _write_no_numbers(self) -> None:
        # `1e999` is written as `inf`, which is no number that Python could read.
        self.writeline("inf, nan = environment.no_numbers")

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        return str(finalize.const(node.as_const(frame.eval_ctx)))  # type: ignore[misc]

    def _output_child_pre(
        self, node: nodes.Expr, _frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write("(" if is_whole(node) else finalize.src or "")  # escaped where they are made

    def _output_child_post(
        self, _node: nodes.Expr, _frame: Frame, _finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")


class Environment(ImmutableSandboxedEnvironment):
    """Jinja with a small vocabulary and bounded arithmetic; `*` works only on numbers."""

    code_generator_class = Generator
    intercepted_binops = frozenset({"*", "/", "//", "%", "-", "+"})
    no_numbers = (math.inf, math.nan)

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
            "_attribute": _attribute,
            RUNS: finished,
            BLOCKS: finished_blocks,
            "_counted": _counted,
            "_bounded": _bounded,
            "_range": _range,
            "e": _same,
            "escape": _same,
        }
        self.tests = {k: v for k, v in self.tests.items() if k in TESTS}
        self.globals = {"range": _range, "namespace": self.globals["namespace"]}

    def parse(self, source: str, *rest: Any, **named: Any) -> nodes.Template:
        """Like Jinja's; what is nested too deep or has a number too long is no syntax either.

        Raises:
            TemplateSyntaxError: it cannot be read.
        """
        try:
            return super().parse(source, *rest, **named)
        except (RecursionError, ValueError) as error:
            raise TemplateSyntaxError(str(error), 1) from error

    def _compile(self, source: str, filename: str) -> CodeType:
        """Python has limits of its own: twenty loops, a hundred conditions in each other."""
        try:
            return super()._compile(source, filename)
        except (SyntaxError, RecursionError, MemoryError) as error:
            raise TemplateSyntaxError(str(error), 1) from error

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up a field; for a plain dict, nearly every case, by key first."""
        if type(obj) is dict:
            try:
                return obj[attribute]
            except KeyError:
                pass
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Do arithmetic on numbers of limited size, and `+` on texts and lists.

        Raises:
            SecurityError: an operand is not a number below 10**12, or the result is not below
                10**15.
            PrintError: a text or list grows beyond `MAX_VALUE`.
        """
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
    """Add the limits to a template's tree, in place.

    Each loop charges its length to the budget; each value that can grow has its size checked.
    """
    for node in nodes_in(tree):
        match node:
            case nodes.For():
                node.iter = _wrapped(_ranged(node.iter), "_counted")
            case nodes.Assign():
                node.node = _wrapped(node.node, "_bounded")
            case nodes.Filter(name=name, node=nodes.Expr() as of) if name in WHOLE:
                node.node = _wrapped(of, "_bounded") if _may_grow(of) else of
            case nodes.Output():
                node.nodes = [
                    _wrapped(each, "_bounded") if _may_grow(each) and not is_whole(each) else each
                    for each in node.nodes
                ]
            case _:
                pass
    return tree


def _ranged(items: nodes.Node) -> nodes.Node:
    """Replace a call of `range` by a filter, which spares the sandbox's checks around a call."""
    if not (isinstance(items, nodes.Call) and isinstance(items.node, nodes.Name)):
        return items
    if items.node.name != "range" or not items.args or items.kwargs or items.dyn_args:
        return items
    first, *others = items.args
    return nodes.Filter(first, "_range", others, [], None, None, lineno=items.lineno)


def is_whole(node: nodes.Node) -> bool:
    """Return whether an expression gives whole runs or whole paragraphs."""
    return isinstance(node, nodes.Filter) and node.name in WHOLE


def _may_grow(node: nodes.Node) -> bool:
    if isinstance(node, nodes.TemplateData):
        return False
    return any(
        isinstance(part, _GROWING)
        or (isinstance(part, nodes.Filter) and part.name in {"join", "replace", "string"})
        for part in (node, *nodes_in(node))
    )


def _wrapped(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
