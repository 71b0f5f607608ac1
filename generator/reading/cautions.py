"""Warns of text that a value lost or that will not print as meant: what YAML and Word hide.

Only the text of the file shows it: the value itself is sound. Files without any of the signs are
not parsed a second time.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from generator.problems import DataPath, Place, Problem, problem
from generator.reading import signs
from generator.reading.text_file import lines
from generator.reading.yaml_errors import BODY, ONE_STYLE, shortened
from generator.reading.yaml_text import visit

_CONTINUED = re.compile(
    r"^( *)(?:(?:- +)*[^\s:#'\"-][^:\n]*: +(?![|>&])[^\s#][^\n]*|- +[^\s#|>][^:\n]*)\n"
    r"(?=\1 +[^\s#][^:\n]*$)"
    r"|^( *)(?:- +)*[^\s:#'\"-][^:\n]*:\n(?=\2 +(?!- )[^\s#|>][^:\n]*$)",
    re.MULTILINE,
)
_WITHOUT_COLON = re.compile(r"\n +[^\s#][^:\n]*$", re.MULTILINE)
"""What every second line of `_CONTINUED` is; a file has few such lines."""
_FOLDED = re.compile(r": +>")
_AFTER = re.compile(r"(\s*:)?(\s+)#(.*)")
_CLOSERS = {"(": ")", "[": "]", "«": "»", "“": "”"}
_DASHED = re.compile(r"[-–—•▪●○·+*]\s*[^\W\d]")
_ENDS = (".", ";", ":", "!", "?", "/.")
_BEGINS = re.compile(r"(?:\d{1,2}|[a-zđ]|[IVX]+)[.)]\s|[-–+•*]\s*\S|#|\|", re.IGNORECASE)


class _Scalar(NamedTuple):
    """A value in the file: its path, its event, and the first and last row it covers."""

    path: DataPath
    event: Any
    first: int
    last: int


def cautions(text: str) -> list[Problem]:
    """Warn of what a sound data file loses or prints otherwise than it looks.

    Args:
        text: the whole file; it is sound YAML.

    Returns:
        KD055 (text taken for a comment), KD056 and KD057 (joined lines), and the findings of
        `signs`, each with line and column, in the order of the file.
    """
    shape = " #" in text or _FOLDED.search(text) or _any_continued(text)
    if not (shape or "*" in text or signs.any_in(text)):
        return []
    rows = lines(text)
    scalars = _scalars(text)
    # A comment stands behind the last value of its line.
    last = {each.last: each for each in scalars if each.event.style not in {"|", ">"}}
    found = [
        *(each for scalar in scalars for each in _lines(scalar, rows)),
        *(each for scalar in scalars for each in _marked(scalar)),
        *(each for scalar in last.values() for each in _cut(scalar, rows)),
        *signs.found(rows, _literal_rows(scalars), _table_rows(scalars)),
    ]
    return sorted(found, key=lambda each: (each.place.line, each.place.column))


def _any_continued(text: str) -> bool:
    return any(
        _CONTINUED.match(text, text.rfind("\n", 0, line.start()) + 1)
        for line in _WITHOUT_COLON.finditer(text)
    )


def _scalars(text: str) -> list[_Scalar]:
    found: list[_Scalar] = []

    def note(path: DataPath, key: Any, value: Any) -> None:
        if hasattr(value, "style"):
            behind = value if value.value or value.style or key is value else key
            found.append(_Scalar(path, value, value.start_mark.line, behind.end_mark.line))

    visit(text, note)
    return found


def _literal_rows(scalars: Iterable[_Scalar]) -> set[int]:
    """Return the rows inside block scalars: there a leading sign is text."""
    return {
        row
        for each in scalars
        if each.event.style in {"|", ">"}
        for row in range(each.first + 1, each.last)
    }


def _table_rows(scalars: Iterable[_Scalar]) -> set[int]:
    """Return the rows inside the texts of a letter, where `|` makes a table."""
    return _literal_rows(each for each in scalars if _is_letter_text(each.path))


def _is_letter_text(path: DataPath) -> bool:
    return path[-1:] == ("noi_dung",) and path[:-2] in {(), ("phu_luc",)}


def _lines(scalar: _Scalar, rows: list[str]) -> Iterator[Problem]:
    """Warn of the lines of a value that YAML joins."""
    event = scalar.event
    if event.style == ">":
        inside = [each.strip() for each in rows[scalar.first + 1 : scalar.last] if each.strip()]
        yield from _joined("KD056", scalar, inside)
    elif event.style != "|" and event.end_mark.line > event.start_mark.line:
        inside = rows[scalar.first : scalar.last + 1]
        inside[0] = inside[0][event.start_mark.column :]
        yield from _joined("KD057", scalar, [each.strip() for each in inside if each.strip()])


def _marked(scalar: _Scalar) -> Iterator[Problem]:
    """Warn of marks in a value that is printed in one style, such as a subject or a name."""
    key = next((each for each in reversed(scalar.path) if isinstance(each, str)), "")
    seen = _EMPHASIS.search(scalar.event.value) if key in ONE_STYLE else None
    if seen:
        mark = scalar.event.start_mark
        place = Place(line=mark.line + 1, column=mark.column + 1)
        yield problem("KD062", place, dau=f"dấu {seen[1]} ở khoá «{key}»")


_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])[^*\n]*[^\s*]\1(?![\w*])")


def _joined(code: str, scalar: _Scalar, inside: list[str]) -> Iterator[Problem]:
    """Warn of lines that YAML joins although they look like paragraphs of their own."""
    pairs = pairwise(inside)
    body = scalar.path[-1] in BODY and len(inside) > 1
    if isinstance(scalar.path[-1], int) and any(_DASHED.match(each) for each in inside[1:]):
        row = next(n for n, each in enumerate(inside[1:], 1) if _DASHED.match(each))
        yield problem("KD063", Place(line=scalar.first + row + 1, column=1), khoa="")
    elif body or any(one.endswith(_ENDS) or _BEGINS.match(other) for one, other in pairs):
        mark = scalar.event.start_mark
        key = next((each for each in reversed(scalar.path) if isinstance(each, str)), "")
        yield problem(code, Place(line=mark.line + 1, column=mark.column + 1), khoa=key)


def _cut(scalar: _Scalar, rows: list[str]) -> Iterator[Problem]:
    """Warn of a comment behind a value that reads like a part of it."""
    ends = scalar.event.end_mark
    row = rows[ends.line] if ends.line < len(rows) else ""
    found = _AFTER.fullmatch(row[ends.column :])
    if found and _is_content(scalar.event.value, len(found[2]), found[3]):
        at = ends.column + found.start(3)
        place = Place(line=ends.line + 1, column=at)
        yield problem("KD055", place, mat=shortened(f"#{found[3]}"))


def _is_content(value: str, gap: int, comment: str) -> bool:
    """Judge whether what follows `#` is a comment, as a careful clerk would.

    Content is what begins right behind the sign with a letter or digit («#1»), what stands behind
    words and a single blank («kỳ # sinh hoạt»: a comment is set off by two) or, if it is a number,
    behind anything («# 2»), and what closes a bracket that the value opened.
    """
    words = any(map(str.isalpha, value))
    behind = comment.lstrip()[:1]
    if comment[:1].isalnum() or (gap == 1 and (behind.isdigit() or (words and behind))):
        return True
    return any(
        value.count(opening) > value.count(closing) and closing in comment
        for opening, closing in _CLOSERS.items()
    )
