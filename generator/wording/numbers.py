"""Writes numbers in words: 2026 is «hai nghìn không trăm hai mươi sáu»."""

import re
from decimal import Decimal

LIMIT = 10**15
"""The largest number accepted; larger ones have no uniform reading."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 10**9
_WRITTEN = re.compile(r"(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?", re.ASCII)


def in_words(n: int | str | Decimal, *, linh: str = "linh", tu: str = "tư") -> str:
    """Write a number in Vietnamese words.

    Args:
        n: a whole number, a Decimal, or a text in Vietnamese format: «10,5», «1.250.000», «-3».
        linh: word for an empty tens place, «linh» or «lẻ».
        tu: word for 4 after «mươi», «tư» or «bốn».

    Returns:
        The words, in lower case. Decimals keep their zeros: «10,50» is «mười phẩy năm mươi».

    Raises:
        ValueError: the text is not such a number, or its absolute value exceeds 10^15.
    """
    text = str(n) if isinstance(n, int) else n
    if isinstance(text, Decimal):
        if not text.is_finite():
            raise ValueError(f"not a number: {n}")
        text = f"{text:f}".replace(".", ",")
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"not a number: {n!r}")
    sign, whole, decimals = found.groups()
    value = int(whole.replace(".", ""))
    if value > LIMIT:
        raise ValueError(f"beyond {LIMIT}: {n}")
    words = _whole(value, linh, tu)
    if decimals:
        words += f" phẩy {_decimals(decimals, linh, tu)}"
    nothing = value == 0 and not (decimals or "").strip("0")
    return words if nothing or not sign else f"âm {words}"


def _decimals(digits: str, linh: str, tu: str) -> str:
    rest = digits.lstrip("0")
    zeros = [_DIGITS[0]] * (len(digits) - len(rest))
    if len(rest) > 3:  # a long tail is read digit by digit
        return " ".join([*zeros, *(_DIGITS[int(digit)] for digit in rest)])
    return " ".join([*zeros, *([_whole(int(rest), linh, tu)] if rest else [])])


def _whole(value: int, linh: str, tu: str) -> str:
    if value == 0:
        return _DIGITS[0]
    high, low = divmod(value, _BILLION)
    words = [f"{_whole(high, linh, tu)} tỷ"] if high else []
    for power in (2, 1, 0):
        group = low // 1000**power % 1000
        if group:
            words.append(_group(group, linh, tu, full=bool(words)))
            words += [_GROUPS[power]] if power else []
    return " ".join(words)


def _group(group: int, linh: str, tu: str, *, full: bool) -> str:
    """Write up to three digits; `full` also writes zero hundreds («không trăm linh một»)."""
    hundreds, rest = divmod(group, 100)
    tens, units = divmod(rest, 10)
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if tens == 0:
        if units:
            words += [linh, _DIGITS[units]] if words else [_DIGITS[units]]
        return " ".join(words)
    words.append("mười" if tens == 1 else f"{_DIGITS[tens]} mươi")
    if units == 5:
        words.append("lăm")
    elif tens > 1 and units in (1, 4):
        words.append("mốt" if units == 1 else tu)
    elif units:
        words.append(_DIGITS[units])
    return " ".join(words)
