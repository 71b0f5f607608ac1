"""Text as it is searched: without accents and case, blanks run together.

Whoever types a form may leave out accents, decompose letters or put a tone mark elsewhere; a
heading is found all the same.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from generator.wording.compare import fold

_MARKS = re.compile("[\u0300-\u036f]+")
_BLANKS = re.compile(r"[ \u00a0\n\r\f\v]+")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_NOT_LETTERS_OR_END = re.compile(r"[^a-z0-9\n]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Z][a-z])")


def unaccented(text: str) -> str:
    """Return a text without accents and in lower case; tabs, dots and signs stay."""
    return _without_marks(text).casefold()


def _without_marks(text: str) -> str:
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return plain.replace("đ", "d").replace("Đ", "D")


@lru_cache(maxsize=8192)
def letters(text: str) -> str:
    """Return the words of a line only, one blank between and around: « ban kiem diem »."""
    return f" {_NOT_LETTERS.sub(' ', unaccented(text)).strip()} "


class Rows(NamedTuple):
    """The lines of a file as `unaccented` and as `letters`."""

    unaccented: tuple[str, ...]
    letters: tuple[str, ...]


@lru_cache(maxsize=4)
def rows(lines: tuple[str, ...]) -> Rows:
    """Return all lines of a file both ways; one pass over the whole is much faster than many."""
    if not lines:
        return Rows((), ())
    whole = unaccented("\n".join(lines))
    words = _NOT_LETTERS_OR_END.sub(" ", whole)
    return Rows(tuple(whole.split("\n")), tuple(f" {row.strip()} " for row in words.split("\n")))


@lru_cache(maxsize=4)
def all_unaccented(lines: tuple[str, ...]) -> str:
    """Return all lines of a file as `unaccented` on one line, blanks run together."""
    return _BLANKS.sub(" ", " ".join(rows(lines).unaccented))


@lru_cache(maxsize=4)
def all_letters(lines: tuple[str, ...]) -> str:
    """Return all words of a file as `letters`."""
    return "".join(rows(lines).letters).replace("  ", " ")


def bears(lines: tuple[str, ...], name: str, *, place: bool = False) -> bool:
    """Say whether a text bears a name: with its accents, unless the text has none at all.

    Args:
        lines: the text; a name may run over two lines.
        name: of a person or unit; as part of a longer word it does not count.
        place: whether «phường Hồng Sơn Đông» is another name than «phường Hồng Sơn».
    """
    plain_text = all(map(str.isascii, lines))

    def compared(text: str) -> str:
        if plain_text:
            return unaccented(text)
        return fold(_SHORT.sub(lambda word: WHOLE[word[0]], text))

    found = re.compile(rf"(?<!\w){re.escape(compared(name))}(?!\w){_NO_DIRECTION if place else ''}")
    first, *rest = unaccented(name).split() or [""]
    shorts = (
        unaccented(short)
        for short, whole in WHOLE.items()
        if unaccented(name).startswith(unaccented(whole))
    )
    begins = (first, *shorts)
    plain = rows(lines).unaccented
    # Only lines with the name's letters are looked at with their accents, which takes longer.
    return any(
        found.search(compared(line)) or (rest and found.search(compared(f"{line} {after}")))
        for line, after, there in zip(lines, (*lines[1:], ""), plain, strict=False)
        if any(each in there for each in begins)
    )


WHOLE = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "BTV": "Ban Thường vụ",
    "BCH": "Ban Chấp hành", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "UBKT": "Ủy ban Kiểm tra",
    "TDP": "tổ dân phố",
}  # fmt: skip
"""What offices write short."""

_SHORT = re.compile(rf"\b(?:{'|'.join(WHOLE)})\b")
_NO_DIRECTION = r"(?! (?:đông|tây|nam|bắc|trung|thượng|hạ|\d{1,2}(?![\d/.])))"


def name_words(text: str) -> str:
    """Return the words of a file name: «NguyenVanAn_1.2» holds « nguyen van an »."""
    return letters(_CAMEL.sub(" ", _without_marks(text)))
