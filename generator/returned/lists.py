"""Takes apart what a form prints as one text and the data keeps as a list."""

import re
from collections.abc import Iterable

from generator.reading.yaml_text import Tree
from generator.returned.said import plain
from generator.wording.review import STATES

NONE = "Không có"

_ITEM = re.compile(r"^[-–+•]\s+")
_CAUSE, _BLAME, _TROUBLE = "Nguyên nhân:", "Trách nhiệm:", "Khó khăn, vướng mắc:"
_POINT = re.compile(r"^(?:## )?\**((?:[IVX]+|\d+)(?:\.(?:\d+|[a-zđ]))+)\.?(?:\s.*)?$")


def says_none(text: str) -> bool:
    """Return whether a whole answer says that there is nothing."""
    bare = plain(text).lower().strip(" .;-\n")
    return bare in {"khong", "khong co", "khong co gi"}


def mended(text: str) -> Tree | None:
    """Take apart the answer on earlier weaknesses where it is written as the form prints it.

    Returns:
        The list of `khac_phuc`, or None where a line does not say a weakness and its state.
    """
    items: list[dict[str, Tree]] = []
    for row in text.split("\n"):
        if items and row.startswith(_TROUBLE):
            items[-1]["kho_khan"] = row.removeprefix(_TROUBLE).strip()
        elif items and row.startswith(_BLAME):
            items[-1]["trach_nhiem"] = row.removeprefix(_BLAME).strip()
        elif item := _weakness(_ITEM.sub("", row)):
            items.append(item)
        else:
            return None
    return [*items] or None


def _weakness(row: str) -> dict[str, Tree] | None:
    for code, words in STATES.items():
        found = re.search(rf"(?<=[.!?…])\s+{words}\s*(?:[:.]|$)", row, re.IGNORECASE)
        if found:
            what, result = row[: found.start()].strip(), row[found.end() :].strip()
            return {
                "han_che": what,
                "tinh_trang": code,
                **({"ket_qua": result} if result else {}),
            }
    return None


def explained(text: str, points: Iterable[str]) -> Tree | None:
    """Take apart the answers to the points of a gợi ý, where each begins with its code.

    Args:
        text: the answer.
        points: the codes of the points addressed to the subject.

    Returns:
        The list of `giai_trinh`, or None where a point is not one of them or has no answer.
    """
    known = set(points)
    items: list[dict[str, Tree]] = []
    for row in text.split("\n"):
        found = _POINT.match(row)
        if found and found[1] in known:
            items.append({"diem": found[1]})
        elif not items:
            return None
        elif row.startswith(_CAUSE):
            items[-1]["nguyen_nhan"] = row.removeprefix(_CAUSE).strip()
        elif row.startswith(_BLAME):
            items[-1]["trach_nhiem"] = row.removeprefix(_BLAME).strip()
        else:
            before = items[-1].get("noi_dung")
            items[-1]["noi_dung"] = f"{before}\n{row}" if before else row
    return [*items] if items and all(each.get("noi_dung") for each in items) else None
