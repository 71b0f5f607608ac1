"""Which tests exercise which module, made from what the files import.

    python -m tests.map [words of the paths to show]

A module has the tests that are called after it (`tests/engine/test_render*.py` of
`generator/engine/render.py`) and those that import it, themselves or through a helper of the tests.
Where there are none, it has the tests of the modules that import it, which are named.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
MAIN = "generator.cli.main"


class Found(NamedTuple):
    """Paths of the tests of a module; the modules through which they reach it, if only so."""

    files: set[str]
    through: set[str]


def made(root: Path = ROOT) -> dict[str, Found]:
    """Make the map: path of each module of the program → its tests."""
    program, tests = modules(root, "generator"), modules(root, "tests")
    imported = {name: set(imports(file)) for name, file in {**program, **tests}.items()}
    origin = {
        f"{package}.{each.rpartition('.')[2]}": each.rpartition(".")[0]
        for package, file in program.items() if file.name == "__init__.py"
        for each in imported[package]
    }  # fmt: skip
    for each in imported.values():  # what a package passes on comes from where it stands
        each |= {origin[name] for name in each & origin.keys()}
    if MAIN in imported:  # which imports a command once it is named
        imported[MAIN] |= {f"generator.cli.{each}" for each in COMMANDS.values()}
    own: dict[str, set[str]] = {name: called_after(root, file) for name, file in program.items()}
    for name, file in tests.items():
        if file.name.startswith("test_"):
            for each in everything(name, imported, tests) & program.keys():
                own[each].add(str(file.relative_to(root)))
    return {
        str(file.relative_to(root)): tests_of(name, own, imported) for name, file in program.items()
    }


def modules(root: Path, top: str) -> dict[str, Path]:
    """Return the files of a package by the names to import them, but those without code."""
    files = [
        file
        for file in sorted((root / top).rglob("*.py"))
        if file.name != "__init__.py"
        or any(not isinstance(each, ast.Expr) for each in ast.parse(file.read_text("utf-8")).body)
    ]
    return {
        ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): file
        for file in files
    }


def imports(file: Path) -> Iterator[str]:
    """Yield the modules, and the names in modules, that a file imports, or runs with `-m`."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (each.name for each in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield module
                yield from (f"{module}.{each.name}" for each in names)
            case ast.List(elts=[_, ast.Constant(value="-m"), ast.Constant(value="generator"), *_]):
                yield from ("generator.__main__", MAIN)


def called_after(root: Path, file: Path) -> set[str]:
    """Return the tests that stand in the room of a module and bear its name."""
    room = root / "tests" / file.relative_to(root / "generator").parent
    found = [*room.glob(f"test_{file.stem}.py"), *room.glob(f"test_{file.stem}_*.py")]
    return {str(each.relative_to(root)) for each in found}


def everything(name: str, imported: dict[str, set[str]], tests: dict[str, Path]) -> set[str]:
    """Return what a file of tests imports, itself or through helpers."""
    seen, todo = set(), {name}
    while todo:
        seen |= todo
        todo = {each for one in todo for each in imported[one]} & tests.keys() - seen
    return {each for one in seen for each in imported[one]}


def tests_of(name: str, own: dict[str, set[str]], imported: dict[str, set[str]]) -> Found:
    """Return a module's own tests, or those of the nearest modules that import it."""
    if own[name]:
        return Found(own[name], set())
    seen, ring = set(), {name}
    while ring:
        seen |= ring
        ring = {each for each in own if imported[each] & ring} - seen
        if found := {each for each in ring if own[each]}:
            return Found({test for each in found for test in own[each]}, found)
    return Found(set(), set())


def main(words: list[str]) -> None:
    """Print the map, or those lines of it whose module bears one of the words."""
    for module, (files, through) in made().items():
        if not words or any(word in module for word in words):
            print(module, *([f"(through {', '.join(sorted(through))})"] if through else []))
            for file in sorted(files) or ["no test at all"]:
                print(f"    {file}")


if __name__ == "__main__":
    main(sys.argv[1:])
