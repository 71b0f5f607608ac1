"""Prints the values of a part and joins them with the text between them.

Values are checked, escaped and encoded many at a time, as each letter is printed alike wherever it
stands; a value that needs more is printed by itself.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from markupsafe import escape

from generator.engine.environment import MAX_VALUE, PrintError

MAX_PART = 64 * 2**20
"""Bytes of a part."""

_ALIKE = 8
"""Pieces of a part that is remembered: headers and footers, which many documents have alike."""

_TOGETHER = 256
"""Values printed in one go; if one of them needs more, each of these is printed by itself."""

_BETWEEN = "\x7f"
"""Stands between values that are printed together: one byte, which is printed as it is."""

_TEXT = frozenset((str, bytes))
_PRINTED_ALIKE = frozenset((str, int))

# What `environment.for_text` looks for and does not only escape, in UTF-8; a test holds both
# against each other. The last one begins U+F000 and above, with U+FFFE and U+FFFF; surrogates
# cannot be encoded at all.
_SPECIAL = bytes(range(0x20)) + b"\xef"
_NO_BREAK_HYPHEN = "\u2011"
_ESCAPED = tuple((each.encode(), escape(each).encode()) for each in "&<>\"'")


def printed(out: list[Any], finalize: Callable[[object], str]) -> bytes:
    """Return the text of a part in UTF-8.

    Args:
        out: fixed text in UTF-8 and values in turns; the list may be changed.
        finalize: prints one value, letter by letter (`environment.for_text` and the like).

    Raises:
        PrintError: a value cannot be printed, or the text exceeds `MAX_PART`.
        UndefinedError: a value is missing.
    """
    # Values that are equal and yet not printed alike, as 1 and True are, are never remembered.
    if len(out) <= _ALIKE and _TEXT.issuperset(map(type, out)):
        return _remembered(tuple(out), finalize)
    return _printed(out, finalize)


@lru_cache(maxsize=64)
def _remembered(out: tuple[str | bytes, ...], finalize: Callable[[object], str]) -> bytes:
    return _printed(list(out), finalize)


def _printed(out: list[Any], finalize: Callable[[object], str]) -> bytes:
    values = out[1::2]
    made: list[bytes] = []
    size = 0
    for start in range(0, len(values), _TOGETHER):
        some = values[start : start + _TOGETHER]
        together = _together(some, finalize)
        made += together
        # A line break becomes forty letters, so what is printed is counted as it grows.
        size = _grown(size, sum(map(len, together)))
        for value in () if together else some:
            made.append(finalize(value).encode())
            size = _grown(size, len(made[-1]))
    out[1::2] = made
    text = b"".join(out)
    _grown(0, len(text))
    return text


def _grown(size: int, more: int) -> int:
    """Return the bytes of a part that grows.

    Raises:
        PrintError: they exceed `MAX_PART`.
    """
    if size + more > MAX_PART:
        raise PrintError("KD334")
    return size + more


def _together(values: list[Any], finalize: Callable[[object], str]) -> list[bytes]:
    """Return texts and numbers as they are printed; none if they have to be taken one by one.

    That is, if one is of another kind, as markup is, or has to be refused, or if all are so long
    that they could grow without end.
    """
    kinds = set(map(type, values))
    if not kinds <= _PRINTED_ALIKE:
        return []
    text = _BETWEEN.join(values if kinds == {str} else map(str, values))
    if len(text) > MAX_VALUE:
        return []
    try:
        data = text.encode()
        if len(data.translate(None, _SPECIAL)) < len(data) or _NO_BREAK_HYPHEN in text:
            data = finalize(text).encode()
        else:
            for each, escaped in _ESCAPED:  # many times faster than `escape`
                data = data.replace(each, escaped)
    except (PrintError, UnicodeEncodeError):
        return []
    made = data.split(_BETWEEN.encode())
    return made if len(made) == len(values) else []
