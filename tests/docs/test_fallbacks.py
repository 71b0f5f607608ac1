"""Every place that can skip, cut, default or fall back is listed, with the code that tells it.

`docs/fallbacks.md` holds the list. The source is read for two kinds of place:

- a handler that neither raises nor makes a problem, and `suppress`: it goes on as if nothing were;
- a number that ends a slice, or that another number is held against, in the rooms that read what comes from outside:
  it cuts or refuses. In `received`, comparisons are what a judgement weighs, and cut nothing.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import generator
from generator.opening.content import Refusal, Unread
from generator.problems.catalogue import entries

PACKAGE = Path(generator.__file__).parent
PAGE = PACKAGE.parent / "docs" / "fallbacks.md"
READING = ("building", "checklists", "dossier", "editing", "engine", "files", "handover", "opening",
           "problems", "reading", "received", "register", "sheets")  # fmt: skip
_ROW = re.compile(r"\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|")
_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_TELLS = frozenset({"problem", "failure", "tag_problem", "report", "_refused", "_turn_aside"})

Place = tuple[str, str]
"""Module and function, or constant; the errors caught, or «limit»."""


def called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def quiet(handler: ast.ExceptHandler) -> bool:
    inside = [node for each in handler.body for node in ast.walk(each)]
    return not any(
        isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and called(node) in _TELLS)
        for node in inside
    )


def handlers(node: ast.AST, home: str) -> Iterator[Place]:
    for child in ast.iter_child_nodes(node):
        inner = home
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            inner = f"{home}.{child.name}" if home else child.name
        if isinstance(child, ast.ExceptHandler) and quiet(child):
            yield home, ast.unparse(child.type) if child.type else "everything"
        if isinstance(child, ast.Call) and called(child) == "suppress":
            yield home, ", ".join(map(ast.unparse, child.args))
        yield from handlers(child, inner)


def numbers(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            names = [n.id for n in ast.walk(statement.targets[0]) if isinstance(n, ast.Name)]
            kinds = (ast.Constant, ast.BinOp, ast.Tuple, ast.operator, ast.expr_context)
            values = [*ast.walk(statement.value)]
            numeric = all(
                not isinstance(n, ast.Constant) or isinstance(n.value, int | float) for n in values
            )
            if numeric and all(isinstance(n, kinds) for n in values):
                found |= set(names)
    return found


def used(tree: ast.Module, *, judging: bool = False) -> set[str]:
    """The names that end a slice, or that another number is held against."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Slice(lower=None, upper=ast.expr() as upper):
                found |= {n.id for n in ast.walk(upper) if isinstance(n, ast.Name)}
            case ast.Compare() if not judging and all(isinstance(op, _ORDER) for op in node.ops):
                found |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
            case ast.Call() if called(node) in {"islice", "range", "whole"}:
                found |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    return found


def places(package: Path) -> set[Place]:
    trees = {
        path.relative_to(package).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(package.rglob("*.py"))
    }
    found: set[Place] = set()
    everywhere: set[str] = set()
    for module, tree in trees.items():
        found |= {(f"{module} {home}".strip(), what) for home, what in handlers(tree, "")}
        everywhere |= used(tree, judging=module.startswith("received/"))
    for module, tree in trees.items():
        if module.partition("/")[0] in READING:
            here = used(tree, judging=module.startswith("received/"))
            cut = {n for n in numbers(tree) if n in (here if n.startswith("_") else everywhere)}
            found |= {(f"{module} {name}", "limit") for name in cut}
    return found


def listed() -> dict[Place, tuple[str, str]]:
    rows = _ROW.findall(PAGE.read_text("utf-8"))
    return {(where, what.strip()): (then.strip(), told.strip()) for where, what, then, told in rows}


def test_every_place_that_goes_on_or_cuts_is_listed() -> None:
    assert sorted(places(PACKAGE) - listed().keys()) == []


def test_nothing_is_listed_that_is_no_longer_there() -> None:
    assert sorted(listed().keys() - places(PACKAGE)) == []


def test_each_is_told_by_a_code_or_loses_nothing() -> None:
    for place, (then, told) in listed().items():
        codes = re.findall(r"KD\d{3}", told)
        reasons = re.findall(r"(Refusal|Unread)\.(\w+)", told)
        assert codes or reasons or told.startswith("nothing is lost"), place
        assert all(code in entries() for code in codes), place
        assert all(
            name in {"Refusal": Refusal, "Unread": Unread}[kind].__members__
            for kind, name in reasons
        ), place
        assert then, place


def test_a_new_place_would_be_found(tmp_path: Path) -> None:
    lines = (
        "MOST = 5", "OTHER = 7",
        "def f(x):", "    try:", "        return x[:MOST]", "    except ValueError:", "        return None",
        "def g(x):", "    try:", "        return x", "    except ValueError as error:", "        raise KeyError from error",
        "def h(x):", "    with suppress(OSError):", "        return x",
    )  # fmt: skip
    (tmp_path / "opening").mkdir()
    (tmp_path / "opening" / "m.py").write_text("\n".join(lines), "utf-8")
    assert places(tmp_path) == {
        ("opening/m.py f", "ValueError"), ("opening/m.py h", "OSError"), ("opening/m.py MOST", "limit"),
    }  # fmt: skip
