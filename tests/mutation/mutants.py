"""The mutants of a module: one small change each, made on its syntax tree."""

import ast
import copy
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

Change = Callable[[ast.AST], ast.AST]

_ORDER: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
}


class Mutant(NamedTuple):
    """A changed module: where the change is, what it is, and how to make the changed tree.

    `lines` are those of the innermost statement around the change, of one with a body those above
    the body; `inside` tells whether they belong to the body of a function. The lines of the tree
    are those of the unchanged module.
    """

    line: int
    what: str
    lines: range
    inside: bool
    tree: Callable[[], ast.Module]


def mutants(source: str) -> Iterator[Mutant]:
    """Make every mutant of a module.

    Comparisons are turned and moved by one, `and` and `or` swapped, `not` removed, constants
    changed, sums turned, returned values made None, statements dropped. Docstrings, annotations,
    imports, options of dataclasses and `__all__` are left alone.
    """
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    spared = _spared(tree)
    places = dict(_places(tree, range(0), inside=False))
    for number, node in enumerate(nodes):
        if id(node) in spared:
            continue
        for what, change in _changes(node):
            yield Mutant(
                _line(node), what, *places[id(node)], partial(_changed, tree, number, change)
            )


def _places(
    node: ast.AST, lines: range, *, inside: bool
) -> Iterator[tuple[int, tuple[range, bool]]]:
    if isinstance(node, ast.stmt | ast.excepthandler | ast.match_case):
        lines = _own_lines(node)
    yield id(node), (lines, inside)
    body = node.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else []
    for child in ast.iter_child_nodes(node):
        yield from _places(child, lines, inside=inside or child in body)


def _own_lines(node: ast.stmt | ast.excepthandler | ast.match_case) -> range:
    decorators = getattr(node, "decorator_list", [])
    first = min(_line(each) for each in (node, *decorators))
    below = getattr(node, "body", None) or getattr(node, "cases", None)
    last = _line(below[0]) - 1 if below else node.end_lineno  # type: ignore[union-attr]
    return range(first, max(first, last) + 1)


def _changed(tree: ast.Module, number: int, change: Change) -> ast.Module:
    twin = copy.deepcopy(tree)
    target = list(ast.walk(twin))[number]

    class Replace(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return change(node) if node is target else super().generic_visit(node)

    return ast.fix_missing_locations(Replace().visit(twin))


def _spared(tree: ast.Module) -> set[int]:
    roots: list[ast.AST] = []
    for node in ast.walk(tree):
        match node:
            case ast.Import() | ast.ImportFrom() | ast.Delete():
                roots.append(node)
            case ast.Expr(value=ast.Constant(value=str())):
                roots.append(node)
            case ast.AnnAssign():
                roots.append(node.annotation)
            case ast.Assign(targets=[ast.Name(id="__all__" | "Cap" | "Unmet")]):
                roots.append(node)
            case ast.ClassDef():
                roots += node.decorator_list
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                roots += [each.annotation for each in ast.walk(node.args)
                          if isinstance(each, ast.arg) and each.annotation]  # fmt: skip
                roots += [node.returns] if node.returns else []
            case ast.Raise():
                roots.append(node)
    return {id(each) for root in roots for each in ast.walk(root)}


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.Compare(ops=[op]):
            for other in _ORDER[type(op)]:
                yield f"{_name(op)} → {other.__name__}", _set("ops", [other()])
        case ast.Compare(ops=ops):
            for i, op in enumerate(ops):
                for other in _ORDER[type(op)]:
                    turned = [*ops[:i], other(), *ops[i + 1 :]]
                    yield f"{_name(op)} ({i + 1}) → {other.__name__}", _set("ops", turned)
        case ast.BoolOp():
            other_op: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield f"{_name(node.op)} → {_name(other_op)}", _set("op", other_op)
        case ast.UnaryOp(op=ast.Not()):
            yield "not removed", lambda found: found.operand  # type: ignore[attr-defined]
        case ast.BinOp() if type(node.op) in _SUMS:
            other_sum = _SUMS[type(node.op)]
            yield f"{_name(node.op)} → {other_sum.__name__}", _set("op", other_sum())
        case ast.IfExp():
            yield (
                "if-else turned",
                lambda found: ast.IfExp(  # type: ignore[attr-defined]
                    test=found.test, body=found.orelse, orelse=found.body
                ),
            )
        case ast.Constant():
            yield from _constants(node)
        case ast.Return(value=ast.expr()) if not _is_none(node.value):
            yield "returns None", _set("value", ast.Constant(None))
        case ast.Expr() | ast.AugAssign() | ast.Continue() | ast.Break():
            yield "dropped", lambda _: ast.Pass()
        case ast.comprehension(ifs=[_, *_]):
            yield "filter dropped", _set("ifs", [])


def _constants(node: ast.Constant) -> Iterator[tuple[str, Change]]:
    match node.value:
        case bool():
            yield f"{node.value} → {not node.value}", _set("value", not node.value)
        case int():
            yield f"{node.value} → {node.value + 1}", _set("value", node.value + 1)
        case str():
            yield f"{node.value!r:.40} changed", _set("value", f"{node.value}XX")


def _set(field: str, value: object) -> Change:
    def change(node: ast.AST) -> ast.AST:
        setattr(node, field, value)
        return node

    return change


def _is_none(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _name(node: ast.AST) -> str:
    return type(node).__name__


def _line(node: ast.AST) -> int:
    match node:
        case ast.comprehension():
            node = node.target
        case ast.match_case():
            node = node.pattern
    return int(getattr(node, "lineno", 0))
