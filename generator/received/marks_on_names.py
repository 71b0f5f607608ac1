"""Finds names to choose from on a line, and every mark that may choose one."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.opening.boxes import CROSSED, EMPTY
from generator.opening.written import Line
from generator.received.said import plain, words_of

_TYPED = r"(?<![^\W_])[xXvV×√✗✘✓✔](?![^\W_])"
_SIGN = re.compile(rf"[{EMPTY}{CROSSED}]|{_TYPED}")
_LABEL = re.compile(r"^\s*(?:[a-zđ]|[ivx]{1,3}|\d{1,2})[.)]\s", re.IGNORECASE)
_NEAR = 2
"""Letters from which on one of two names is clearly the nearer to a mark."""

_ALLOWED = frozenset(
    "muc xep loai chat luong de nghi xuat tu nhan danh gia la ban than toi dang vien can bo"  # noqa: SIM905 - a list of words
    " cong chuc cap do thuc hien x v".split()
)
"""Words that may stand beside a name and say nothing against it."""


class Marked(NamedTuple):
    """A name as it stands in the file, with everything that may mark it."""

    name: str
    ticked: bool
    under: bool
    bold: bool
    coloured: bool
    struck: bool
    ringed: bool


class OnLine(NamedTuple):
    """The names on a line; whether a mark may be that of two; whether other words stand there."""

    names: tuple[Marked, ...]
    unclear: bool
    more: bool


class _Sign(NamedTuple):
    at: int
    end: int
    box: bool
    on: bool


def on_line(line: Line, names: Sequence[str], start: int) -> OnLine:
    """Return the names on a line from a place on, the longest first: some are part of others."""
    spots = _spots(line.text, names, start)
    begins = [start, *(end for _, end, _ in spots)]
    ends = [*(begin for begin, _, _ in spots), len(line.text)]
    gaps = list(zip(begins, ends, strict=True))
    more = any(_says_more(line.text[begin:end]) for begin, end in gaps)
    signs = [_signs(line.text, begin, end) for begin, end in gaps]
    ticked, unclear = _ticked(signs, gaps, line.text) if spots else (set(), any(map(len, signs)))
    found = tuple(
        Marked(
            name,
            index in ticked,
            *_drawn(line, begin, end),
            any(begin - 2 <= at <= end for at in line.ringed),
        )
        for index, (begin, end, name) in enumerate(spots)
    )
    return OnLine(found, unclear, more)


def _spots(text: str, names: Sequence[str], start: int) -> list[tuple[int, int, str]]:
    low = plain(text).lower()
    taken = [False] * len(low)
    spots: list[tuple[int, int, str]] = []
    for name in sorted(names, key=len, reverse=True):
        pattern = r"[\s\u00a0]+".join(map(re.escape, plain(name).lower().split()))
        for found in re.finditer(rf"(?<![a-z0-9]){pattern}(?![a-z0-9])", low):
            if found.start() >= start and not any(taken[found.start() : found.end()]):
                taken[found.start() : found.end()] = [True] * (found.end() - found.start())
                spots.append((found.start(), found.end(), name))
    return sorted(spots)


def _says_more(text: str) -> bool:
    """Return whether words stand beside names that may say something else: «chưa …»."""
    words = words_of(_LABEL.sub("", text)).words
    return "?" in text or any(word not in _ALLOWED for word in words)


def _signs(text: str, begin: int, end: int) -> list[_Sign]:
    return [
        _Sign(each.start(), each.end(), each[0] in (EMPTY, CROSSED), each[0] != EMPTY)
        for each in _SIGN.finditer(text, begin, end)
    ]


def _ticked(
    signs: Sequence[Sequence[_Sign]], gaps: Sequence[tuple[int, int]], text: str
) -> tuple[set[int], bool]:
    """Return which names are marked, and whether a mark may be that of two."""
    count = len(gaps) - 1
    forward = all(signs[:count])
    backward = all(signs[1:])
    if count > 1 and forward and backward:
        forward = all(any(sign.box for sign in each) for each in signs[:count])
        backward = all(any(sign.box for sign in each) for each in signs[1:])
    side = 0 if forward == backward else 1 if forward else -1
    ticked: set[int] = set()
    unclear = False
    for gap, its in enumerate(signs):
        for sign in its:
            if sign.on:
                owner = _owner(sign, its, gap, count, side, gaps[gap], text)
                unclear = unclear or owner is None
                ticked |= set() if owner is None else {owner}
    return ticked, unclear


def _owner(  # noqa: PLR0913, PLR0917 - all of them say whose it is
    sign: _Sign,
    its: Sequence[_Sign],
    gap: int,
    count: int,
    side: int,
    edges: tuple[int, int],
    text: str,
) -> int | None:
    """Return the name that a mark belongs to; None where it may be that of either side.

    Boxes stand all before their names, or all behind. A mark beside a box, typed or a box itself,
    is that of the box where it stands between the box and its name, else that of what it is nearer
    to: the box, or the name on its other side.
    """
    if gap == 0:
        return 0
    if gap == count:
        return count - 1
    before, after = sign.at - edges[0], edges[1] - sign.end
    boxes = [each for each in its if each.box and each is not sign]
    if not boxes:
        if side:
            return gap if side > 0 else gap - 1
        if text[edges[0] :].lstrip().startswith(":"):
            return gap - 1
    elif not side:
        return None
    else:
        box = boxes[-1] if side > 0 else boxes[0]
        if (sign.at >= box.end) == (side > 0):
            return gap if side > 0 else gap - 1
        before, after = (before, box.at - sign.end) if side > 0 else (sign.at - box.end, after)
    if abs(before - after) < _NEAR:
        return None
    return gap - 1 if before < after else gap


def _drawn(line: Line, begin: int, end: int) -> tuple[bool, bool, bool, bool]:
    """Return whether most letters of a part are underlined, bold, coloured, struck out."""
    counts = [0, 0, 0, 0]
    at = size = 0
    for run in line.runs:
        over = sum(
            not letter.isspace() for letter in run.text[max(begin - at, 0) : max(end - at, 0)]
        )
        at += len(run.text)
        size += over
        for index, drawn in enumerate((run.underline, run.bold, run.coloured, run.struck)):
            counts[index] += over * drawn
    under, bold, coloured, struck = (2 * each > size for each in counts)
    return under, bold, coloured, struck
