"""Takes apart what a form prints as one text and the data keeps as a list."""

import re
from collections.abc import Mapping

from generator.reading.yaml_text import Tree
from generator.received.said import plain, words_of
from generator.wording.review import STATES

NONE = "Không có"
IN_PARTS = frozenset({"khac_phuc", "giai_trinh"})
"""What the data keeps so."""

_ITEM = re.compile(r"^[-–+•]\s+")
_BLAME = "Trách nhiệm:"
_OF_WEAKNESS = {"Khó khăn, vướng mắc:": "kho_khan", _BLAME: "trach_nhiem"}
_OF_POINT = {"Nguyên nhân:": "nguyen_nhan", _BLAME: "trach_nhiem"}
_POINT = re.compile(r"^(?:## )?\**((?:[IVX]+|\d+)(?:\.(?:\d+|[a-zđ]))+)\.?(?:\s(.*))?$")


def says_none(text: str) -> bool:
    """Return whether a whole answer says that there is nothing."""
    bare = plain(text).lower().strip(" .;-\n")
    return bare in {"khong", "khong co", "khong co gi"}


def mended(text: str) -> Tree | None:
    """Take apart the answer on earlier weaknesses where it is written as the form prints it.

    Returns:
        The list of `khac_phuc`, or None where a line does not say a weakness and its state, or
        something is said twice.
    """
    items: list[dict[str, Tree]] = []
    for row in text.split("\n"):
        label = next((each for each in _OF_WEAKNESS if row.startswith(each)), "")
        if label:
            if not (items and _labelled(items[-1], _OF_WEAKNESS[label], row, label)):
                return None
        elif item := _weakness(_ITEM.sub("", row)):
            items.append(item)
        else:
            return None
    return [*items] or None


def _weakness(row: str) -> dict[str, Tree] | None:
    said = [
        (code, found)
        for code, words in STATES.items()
        for found in re.finditer(rf"(?<=[.!?…])\s+{words}\s*(?:[:.]|$)", row, re.IGNORECASE)
    ]
    if len(said) != 1:
        return None
    code, found = said[0]
    result = row[found.end() :].strip()
    return {
        "han_che": row[: found.start()].strip(),
        "tinh_trang": code,
        **({"ket_qua": result} if result else {}),
    }


def _labelled(item: dict[str, Tree], key: str, row: str, label: str) -> bool:
    """Put what stands behind a label into an item; return whether it says something, once."""
    said = row.removeprefix(label).strip()
    if not said or key in item:
        return False
    item[key] = said
    return True


def explained(text: str, points: Mapping[str, str]) -> Tree | None:
    """Take apart the answers to the points of a gợi ý, where each begins with its code.

    Args:
        text: the answer.
        points: the points addressed to the subject by their codes.

    Returns:
        The list of `giai_trinh`, or None where a point is not one of them or has no answer, where
        something is said twice, or where something would be lost or change its place.
    """
    items: list[dict[str, Tree]] = []
    for row in text.split("\n"):
        found = _POINT.match(row)
        label = next((each for each in _OF_POINT if row.startswith(each)), "")
        if found and found[1] in points:
            behind = words_of(found[2] or "").words
            again = any(each["diem"] == found[1] for each in items)
            if again or (behind and behind != words_of(points[found[1]]).words):
                return None
            items.append({"diem": found[1]})
        elif not items:
            return None
        elif label:
            if not _labelled(items[-1], _OF_POINT[label], row, label):
                return None
        elif items[-1].keys() & {*_OF_POINT.values()}:
            return None
        else:
            before = items[-1].get("noi_dung")
            items[-1]["noi_dung"] = f"{before}\n{row}" if before else row
    return [*items] if items and all(each.get("noi_dung") for each in items) else None
