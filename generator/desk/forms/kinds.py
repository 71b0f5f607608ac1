"""What kind of field a value of a model is typed in: found by the type that the model gives it."""

import re
from difflib import SequenceMatcher
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.editing.edits import is_there, value_at
from generator.model.base import Model
from generator.model.birth import NgaySinhDuLieu
from generator.model.dates import day_parts
from generator.model.fields import CacNoiNhan, Chu, CoKhong, Ngay, NgayHan, NgayKy, SoDiem
from generator.model.levels import NOT_RATED, WORDS, MaMuc, MucXepLoai, SoPhieu, level_words
from generator.model.review import CacGiaiTrinh, CacKhacPhuc, GiaiTrinh, KhacPhuc, Muc, MucKiemDiem
from generator.model.table import Cot, CotBang, HangBang
from generator.problems import DataPath
from generator.reading.yaml_text import Tree

Kind = Literal["chu", "ngay", "so", "diem", "chon", "danh-sach", "nhieu"]
"""Text, a day, a number, points, one of a few words, a text a line, any of a few words."""

NEW = "+"
"""What the step of an entry begins with that is not in the file yet («nhiem_vu.+1.noi_dung»)."""

GROUP = "(một nhóm)"
"""What is shown for a place that holds more than one text."""

NOTHING = "Không có"

YES_NO = ("có", "không")
_SAID = {"co": "có", "có": "có", "true": "có", "yes": "có",
         "khong": "không", "không": "không", "false": "không", "no": "không"}  # fmt: skip
_WRITTEN: tuple[tuple[Any, Any], ...] = (
    (CacKhacPhuc, tuple[KhacPhuc, ...]),
    (CacGiaiTrinh, tuple[GiaiTrinh, ...]),
    (CacNoiNhan, tuple[Chu, ...]),
    (SoPhieu, dict[str, int]),
    (HangBang, tuple[Chu, ...]),
    (Muc, MucKiemDiem),
    (Cot, CotBang),
)
"""Types that can be written in several ways, and the way in which a form asks for them."""

SHORT = {MucKiemDiem: "noi_dung", CotBang: "ten"}
"""Groups that may be written as a single text, and the key that it stands for."""

NONE_THERE = ("khac_phuc", "giai_trinh")
"""Lists of which a file may say «Không có»."""


def is_new(step: str | int) -> bool:
    """Return whether a step is an entry that is not in the file yet; a name may begin with «+»."""
    return isinstance(step, str) and re.fullmatch(r"\+[0-9]+", step) is not None


def plain(hint: Any) -> Any:
    """Return a type without «or nothing», as a form asks for it."""
    if get_origin(hint) in (Union, UnionType):
        (hint, *_) = [each for each in get_args(hint) if each is not type(None)]
    hint = next((way for known, way in _WRITTEN if hint == known), hint)
    inner = getattr(hint, "__origin__", None)
    return inner if get_origin(inner) is tuple else hint


@cache
def hints(model: type[Model]) -> dict[str, Any]:
    """Return the types of the keys of a model."""
    found = get_type_hints(model, include_extras=True)
    return {name: plain(found[name]) for name in model.model_fields}


def hint_at(hint: Any, path: DataPath) -> Any:
    """Return the type of what stands at a path below a type; None if nothing can stand there."""
    for step in path:
        match hint:
            case type() if issubclass(hint, Model):
                hint = hints(hint).get(str(step))
            case _ if get_origin(hint) is dict:
                hint = plain(get_args(hint)[1])
            case _ if get_origin(hint) is tuple and (isinstance(step, int) or is_new(step)):
                hint = plain(get_args(hint)[0])
            case _:
                return Any if hint is Any else None
    return hint


def stands_at(tree: Tree, path: DataPath) -> DataPath:
    """Return where a value stands: a group that is written as one text is its main key."""
    above = path[:-1]
    if above and path[-1] in SHORT.values() and is_there(tree, above):
        return above if isinstance(value_at(tree, above), str) else path
    return path


def model_in(hint: Any) -> type[Model] | None:
    """Return the model that a type is, None if it is none."""
    return hint if isinstance(hint, type) and issubclass(hint, Model) else None


def entries(hint: Any) -> Any:
    """Return the type of the entries of a list of groups or rows; None if it is none."""
    if get_origin(hint) is not tuple:
        return None
    inner = plain(get_args(hint)[0])
    return inner if model_in(inner) or get_origin(inner) is tuple else None


def kind(hint: Any) -> Kind:
    """Return how a single value, or a list of texts, is typed."""
    if get_origin(hint) is tuple:
        return "danh-sach"
    if choices(hint):
        return "chon"
    if hint in (Ngay, NgayKy, NgaySinhDuLieu, NgayHan):
        return "ngay"
    if hint == SoDiem:
        return "diem"
    base = get_args(hint)[0] if get_origin(hint) is not None and get_args(hint) else hint
    return "so" if base is int or _base(hint) is int else "chu"


def _base(hint: Any) -> Any:
    return getattr(hint, "__origin__", hint)


def choices(hint: Any) -> tuple[str, ...]:
    """Return what may be chosen, as it is written; none where anything may be typed."""
    if hint == CoKhong:
        return YES_NO
    if hint in (MucXepLoai, MaMuc):
        return tuple(WORDS[code] for code in WORDS if hint == MucXepLoai or code != NOT_RATED)
    if get_origin(hint) is tuple:
        return choices(plain(get_args(hint)[0]))
    return get_args(hint) if get_origin(hint) is Literal else ()


def shown(hint: Any, value: Tree) -> str:
    """Return a value of a file as its field shows it; a day as 05/12/2026, a list a line each."""
    if get_origin(hint) is tuple and isinstance(value, list):
        return "\n".join(line for each in value for line in _lines(each))
    if not isinstance(value, str):
        return ""
    if hint in (Ngay, NgayKy, NgaySinhDuLieu) and (parts := day_parts(value.strip())):
        year, month, day = parts
        return f"{day:02}/{month:02}/{year}"
    if hint == CoKhong:
        return _SAID.get(value.strip().casefold(), value)
    return level_words(value) if hint in (MucXepLoai, MaMuc) else value


def _lines(item: Tree) -> list[str]:
    """Return an item of a list; a group of recipients is its head and its members with «+»."""
    match item:
        case str():
            return [item]
        case dict():
            return [line for head, inside in item.items() for line in _headed(str(head), inside)]
        case list() if item:
            return [GROUP]
    return []


def _headed(head: str, inside: Tree) -> list[str]:
    name = head.rstrip(": ")
    match inside:
        case str():
            return [f"{name}: {inside}"]
        case dict():
            return [f"{name}: {GROUP}"]
        case _:
            members = (each if isinstance(each, str) else GROUP for each in inside or ())
            return [f"{name}:", *(f"+ {each}" for each in members)]


def merged(old: list[Tree], lines: list[Tree]) -> list[Tree]:
    """Return a list whose lines were typed; an item of which every line stayed is what it was.

    An item may hold more than its lines tell: a text of several lines, members under a head.
    """
    known = [
        [line.strip() for line in "\n".join(_lines(each)).split("\n") if line.strip()]
        for each in old
    ]
    before = [line for each in known for line in each]
    same: dict[int, int] = {}
    for at, to, size in SequenceMatcher(None, before, lines, autojunk=False).get_matching_blocks():
        same |= {at + step: to + step for step in range(size)}
    kept: dict[int, tuple[Tree, int]] = {}
    first = 0
    for item, its in zip(old, known, strict=True):
        found = [same.get(first + step, -1) for step in range(len(its))]
        if found and found[0] >= 0 and found == list(range(found[0], found[0] + len(its))):
            kept[found[0]] = (item, len(its))
        first += len(its)
    made: list[Tree] = []
    at = 0
    while at < len(lines):
        stays, size = kept.get(at, (lines[at], 1))
        made.append(stays)
        at += size
    return made


def widest(table: Tree) -> int:
    """Return how many cells a row of a table has: as many as columns, or as its longest row."""
    body = table if isinstance(table, dict) else {}
    found = [body.get("cot"), *(its if isinstance(its := body.get("hang"), list) else ())]
    return max((len(each) for each in found if isinstance(each, list)), default=0)


def meant(hint: Any, text: str) -> Tree:
    """Return what a field comes to as it is written in a file; None for nothing."""
    if get_origin(hint) is tuple:
        return [line.strip() for line in text.split("\n") if line.strip()] or None
    return text if "\n" in text else text.strip() or None
