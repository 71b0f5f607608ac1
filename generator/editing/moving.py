"""Moves an item of a list in the text of a file; the comments above it go along."""

from generator.editing.adding import sealed
from generator.editing.nodes import RefusedError, Slot, last_leaf, place_of
from generator.editing.removing import floor
from generator.editing.rows import column, comments_above, indent, own_end, row_break, row_start
from generator.problems import DataPath


def move(text: str, path: DataPath, source: int, target: int) -> str:
    """Move an item. What stands between items, blank lines and commas, stays where it is.

    Args:
        text: the file.
        path: where the list stands.
        source: the number of the item.
        target: its number afterwards.

    Raises:
        RefusedError: the place is written in a way that is not edited.
    """
    slot = place_of(text, path)
    node = slot.value
    if node.flow:
        if text[node.start] != "[":
            raise RefusedError
        return _moved(
            text, [(part.value.start, part.value.end) for part in node.parts], source, target
        )
    last = len(node.parts) - 1
    if last in {source, target} and _rows(text, slot, last)[1] == len(text):
        last_then = node.parts[source if target == last else last - 1].value
        text = sealed(text, last_leaf(node))
        if last_leaf(last_then).style in {"|", ">"}:
            text += row_break(text, len(text))
        slot = place_of(text, path)
    return _moved(text, [_rows(text, slot, index) for index in range(last + 1)], source, target)


def _rows(text: str, slot: Slot, index: int) -> tuple[int, int]:
    part = slot.value.parts[index]
    own = column(text, slot.value.parts[0].start)
    start = part.start
    if not text[row_start(text, start) : start].strip():
        start = comments_above(text, start, floor(text, slot, index))
        start += indent(text, start)
    return start, own_end(text, part.value.end, own)


def _moved(text: str, spans: list[tuple[int, int]], source: int, target: int) -> str:
    order = list(range(len(spans)))
    order.insert(target, order.pop(source))
    pieces, done = [], 0
    for place, index in zip(spans, order, strict=True):
        start, end = spans[index]
        pieces += [text[done : place[0]], text[start:end]]
        done = place[1]
    return "".join([*pieces, text[done:]])
