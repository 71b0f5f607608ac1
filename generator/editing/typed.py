"""What was typed into a form as edits: a form says nothing of the line ends around a text."""

from collections.abc import Iterable

from generator.editing.edits import Edit, Insert, Set, is_there, value_at
from generator.editing.nodes import RefusedError, scan, slot_at
from generator.problems import DataPath
from generator.reading.yaml_text import Tree


def as_typed(text: str, tree: Tree, edits: Iterable[Edit]) -> list[Edit]:
    """Return edits whose texts begin and end as those did in whose place they come.

    A browser sends a text without telling whether its last line ended, so that a block `|` would
    become `|-` at the first letter that is changed. A text that gets its first line end here ends
    with one, as blocks do.

    Args:
        text: the file before the edits.
        tree: what it holds.
        edits: the edits, their texts without line ends around them.
    """
    made: list[Edit] = []
    for each in edits:
        match each:
            case Set(path, str(value)):
                made.append(Set(path, _ended(text, tree, path, value)))
            case Insert(path, index, str(value)):
                made.append(Insert(path, index, _ended(text, tree, (*path, index), value)))
            case _:
                made.append(each)
    return made


def _ended(text: str, tree: Tree, path: DataPath, value: str) -> str:
    old = value_at(tree, path) if is_there(tree, path) else None
    old = old if isinstance(old, str) else ""
    stripped = old.strip("\n")
    lead, _, tail = old.partition(stripped) if stripped else ("", "", "")
    if "\n" in value and "\n" not in old and _may_be_block(text, path):
        tail = "\n"
    return f"{lead}{value}{tail}"


def _may_be_block(text: str, path: DataPath) -> bool:
    """Return whether a text will stand in lines of its own, and did not yet."""
    try:
        slot, left = slot_at(scan(text), path)
    except RefusedError:
        return False
    flow = slot.flow or (bool(left) and slot.value.flow)
    return not flow and (bool(left) or slot.value.style not in {"|", ">"})
