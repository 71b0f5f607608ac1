"""A line as it is read: letters composed, boxes and ticks of every kind as one of two signs."""

import re
import unicodedata
from collections.abc import Iterable

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

_TYPED = re.compile(r"[\[(]\s{0,2}([xX×vV]?)\s{0,2}[\])](?=\s?[^\W\d_]|\s*$|[\s;,]+[^\W\d_])")
_BEGINS = re.compile(r"\s*[\[(]\s{0,2}[xX×vV]?\s{0,2}[\])]\s?[^\W\d_]")


def tidy(lines: Iterable[str]) -> list[str]:
    """Return lines composed, without marks nobody sees, their boxes as ☐ and ☒.

    Boxes that were typed («[x] Tốt [ ] Kém») count where a line has several, or lines below each
    other begin with one: «(x)» alone is a letter.
    """
    given = list(lines)
    whole = unicodedata.normalize("NFC", "\n".join(given)).translate(_ALIKE)
    plain = whole.split("\n") if given else []
    begins = [line[:9].lstrip()[:1] in {"[", "("} and bool(_BEGINS.match(line)) for line in plain]
    return [
        _boxed(line, also=here and (before or after))
        for line, before, here, after in zip(
            plain, [False, *begins], begins, [*begins[1:], False], strict=False
        )
    ]


def _boxed(line: str, *, also: bool) -> str:
    typed = also or (("[" in line or "(" in line) and len(_TYPED.findall(line)) > 1)
    return _TYPED.sub(lambda found: CROSSED if found[1] else EMPTY, line) if typed else line


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
