"""Only the command line knows click, so that anything else can call the rooms without it."""

import ast
from pathlib import Path

import generator

ROOT = Path(generator.__file__).parent


def imported(file: Path) -> set[str]:
    """Every module that is named in an import of a file."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{each.name}" for each in node.names}
    return found


def test_no_room_knows_click_or_the_command_line() -> None:
    files = [each for each in ROOT.rglob("*.py") if each.relative_to(ROOT).parts[0] != "cli"]
    assert len(files) > 100
    knowing = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if any(f"{name}.".startswith(("click.", "generator.cli.")) for name in imported(file))
    }
    assert knowing <= {"__main__.py"}


def test_nothing_about_registers_is_opened_by_the_command_line() -> None:
    for name in ("number.py", "registers.py"):
        known = imported(ROOT / "cli" / name)
        assert not {each for each in known if each.endswith((".store", ".numbers", ".taking"))}
