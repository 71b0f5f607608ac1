"""The rooms of the program: each knows only those below it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator

PACKAGE = Path(generator.__file__).parent
ROOMS = (
    "problems", "shipped", "model",
    "opening",
    "regulations", "engine", "wording", "files", "reading",
    "editing",
    "rules", "checklists", "received", "sheets",
    "papers",
    "register", "building",
    "pdf",
    "dossier", "returned", "summary",
    "handover", "setup",
    "at_work",
    "api",
    "desk",
    "cli", "__main__",
)  # fmt: skip
"""From the ground up. A room may import those before it, none behind it."""


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """The rooms a module imports, with the line."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.ImportFrom(module="generator"):
                yield from ((node.lineno, each.name) for each in node.names)
            case ast.ImportFrom(module=str(name)) if name.startswith("generator."):
                yield node.lineno, name.split(".")[1]
            case ast.Import():
                for each in node.names:
                    if each.name.startswith("generator."):
                        yield node.lineno, each.name.split(".")[1]


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_its_room_and_rooms_below(path: Path) -> None:
    own = room_of(path)
    if own == "__init__":
        assert list(imported(path)) == []
        return
    above = [
        f"{path.name}:{line} imports {room}"
        for line, room in imported(path)
        if room != "__version__" and ROOMS.index(room) > ROOMS.index(own)
    ]
    assert above == []


def test_every_room_is_in_the_order() -> None:
    inside = {room_of(path) for path in MODULES} - {"__init__"}
    assert inside == set(ROOMS)


def test_modules_stay_small() -> None:
    """Median at most 130 lines, nine of ten at most 300, none above 350."""
    lengths = sorted(len(path.read_text("utf-8").splitlines()) for path in MODULES)
    assert lengths[len(lengths) // 2] <= 130
    assert lengths[len(lengths) * 9 // 10] <= 300
    assert lengths[-1] <= 350
