"""Matches the clerk's record of what was handed in (`ho_so` of a unit) to required documents."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.checklists.required import Need, Requirement
from generator.model.handed_in import NopHoSo
from generator.model.unit import DonViNam
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.suggest import nearest
from generator.wording.compare import after, same

Key = tuple[int, int]
"""A required document: the index of its requirement, and its index in `can`."""


class Recorded(NamedTuple):
    """The entries of each document, by their index in `ho_so`; and the problems of the others."""

    entries: dict[Key, list[int]]
    problems: list[Problem]


def recorded(asked: Sequence[Requirement], nam: DonViNam) -> Recorded:
    """Find the document that each entry refers to.

    Args:
        asked: what the unit must hand in.
        nam: the unit's year.

    Returns:
        The entries by document, and a problem with its path in the unit's data for each entry with
        an item that is not required (KD711), an unknown name (KD712), several possible documents
        (KD714), or without anything handed in (KD735).
    """
    entries: dict[Key, list[int]] = {}
    problems: list[Problem] = []
    for index, entry in enumerate(nam.ho_so):
        if entry.tep is None and entry.so_ban is None and entry.khong_ap_dung is None:
            problems.append(problem("KD735", Place(path=("ho_so", index))))
            continue
        found = _meant(asked, nam, entry, ("ho_so", index))
        if isinstance(found, Problem):
            problems.append(found)
            continue
        for key in found:
            entries.setdefault(key, []).append(index)
    return Recorded(entries, problems)


def _meant(
    asked: Sequence[Requirement], nam: DonViNam, entry: NopHoSo, path: DataPath
) -> list[Key] | Problem:
    whose = after(entry.ai, "đồng chí") or entry.ai if entry.ai else ""
    if whose and not any(same(whose, name) for name in _names(nam)):
        near = nearest(whose, list(_names(nam)))
        hint = f"có phải ý đồng chí là «{near}»?" if near else "ghi đúng như trong tệp của đơn vị"
        return problem("KD712", Place(path=(*path, "ai")), ai=whose, goi_y=hint)
    offered = [
        (key, need)
        for key, asked_by, need in _needs(asked)
        if _is_item(asked_by, entry.muc) and _is_whose(asked_by, need, whose)
    ]
    if not offered:
        return problem(
            "KD711",
            Place(path=(*path, "muc")),
            ma=entry.muc,
            ai=whose or nam.don_vi.ten,
            goi_y=_other_items(asked, entry.muc, whose),
        )
    named = [(key, need) for key, need in offered if entry.van_ban in (None, need.doc.ma)]
    if len(named) == 1:
        return [named[0][0]]
    which = sorted({need.doc.ma for _, need in offered})
    many = len(which) > 1 and (entry.van_ban is None or not named)
    add = (
        f"van_ban: một trong {', '.join(which)}"
        if many
        else f"ai: một trong {', '.join(dict.fromkeys(need.ai for _, need in named))}"
    )
    return problem("KD714", Place(path=path), ma=entry.muc, them=add)


def _needs(asked: Sequence[Requirement]) -> Iterator[tuple[Key, Requirement, Need]]:
    for i, each in enumerate(asked):
        for j, need in enumerate(each.can):
            yield (i, j), each, need


def _is_item(asked: Requirement, muc: str) -> bool:
    return asked.item.ma == muc.replace(" ", "")


def _is_whose(asked: Requirement, need: Need, whose: str) -> bool:
    if not whose:
        return asked.cho == "don_vi"
    return same(need.ai, whose) or same(asked.ten, whose)


def _names(nam: DonViNam) -> Iterator[str]:
    yield nam.don_vi.ten
    yield from (each.ten for each in nam.tap_the)
    yield from (each.ho_ten for each in nam.ca_nhan)
    yield from (each.ten for each in nam.hoi_nghi)


def _other_items(asked: Sequence[Requirement], muc: str, whose: str) -> str:
    """Suggest a correction: the subject's items, or that the item needs the key `ai`."""
    others = sorted({each.ten for each in asked if _is_item(each, muc)})
    if others and not whose:
        return f"mục {muc} là của từng người, tập thể: ghi thêm khoá ai"
    items = list(
        dict.fromkeys(
            each.item.ma for each in asked for need in each.can if _is_whose(each, need, whose)
        )
    )
    return f"dùng một trong các mục: {', '.join(items)}" if items else "bỏ dòng này"
