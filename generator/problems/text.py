"""Formats a problem: as one line that editors can jump from, or as plain values for JSON."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.problems import Place, Problem

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Signs that command a terminal, turn the order of letters, or are no letters at all."""


def shown(text: str) -> str:
    """Return a text from anywhere as it may be printed: «�» for each sign that is none."""
    return _UNSEEN.sub("�", text)


AS_READ = "bản đã đọc"
"""How a message calls the first of two versions of a file, which stand below it."""

MOST_NAMED = 5
"""Names that a message says; how many there are is told beside them."""


def some(names: Sequence[str]) -> str:
    """Quote names, of a long list only the first and «…»: «a», «b»."""
    quoted = [f"«{each}»" for each in names[:MOST_NAMED]]
    return ", ".join([*quoted, *(["…"] if len(names) > MOST_NAMED else [])])


def line(problem: Problem) -> str:
    """Format a problem as one line that begins with its place.

    Args:
        problem: any problem.

    Returns:
        `path:line:column: KD101 lỗi: … → …`; a place inside a Word file follows the path in
        words; unknown parts are left out.
    """
    place = where(problem.place)
    before = f"{place}: " if place else ""
    mend = f" → {problem.mend}" if problem.mend else ""
    text = f"{before}{problem.code} {problem.severity}: {problem.message}{mend}"
    return shown(" ".join(text.split()))


def lines(problem: Problem) -> str:
    """Format a problem as a line and, if its message shows two versions of a file, those below."""
    said, mark, versions = problem.message.partition(f"\n--- {AS_READ}")
    if not mark:
        return line(problem)
    below = f"{mark}{versions}".strip("\n").splitlines()
    return "\n".join([line(replace(problem, message=said)), *(f"    {shown(e)}" for e in below)])


def where(place: Place) -> str:
    """Format a place: `dot.yaml:3:5` or `mau.docx: thân văn bản, bảng 1`; empty when unknown."""
    spot = place.file
    if place.line:
        spot += f":{place.line}:{place.column}" if place.column else f":{place.line}"
    return shown(": ".join(part for part in (spot, place.part) if part))


def as_json(problem: Problem) -> dict[str, Any]:
    """Return a problem as plain values for `--format json`; 0 and empty text mean unknown."""
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity.name.lower(),
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "path": list(place.path),
        "part": place.part,
        "message": problem.message,
        "mend": problem.mend,
    }
