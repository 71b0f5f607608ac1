"""The program of a part: what its Jinja text is compiled to, and how that is run.

Jinja's own compiler writes it, so that a template means what it means to Jinja, but for what a
document does hundreds of times:

* The text is gathered in a list in which fixed text and values take turns. The fixed text is in
  UTF-8 already; the values are checked, escaped and encoded together when all are there.
* A field of a plain dict is looked up in place, without a call.
* Nobody counts the pieces: a loop looks at their size whenever some hundred have been added.
"""

import marshal
from collections.abc import Mapping
from types import CodeType
from typing import Any, TypeGuard

import jinja2
from jinja2 import nodes
from jinja2.compiler import Frame
from jinja2.runtime import Context
from jinja2.utils import missing

from generator.engine.environment import (
    BLOCKS,
    BUDGET,
    RUNS,
    Environment,
    Generator,
    PrintError,
    checked,
    for_text,
    guarded,
    is_whole,
    unmarked,
    unmarked_text,
)
from generator.engine.printing import MAX_PART, printed
from generator.engine.richtext import Runs
from generator.engine.tables import Blocks
from generator.engine.vocabulary import nodes_in

_STEP = 512
"""Pieces between two looks at the size; a value has at most `environment.MAX_VALUE` characters."""

_READY = {RUNS: Runs, BLOCKS: Blocks}

# A macro that is called may set a field of a namespace.
_SETTING = (nodes.Assign, nodes.Macro, nodes.Call)

_OF_LOOPS = frozenset(("index", "index0", "first", "last", "length", "revindex", "revindex0"))
"""What a template may ask of `loop` without the checks of the sandbox."""


class _Pieces(Generator):
    """Writes a function that returns the list: fixed text, value, fixed text, value."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._loops = 0
        self._told: dict[tuple[str, str], str] = {}
        """The variable that holds a field already, by the variable of its owner and its name."""

    def write_commons(self) -> None:
        self.writeline("resolve = context.parent.__getitem__")
        self.writeline("undefined = environment.undefined")
        self.writeline("concat = environment.concat")
        self.writeline("cond_expr_undefined = Undefined")
        self.writeline("extend = (out := []).extend")
        self.writeline("Runs, Blocks = environment.ready")
        self.writeline(f"join, mark = b''.join, {_STEP}")
        self._write_no_numbers()

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        super().leave_frame(frame, with_python_scope)
        if frame.rootlevel and with_python_scope:
            self.writeline("return out")

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self._loops += 1
        super().visit_For(node, frame)
        self._loops -= 1

    def visit_If(self, node: nodes.If, frame: Frame) -> None:  # noqa: N802
        """Look up once what a chain of conditions asks again and again: «doan.kieu == …»."""
        field = _asked_first(node.test)
        again = any(_asked_first(each.test) == field for each in node.elif_)
        if field is None or not again or any(isinstance(each, _SETTING) for each in nodes_in(node)):
            super().visit_If(node, frame)
            return
        of, attribute = field
        held = self.temporary_identifier()
        self.writeline(f"{held} = ")
        self.visit(nodes.Getattr(of, attribute, "load"), frame)
        before = self._told
        self._told = {**before, (frame.symbols.ref(of.name), attribute): held}
        super().visit_If(node, frame)
        self._told = before

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        if frame.buffer is not None:  # a macro, whose text is one value
            self._write_in_macro(node, frame)
            return
        self.writeline("extend((", node)
        fixed: list[nodes.Expr] = []
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData) or is_whole(child):
                fixed.append(child)
                continue
            self._write_fixed(fixed, frame)
            fixed = []
            self.visit(child, frame)
            self.write(", ")
        if fixed:
            self._write_fixed(fixed, frame)
            self.write("'', ")
        self.write("))")
        if self._loops:
            self.writeline("if len(out) > mark:")
            self.indent()
            self.writeline("mark = environment.watched(context, out, mark)")
            self.outdent()

    def _write_in_macro(self, node: nodes.Output, frame: Frame) -> None:
        if not self._loops:
            super().visit_Output(node, frame)
            return
        before = self.temporary_identifier()
        self.writeline(f"{before} = len({frame.buffer})")
        super().visit_Output(node, frame)
        self.writeline(f"environment.added(context, {frame.buffer}[{before}:])")

    def _write_fixed(self, pieces: list[nodes.Expr], frame: Frame) -> None:
        """Write text and whole runs, of which nothing is left to check, as one piece."""
        if all(isinstance(each, nodes.TemplateData) for each in pieces):
            self.write(f"{''.join(each.data for each in pieces).encode()!r}, ")  # type: ignore[attr-defined]
            return
        self.write("join((")
        for each in pieces:
            if isinstance(each, nodes.TemplateData):
                self.write(f"{each.data.encode()!r}, ")
            else:
                self._write_whole(each, frame)
                self.write(", ")
        self.write(")), ")

    def _write_whole(self, node: nodes.Expr, frame: Frame) -> None:
        """Write the bytes of whole runs or paragraphs; the filter is called for any other value."""
        if not isinstance(node, nodes.Filter) or node.node is None:
            raise TypeError(node)
        held = self.temporary_identifier()
        self.write(f"({held}.data if type({held} := ")
        self.visit(node.node, frame)
        kind = _READY[node.name].__name__
        otherwise = f"{self.filters[node.name]}({held}).encode()"
        self.write(f") is {kind} and not {held}.illegal else {otherwise})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        of = node.node
        told = self._told.get((frame.symbols.ref(of.name), node.attr)) if _is_name(of) else None
        if told is not None:
            self.write(told)
            return
        held = self.temporary_identifier()
        self.write(f"({held}[{node.attr!r}] if type({held} := ")
        self.visit(node.node, frame)
        self.write(f") is dict and {node.attr!r} in {held} ")
        if node.attr in _OF_LOOPS:
            self.write(f"else {held}.{node.attr} if type({held}) is LoopContext ")
        self.write(f"else environment.getattr({held}, {node.attr!r}))")


def _is_name(node: nodes.Node) -> TypeGuard[nodes.Name]:
    return isinstance(node, nodes.Name) and node.ctx == "load"


def _asked_first(test: nodes.Node) -> tuple[nodes.Name, str] | None:
    """Return the variable and its field that a condition looks up before all else, if it does."""
    match test:
        case nodes.Getattr(node=of, attr=attribute) if _is_name(of):
            return of, attribute
        case nodes.Compare(expr=first) | nodes.And(left=first) | nodes.Or(left=first):
            return _asked_first(first)
        case nodes.Not(node=first):
            return _asked_first(first)
        case _:
            return None


class ProgramEnvironment(Environment):
    """The environment of templates that are compiled to programs."""

    code_generator_class = _Pieces
    ready = (Runs, Blocks)

    @staticmethod
    def watched(context: Context, out: list[Any], mark: int) -> int:
        """Charge the pieces since the last look to the size of the part; return when to look next.

        Raises:
            PrintError: the part exceeds `MAX_PART`.
        """
        spent = context.parent[BUDGET]
        spent[1] += sum(len(each) for each in out[mark - _STEP :] if isinstance(each, str | bytes))
        if spent[1] > MAX_PART:
            raise PrintError("KD334")
        return len(out) + _STEP

    @staticmethod
    def added(context: Context, texts: list[str]) -> None:
        """Charge what a loop inside a macro has just added to its text.

        Raises:
            PrintError: the texts of the macros of a part exceed `MAX_PART`.
        """
        spent = context.parent[BUDGET]
        spent[2] += sum(map(len, texts))
        if spent[2] > MAX_PART:
            raise PrintError("KD334")


WORDML = ProgramEnvironment(finalize=unmarked_text)
PLAIN = ProgramEnvironment(finalize=unmarked)
"""Core properties hold plain text: no runs, no line breaks."""
WORDML_MACROS = ProgramEnvironment(finalize=for_text)
PLAIN_MACROS = ProgramEnvironment(finalize=checked)
_OF_PARTS = (WORDML, PLAIN, WORDML_MACROS, PLAIN_MACROS)


class Program(jinja2.Template):
    """What a part was compiled to; can be pickled if its environment is one of those above."""

    code: CodeType

    def __reduce__(self) -> Any:
        known = [each is self.environment for each in _OF_PARTS]
        return _again, (known.index(True), marshal.dumps(self.code))


def _again(environment: int, code: bytes) -> Program:
    return _program(_OF_PARTS[environment], marshal.loads(code))  # noqa: S302 - as `pickle` does


def _program(environment: ProgramEnvironment, code: CodeType) -> Program:
    made = Program.from_code(environment, code, environment.make_globals(None))
    if not isinstance(made, Program):
        raise TypeError(made)
    made.code = code
    return made


def program_of(environment: ProgramEnvironment, tree: nodes.Template) -> Program:
    """Compile the tree of a part, to which the limits are added in place.

    Raises:
        TemplateSyntaxError: Jinja cannot compile it.
    """
    return _program(environment, environment.compile(guarded(tree)))


class _Values(dict[str, Any]):
    """What expressions may use; what is not there is for Jinja to refuse."""

    def __missing__(self, key: str) -> Any:
        return missing


def context_of(environment: ProgramEnvironment, values: Mapping[str, Any]) -> Context:
    """Return what the programs of the parts of one document run in, one after the other."""
    return Context(environment, _Values(values), None, {})


def text_of(program: Program, context: Context) -> bytes:
    """Run the program of a part.

    Args:
        program: from `program_of`.
        context: from `context_of`; each run gets a budget of its own.

    Returns:
        The text of the part in UTF-8.

    Raises:
        PrintError: a value cannot be printed, or the part exceeds `MAX_PART`.
        TemplateError: an expression cannot be evaluated; TypeError and the like too.
    """
    context.parent[BUDGET] = [0, 0, 0]
    context.vars.clear()
    out: Any = program.root_render_func(context)
    return printed(out, program.environment.finalize)  # type: ignore[arg-type]
