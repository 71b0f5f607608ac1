"""Comparing Vietnamese text the way a reader does: «Hoà» is «Hòa», «Uỷ ban» is «Ủy ban»."""

import re
import unicodedata
from functools import lru_cache

TONES = "\u0300\u0309\u0303\u0301\u0323"
"""The tone marks huyền, hỏi, ngã, sắc, nặng, in dictionary order."""

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'"))
"""Word turns the one in «H'Yer» into another."""

_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{TONES}\u0302\u0306\u031b])*")
_TONE = re.compile(f"[{TONES}]")


def _tone_last(word: re.Match[str]) -> str:
    tones = "".join(_TONE.findall(word[0]))
    return _TONE.sub("", word[0]) + tones if tones else word[0]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return a form that is equal for texts a reader takes for the same.

    Unicode composition, letter case, runs of blanks and the place of the tone mark in a syllable
    do not count. The result is for comparing only, not for print.
    """
    plain = unicodedata.normalize("NFD", " ".join(text.split()).casefold().translate(_APOSTROPHES))
    return unicodedata.normalize("NFC", _WORD.sub(_tone_last, plain))


def same(left: str, right: str) -> bool:
    """Say whether two texts are the same but for case, blanks, composition and tone placement."""
    return fold(left) == fold(right)


def after(text: str, beginning: str) -> str | None:
    """Return what follows the words `beginning` in `text`; None when it does not begin so.

    Words are compared by `fold`, so «Uỷ ban Kiểm tra» is found in «Ủy ban kiểm tra Tỉnh ủy …».
    """
    words = text.split()
    wanted = [fold(word) for word in beginning.split()]
    if [fold(word) for word in words[: len(wanted)]] != wanted:
        return None
    return " ".join(words[len(wanted) :])
