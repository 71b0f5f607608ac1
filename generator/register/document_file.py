"""Where a numbered document stands in its file, and whether it bears a number there."""

from pathlib import Path

from generator.problems import DataPath, Problem
from generator.reading.text_file import read_text
from generator.reading.yaml_text import Tree, parse


def bears(path: Path, muc: str, so: int) -> bool:
    """Say whether a document has a number in its file; one that cannot be read is taken to.

    Args:
        path: its file, which may be gone.
        muc: the way to it in the file («goi_y.0»), empty for a file that is one document.
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
    return isinstance(found, str) and found.strip().isdecimal() and int(found) == so


def path_of(muc: str) -> DataPath:
    """Return the way to a document in its file, as data has it: «goi_y.0» is ("goi_y", 0)."""
    return tuple(int(step) if step.isdecimal() else step for step in muc.split(".") if step)
