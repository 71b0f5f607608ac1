"""Checks that a letter with a number has no place left to fill in: «Quyết định số ……-QĐ/ĐU».

No text prescribes this: what is dotted in a draft is known when the number is taken.
"""

import re
from collections.abc import Iterator

from generator.problems import DataPath, Place, Problem, problem

_DOTS = r"(?:…|\.{3,}|_{3,})"
_LONG = r"(?:…{2,}|\.{6,}|_{4,}|…\.{2,}|\.{3,}…)"
_BLANK = re.compile(
    rf"(?:\bsố:?\s*{_DOTS}(?:[-/]|,?\s*ngày\b)"
    rf"|\b(?:ngày|tháng|năm)\s*{_DOTS}\s*(?:tháng\b|năm\b|của\b|/|\d)"
    rf"|{_DOTS}(?:[/-](?:{_DOTS}|\w)|\s*(?:giờ|đồng|đồng chí|%)(?!\w))"
    rf"|{_LONG})",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")


def check_blanks(text: str, path: DataPath) -> Iterator[Problem]:
    """Check a text for places that are left to fill in.

    Dots that end a list («sổ, sách, …») are none, nor is what stands in quotation marks.

    Yields:
        KD298, once for each line.
    """
    for n, line in enumerate(text.split("\n")):
        shown = _QUOTED.sub(lambda found: " " * len(found[0]), line)
        found = _BLANK.search(shown)
        if found:
            yield problem("KD298", Place(path=(*path, n, found.start())), viet=_around(line, found))


def _around(line: str, found: re.Match[str]) -> str:
    """Return the blank with three words on either side."""
    before, after = line[: found.start()].split(), line[found.end() :].split(" ")
    return " ".join([*before[-3:], found[0] + " ".join(after[:3])])
