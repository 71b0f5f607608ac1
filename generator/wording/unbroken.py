"""Keeps together what a line may not break: dates, numbers and symbols, terms, names of places.

No-break spaces and no-break hyphens take the place of ordinary ones; the letters stay the same. An
office does this by hand (Ctrl+Shift+Space, Ctrl+Shift+Hyphen); no text prescribes it.
"""

import re

NO_BREAK, HYPHEN = "\u00a0", "\u2011"

_DATED = ("ngày", "tháng", "quý", "năm")
_COUNTED = (*_DATED, *(each.capitalize() for each in _DATED), "số")
_BOUNDS = (" ", NO_BREAK, "(", ">", "\n")
_LEVELS = (
    "tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu", "thôn",
)  # fmt: skip
_SPELLED = [each for level in _LEVELS for each in (level, level.capitalize(), level.upper())]
# Each begins with few letters, so that a text of thousands of words costs microseconds.
_BEFORE_NUMBER = re.compile(r" (?=\d|[IV]+\b)")
_LETTER = re.compile(r"(?<=\w) (?=[A-HJ-UWZĐ](?![\w/.]))")
"""The name of somebody who is not named: «Nguyễn Văn A», «phương án B»; not the Y of «Y tế»."""
_IN_DATE = re.compile(r" (?=tháng \d|năm \d{4})")
_SYMBOL = re.compile(
    r"[0-9]+(?:(?:-[^\W\d_]{1,5}/|/[^\W\d_]{1,5}-)[^\W\d_]+(?:-[^\W\d_]+)*"
    r"|(?<=[12][09]\d\d) ?[-–] ?[12][09]\d\d(?!\d))"
)
# «XÃ HỘI» and «TỈNH ỦY» in a title are no places.
_LEVEL = f"(?:{'|'.join(_SPELLED)})"
# A name ends before the next level, which begins one of its own.
_PLACE = re.compile(rf"{_LEVEL}(?!(?i: (?:hội|ủy|uỷ)))(?: (?!{_LEVEL}\b)[^\W\d_][\w'’]*){{1,4}}")


class Unbroken(dict[str, str]):
    """Gives `unbroken` of any text and remembers it: most of what papers print stands in many.

    To look into it takes half the time of `functools.lru_cache`, and papers do little else.
    """

    def __init__(self, hyphen: str = HYPHEN) -> None:
        self.hyphen = hyphen

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        made = self[text] = unbroken(text, self.hyphen)
        return made


_MOST = 4096


def unbroken(text: str, hyphen: str = HYPHEN) -> str:
    """Return a text with no-break spaces and hyphens inside what a line may not break.

    Args:
        text: plain text, or Word's markup of runs.
        hyphen: what is printed for a hyphen that no line may break at.
    """
    text = _LETTER.sub(NO_BREAK, _IN_DATE.sub(_dated, text))
    text = _BEFORE_NUMBER.sub(_counted, text)
    text = _SYMBOL.sub(lambda found: _joined(found[0]).replace("-", hyphen), text)
    return _PLACE.sub(_named, text)


def _joined(text: str) -> str:
    return text.replace(" ", NO_BREAK)


def _dated(space: re.Match[str]) -> str:
    return NO_BREAK if space.string[space.start() - 1 : space.start()].isdigit() else " "


def _counted(space: re.Match[str]) -> str:
    before = space.string
    if not before.endswith(_COUNTED, 0, space.start()):
        return " "
    start = (
        max(before.rfind(each, 0, space.start()) for each in (" ", NO_BREAK, "(", ">", "\n")) + 1
    )
    return NO_BREAK if before[start : space.start()] in _COUNTED else " "


def _named(found: re.Match[str]) -> str:
    """Bind the level and the capitalised words after it: «tỉnh Trường Giang»."""
    text = found[0]
    if found.string[found.start() - 1 : found.start()].isalpha():
        return text
    level = max((each for each in _SPELLED if text.startswith(f"{each} ")), key=len)
    words = text[len(level) + 1 :].split(" ")
    count = next((i for i, word in enumerate(words) if not word[0].isupper()), len(words))
    if not count:
        return text
    return " ".join([NO_BREAK.join([_joined(level), *words[:count]]), *words[count:]])
