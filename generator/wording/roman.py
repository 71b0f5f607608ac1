"""Roman numbers, of annexes and chapters."""

_SIGNS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def roman(number: int) -> str:
    """Return a number in Roman numerals; those of a text stay below forty."""
    written = ""
    for value, letters in _SIGNS:
        count, number = divmod(number, value)
        written += letters * count
    return written


def value_of(words: str) -> int:
    """Return the value of a Roman number in either case, 0 for other words."""
    values = [_VALUES.get(sign, 0) for sign in words.lower()]
    if not values or 0 in values:
        return 0
    later = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, later, strict=True))
