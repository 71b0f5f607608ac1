"""Writes a data file that is not there yet."""

from generator.editing.edited import content, refused, unwritable
from generator.editing.edits import Set, value_as_read
from generator.editing.key_order import model_of, ordered
from generator.editing.values import Writing, rows_of
from generator.problems import Problem
from generator.reading.yaml_text import Tree


def new_file(tree: dict[str, Tree], file: str = "") -> str | Problem:
    """Write the text of a new file: keys in the order of its model, texts with lines in blocks.

    Args:
        tree: what it is to hold; `loai` says which model it has.
        file: its name as the user gave it, for the problem.

    Returns:
        The text, which reads exactly as the tree; KD572 if it holds a value that no file can hold.
    """
    wanted = value_as_read(tree)
    wrong = unwritable(Set((), wanted), file)
    if wrong is not None:
        return wrong
    rows = rows_of(ordered(wanted, model_of(wanted)), Writing()) or ["{}"]
    text = "".join(f"{row}\n" for row in rows)
    return text if content(text) == wanted else refused((), file, text)
