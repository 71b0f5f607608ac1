"""Proves before any data is there that what a template gives is well-formed XML.

The text that will run is read as XML piece by piece, with the elements that are open as the state:
every branch of a condition must leave the same elements open, a loop must leave those it began
with, every value must stand where its filter escapes it. Then no data can break the document.

A macro is not followed, because its text goes wherever it is called: a part with macros is parsed
after each render instead (`Part.proved`).
"""

import re
from dataclasses import dataclass

from jinja2 import nodes

from generator.engine.environment import WHOLE
from generator.engine.vocabulary import nodes_in

_NAME = r"[^\W\d][\w.\-]*(?::[\w.\-]+)?"
_ATTRIBUTE = rf"\s+{_NAME}=(?:\"[^\"<]*\"|'[^'<]*')"
_MARKUP = re.compile(rf"<(/?)({_NAME})((?:{_ATTRIBUTE})*)\s*(/?)>|<\?(?:xml|kd-list)[^?]*\?>")
_CUT = re.compile(rf"(<{_NAME}(?:{_ATTRIBUTE})*\s+{_NAME}=\")[^\"<]*")
_ATTRIBUTE_NAME = re.compile(rf"({_NAME})=[\"']")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)|\]\]>")
_STATEMENTS = (nodes.For, nodes.If, nodes.With, nodes.Macro)


@dataclass(frozen=True, slots=True)
class _State:
    """The open elements, and the start of a tag that was cut inside an attribute value."""

    stack: tuple[str, ...] = ()
    cut: str = ""


class _Broken(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def first_fault(tree: nodes.Template, *, wordml: bool) -> int | None:
    """Return the line of the first piece that may give broken XML, None when there is none.

    Args:
        tree: the parsed text of a part.
        wordml: whether it holds runs; values of other parts are plain text.
    """
    try:
        end = _body(tree.body, _State(), wordml=wordml)
        if end.stack or end.cut:
            raise _Broken(tree.body[-1].lineno if tree.body else 1)  # noqa: TRY301
    except _Broken as broken:
        return broken.line
    return None


def has_macros(tree: nodes.Template) -> bool:
    """Return whether a part has macros, whose text this proof does not follow."""
    return any(isinstance(node, nodes.Macro) for node in nodes_in(tree))


def _body(body: list[nodes.Node], state: _State, *, wordml: bool) -> _State:
    for node in body:
        state = _statement(node, state, wordml=wordml)
    return state


def _statement(node: nodes.Node, state: _State, *, wordml: bool) -> _State:
    match node:
        case nodes.Output():
            for part in node.nodes:
                if isinstance(part, nodes.TemplateData):
                    state = _read(part.data, state, part.lineno)
                else:
                    _check_value(part, state, wordml=wordml)
        case nodes.If():
            ends = {_body(branch, state, wordml=wordml) for branch in _branches(node)}
            if len(ends) != 1:
                raise _Broken(node.lineno)
            return ends.pop()
        case nodes.For():
            for body in (node.body, node.else_):
                if _body(body, state, wordml=wordml) != state:
                    raise _Broken(node.lineno)
        case nodes.With():
            return _body(node.body, state, wordml=wordml)
        case _:
            pass
    return state


def _branches(node: nodes.If) -> list[list[nodes.Node]]:
    return [node.body, *(each.body for each in node.elif_), node.else_]


def _check_value(value: nodes.Node, state: _State, *, wordml: bool) -> None:
    filtered = value.name if isinstance(value, nodes.Filter) else ""
    if not state.stack:
        raise _Broken(value.lineno)
    if wordml and filtered != "_attribute" and state.cut:
        raise _Broken(value.lineno)
    if wordml and not state.cut and (filtered in WHOLE) == (state.stack[-1] == "w:t"):
        raise _Broken(value.lineno)


def _read(text: str, state: _State, line: int) -> _State:
    stack, text, at = list(state.stack), state.cut + text, 0
    while True:
        opening = text.find("<", at)
        between = text[at : opening if opening >= 0 else len(text)]
        if _REFERENCE.search(between) or (not stack and between.strip()):
            raise _Broken(line)
        if opening < 0:
            return _State(tuple(stack))
        found = _MARKUP.match(text, opening)
        if found is None:
            cut = _CUT.fullmatch(text, opening)
            if cut is None:
                raise _Broken(line)
            return _State(tuple(stack), cut[1])
        at = found.end()
        closing, name, attributes, empty = found.groups()
        if name is None:
            continue
        names = _ATTRIBUTE_NAME.findall(attributes)
        if closing:
            if not stack or stack.pop() != name or names or empty:
                raise _Broken(line)
        elif len(names) != len(set(names)) or _REFERENCE.search(attributes):
            raise _Broken(line)
        elif not empty:
            stack.append(name)
