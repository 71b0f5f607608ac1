"""Finds the fields that a template uses and checks them against the shape of the data."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from generator.engine.shapes import UNKNOWN, Unknown

_LOOP = dict.fromkeys(
    ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth")
)
_SAME = {
    "sort",
    "unique",
    "list",
    "reverse",
    "select",
    "reject",
    "selectattr",
    "rejectattr",
    "default",
    "d",
}
_OF_TEXT = {
    "capitalize", "e", "escape", "int", "lower", "replace", "round", "string", "title", "trim",
    "truncate", "upper", "wordcount",
}  # fmt: skip
_OF_LISTS = {
    "batch", "groupby", "join", "list", "map", "max", "min", "reject", "rejectattr", "select",
    "selectattr", "sort", "sum", "unique",
}  # fmt: skip
_METHODS_OF_TEXT = {
    "capitalize", "endswith", "find", "lower", "lstrip", "rstrip", "split", "startswith", "strip",
    "title", "upper",
}  # fmt: skip
_ITEM = {"first", "last", "min", "max"}


@dataclass(frozen=True, slots=True)
class Use:
    """A field used on a line of an outline; `nearest` suggests valid names for an unknown one.

    `shape` is that of the value, `how` what is done with it: "" when it is only named, "printed",
    "looped", "text" where a filter or method takes a text, "list" where it takes a list.
    """

    line: int
    path: str
    known: bool
    nearest: tuple[str, ...] = ()
    how: str = ""
    shape: Any = UNKNOWN


def uses(tree: nodes.Template, shape: Mapping[str, Any]) -> list[Use]:
    """Return the fields that a template uses, by line, each with whether the shape contains it."""
    found: list[Use] = []
    scope = {**shape, "range": UNKNOWN, "namespace": UNKNOWN}
    for macro in tree.find_all(nodes.Macro):
        scope[macro.name] = UNKNOWN
    _block(tree.body, scope, found)
    return sorted(found, key=lambda use: use.line)


def _block(body: list[nodes.Node], scope: dict[str, Any], found: list[Use]) -> None:
    for node in body:
        _statement(node, scope, found)


def _statement(node: nodes.Node, scope: dict[str, Any], found: list[Use]) -> None:
    match node:
        case nodes.For():
            items, path = _value(node.iter, scope, found)
            found.append(Use(node.lineno, path, known=True, how="looped", shape=items))
            inner = dict(scope) | {"loop": (_LOOP, "loop")}
            _bind(node.target, items[0] if isinstance(items, list) else UNKNOWN, f"{path}[]", inner)
            if node.test:
                _value(node.test, inner, found)
            _block(node.body, inner, found)
            _block(node.else_, scope, found)
        case nodes.If():
            _value(node.test, scope, found)
            _block([*node.body, *node.elif_, *node.else_], scope, found)
        case nodes.Assign():
            shape, path = _value(node.node, scope, found)
            _bind(node.target, shape, path, scope)
        case nodes.Macro():
            inner = dict(scope)
            for argument in node.args:
                inner[argument.name] = UNKNOWN
            _block(node.body, inner, found)
        case nodes.With():
            inner = dict(scope)
            for target, value in zip(node.targets, node.values, strict=True):
                shape, path = _value(value, scope, found)
                _bind(target, shape, path, inner)
            _block(node.body, inner, found)
        case nodes.Output():
            for part in node.nodes:
                _printed(part, scope, found)
        case _:
            for child in node.iter_child_nodes():
                _statement(child, scope, found)


def _printed(node: nodes.Node, scope: dict[str, Any], found: list[Use]) -> None:
    """Record what is printed: of a choice, both."""
    if isinstance(node, nodes.CondExpr):
        _value(node.test, scope, found)
        for each in filter(None, (node.expr1, node.expr2)):
            _printed(each, scope, found)
    elif not isinstance(node, nodes.TemplateData):
        shape, path = _value(node, scope, found)
        found.append(Use(node.lineno, path, known=True, how="printed", shape=shape))


def _bind(target: nodes.Node, shape: Any, path: str, scope: dict[str, Any]) -> None:
    if isinstance(target, nodes.Name):
        scope[target.name] = (shape, path)
    else:
        for name in target.find_all(nodes.Name):
            scope[name.name] = UNKNOWN


def _value(node: nodes.Node, scope: dict[str, Any], found: list[Use]) -> tuple[Any, str]:
    """Return shape and path of an expression and record the fields it uses in `found`."""
    match node:
        case nodes.Name(name=name):
            if name not in scope:
                found.append(_missing(node.lineno, name, "", name, scope))
                return UNKNOWN, name
            held = scope[name]
            shape, path = held if isinstance(held, tuple) else (held, name)
            _note(node, shape, path, found)
            return shape, path
        case nodes.Getattr(attr=str(key)) | nodes.Getitem(arg=nodes.Const(value=str(key))):
            return _field(node, key, scope, found)
        case nodes.Getitem():
            shape, path = _value(node.node, scope, found)
            _value(node.arg, scope, found)
            return (shape[0], f"{path}[]") if isinstance(shape, list) else (UNKNOWN, path)
        case nodes.Filter() if node.node is not None:
            return _filtered(node, scope, found)
        case nodes.Call(node=nodes.Getattr() as method):
            shape, path = _value(method.node, scope, found)
            if method.attr in _METHODS_OF_TEXT:
                found.append(Use(node.lineno, path, known=True, how="text", shape=shape))
            for argument in (*node.args, *node.kwargs):
                _value(argument, scope, found)
            return UNKNOWN, ""
        case nodes.Concat():
            _as_texts(node, scope, found)
            return UNKNOWN, ""
        case nodes.CondExpr():
            _value(node.test, scope, found)
            if node.expr2:
                _value(node.expr2, scope, found)
            return _value(node.expr1, scope, found)
        case _:
            for child in node.iter_child_nodes():
                _value(child, scope, found)
            return UNKNOWN, ""


def _filtered(node: Any, scope: dict[str, Any], found: list[Use]) -> tuple[Any, str]:
    shape, path = _value(node.node, scope, found)
    for argument in (*node.args, *node.kwargs):
        _value(argument, scope, found)
    name = node.name
    if name in _OF_TEXT | _OF_LISTS:
        how = "text" if name in _OF_TEXT else "list"
        found.append(Use(node.lineno, path, known=True, how=how, shape=shape))
    if name == "join" and not (node.args[1:] or node.kwargs) and isinstance(shape, list):
        of = f"{path}[]"
        found.append(Use(node.lineno, of, known=True, how="text", shape=shape[0]))
    if name in _SAME:
        return shape, path
    if name in _ITEM and isinstance(shape, list):
        return shape[0], f"{path}[]"
    return UNKNOWN, path


def _as_texts(node: nodes.Concat, scope: dict[str, Any], found: list[Use]) -> None:
    for part in node.nodes:
        shape, path = _value(part, scope, found)
        found.append(Use(node.lineno, path, known=True, how="text", shape=shape))


def _field(node: Any, key: str, scope: dict[str, Any], found: list[Use]) -> tuple[Any, str]:
    shape, path = _value(node.node, scope, found)
    if isinstance(shape, Unknown):
        return UNKNOWN, f"{path}.{key}"
    if isinstance(shape, dict) and key in shape:
        _note(node, shape[key], f"{path}.{key}", found)
        return shape[key], f"{path}.{key}"
    found.append(
        _missing(node.lineno, key, path, f"{path}.{key}", shape if isinstance(shape, dict) else {})
    )
    return UNKNOWN, f"{path}.{key}"


def _note(node: nodes.Node, shape: Any, path: str, found: list[Use]) -> None:
    if not isinstance(shape, Unknown) and not path.startswith("loop"):
        found.append(Use(node.lineno, path, known=True))


def _missing(line: int, name: str, parent: str, path: str, valid: Mapping[str, Any]) -> Use:
    near = difflib.get_close_matches(
        name, [key for key in valid if not key.startswith("_")], n=1, cutoff=0.5
    )
    return Use(
        line, path, known=False, nearest=tuple(f"{parent}.{key}" if parent else key for key in near)
    )
