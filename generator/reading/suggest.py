"""Suggests the word meant by a misspelt one; accents, case, spaces and underscores are ignored."""

import difflib
import unicodedata
from collections.abc import Iterable

_LIKE = 0.6
_LONGEST = 100
"""Nothing longer is compared letter by letter: it is no misspelt word."""


def plain(text: str) -> str:
    """Return letters and digits only, unaccented, in lower case: «Trích yếu» → `trichyeu`."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in bare if letter.isalnum())


def same_word(word: str, options: Iterable[str]) -> str | None:
    """Return the option that differs from `word` only in accents, case or separators."""
    return next((option for option in options if plain(option) == plain(word)), None)


def odd_letter(word: str) -> str:
    """Describe the first letter of a word that only looks like one of ours; empty if there is none.

    Invisible signs, blanks that are none, letters of other alphabets: «U+200B, …».
    """
    for letter in word:
        if letter.isascii():
            continue
        name = unicodedata.name(letter, "")
        if unicodedata.category(letter) in {"Cf", "Cc", "Zs", "Co"}:
            return f"U+{ord(letter):04X}, ký tự không nhìn thấy hoặc không phải dấu cách thường"
        if name.startswith("FULLWIDTH"):
            return f"U+{ord(letter):04X}, chữ rộng gấp đôi"
        if letter.isalpha() and not name.startswith("LATIN"):
            return f"U+{ord(letter):04X}, chữ của bảng chữ cái khác"
    return ""


def alike(one: str, other: str) -> float:
    """Return how much two words have in common, from 0 to 1; accents and case do not count."""
    if max(len(one), len(other)) > _LONGEST:
        return 0.0
    return difflib.SequenceMatcher(None, plain(one), plain(other)).ratio()


def nearest(word: str, options: Iterable[str]) -> str | None:
    """Return the option most similar to `word`, or None if none is close.

    Args:
        word: as typed.
        options: the valid words.

    Returns:
        The nearest option, as spelt in `options`.
    """
    by_plain: dict[str, str] = {}
    if len(word) > _LONGEST:
        return None
    for option in options:
        by_plain.setdefault(plain(option), option)
    near = difflib.get_close_matches(plain(word), by_plain, n=1, cutoff=_LIKE)
    return by_plain[near[0]] if near else None
