"""The parts of a text of articles by their first words, and gaps in how they are numbered.

HD 05 p. 12-13, HD 36 and NĐ 30 (Phụ lục I) name the parts alike: phần and chương with their name
on the next line, mục likewise, điều, and below an điều its khoản and điểm. None states that numbers
run on without a gap; that is how such a text is cited, so a gap is a warning.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.wording.roman import roman, value_of

CHAPTER = re.compile(r"(?:phần|chương)\s+(?:[ivxlcdm]+|\d+|thứ\s+\w+(?:\s+\w+)?)\.?", re.IGNORECASE)
SECTION = re.compile(r"mục\s+\d+\.?", re.IGNORECASE)
ARTICLE = re.compile(r"Điều\s+\d+[a-zđ]?\.")
CLAUSE = re.compile(r"\d+\.\s")
POINT = re.compile(r"[a-zđ]\)\s")

_MARKS = re.compile(r"^[\s#*_]*")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of điểm in their order (HD 05 p. 13: «a, b, c, d, đ, e»)."""

_LEVELS = ("phần", "chương", "mục", "điều", "khoản", "điểm")
_RUNS_THROUGH = "điều"
"""Its numbers run through all chapters; those of other levels begin anew below a higher one."""


class Gap(NamedTuple):
    """Line and column of a part (both from 0), how it is called, and what was due instead."""

    dong: int
    cot: int
    viet: str
    dang_le: str


class _Part(NamedTuple):
    """The number is 0 where it is written in words («Phần thứ nhất»), which are not counted."""

    level: str
    number: int
    letter: str
    words: str


def gaps(text: str) -> Iterator[Gap]:
    """Yield the parts of a text whose number does not follow the one before.

    Args:
        text: the body as typed, a paragraph a line.

    Yields:
        Each part out of order, only in a text with at least two articles: a single line that begins
        with «Điều 5.» cites one. «Điều 5a.» may follow «Điều 5.».
    """
    rows = text.splitlines()
    if len(articles(rows)) < 2:
        return
    last: dict[str, _Part] = {}
    for number, row in enumerate(rows):
        words = _MARKS.sub("", row)
        part = _part(words, below="điều" in last)
        if part is None:
            continue
        before = last.get(part.level)
        for lower in _LEVELS[_LEVELS.index(part.level) + 1 :]:
            if lower != _RUNS_THROUGH:
                last.pop(lower, None)
        last[part.level] = part
        if not _follows(part, before):
            yield Gap(number, len(row) - len(words), part.words, _due(part, before))


_ALMOST = re.compile(
    r"(?P<part>phần|chương|tiểu mục|mục|điều)\s+(?P<number>thứ\s+\w+|[ivxlcdm]+|\d+[a-zđ]?)"
    r"\s*(?P<mark>[.:)/–—-]|$)\s*(?P<name>.*)",
    re.IGNORECASE,
)


def almost_parts(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the lines that begin like a part but are not written as one, and so print as text.

    Args:
        text: the body as typed, a paragraph a line.

    Yields:
        The line (from 0), what was typed, and how it is written.
    """
    for number, row in enumerate(text.splitlines()):
        words = _MARKS.sub("", row).strip().rstrip("*_").strip()
        found = _ALMOST.match(words)
        if not found:
            continue
        part, said = found["part"].capitalize(), found["number"]
        known = (CHAPTER.fullmatch(words) or SECTION.fullmatch(words)) is not None
        if part == "Điều":
            if not ARTICLE.match(words):
                yield number, _shown(words), f"Điều {said.lower()}. {found['name']}".strip()
        elif found["name"]:
            yield number, _shown(words), f"{part} {said} ⏎ {found['name']}"
        elif part in {"Mục", "Tiểu mục"} and not known:
            yield number, _shown(words), f"Mục {value_of(said) or said}"
        elif found["part"].isupper():
            yield number, _shown(words), f"{part} {said}"


def _shown(words: str) -> str:
    return " ".join(words.split()[:6])


def articles(rows: Sequence[str]) -> list[int]:
    """Return the numbers of the articles of a text, in its order."""
    words = (_MARKS.sub("", row) for row in rows)
    return [_digits(found[0]) for each in words if (found := ARTICLE.match(each))]


def _part(row: str, *, below: bool) -> _Part | None:
    """Read the beginning of a line; khoản and điểm count only below an article."""
    words = row.strip().rstrip("*_").strip()
    if CHAPTER.fullmatch(words):
        level, said = words.split(maxsplit=1)
        number = _digits(said) or value_of(said.rstrip("."))
        return _Part(level.lower(), number, "", words.rstrip("."))
    if SECTION.fullmatch(words):
        return _Part("mục", _digits(words), "", words.rstrip("."))
    if found := ARTICLE.match(row):
        name = found[0].rstrip(".")
        letter = name[-1] if name[-1].isalpha() else ""
        return _Part("điều", _digits(name), letter, name)
    if below and (found := CLAUSE.match(row)):
        return _Part("khoản", _digits(found[0]), "", f"khoản {_digits(found[0])}")
    if below and POINT.match(row) and row[0] in _LETTERS:
        return _Part("điểm", _LETTERS.index(row[0]) + 1, "", f"điểm {row[0]}")
    return None


def _follows(part: _Part, before: _Part | None) -> bool:
    if not part.number:
        return True
    if part.letter:
        return before is not None and before.number == part.number and before.letter < part.letter
    return part.number == (before.number if before else 0) + 1


def _due(part: _Part, before: _Part | None) -> str:
    number = (before.number if before else 0) + 1
    if part.level == "điểm":
        return f"điểm {_LETTERS[number - 1]}" if number <= len(_LETTERS) else "điểm mới"
    shown = roman(number) if part.words.split()[-1].isalpha() and not part.letter else number
    return f"{part.words.split()[0]} {shown}"


def _digits(words: str) -> int:
    found = re.search(r"\d+", words)
    return int(found[0]) if found else 0
