"""Finds a numbered document in its data file and checks whether it carries a number there."""

from pathlib import Path

from generator.problems import DataPath, Problem
from generator.reading.text_file import read_text
from generator.reading.yaml_text import Tree, parse


def bears(path: Path, muc: str, so: int) -> bool:
    """Return whether a document carries a number in its file; an unreadable file counts as yes.

    Args:
        path: the document's file; it may be missing, then the result is False.
        muc: the document's path in the file («goi_y.0»); empty for a file that is one document.
        so: the number.
    """
    if not path.is_file():
        return False
    text = read_text(path)
    tree = text if isinstance(text, Problem) else parse(text)
    if isinstance(tree, Problem):
        return True
    here: Tree = tree
    for step in path_of(muc):
        if isinstance(here, dict):
            here = here.get(str(step))
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return False
    found = here.get("so") if isinstance(here, dict) else None
    return isinstance(found, str) and found.strip().lstrip("0") == str(so)


def path_of(muc: str) -> DataPath:
    """Return a document's path in its file as a data path: «goi_y.0» is ("goi_y", 0)."""
    return tuple(int(step) if step.isdecimal() else step for step in muc.split(".") if step)
