"""Where the lines of a name or a title may end: between words, and not before the last one.

A name in the head, a trích yếu, the title of an annex are centred and short, so a break in the
wrong place is seen at once. No text prescribes where they break. A no-break blank takes the place
of the ordinary one; the letters stay the same.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from generator.regulations.word_units import word_units
from generator.wording.compare import fold
from generator.wording.unbroken import NO_BREAK

_DASHES = frozenset("-–")
_ENDS_A_PART = (",", ";", ":", ".", ")", "”")
_COUNT = re.compile(r"(?:\d[\w./-]*|[IVXL]+)[),;:.”]*")
_LONGEST_NAME, _PART_OF_NAME = 4, 3
"""Syllables: a name of five breaks behind its third, «Nguyễn Thị Hoàng / Minh Khuê»."""
_HOUSES = frozenset(map(fold, ("ban", "khối", "sở", "tổ", "trạm", "trường")))
"""Kinds of bodies of one syllable, which do not end a line: «BAN / TỔ CHỨC»."""
_BLANK = re.compile(f"([ {NO_BREAK}])")
_AROUND = "“”\"'(),;:."


@lru_cache(maxsize=2048)
def whole_words(text: str) -> str:
    """Return a name or title with no-break blanks inside its words, and before the last one.

    What `unbroken` has kept together stays so. Kept together are words of several syllables
    (`regulations/tu-ghep.yaml`), names written with capitals, a count or a dash and the word before
    it, «và», «đến» and other words that begin a line and the word behind them.

    >>> whole_words("BAN CHẤP HÀNH TRUNG ƯƠNG").replace(NO_BREAK, "_")
    'BAN_CHẤP_HÀNH TRUNG_ƯƠNG'
    """
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(text: str) -> str:
    parts = _BLANK.split(text)
    words, bound = parts[::2], [blank == NO_BREAK for blank in parts[1::2]]
    _bind_units(words, bound)
    if not text.isupper():
        _bind_names(words, bound)
    for at in range(len(bound)):
        before, word = words[at], words[at + 1]
        counted = _COUNT.fullmatch(word) and before and not before.endswith(_ENDS_A_PART)
        leads = fold(before) in leading_words() or (
            fold(before) in _HOUSES and not (at and bound[at - 1])
        )
        if counted or word in _DASHES or leads:
            bound[at] = True
    # Two words are a line, one is not.
    if len(words) > 2:
        bound[-1] = True
    blanks = (NO_BREAK if tied else " " for tied in bound)
    joined = [blank + word for blank, word in zip(blanks, words[1:], strict=True)]
    return words[0] + "".join(joined)


def _bind_units(words: list[str], bound: list[bool]) -> None:
    bare = [fold(word.strip(_AROUND)) for word in words]
    units = _units()
    for at, first in enumerate(bare):
        for unit in units.get(first, ()):
            inside = words[at : at + len(unit)]
            stops = any(word.endswith(_ENDS_A_PART) for word in inside[:-1])
            if not stops and tuple(bare[at : at + len(unit)]) == unit:
                bound[at : at + len(unit) - 1] = [True] * (len(unit) - 1)
                break


def _bind_names(words: list[str], bound: list[bool]) -> None:
    """Bind words that begin with a capital: «Nguyễn Thị Minh Khai», «Nguyễn Văn A»."""
    start = 0
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else ""
        if _in_name(word) and _in_name(after) and not word.endswith(_ENDS_A_PART):
            continue
        while at + 1 - start > _LONGEST_NAME:
            bound[start : start + _PART_OF_NAME - 1] = [True] * (_PART_OF_NAME - 1)
            start += _PART_OF_NAME
        bound[start:at] = [True] * (at - start)
        start = at + 1


def _in_name(word: str) -> bool:
    bare = word.strip(_AROUND)
    return bare.isalpha() and bare.istitle()


@cache
def leading_words() -> frozenset[str]:
    """Return the words, folded, that begin a line rather than end one: «và», «của», «đến»."""
    return frozenset(map(fold, word_units()["dau_dong"].ten))


@cache
def _units() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the words of several syllables by their first syllable, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for table in word_units().values():
        for name in table.ten:
            unit = tuple(fold(name).split(" "))
            if len(unit) > 1:
                found.setdefault(unit[0], []).append(unit)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in found.items()}
