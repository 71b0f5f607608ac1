"""Turns the pieces of a line, each typed in one font, into the letters and signs that they show."""

import re
from collections import deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.opening.boxes import CROSSED, EMPTY, composed, in_wingdings
from generator.opening.looks import Look
from generator.opening.old_fonts import (
    COMBINING,
    OldFont,
    is_old,
    is_one_letter,
    is_unicode,
    is_unknown,
    old_font,
    old_to_unicode,
)

MIXED = "chữ kiểu cũ lẫn chữ Unicode"
"""The font is of an old table, the letters are not: kept as they are."""

UNKNOWN = "không rõ bảng mã chữ"
"""Letters that neither Vietnamese nor the table of their font has."""

_DASH = "- "
_SIGN = re.compile("[\ue000-\uf8ff]")
_BULLET = re.compile(r"^(\s*)[\ue000-\uf8ff]\s*")
_WORDS = re.compile(r"\w\w")
_SYMBOLS = {
    **dict.fromkeys(map(chr, range(0xF020, 0xF100)), "\uf000"),
    "\uf0a3": "≤", "\uf0b3": "≥", "\uf0b1": "±", "\uf0b4": "×", "\uf0b8": "÷", "\uf0b0": "°",
    "\uf0ae": "→", "\uf0de": "⇒", "\uf0b9": "≠", "\uf0bb": "≈", "\uf020": " ", "\uf0bc": "…",
}  # fmt: skip
"""Signs of the font Symbol that texts use; the others are bullets or nothing."""


class Piece(NamedTuple):
    """A part of a line that looks the same from begin to end."""

    text: str
    look: Look


def shown(pieces: list[Piece]) -> tuple[list[Piece], tuple[str, ...]]:
    """Return the pieces with what they show, and what is in doubt of them.

    Letters of old fonts become Unicode by the font of their piece. Boxes and ticks become ☐ and
    ☒, a bullet of a font of signs at the begin «- », other such signs nothing.
    """
    joined = _letter_by_letter(pieces)
    read, doubts = _in_unicode(joined)
    signs = [Piece(composed(_signs(each)), each.look) for each in read]
    if any(map(_SIGN.search, (each.text for each in signs))):
        dashed = substituted(signs, _BULLET, lambda found: found[1] + _DASH)
        signs = substituted(dashed, _SIGN, lambda _: "")
    return signs, doubts


def substituted(
    pieces: Iterable[Piece], pattern: re.Pattern[str], told: Callable[[re.Match[str]], str]
) -> list[Piece]:
    """Replace what a pattern finds in the whole line; it then looks as its first letter did."""
    kept = list(pieces)
    line = "".join(each.text for each in kept)
    found = list(pattern.finditer(line))
    if not found:
        return kept
    changed: list[Piece] = []
    left = deque((each.start(), each.end(), told(each)) for each in found)
    begin = at = 0
    for text, look in kept:
        end = begin + len(text)
        said: list[str] = []
        while left and left[0][0] < end:
            start, after, instead = left.popleft()
            said += [line[at:start], instead]
            at = after
        said.append(line[at:end])
        changed.append(Piece("".join(said), look))
        begin, at = end, max(at, end)
    return changed


def _letter_by_letter(pieces: list[Piece]) -> list[Piece]:
    """Move the marks that a piece begins with to the letter that they belong to."""
    moved: list[Piece] = []
    for text, look in pieces:
        marks = _marks(moved[-1], text, look) if moved else 0
        if marks:
            last = moved[-1]
            moved[-1] = Piece(last.text + text[:marks], last.look)
        if len(text) > marks:
            moved.append(Piece(text[marks:], look))
    return moved


def _marks(before: Piece, text: str, look: Look) -> int:
    """Return how many signs that a text begins with belong to what stands before it."""
    if text[:1] in COMBINING:
        return len(text) - len(text.lstrip("".join(COMBINING)))
    font = old_font(look.font)
    if font is None or font != old_font(before.look.font):
        return 0
    return int(is_one_letter(before.text, text, font.bang_ma))


def _in_unicode(pieces: list[Piece]) -> tuple[list[Piece], tuple[str, ...]]:
    fonts = [old_font(each.look.font) for each in pieces]
    modern = any(
        font is not None and is_unicode(each.text, font.bang_ma)
        for each, font in zip(pieces, fonts, strict=True)
    )
    read = [
        each if font is None else Piece(_by_font(each.text, font, modern=modern), each.look)
        for each, font in zip(pieces, fonts, strict=True)
    ]
    unknown = any(
        font is not None and is_unknown(each.text, font.bang_ma)
        for each, font in zip(pieces, fonts, strict=True)
    )
    return read, (*((MIXED,) if modern else ()), *((UNKNOWN,) if unknown else ()))


def _by_font(text: str, font: OldFont, *, modern: bool) -> str:
    """Return a piece of an old font in Unicode.

    Once part of a line is in Unicode though its font is old (`modern`), codes that are letters in
    both may be either: only what has others is converted.
    """
    kept = modern and not text.isascii()
    if kept and (is_unicode(text, font.bang_ma) or not is_old(text, font.bang_ma)):
        return text
    return old_to_unicode(text, font.bang_ma, capitals=font.capitals)


def _signs(piece: Piece) -> str:
    """Return a piece with letters of fonts of signs as the signs: boxes, or for private use."""
    text, font = piece.text, piece.look.font
    if font.startswith(("Wingdings", "Webdings")):
        if _WORDS.search(text):  # nobody types words in signs: Word shows them in another font
            return in_wingdings(text)
        return "".join(map(_sign, in_wingdings(text)))
    if font == "Symbol":
        return "".join(_SYMBOLS.get(_sign(letter), letter) for letter in text)
    return text


def _sign(letter: str) -> str:
    private = "!" <= letter < "\u0100"
    return chr(0xF000 + ord(letter)) if private and letter not in {EMPTY, CROSSED} else letter
