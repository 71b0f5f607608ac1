"""Turns text typed in the fonts of TCVN3 (.Vn…) and VNI (VNI-…) into Unicode (`bang-ma.yaml`).

What a code means follows from the font alone, so nothing is guessed here.
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_CODES = Path(__file__).with_name("bang-ma.yaml")

COMBINING = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
"""The marks of Vietnamese letters that are not composed."""

_ONE_BYTE = {0xF000 + code: code for code in range(0x20, 0x100)}
"""Word writes letters of some fonts in the area for private use, with the same last byte."""


class OldFont(NamedTuple):
    """How a font is read: its table, and whether it shows small letters as capitals."""

    bang_ma: str
    capitals: bool = False


@lru_cache(maxsize=256)
def old_font(name: str) -> OldFont | None:
    """Return how a font of an old table is read; None for the others."""
    for bang_ma, given in _given().items():
        if name.lower().startswith(given["phong"]):
            return OldFont(bang_ma, "hoa" in given and name.endswith(given["hoa"]))
    return None


def old_to_unicode(text: str, bang_ma: str, *, capitals: bool = False) -> str:
    """Return a text with each code of an old table as its letter, and all else as it is.

    Args:
        text: the letters as the file has them.
        bang_ma: `TCVN3` or `VNI`.
        capitals: the font shows small letters as capitals.
    """
    letters = codes(bang_ma)
    told = _pattern(bang_ma).sub(lambda found: letters[found[0]], _folded(text))
    return told.upper() if capitals else told


def is_unicode(text: str, bang_ma: str) -> bool:
    """Return whether a text has Vietnamese letters that the table does not have as codes."""
    rest = _pattern(bang_ma).sub("", _folded(text))
    return any(letter in _vietnamese() for letter in rest)


def is_unknown(text: str, bang_ma: str) -> bool:
    """Return whether a text has letters that neither the table nor Vietnamese has."""
    rest = _pattern(bang_ma).sub("", _folded(text))
    return any(
        letter.isalpha() and not letter.isascii() and letter not in _vietnamese() for letter in rest
    )


def is_old(text: str, bang_ma: str) -> bool:
    """Return whether a text has codes of the table that are no Vietnamese letters by themselves."""
    found = "".join(_pattern(bang_ma).findall(_folded(text)))
    return any(not code.isascii() and code not in _vietnamese() for code in found)


def is_one_letter(before: str, after: str, bang_ma: str) -> bool:
    """Return whether the last sign of a text and the first of the next are one letter."""
    return len(before) > 0 and len(after) > 0 and before[-1] + after[0] in codes(bang_ma)


@cache
def codes(bang_ma: str) -> dict[str, str]:
    """Return the letter of each code, or pair of codes, of a table."""
    given = _given()[bang_ma]
    table = dict(zip(given["ma"], given["chu"], strict=True))
    if "dau" not in given:
        return table
    for base, marks in given["dau"].items():
        table |= {base + mark: letter for mark, letter in zip(marks[::2], marks[1::2], strict=True)}
    capitals = {code.upper(): letter.upper() for code, letter in table.items()}
    mixed = {code.capitalize(): letter.upper() for code, letter in table.items()}
    return {**mixed, **capitals, **table}


@cache
def _pattern(bang_ma: str) -> re.Pattern[str]:
    longest_first = sorted(codes(bang_ma), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


def _folded(text: str) -> str:
    return text if text.isascii() else text.translate(_ONE_BYTE)


@cache
def _vietnamese() -> frozenset[str]:
    small = {letter.lower() for bang_ma in _given() for letter in codes(bang_ma).values()}
    return frozenset(small | {letter.upper() for letter in small} | COMBINING)


@cache
def _given() -> dict[str, dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    given: dict[str, dict[str, Any]] = yaml.load(_CODES.read_text("utf-8"), Loader=loader)  # noqa: S506 - a file of the program
    return given
