"""Reads which of several names somebody chose, in all the ways people tick."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.opening.boxes import CROSSED, EMPTY
from generator.opening.written import Line
from generator.returned.said import plain

_TYPED = re.compile(r"(?<![^\W_])(?:[xXvV×✗✘✓✔])(?![^\W_])")
"""A mark typed beside a name, alone or in brackets."""


class Choice(NamedTuple):
    """The name chosen, empty for none; `why` says what is doubtful, empty where nothing is."""

    name: str
    why: str


class _Said(NamedTuple):
    """A name as it stands in the file, with everything that may mark it."""

    name: str
    ticked: bool
    empty: bool
    typed: bool
    under: bool
    bold: bool
    coloured: bool
    struck: bool
    ringed: bool


def chosen(lines: Sequence[Line], names: Sequence[str], start: int = 0) -> Choice:
    """Return which of some names a few lines choose.

    Args:
        lines: the lines that ask, with what was answered.
        names: the names to choose from.
        start: where in the first line the answer begins.
    """
    said = [
        each for at, line in enumerate(lines) for each in _said(line, names, 0 if at else start)
    ]
    if not said:
        return Choice(
            "",
            ""
            if not any(_words(line, 0 if at else start) for at, line in enumerate(lines))
            else "không rõ chọn mức nào",
        )
    kept = [each for each in said if not each.struck]
    ringed = {each.name for each in said if each.ringed}
    ways = [
        {each.name for each in kept if each.ticked},
        {each.name for each in kept if each.typed},
        _marked_apart(kept, "under"),
        _marked_apart(kept, "coloured"),
        _marked_apart(kept, "bold") if len(kept) > 1 else set(),
    ]
    ways = [each for each in ways if each]
    left = {each.name for each in kept}
    if (len(kept) < len(said) and len(left) == 1) or (
        len(left) == 1 and len(said) == 1 and not ways
    ):
        ways.append(left)
    if not ways:
        if ringed:
            return Choice(next(iter(ringed)) if len(ringed) == 1 else "", "khoanh bằng hình vẽ")
        return Choice("", "chưa đánh dấu ô nào" if len(left) > 1 else "không rõ chọn mức nào")
    every = set().union(*ways)
    if len(every) > 1:
        return Choice("", "đánh dấu quá một ô")
    if any(each.ticked or each.typed for each in said if each.struck):
        return Choice("", "ô đánh dấu lại bị gạch")
    if ringed and ringed != every:
        return Choice("", "khoanh một ô, đánh dấu ô khác")
    return Choice(next(iter(every)), "")


def _marked_apart(said: Sequence[_Said], way: str) -> set[str]:
    """Return the names drawn in a way that others are not."""
    found = {each.name for each in said if getattr(each, way)}
    return found if len(found) < len({each.name for each in said}) else set()


def _words(line: Line, start: int) -> bool:
    return any(letter.isalnum() for letter in line.text[start:])


def _said(line: Line, names: Sequence[str], start: int) -> Iterator[_Said]:
    text = line.text
    spots = _spots(text, names, start)
    if not spots:
        return
    edges = [start, *(end for _, end, _ in spots)]
    begins = [*(begin for begin, _, _ in spots), len(text)]
    gaps = [text[left:right] for left, right in zip(edges, begins, strict=True)]
    forward = _boxes_before(gaps)
    typed = {_owner(gaps, at, forward) for at, gap in enumerate(gaps) if _TYPED.search(gap)}
    for index, (begin, end, name) in enumerate(spots):
        box = _nearest(gaps[index][::-1]) if forward else _nearest(gaps[index + 1])
        ringed = any(begin - 2 <= at <= end for at in line.ringed)
        drawn = _drawn(line, begin, end)
        yield _Said(name, box == CROSSED, box == EMPTY, index in typed, *drawn, ringed)


def _spots(text: str, names: Sequence[str], start: int) -> list[tuple[int, int, str]]:
    """Return where names stand in a text, the longest first: some are part of others."""
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


def _owner(gaps: Sequence[str], at: int, forward: bool) -> int:
    """Return which name a mark between two names belongs to: that on whose side the boxes stand."""
    last = len(gaps) - 2
    if at == 0:
        return 0
    if at > last:
        return last
    if any(sign in gap for gap in gaps for sign in (EMPTY, CROSSED)):
        return at if forward else at - 1
    found = _TYPED.search(gaps[at])
    before, after = (found.start(), len(gaps[at]) - found.end()) if found else (0, 0)
    return at if after <= before else at - 1


def _boxes_before(gaps: Sequence[str]) -> bool:
    """Return whether boxes stand before their names on a line, not behind."""
    before = sum(bool(_nearest(gap[::-1])) for gap in gaps[:-1])
    behind = sum(bool(_nearest(gap)) for gap in gaps[1:])
    return before >= behind


def _nearest(text: str) -> str:
    for sign in text:
        if sign in (EMPTY, CROSSED):
            return sign
        if sign.isalnum():
            break
    return ""


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
