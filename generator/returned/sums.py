"""Doubts points of a form that do not add up: criteria, groups, the total."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.problems import DataPath
from generator.returned.answers import Answer

_HEAD = "cham_diem"
_GROUPS = {"I": (_HEAD, "chung"), "II": (_HEAD, "nhiem_vu")}
_TOTAL = (_HEAD, "tong")


def added_up(found: Sequence[Answer]) -> list[Answer]:
    """Return the answers of a form, those in doubt whose points are not the sum.

    Where a part is empty only too many points are told; where the whole is, there is no sum.
    """
    points = {
        each.path: Decimal(each.value.replace(",", ".")) if each.value else None
        for each in found
        if each.slot.kieu == "diem"
    }
    parts: dict[DataPath, list[DataPath]] = {}
    for path in points:
        if whole := _whole(path):
            parts.setdefault(whole, []).append(path)
    wrong: set[DataPath] = set()
    for whole, its in parts.items():
        most = points.get(whole)
        known = [each for path in its if (each := points[path]) is not None]
        if most is None or not known:
            continue
        if sum(known) > most or (len(known) == len(its) and sum(known) != most):
            wrong |= {whole, *(path for path in its if points[path] is not None)}
    why = "tổng điểm không bằng các điểm cộng lại"
    return [replace(each, why=(*each.why, why)) if each.path in wrong else each for each in found]


def _whole(path: DataPath) -> DataPath | None:
    """Return of what points are a part: «I.1.ii» of «I.1», that of the group, this of the total."""
    match path:
        case (str(head), "chi_tiet", str(code), *rest) if head == _HEAD:
            above, _, last = code.rpartition(".")
            return _GROUPS.get(above) or ((_HEAD, "chi_tiet", above, *rest) if last else None)
    return _TOTAL if path in _GROUPS.values() else None
