"""Compares Vietnamese text as a reader does: «Hoà» equals «Hòa», «Uỷ ban» equals «Ủy ban»."""

import re
import unicodedata
from functools import lru_cache

TONES = "\u0300\u0309\u0303\u0301\u0323"
"""The tone marks huyền, hỏi, ngã, sắc, nặng, in dictionary order."""

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'"))
"""Variants of the apostrophe: Word replaces the one typed in «H'Yer»."""

_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{TONES}\u0302\u0306\u031b])*")
_TONE = re.compile(f"[{TONES}]")


def _tone_last(word: re.Match[str]) -> str:
    tones = "".join(_TONE.findall(word[0]))
    return _TONE.sub("", word[0]) + tones if tones else word[0]


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Return a normalised form, equal for texts that a reader considers the same.

    It ignores Unicode composition, letter case, repeated blanks and the position of the tone mark
    in a syllable. It is for comparison only, not for print.
    """
    plain = unicodedata.normalize("NFD", " ".join(text.split()).casefold().translate(_APOSTROPHES))
    return unicodedata.normalize("NFC", _WORD.sub(_tone_last, plain))


def same(left: str, right: str) -> bool:
    """Return whether two texts have the same `fold`."""
    return fold(left) == fold(right)


def same_name(left: str, right: str) -> bool:
    """Return whether two names are of one person or body; «đồng chí» before a name is ignored."""
    return _named(left) == _named(right)


@lru_cache(maxsize=1024)
def _named(name: str) -> str:
    return fold(after(name, "đồng chí") or name)


def after(text: str, beginning: str) -> str | None:
    """Return the rest of `text` after the words `beginning`; None when it does not begin with them.

    Words are compared by `fold`, so «Ủy ban kiểm tra Tỉnh ủy …» begins with «Uỷ ban Kiểm tra».
    """
    words = text.split()
    wanted = [fold(word) for word in beginning.split()]
    if [fold(word) for word in words[: len(wanted)]] != wanted:
        return None
    return " ".join(words[len(wanted) :])
