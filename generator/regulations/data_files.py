"""Reading the data files of the regulations: every scalar is text until the model types it."""

from pathlib import Path
from typing import TypeVar

from generator.model.base import Model

M = TypeVar("M", bound=Model)


def names(folder: Path) -> tuple[str, ...]:
    """Return the names of the data files in a folder, in alphabetical order."""
    return tuple(sorted(file.stem for file in folder.glob("*.yaml")))


def load(folder: Path, name: str, model: type[M]) -> M:
    """Load one data file.

    Raises:
        KeyError: the folder has no file of that name.
    """
    import yaml  # noqa: PLC0415 - commands that need no regulation start without it

    if name not in names(folder):
        raise KeyError(name)
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = (folder / f"{name}.yaml").read_text("utf-8")
    tree = yaml.load(text, Loader=loader)  # noqa: S506 - a base loader makes text, no objects
    return model.model_validate(tree)
