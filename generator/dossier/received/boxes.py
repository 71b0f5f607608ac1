"""A line as it is read: letters composed, boxes and ticks of every kind as one of two signs."""

import re
import unicodedata

EMPTY, CROSSED = "☐", "☒"
BOX = f"[{EMPTY}{CROSSED}]"

_WINGDINGS = {
    **dict.fromkeys(("F0A8", "F06F", "F071", "F072", "F0A3", "00A8", "006F"), EMPTY),
    **dict.fromkeys(("F0FE", "F0FD", "F0FC", "F0FB", "F078", "F052", "00FE", "00FC"), CROSSED),
}
"""Boxes and ticks of the Wingdings fonts, by code."""

_ALIKE = str.maketrans(
    {
        # Đ of other alphabets looks the same; a web page leaves marks that nobody sees.
        "Ð": "Đ", "ð": "đ", "Ɖ": "Đ",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
        **{chr(int(code, 16)): sign for code, sign in _WINGDINGS.items() if code[0] == "F"},
        **dict.fromkeys("□▢◻❏❐⬜", EMPTY),
        **dict.fromkeys("☑✓✔✅⊠▣■☓✗✘🗹🗷", CROSSED),
    }
)  # fmt: skip

_TYPED = re.compile(r"[\[(]\s?([xX×vV]?)\s?[\])](?=\s?[^\W\d_])")


def tidy(line: str) -> str:
    """Return a line composed, without marks nobody sees, its boxes as ☐ and ☒.

    Boxes that were typed («[x] Tốt [ ] Kém») count where a line has several: «(x)» alone is a
    letter.
    """
    plain = unicodedata.normalize("NFC", line).translate(_ALIKE)
    if len(_TYPED.findall(plain)) < 2:
        return plain
    return _TYPED.sub(lambda found: CROSSED if found[1] else EMPTY, plain)


_FOREIGN = re.compile("[¡-¬®-±´-¶¸-ºÄ-ÇËÎ-ÑÖ-ØÛ-ÜÞ-ßä-çëî-ñö-øûü-ÿ]")
_MOST_FOREIGN = 0.04


def is_legacy(lines: tuple[str, ...]) -> bool:
    """Say whether a text is typed in TCVN3 or VNI: every few letters one no Vietnamese word has."""
    text = "".join(lines)
    letters = sum(map(str.isalpha, text))
    return len(_FOREIGN.findall(text)) > max(3, _MOST_FOREIGN * letters)


def symbol(code: str) -> str:
    """Return the box a Wingdings code (four hexadecimal digits) shows; empty for other signs."""
    return _WINGDINGS.get(code.upper(), "")


def in_wingdings(text: str) -> str:
    """Return letters that were typed in a Wingdings font as what they show."""
    return "".join(symbol(f"{ord(letter):04X}") or letter for letter in text)
