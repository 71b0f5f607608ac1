"""Syllables of Vietnamese, and the encoders of the old tables, which only tests need."""

import unicodedata
from collections.abc import Iterator
from itertools import islice, product

from generator.opening.old_fonts import codes

_INITIALS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_VOWELS = (
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây",
    "eo", "êu", "ia", "iê", "oa", "oă", "oe", "oi", "ôi", "ơi", "ua", "uâ", "uê", "uô", "uy", "uyê",
    "ưa", "ươ", "ươi", "ưu", "yê",
)  # fmt: skip
_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_FINALS = ("", "c", "ch", "m", "n", "ng", "nh", "p", "t")
COUNT = 40_000


def words(step: int = 1) -> Iterator[str]:
    """Forty thousand syllables in small letters, each vowel with each tone, or every few of them."""
    every = product(_FINALS, _VOWELS, _TONES, _INITIALS)
    return islice((initial + _toned(vowel, tone) + final
                   for final, vowel, tone, initial in every), 0, COUNT, step)  # fmt: skip


def _toned(vowel: str, tone: str) -> str:
    """The tone stands on the letter that has a mark, else on the first of two."""
    at = next((i for i, letter in enumerate(vowel) if not letter.isascii()), 0)
    return unicodedata.normalize("NFC", vowel[: at + 1] + tone + vowel[at + 1 :])


def in_old(word: str, bang_ma: str, *, capitals: bool = False) -> str:
    """A word as it is typed in a font of an old table; `capitals`: in one with capitals only."""
    letters = {letter: code for code, letter in codes(bang_ma).items()}
    return "".join(letters.get(letter, letter) for letter in (word.lower() if capitals else word))
