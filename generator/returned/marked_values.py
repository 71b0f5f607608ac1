"""Finds in a line of a form the values it was printed with, and what each stands for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.returned.outline import Kieu, Slot
from generator.returned.probe import TOKEN, Marks

_NUMBER = re.compile(r"\d+,\d\d|\d{4}")
_DAY = re.compile(
    r"ngày\s+\d{2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{2}/\d{1,2}/\d{4}", re.IGNORECASE
)
_ONE_LINE = frozenset({
    "ho_ten", "don_vi_cong_tac", "dang", "chinh_quyen", "doan_the", "chuc_vu", "xa", "chi_bo"
})  # fmt: skip
_SUBJECT = frozenset({("ho_ten",), ("ten",)})
_OF_UNIT = ("don_vi",)
_POSTS = ("chuc_vu",)


class Found(NamedTuple):
    """A marked value in a line: where it begins and ends, what it stands for."""

    start: int
    end: int
    slot: Slot


def found_in(text: str, again: str, marks: Marks) -> list[Found]:
    """Return the marked values of a line, in order.

    Args:
        text: the line as first printed, `again` as printed with other choices.
        again: see `text`.
        marks: the values given out.
    """
    found = [*_texts(text, marks)]
    found += [each for each in _figures(text, marks) if not _is_inside(each, found)]
    if text != again and not found:
        found += _choice(text, again, marks)
    kept: list[Found] = []
    for each in sorted(found):
        if not each.slot.path or each.slot.path not in {one.slot.path for one in kept}:
            kept.append(each)
    if len(kept) > 1 and all(each.slot.path[:1] == _POSTS for each in kept):
        # All posts on one line, as annexes have them: nobody's value alone.
        return [Found(kept[0].start, kept[-1].end, Slot((), ""))]
    return kept


def _texts(text: str, marks: Marks) -> Iterator[Found]:
    for each in TOKEN.finditer(text):
        path = marks.texts[each[1].casefold()]
        kind: Kieu = "dong" if path[-1] in _ONE_LINE else "chu"
        if path == _OF_UNIT:
            yield Found(*each.span(), Slot((), ""))
        else:
            yield Found(*each.span(), Slot(path, "ten" if path in _SUBJECT else kind))


def _figures(text: str, marks: Marks) -> Iterator[Found]:
    for pattern in (_DAY, _NUMBER):
        for each in pattern.finditer(text):
            known = marks.printed.get(" ".join(each[0].split()).casefold())
            if known:
                yield Found(*each.span(), Slot(*known))


def _is_inside(one: Found, others: list[Found]) -> bool:
    return any(each.start <= one.start < each.end for each in others)


def _choice(text: str, again: str, marks: Marks) -> Iterator[Found]:
    """Yield the name chosen in a line that differs in it from the second printing."""
    for names in marks.names:
        one = next((each for each in _longest(names) if each in text), None)
        if one is None:
            continue
        at = text.find(one)
        other = again[at : len(again) - len(text) + at + len(one)]
        path = marks.chosen.get((one, other))
        if path is not None:
            yield Found(at, at + len(one), Slot(path, "muc", chon=names))
            return


def _longest(names: tuple[str, ...]) -> list[str]:
    return sorted(names, key=len, reverse=True)
