"""Normalises text for searching: without accents and case, with blanks collapsed.

Headings are found even if the writer of a form left out accents, used decomposed letters or placed
a tone mark differently.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.opening.remembered import remembered
from generator.wording.compare import fold

_MARKS = re.compile("[\u0300-\u036f]+")
_BLANKS = re.compile(r"[ \u00a0\n\r\f\v]+")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Z][a-z])")


def unaccented(text: str) -> str:
    """Return a text without accents and in lower case; tabs, dots and other signs stay."""
    return _without_marks(text).casefold()


def _without_marks(text: str) -> str:
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return plain.replace("đ", "d").replace("Đ", "D")


@remembered
def letters(text: str) -> str:
    """Return only the words of a line, with one blank between and around: « ban kiem diem »."""
    return _words(unaccented(text))


class Rows(NamedTuple):
    """The lines of a file as returned by `unaccented` and by `letters`."""

    unaccented: tuple[str, ...]
    letters: tuple[str, ...]


@lru_cache(maxsize=4)
def rows(lines: tuple[str, ...]) -> Rows:
    """Return all lines of a file in both forms."""
    if not lines:
        return Rows((), ())
    both = map(_both, "\n".join(lines).split("\n"))
    return Rows(*zip(*both, strict=True))


@remembered
def _both(line: str) -> tuple[str, str]:
    plain = unaccented(line)
    return plain, _words(plain)


def _words(plain: str) -> str:
    return f" {_NOT_LETTERS.sub(' ', plain).strip()} "


@lru_cache(maxsize=4)
def all_unaccented(lines: tuple[str, ...]) -> str:
    """Return all lines of a file, `unaccented`, joined into one with blanks collapsed."""
    return _BLANKS.sub(" ", " ".join(rows(lines).unaccented))


@lru_cache(maxsize=4)
def all_letters(lines: tuple[str, ...]) -> str:
    """Return all words of a file as one text in the form of `letters`."""
    return "".join(rows(lines).letters).replace("  ", " ")


def bears(lines: tuple[str, ...], name: str, *, place: bool = False) -> bool:
    """Return whether a text contains a name; accents count unless the text has none at all.

    Args:
        lines: the text; a name may continue on the next line.
        name: the name of a person or unit, matched as whole words.
        place: whether a following direction or number makes another name: «phường Hồng Sơn Đông»
            is not «phường Hồng Sơn».
    """
    plain_text = all(map(str.isascii, lines))

    def compared(text: str) -> str:
        if plain_text:
            return unaccented(text)
        return fold(_SHORT.sub(lambda word: WHOLE[word[0]], text))

    found = re.compile(rf"(?<!\w){re.escape(compared(name))}(?!\w){_NO_DIRECTION if place else ''}")
    first, *rest = words = unaccented(name).split() or [""]
    shorts = (
        unaccented(short)
        for short, whole in WHOLE.items()
        if unaccented(name).startswith(unaccented(whole))
    )
    begins = (first, *shorts)
    # The accented comparison is slow: a line must have the first word, and the others must stand
    # there or on the next one, unless an abbreviation may stand for them.
    spelled = "".join(words).isalnum() and not _SHORTENED.search(unaccented(name))
    wanted = rest if spelled else []
    plain = rows(lines).unaccented
    return any(
        found.search(compared(lines[at]))
        or (rest and found.search(compared(f"{lines[at]} {''.join(lines[at + 1 : at + 2])}")))
        for at in _containing(lines, begins)
        if all(each in plain[at] or each in "".join(plain[at + 1 : at + 2]) for each in wanted)
    )


def _containing(lines: tuple[str, ...], begins: Iterable[str]) -> Iterator[int]:
    """Yield the index of each line with one of the beginnings, found in one pass for each."""
    whole, starts = _whole(lines)
    for each in begins:
        at = whole.find(each)
        while at >= 0:
            line = bisect_right(starts, at) - 1
            if line < len(lines):
                yield line
            at = whole.find(each, starts[line + 1]) if line + 1 < len(starts) else -1


@lru_cache(maxsize=4)
def _whole(lines: tuple[str, ...]) -> tuple[str, list[int]]:
    """Return the lines of a file, `unaccented`, as one text, and where each begins in it."""
    plain = rows(lines).unaccented
    return "\n".join(plain), [0, *accumulate(map((1).__add__, map(len, plain[:-1])))]


WHOLE = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "BTV": "Ban Thường vụ",
    "BCH": "Ban Chấp hành", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "UBKT": "Ủy ban Kiểm tra",
    "TDP": "tổ dân phố",
}  # fmt: skip
"""Abbreviations that offices use, with the full words."""

_SHORT = re.compile(rf"\b(?:{'|'.join(WHOLE)})\b")
_SHORTENED = re.compile("|".join(unaccented(each) for pair in WHOLE.items() for each in pair))
_NO_DIRECTION = r"(?! (?:đông|tây|nam|bắc|trung|thượng|hạ|\d{1,2}(?![\d/.])))"


def name_words(text: str) -> str:
    """Return the words of a file name: «NguyenVanAn_1.2» contains « nguyen van an »."""
    return letters(_CAMEL.sub(" ", _without_marks(text)))
