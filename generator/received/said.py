"""Compares lines word by word: without accents, case and numbering."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[a-z0-9]+")
_NUMBER = re.compile(
    r"^[\W_]*(?:phan\s+|muc\s+)?(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-k])\s*(?:[.)/:\]-]+\s*|\s+(?=[A-Z]))",
)
_BARE: dict[str, str] = {"đ": "d", "Đ": "D"}


class Words(NamedTuple):
    """The words of a line, folded, and where each begins and ends in it."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def plain(text: str) -> str:
    """Return a composed text without accents, each letter at the place where it stood."""
    if text.isascii():
        return text
    return "".join(map(_bare, text))


def _bare(letter: str) -> str:
    known = _BARE.get(letter)
    if known is None:
        known = _BARE[letter] = unicodedata.normalize("NFD", letter)[:1]
    return known


def spaced(text: str) -> str:
    """Return a text with common blanks for those that keep words together."""
    return text.replace("\u00a0", " ")


@lru_cache(maxsize=8192)
def words_of(text: str) -> Words:
    """Return the words of a composed text without the number before them: «2. Nguyên nhân»."""
    bare = plain(text)
    low = bare.lower()
    low = low if len(low) == len(bare) else bare
    number = _NUMBER.match(low)
    found = [*_WORD.finditer(low, number.end() if number else 0)]
    if not found:
        found = [*_WORD.finditer(low)]
    return Words(
        tuple(each[0].replace("y", "i") for each in found),
        tuple(each.start() for each in found),
        tuple(each.end() for each in found),
    )


def slips(one: str, other: str) -> int:
    """Return how many letters two texts differ by, counting one put for another as one."""
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for tag, a, b, c, d in codes if tag != "equal")
