"""Checks that a form says the place of work that the data has, and not one elsewhere.

A person of the same name in another commune, or a form copied from somebody else, is found by it.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from generator.opening.content import FileContent
from generator.opening.remembered import remembered
from generator.received.bodies import is_same_place
from generator.received.expected import Expected, Finding
from generator.received.folded import letters
from generator.received.namesake import HEAD, told

_LABEL = re.compile(
    r"(?:đơn vị|nơi|cơ quan) (?:đang )?công tác\s*:\s*(?P<ten>[^\t:;…_]*)", re.IGNORECASE
)
_ENDS = re.compile(r"\s{4,}|\.{2,}|[,.;(]\s?|\s+[-–]\s")
_KINDS = tuple(
    map(
        re.compile,
        (
            r" uy ban nhan dan ",
            r" truong (?:thcs|thpt|th|tieu hoc|mam non|mn|pho thong|trung hoc|dai hoc|cao dang) ",
            r" (?:tram y te|benh vien|trung tam y te) ",
            r" (?:cong ty|hop tac xa|htx|ngan hang|doanh nghiep) ",
        ),
    )
)
"""Bodies of which nobody belongs to two: a part of one has its own name in front."""

_RANKS = r" (?:xa|phuong|dac khu|thi tran|huyen|(?<! co )quan|thanh pho|tinh)"
_PLACE = re.compile(rf"{_RANKS} (?!uy )(\w.*\w)")
_RANK = re.compile(rf"{_RANKS}$")
_FEWEST, _MOST = 3, 4
"""Words that two names share at least, and those of the name of a place at most."""


def workplace(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding where the head names the same body elsewhere, or one of another kind.

    Only what both know is compared: a part of a body («Phòng Kinh tế») says nothing against it.
    """
    if not due.ten or not due.don_vi:
        return
    said = next(filter(None, map(_said, seen.lines[:HEAD])), "")
    if said and (_is_elsewhere(said, due) or _is_of_another_kind(said, due.don_vi)):
        yield told(f"đơn vị công tác «{said}»", f"«{due.don_vi}»", due.ten)


@remembered
def _said(line: str) -> str:
    found = _LABEL.search(line)
    return _ENDS.split(found["ten"].strip())[0].strip() if found else ""


def _plain(name: str) -> str:
    return letters(name).replace(" ubnd ", " uy ban nhan dan ")


def _is_elsewhere(said: str, due: Expected) -> bool:
    """Return whether the names of two bodies begin alike and end in different places."""
    ours, theirs = _plain(due.don_vi).split(), _plain(said).split()
    shared = len([*takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False))])
    place = theirs[shared:]
    named = said.split()[len(said.split()) - len(place) :]
    if shared < _FEWEST or not 1 <= len(place) <= _MOST or not all(map(str.istitle, named)):
        return False
    name = " ".join(place)
    if ours[shared:]:
        both = is_same_place(name, " ".join(ours[shared:]))
        return bool(_RANK.search(" ".join(["", *ours[:shared]]))) and not both
    known = [found[1] for each in due.tren if (found := _PLACE.search(letters(each)))]
    return bool(known) and not any(
        is_same_place(name, each) or f" {name} " in f" {each} " for each in known
    )


def _is_of_another_kind(said: str, known: str) -> bool:
    ours, theirs = _kind(known), _kind(said)
    return ours is not None and theirs is not None and ours != theirs


def _kind(name: str) -> int | None:
    plain = _plain(name)
    return next((index for index, each in enumerate(_KINDS) if each.match(plain)), None)
