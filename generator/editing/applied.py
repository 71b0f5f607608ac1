"""Makes edits in the text of a file."""

from collections.abc import Sequence

from generator.editing.adding import Entry, add
from generator.editing.edits import Edit, Insert, Move, Remove, Set
from generator.editing.key_order import index_among
from generator.editing.moving import move
from generator.editing.nodes import Node, RefusedError, Slot, scan, slot_at
from generator.editing.removing import remove
from generator.editing.replacing import put
from generator.editing.values import Writing, habits
from generator.model.base import Model
from generator.reading.model_shape import keys_as_written


def applied(text: str, edits: Sequence[Edit], model: type[Model] | None) -> str:
    """Make edits in a text, each of which holds what the edit needs when its turn comes.

    Args:
        text: the file, without a byte order mark.
        edits: the edits, one after the other.
        model: the model of the file, by which a new key finds its place.

    Raises:
        RefusedError: a place is written in a way that is not edited; its path.
    """
    done = 0
    while done < len(edits):
        root = scan(text)
        how = Writing(habits(text, root))
        path = edits[done].path
        try:
            together = _apart(root, edits[done:])
            # From the end of the file, so that the places before stay where they were found.
            for slot, edit in sorted(together, key=_start, reverse=True):
                path = edit.path
                text = put(text, slot, edit.value, how)
            if not together:
                text = _one(text, root, edits[done], how, model)
        except RefusedError as error:
            raise RefusedError(path) from error
        done += len(together) or 1
    return text


def _start(each: tuple[Slot, Set]) -> int:
    return each[0].value.start


def _apart(root: Node, edits: Sequence[Edit]) -> list[tuple[Slot, Set]]:
    """Return the first edits as far as they set values that are there, none inside another."""
    found: list[tuple[Slot, Set]] = []
    for edit in edits:
        path = edit.path
        if not isinstance(edit, Set) or any(_nested(path, other.path) for _, other in found):
            break
        slot, left = slot_at(root, path)
        if left:
            break
        found.append((slot, edit))
    return found


def _nested(one: tuple[str | int, ...], other: tuple[str | int, ...]) -> bool:
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def _one(text: str, root: Node, edit: Edit, how: Writing, model: type[Model] | None) -> str:
    match edit:
        case Set():
            return _set(text, root, edit, how, model)
        case Remove(path):
            slot, left = slot_at(root, path[:-1])
            names = [part.name for part in slot.value.parts]
            if left or path[-1] not in names:
                raise RefusedError
            return remove(text, slot, names.index(path[-1]), how)
        case Insert(path, index, value):
            slot, left = slot_at(root, path)
            if left:
                return _set(text, root, Set(path, [value]), how, model)
            return add(text, slot, index, Entry(None, value), how)
        case Move(path, source, target):
            return move(text, path, source, target)


def _set(text: str, root: Node, edit: Set, how: Writing, model: type[Model] | None) -> str:
    slot, left = slot_at(root, edit.path)
    value = edit.value
    if not left:
        return put(text, slot, value, how)
    name, *inner = map(str, left)
    for each in reversed(inner):
        value = {each: value}
    present = [str(part.name) for part in slot.value.parts]
    here = edit.path[: len(edit.path) - len(left)]
    index = index_among(present, name, keys_as_written(model, here) if model else ())
    return add(text, slot, index, Entry(name, value), how)
