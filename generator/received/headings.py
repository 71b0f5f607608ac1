"""Where the headings of a form stand in a file, and what was written below each."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from generator.received.folded import rows, unaccented
from generator.regulations.che_do import BieuMau

_COLUMN = re.compile(r"[ \u00a0\r\f\v]{5,}")
_BLANKS = re.compile(r"[ \u00a0\r\f\v]+")

_MARK = r"(?:[ivx]{1,5}|\d{1,2}|[a-k])"
_NUMBER = rf"(?:phan )?(?:{_MARK}[^a-z0-9\n\t]+){{0,2}}?(?:{_MARK}[^a-z0-9]+)?"
"""A number before a heading: «Phần II.», «1.1», «a)»; only behind it the line may end."""


class Spot(NamedTuple):
    """A heading that was found: its number in the form, where its line begins, its words end."""

    part: int
    start: int
    end: int


@lru_cache(maxsize=4)
def page(lines: tuple[str, ...]) -> str:
    """Return a text as `unaccented`, line by line; blanks run together, a tab between columns."""
    whole = "\n".join(rows(lines).unaccented)
    return _BLANKS.sub(" ", _COLUMN.sub("\t", whole))


@cache
def words(title: str) -> re.Pattern[str]:
    """Return what finds a title: it may run over lines, with other commas, its letters apart.

    «kỉ luật» is «kỷ luật».
    """
    return re.compile(_words(title))


def _words(title: str) -> str:
    signs = re.findall(r"[a-z0-9]", unaccented(title))
    return "[^a-z0-9]*".join("[iy]" if sign in "iy" else sign for sign in signs)


@cache
def _heading(title: str) -> re.Pattern[str]:
    """A heading begins a line or column, behind its number; in a sentence it is only mentioned."""
    return re.compile(rf"(?:^|[\n\t])[^a-z0-9\n\t]*{_NUMBER}{_words(title)}(?![a-z0-9])")


def spots(lines: tuple[str, ...], form: BieuMau) -> list[Spot]:
    """Find the headings of a form in their order; one that is not there is passed over."""
    return _spots(lines, tuple(part.tieu_de for part in form.phan))


@lru_cache(maxsize=16)
def _spots(lines: tuple[str, ...], titles: tuple[str, ...]) -> list[Spot]:
    text = page(lines)
    found: list[Spot] = []
    position = 0
    for number, title in enumerate(titles):
        match = _heading(title).search(text, position)
        if match:
            found.append(Spot(number, match.start(), match.end()))
            position = match.end()
    return _retyped(text, titles, found) if len(found) < len(titles) else found


_LINE = re.compile(rf"(?:^|[\n\t])[^a-z0-9\n\t]*{_NUMBER}(?=[a-z])")
_WORD = re.compile("[a-z0-9]+")
_SMALL = frozenset("va cac nhung ve viec duoc cua cong tac su trong hang".split())  # noqa: SIM905 - read as a text
_SAME = 0.85
"""How much of the words of a heading has to be there when it was typed from memory."""

_FEWEST, _MORE = 5, 3
"""Words a heading has at least to be known so, and how many more or fewer it may have."""


def _retyped(text: str, titles: tuple[str, ...], exact: list[Spot]) -> list[Spot]:
    """Add headings with a small word more or less; each only between those that stand exactly."""
    there = {each.part: each for each in exact}
    for number, title in enumerate(titles):
        wanted = [word for word in _WORD.findall(unaccented(title)) if word not in _SMALL]
        if number in there or len(wanted) < _FEWEST:
            continue
        start = max((spot.end for n, spot in there.items() if n < number), default=0)
        end = min((spot.start for n, spot in there.items() if n > number), default=len(text))
        lines = (_likeness(text, line, end, wanted) for line in _LINE.finditer(text, start, end))
        ratio, first, last = max(lines, default=(0.0, 0, 0))
        if ratio >= _SAME:
            there[number] = Spot(number, first, last)
    return [there[number] for number in sorted(there)]


def _likeness(
    text: str, line: re.Match[str], end: int, wanted: list[str]
) -> tuple[float, int, int]:
    """Return how much a line begins like a heading, and where line and heading begin and end."""
    found = (each for each in _WORD.finditer(text, line.end(), end) if each[0] not in _SMALL)
    said = list(islice(found, len(wanted) + _MORE))
    if not said or said[0][0] not in wanted[:_MORE]:
        return 0.0, 0, 0
    words = [each[0] for each in said]
    return max(
        (SequenceMatcher(None, wanted, words[:count], autojunk=False).ratio(), line.start(),
         said[count - 1].end())
        for count in range(min(len(said), max(1, len(wanted) - _MORE)), len(said) + 1)
    )  # fmt: skip


def below(lines: tuple[str, ...], form: BieuMau) -> dict[int, str]:
    """Return what stands below each heading that is there, up to the next, by its index."""
    text, found = page(lines), spots(lines, form)
    ends = [*(each.start for each in found[1:]), len(text)]
    return {each.part: text[each.end : end] for each, end in zip(found, ends, strict=False)}


def missing(lines: tuple[str, ...], form: BieuMau) -> list[str]:
    """Return the headings of a form that a file does not have, in their order."""
    there = {each.part for each in spots(lines, form)}
    return [part.tieu_de for index, part in enumerate(form.phan) if index not in there]


def shown(titles: Sequence[str], most: int, kind: str) -> str:
    """Name the first titles, and count the others: «A», «B» và 2 mục khác."""
    named = "», «".join(titles[:most])
    more = f" và {len(titles) - most} {kind} khác" if len(titles) > most else ""
    return f"«{named}»{more}"
