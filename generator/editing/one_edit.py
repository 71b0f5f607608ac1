"""Makes one edit in the text of a file."""

from generator.editing.adding import Entry, add
from generator.editing.edits import Edit, Insert, Move, Remove, Set
from generator.editing.key_order import index_among
from generator.editing.moving import move
from generator.editing.nodes import Node, RefusedError, scan, slot_at
from generator.editing.removing import remove
from generator.editing.replacing import put
from generator.editing.values import Writing, habits
from generator.model.base import Model
from generator.reading.model_shape import keys


def applied(text: str, edit: Edit, model: type[Model] | None) -> str:
    """Make an edit in a text that holds what the edit needs.

    Args:
        text: the file, without a byte order mark.
        edit: the edit.
        model: the model of the file, by which a new key finds its place.

    Raises:
        RefusedError: the place is written in a way that is not edited.
    """
    root = scan(text)
    how = Writing(habits(text, root))
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
    index = index_among(present, name, keys(model, here) if model else ())
    return add(text, slot, index, Entry(name, value), how)
