"""Suggests the word meant by a misspelt one; accents, case, spaces and underscores are ignored."""

import difflib
import unicodedata
from collections.abc import Iterable

_LIKE = 0.6


def plain(text: str) -> str:
    """Return letters and digits only, unaccented, in lower case: «Trích yếu» → `trichyeu`."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in bare if letter.isalnum())


def same_word(word: str, options: Iterable[str]) -> str | None:
    """Return the option that differs from `word` only in accents, case or separators."""
    return next((option for option in options if plain(option) == plain(word)), None)


def alike(one: str, other: str) -> float:
    """Return how much two words have in common, from 0 to 1; accents and case do not count."""
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
    for option in options:
        by_plain.setdefault(plain(option), option)
    near = difflib.get_close_matches(plain(word), by_plain, n=1, cutoff=_LIKE)
    return by_plain[near[0]] if near else None
