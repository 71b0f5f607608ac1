"""Sorts Vietnamese names by given name, then family name, then middle names."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from generator.wording.compare import TONES

T = TypeVar("T")
WordKey = tuple[tuple[int, ...], tuple[int, ...]]
NameKey = tuple[WordKey, WordKey, tuple[WordKey, ...]]

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
_LAST = 1_000


def _word_key(word: str) -> WordKey:
    """Return the key of a word: first its letters, then its tones (huyền, hỏi, ngã, sắc, nặng)."""
    marks = unicodedata.normalize("NFD", word.casefold())
    tones = tuple(TONES.index(mark) + 1 for mark in marks if mark in TONES)
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
    return tuple(_RANK.get(letter, _LAST + ord(letter)) for letter in bare), tones


def name_key(name: str) -> NameKey:
    """Return the sorting key of a full name: Tên, then Họ, then đệm.

    Letters follow dictionary order (a ă â b c d đ e ê …); tones decide only between equal letters.
    The position of the tone mark («Hoà», «Hòa») and letter case are ignored.
    """
    keys = [_word_key(word) for word in name.split()] or [((), ())]
    family = keys[0] if len(keys) > 1 else ((), ())
    return keys[-1], family, tuple(keys[1:-1])


def sort_names(items: Iterable[T], key: Callable[[T], str]) -> list[T]:
    """Sort items by a Vietnamese full name; items with the same name keep their order.

    Args:
        items: the items to sort.
        key: returns the full name of an item.

    Returns:
        A new list.
    """
    return sorted(items, key=lambda item: name_key(key(item)))
