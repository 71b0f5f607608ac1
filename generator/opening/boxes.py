"""Normalises lines: composes letters and turns boxes and ticks of every kind into ☐ or ☒."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from generator.opening.remembered import remembered

EMPTY, CROSSED = "☐", "☒"
BOX = f"[{EMPTY}{CROSSED}]"

_WINGDINGS = {
    **dict.fromkeys(("F0A8", "F06F", "F071", "F072", "F0A3", "00A8", "006F"), EMPTY),
    **dict.fromkeys(
        ("F0FE", "F0FD", "F0FC", "F0FB", "F078", "F050", "F052", "F053", "F054", "00FE", "00FC"),
        CROSSED,
    ),
}
"""Boxes and ticks of the Wingdings fonts, by code."""

_ALIKE = str.maketrans(
    {
        # Đ of other alphabets looks the same; text from web pages contains invisible characters.
        "Ð": "Đ", "ð": "đ", "Ɖ": "Đ",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
        **{chr(int(code, 16)): sign for code, sign in _WINGDINGS.items() if code[0] == "F"},
        **dict.fromkeys("□▢◻❏❐❑❒⬜", EMPTY),
        **dict.fromkeys("☑✓✔✅⊠▣■☓✗✘🗹🗷", CROSSED),
    }
)  # fmt: skip

TYPED = re.compile(r"[\[(]\s{0,2}([xX×vV]?)\s{0,2}[\])](?=\s?[^\W\d_]|\s*$|[\s;,]+[^\W\d_])")
_BEGINS = re.compile(r"\s*[\[(]\s{0,2}[xX×vV]?\s{0,2}[\])]\s?[^\W\d_]")


def tidy(lines: Iterable[str]) -> list[str]:
    """Return the lines with letters composed, invisible characters removed, and boxes as ☐ and ☒.

    Typed boxes («[x] Tốt [ ] Kém») are converted only if a line has several or successive lines
    begin with one: a single «(x)» is a letter.
    """
    given = list(lines)
    plain = "\n".join(map(_composed, given)).split("\n") if given else []
    return [
        TYPED.sub(typed_box, line) if boxes else line
        for line, boxes in zip(plain, have_typed_boxes(plain), strict=True)
    ]


def composed(text: str) -> str:
    """Return a text as `tidy` does, its typed boxes as they are."""
    return unicodedata.normalize("NFC", clean(text)).translate(_ALIKE)


_composed = remembered(composed)


def have_typed_boxes(lines: list[str]) -> list[bool]:
    """Return for each line whether what is typed like a box is one, which its neighbours tell."""
    typed = list(map(_typed, lines))
    begins = [each.first for each in typed]
    return [
        each.several or (each.first and (before or after))
        for each, before, after in zip(typed, [False, *begins], [*begins[1:], False], strict=False)
    ]


class _Typed(NamedTuple):
    """Whether a line begins with what is typed like a box, and whether it has several of them."""

    first: bool
    several: bool


@remembered
def _typed(line: str) -> _Typed:
    if "[" not in line and "(" not in line:
        return _NOTHING_TYPED
    first = line[:9].lstrip()[:1] in {"[", "("} and bool(_BEGINS.match(line))
    return _Typed(first, len(TYPED.findall(line)) > 1)


_NOTHING_TYPED = _Typed(first=False, several=False)


def typed_box(found: re.Match[str]) -> str:
    """Return the box that was typed, as `TYPED` finds it."""
    return CROSSED if found[1] else EMPTY


_HALF = re.compile("[\ud800-\udfff]")
_SIGNS = re.compile(r"[^\w\x00-\x7f]{9,}")
_MARKS = 8
"""Marks that may stand over one letter: Vietnamese has two, and many take very long to compose."""


def clean(text: str) -> str:
    """Return a text that is safe to store and to normalise.

    Two surrogates that belong together become their letter, a single one becomes «�», and only the
    first few combining marks over a letter are kept.
    """
    if _HALF.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _SIGNS.sub(_few_marks, text)


def _few_marks(found: re.Match[str]) -> str:
    kept: list[str] = []
    run = 0
    for sign in found[0]:
        run = run + 1 if unicodedata.combining(sign) else 0
        if run <= _MARKS:
            kept.append(sign)
    return "".join(kept)


_FOREIGN = re.compile("[¡-¬®-±´-¶¸-ºÄ-ÇËÎ-ÑÖ-ØÛ-ÜÞ-ßä-çëî-ñö-øûü-ÿ]")
_HOME = _FOREIGN.sub("", bytes(range(256)).decode("latin-1")).encode("latin-1")
"""What of Latin 1 is not foreign; no sign outside it is."""

_MOST_FOREIGN = 0.04


@lru_cache(maxsize=4)
def is_legacy(lines: tuple[str, ...]) -> bool:
    """Return whether a text is typed in TCVN3 or VNI, by its share of non-Vietnamese letters."""
    foreign = sum(map(_foreign, lines))
    return foreign > 3 and foreign > _MOST_FOREIGN * sum(map(str.isalpha, "".join(lines)))


@remembered
def _foreign(line: str) -> int:
    return len(line.encode("latin-1", "ignore").translate(None, _HOME))


def symbol(code: str) -> str:
    """Return ☐ or ☒ for a Wingdings code (four hexadecimal digits), empty for other signs."""
    return _WINGDINGS.get(code.upper(), "")


def in_wingdings(text: str) -> str:
    """Replace letters typed in a Wingdings font by the box that they show."""
    return "".join(symbol(f"{ord(letter):04X}") or letter for letter in text)
