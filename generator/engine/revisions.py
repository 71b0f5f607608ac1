"""Accepts tracked changes: what Word would print after «Accept All», without who changed it."""

from lxml import etree

from generator.engine.tags import W

_GONE = {f"{W}del", f"{W}moveFrom"}
_KEPT = {f"{W}ins", f"{W}moveTo"}
_CELLS = {f"{W}cellIns", f"{W}cellMerge"}


def accept(root: etree._Element) -> str | None:
    """Accept every tracked change of a part, in place.

    Returns:
        The first author of a change (possibly empty), None when the part has no change.
    """
    found = [each for each in root.iter() if _is_change(each)]
    if not found:
        return None
    author = found[0].get(f"{W}author") or ""
    _drop_rows(root)
    ended = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}rPr") is not None and any(
        p.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in _GONE)]  # fmt: skip
    for element in list(root.iter(*_GONE)):
        _remove(element)
    for element in list(root.iter(*_KEPT)):
        _unwrap(element)
    for element in [each for each in root.iter() if _is_change(each)]:
        _remove(element)
    for paragraph in ended:
        _join_to_next(paragraph)
    return author


def _is_change(element: etree._Element) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith(W):
        return False
    name = tag.removeprefix(W)
    return (
        tag in _GONE | _KEPT | _CELLS
        or name in {"cellDel", "numberingChange"}
        or (name.endswith("Change") and f"{W}author" in element.attrib)
        or (name.startswith(("moveFrom", "moveTo")) and "Range" in name)
        or (name.startswith("customXml") and "Range" in name)
    )


def _drop_rows(root: etree._Element) -> None:
    for row in [tr for tr in root.iter(f"{W}tr") if tr.find(f"{W}trPr/{W}del") is not None]:
        table = row.getparent()
        _remove(row)
        if table is not None and table.tag == f"{W}tbl" and table.find(f".//{W}tr") is None:
            _remove(table)
    for cell in [tc for tc in root.iter(f"{W}tc") if tc.find(f"{W}tcPr/{W}cellDel") is not None]:
        _remove(cell)


def _join_to_next(paragraph: etree._Element) -> None:
    """A paragraph whose mark was deleted goes on in the next one, in the format of that one."""
    following = paragraph.getnext()
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following is None or following.tag != f"{W}p":
        if not content and following is not None:
            _remove(paragraph)
        return
    at = 1 if len(following) and following[0].tag == f"{W}pPr" else 0
    for offset, child in enumerate(content):
        following.insert(at + offset, child)
    _remove(paragraph)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if len(element):
        at = parent.index(element)
        for offset, child in enumerate(list(element)):
            parent.insert(at + offset, child)
    parent.remove(element)
