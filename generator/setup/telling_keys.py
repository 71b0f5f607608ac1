"""Explains a key of the data to a clerk: where it stands, what it means, what may be written."""

import difflib
from collections.abc import Iterator

from generator.reading.suggest import same_word
from generator.setup.key_examples import example
from generator.setup.key_uses import printed_on
from generator.setup.keys import Group, Key, groups

_MOST_PAPERS = 6
_NOT_TRACED = "không có thẻ cùng tên: in cùng giá trị khác, hoặc để chọn, tính, kiểm tra"


def tell_key(name: str) -> list[str] | None:
    """Explain a key, wherever it stands.

    Args:
        name: the key («goi_y»), or with keys above it («xep_loai.tu_nhan»).

    Returns:
        The lines, or None if no file has such a key.
    """
    *above, key = name.strip().lower().split(".")
    lines = [
        line
        for group in groups()
        for each in group.keys
        if each.name == key and (not above or above[-1] in each.above)
        for line in _told(group, each)
    ]
    return [f"Khoá dữ liệu «{key}»:", *lines] if lines else None


def nearest_key(name: str) -> str:
    """Return the most similar key, also of one typed as words («Hội nghị»), or an empty text."""
    known = {each.name for group in groups() for each in group.keys}
    if typed := same_word(name.rsplit(".", maxsplit=1)[-1], sorted(known)):
        return typed
    key = name.strip().lower().replace("-", "_").split(".")[-1]
    return next(iter(difflib.get_close_matches(key, sorted(known), n=1, cutoff=0.75)), "")


def papers_said(key: Key) -> str:
    """Say on which papers a key is printed."""
    found = printed_on(key)
    if not found:
        return _NOT_TRACED
    more = len(found) - _MOST_PAPERS
    return "; ".join(found[:_MOST_PAPERS]) + (f"; và {more} loại nữa" if more > 0 else "")


def _told(group: Group, key: Key) -> Iterator[str]:
    where = "; ".join(group.places).replace("`", "")
    yield f"  {group.title}" + (f" ({where})" if where else "")
    yield f"    {key.meaning}" + (" (phải có)" if key.needed else "")
    yield f"    ghi: {key.values}"
    yield f"    ví dụ: {key.name}: {example(key)}"
    yield f"    in ở: {papers_said(key)}"
    for inner in key.inside:
        inside = next(
            each for each in groups() if each.keys and each.keys[0].model == inner.__name__
        )
        yield f"    gồm: {', '.join(each.name for each in inside.keys)}"
