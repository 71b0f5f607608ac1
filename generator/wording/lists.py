"""Punctuates the lists of a document; each pack prescribes different marks."""

from collections.abc import Sequence

from generator.regulations.the_thuc import DauCau

_MARKS = (",", ";", ".")
_ELLIPSES = ("..", "v.v.")
_DASHES = ("- ", "– ", "— ")


def punctuated(
    items: Sequence[str],
    marks: DauCau,
    *,
    keep: bool = False,
    dashed: bool = True,
    last: str | None = None,
) -> tuple[str, ...]:
    """Format list items with the dash and the final marks that the pack prescribes.

    Args:
        items: the items as typed; their own dashes and final marks are replaced.
        marks: the pack's punctuation of this list.
        keep: whether to keep the typed final marks («giữ nguyên dấu câu»).
        dashed: whether to put the pack's dash before each item.
        last: the mark after the last item, if not the pack's usual one.

    Returns:
        The items to print. One that ends with «:» heads a group and keeps its colon; the items of a
        group begin with «+», as typed.
    """
    end = marks.cuoi.gia_tri if last is None else last
    dash = f"{marks.gach.gia_tri} " if dashed and marks.gach.gia_tri else ""
    bare = [without_dash(item) for item in items]
    led = [item if item.startswith("+ ") else dash + item for item in bare]
    if keep:
        return tuple(led)
    ends = [marks.giua.gia_tri] * (len(bare) - 1) + [end]
    return tuple(
        item if item.endswith(":") else _ended(item, mark)
        for item, mark in zip(led, ends, strict=False)
    )


def _ended(item: str, mark: str) -> str:
    text = without_mark(item)
    return text if mark and text.endswith(mark) else text + mark


def without_dash(item: str) -> str:
    """Remove the dash typed before a list item."""
    text = item.strip()
    return text[2:].lstrip() if text.startswith(_DASHES) else text


def without_mark(item: str) -> str:
    """Remove the commas, semicolons and full stops typed after a list item.

    The dots of an ellipsis («các đồng chí…», «v.v...») belong to the item and are kept.
    """
    text = item.rstrip()
    while text.endswith(_MARKS) and not text.endswith(_ELLIPSES):
        text = text[:-1].rstrip()
    return text
