"""The numbers and bullets that Word puts before paragraphs by itself (`numbering.xml`)."""

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from generator.opening.looks import Styles, value
from generator.opening.word_parts import W

DASH = "- "
_LEVELS = 9
_LONGEST = 40
"""Letters of a number with what stands around it; a longer one is cut."""

_MOST_ROMAN, _MOST_LETTERS = 3_999, 260
"""Numbers beyond these are written in digits."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Level(NamedTuple):
    """A level of a list: the kind of its numbers, its text («%1.%2)»), its first number."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    style: str = ""


class List(NamedTuple):
    """A list: those with the same `counter` count on; `restarts` are levels that begin anew."""

    counter: str
    levels: dict[int, Level]
    restarts: dict[int, int]


def lists_of(root: etree._Element | None, styles: Styles) -> dict[str, List]:
    """Return the lists of `numbering.xml`, which need not be there, by `numId`."""
    if root is None:
        return {}
    kinds = {each.get(f"{W}abstractNumId") or "": each for each in root.iter(f"{W}abstractNum")}
    counters = {
        each.get(f"{W}numId") or "": value(each.find(f"{W}abstractNumId")) or ""
        for each in root.iter(f"{W}num")
    }
    found: dict[str, List] = {}
    for each in root.iter(f"{W}num"):
        number = each.get(f"{W}numId") or ""
        counter = counters[number]
        kind = kinds.get(counter)
        if (link := value(None if kind is None else kind.find(f"{W}numStyleLink"))) is not None:
            counter = counters.get(styles.numbers.get(link, ("", ""))[0], "")
            kind = kinds.get(counter)
        restarts: dict[int, int] = {}
        levels = {} if kind is None else _levels(kind)
        for override in each.iter(f"{W}lvlOverride"):
            levels |= _levels(override)
            if (start := value(override.find(f"{W}startOverride"))) is not None:
                restarts[whole(override.get(f"{W}ilvl"))] = whole(start)
        found[number] = List(counter, levels, restarts)
    return found


def _levels(parent: etree._Element) -> dict[int, Level]:
    return {
        whole(each.get(f"{W}ilvl")): Level(
            value(each.find(f"{W}numFmt")) or "decimal",
            (value(each.find(f"{W}lvlText")) or "")[:_LONGEST],
            whole(value(each.find(f"{W}start")), 1),
            value(each.find(f"{W}pStyle")) or "",
        )
        for each in parent.iterchildren(f"{W}lvl")
        if whole(each.get(f"{W}ilvl")) < _LEVELS
    }


def counting(lists: dict[str, List]) -> Callable[[str, str, str], str]:
    """Return what tells the number of each paragraph, asked in their order.

    It takes the list (`numId`), the level (empty: that of the style) and the style of a paragraph,
    and returns its number or bullet with a blank behind it; empty when it shows none.
    """
    counts: dict[str, dict[int, int]] = {}
    begun: set[str] = set()

    def number(name: str, level: str, style: str) -> str:
        if name not in lists:
            return ""
        counter, levels, restarts = lists[name]
        of_style = (at for at, each in levels.items() if style and each.style == style)
        at = whole(level) if level else next(of_style, 0)
        if at not in levels:
            return ""
        now = counts.setdefault(counter, {})
        if name not in begun:
            begun.add(name)
            for each in restarts:
                now.pop(each, None)
        first = restarts.get(at, levels[at].start)
        now[at] = now[at] + 1 if at in now else first
        for deeper in [each for each in now if each > at]:
            del now[deeper]
        return _shown(levels, now, at)

    return number


def _shown(levels: dict[int, Level], now: dict[int, int], at: int) -> str:
    kind, text, *_ = levels[at]
    if kind == "bullet":
        return "+ " if text == "+" else DASH
    for level in range(_LEVELS):
        if (place := f"%{level + 1}") in text:
            each = levels.get(level, Level())
            text = text.replace(place, _written(now.get(level, each.start), each.kind))
    return f"{text.strip()[:_LONGEST]} " if text.strip() else ""


def _written(number: int, kind: str) -> str:
    match kind:
        case "none":
            return ""
        case "lowerLetter" | "upperLetter" if 0 < number <= _MOST_LETTERS:
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters.upper() if kind.startswith("upper") else letters
        case "lowerRoman" | "upperRoman" if 0 < number <= _MOST_ROMAN:
            said = ""
            for worth, sign in _ROMAN:
                said += sign * (number // worth)
                number %= worth
            return said.upper() if kind.startswith("upper") else said
        case "decimalZero":
            return f"{number:02}"
    return str(number)


def whole(given: str | None, otherwise: int = 0) -> int:
    """Return a number of a file; what is none, or longer than Word writes, is `otherwise`."""
    return int(given) if given and _WHOLE.fullmatch(given) else otherwise


_WHOLE = re.compile(r"[0-9]{1,5}")
