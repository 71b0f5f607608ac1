"""Where a value that was read stands in the data: its file, its path, what stands there now."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from generator.model.birth import NgaySinh
from generator.model.dates import day_parts
from generator.model.fields import ThangNam
from generator.model.review import GiaiTrinh, KhacPhuc
from generator.problems import DataPath
from generator.reading.units import Unit
from generator.returned.lists import IN_PARTS, NONE, says_none
from generator.returned.reading import ANALYSIS, Value
from generator.wording import review
from generator.wording.compare import fold

KEYED = {
    ("cham_diem", "chi_tiet"): "tieu_chi",
    ("noi_cu_tru", "nhan_xet"): "muc",
    ("kiem_phieu", "ket_qua"): "doi_tuong",
}
"""Lists whose items are known by one of their keys, which stands in the path of a value."""

COUNTED = {"nhiem_vu": "noi_dung"}
"""Lists whose items are counted, with the key without which an item is none."""


def file_of(unit: Unit, path: DataPath) -> tuple[Path, DataPath]:
    """Return the file of a value of a unit, and its path in that."""
    head, index, *rest = path
    own = unit.persons.get(int(index)) if head == "ca_nhan" else None
    return (own, tuple(rest)) if own else (unit.file, path)


def now_there(unit: Unit, value: Value) -> str:
    """Return what the data says at the place of a value, as the form would say it."""
    subject = getattr(unit.data, str(value.path[0]))[int(value.path[1])]
    return _shown(subject, value.path[2:])


def _shown(subject: Any, path: DataPath) -> str:
    if path[0] == ANALYSIS:
        return ""
    if path[0] in IN_PARTS and subject.khong_co(path[0]):
        return NONE
    found = subject
    steps = list(path)
    while steps:
        step = steps.pop(0)
        found = _step(found, step, steps)
        if found is None:
            return ""
    return as_said(found)


def _step(found: Any, step: str | int, rest: Sequence[str | int]) -> Any:
    """Return what stands one step further; in a keyed list the item with that key."""
    match found:
        case tuple() if isinstance(step, int):
            return found[step] if step < len(found) else None
        case tuple():
            key = next((key for key in KEYED.values() if found and hasattr(found[0], key)), "")
            item = next((each for each in found if key and getattr(each, key) == step), None)
            return _answer(item) if not rest else item
        case dict():
            return found.get(str(step))
    nested = getattr(found, "phieu", None)
    if nested is not None and step in nested:
        return nested[step]
    return getattr(found, str(step), None)


def _answer(item: Any) -> Any:
    return getattr(item, "noi_dung", None) if item is not None else None


def as_said(value: Any) -> str:
    """Return a value of the data as a form says it."""
    match value:
        case None | ():
            return ""
        case Decimal():
            return review.points(value)
        case ThangNam() | NgaySinh():
            return str(value)
        case dt.date():
            return f"{value:%d/%m/%Y}"
        case tuple() if isinstance(value[0], KhacPhuc):
            return review.mended(value)
        case tuple() if isinstance(value[0], GiaiTrinh):
            return review.explained(value, {})
    return str(value)


def same(value: Value, now: str) -> bool:
    """Return whether a form says what the data says: blanks, dots at the end, spellings apart."""
    said = value.value
    match value.kieu:
        case "diem" | "so":
            return _number(said) is not None and _number(said) == _number(now)
        case "ngay":
            return (
                day_parts(said) is not None and day_parts(said) == day_parts(now)
            ) or said == now
        case "muc":
            return fold(said) == fold(now)
    if value.path[-1] in IN_PARTS and says_none(said):
        return says_none(now)
    return _bare(said) == _bare(now)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def _bare(text: str) -> list[str]:
    rows = (" ".join(row.split()).rstrip(" .;") for row in text.replace("## ", "").split("\n"))
    return [fold(row) for row in rows if row]
