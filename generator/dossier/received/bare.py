"""Text as it is searched: without accents and case, blanks run together.

Whoever types a form may leave out accents, decompose letters or put a tone mark elsewhere; a
heading is found all the same.
"""

import re
import unicodedata

_MARKS = dict.fromkeys(range(768, 880)) | {0x0111: "d", 0x0110: "d"}
_BLANKS = re.compile(r"[ \u00a0\n\r\f\v]+")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def bare(text: str) -> str:
    """Return a text without accents and in lower case; tabs, dots and signs stay."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFD", text).translate(_MARKS).casefold())


def letters(text: str) -> str:
    """Return its words only, one blank between them and around them: « ban kiem diem »."""
    return f" {_NOT_LETTERS.sub(' ', bare(text)).strip()} "


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Z][a-z])")


def name_words(text: str) -> str:
    """Return the words of a file name: «NguyenVanAn_1.2» holds « nguyen van an »."""
    plain = unicodedata.normalize("NFD", text).translate(_MARKS)
    return letters(_CAMEL.sub(" ", plain))
