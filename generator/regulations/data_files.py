"""Reads the data files of the regulations: every scalar is text until the model converts it."""

import re
from pathlib import Path
from typing import Any, TypeVar

from generator.model.base import Model

M = TypeVar("M", bound=Model)


def names(folder: Path) -> tuple[str, ...]:
    """Return the names of the YAML files in a folder, without «.yaml», in alphabetical order."""
    return tuple(sorted(file.stem for file in folder.glob("*.yaml")))


def tree_of(file: Path) -> dict[str, Any]:
    """Read a data file of the program as mappings, lists and texts."""
    return _tree(file.read_text("utf-8"))


def part_of(file: Path, *keys: str) -> dict[str, Any]:
    """Read only these outermost keys of a data file; a key that is not there is left out.

    To choose among the files by their dates costs little then.
    """
    block = re.compile(rf"^(?:{'|'.join(keys)}):.*\n(?:(?:[ #].*)?\n)*", re.MULTILINE)
    return _tree("".join(block.findall(file.read_text("utf-8")))) or {}


def _tree(text: str) -> dict[str, Any]:
    import yaml  # noqa: PLC0415 - commands that need no regulation start without it

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    tree: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - a base loader makes text, no objects
    return tree


def load(folder: Path, name: str, model: type[M]) -> M:
    """Load one data file.

    Raises:
        KeyError: the folder has no file of that name.
    """
    if name not in names(folder):
        raise KeyError(name)
    return model.model_validate(tree_of(folder / f"{name}.yaml"))
