"""Reads numbers: figures in Vietnamese format, and numbers written in words."""

import re
from decimal import Decimal

from generator.wording.compare import fold

FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
"""«1.250.000», «10,5», «12»; not «1.2» of a heading."""

_FIGURE = re.compile(FIGURE)
_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_SCALES = (("tỷ", 10**9), ("tỉ", 10**9), ("triệu", 10**6), ("nghìn", 10**3), ("ngàn", 10**3))
_FILLERS = frozenset(map(fold, ("linh", "lẻ", "chẵn", "đồng")))
_DIGITS = {fold(word): value for word, value in _UNITS.items()}
_POWERS = {fold(word): power for word, power in _SCALES}
_TENS, _HUNDRED = fold("mươi"), fold("trăm")


def figure(text: str) -> Decimal | None:
    """Return the number that figures say; None for any other text.

    >>> figure("1.250.000,5")
    Decimal('1250000.5')
    """
    typed = text.strip()
    if not _FIGURE.fullmatch(typed):
        return None
    return Decimal(typed.replace(".", "").replace(",", "."))


def shown(value: Decimal | int) -> str:
    """Return a number as it is written.

    >>> shown(Decimal("1250000.50"))
    '1.250.000,5'
    """
    whole, _, rest = f"{Decimal(value).normalize():,f}".partition(".")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def scale(word: str) -> int:
    """Return what a word after figures multiplies them by: «triệu» 1.000.000; others 1."""
    return _POWERS.get(fold(word), 1)


def number_in_words(text: str) -> int | None:
    """Return the whole number that words say; None where a word of them is no number.

    >>> number_in_words("Hai trăm bốn mươi sáu triệu tám trăm nghìn đồng")
    246800000
    """
    words = [fold(word) for word in text.replace(",", " ").split()]
    words = [word for word in words if word not in _FILLERS]
    return _scaled(words) if words else None


def _scaled(words: list[str]) -> int | None:
    """Split at the last of the largest scale, so that «một nghìn tỷ» is a thousand of them."""
    powers = [_POWERS.get(word, 0) for word in words]
    most = max(powers)
    if not most:
        return _below_thousand(words)
    at = len(powers) - 1 - powers[::-1].index(most)
    count = _scaled(words[:at]) if at else None
    rest = _scaled(words[at + 1 :]) if at + 1 < len(words) else 0
    return None if count is None or rest is None else count * most + rest


def _below_thousand(words: list[str]) -> int | None:
    """Read hundreds, tens and units; «trăm» and «mươi» multiply what stands before them."""
    total, last = 0, None
    for word in words:
        if word in _DIGITS:
            total += last or 0
            last = _DIGITS[word]
        elif word in (_TENS, _HUNDRED) and last is not None:
            total, last = total + last * (10 if word == _TENS else 100), None
        else:
            return None
    total += last or 0
    return total if total < 1000 else None
