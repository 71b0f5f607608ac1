"""Formats a problem: as one line that editors can jump from, or as plain values for JSON."""

from typing import Any

from generator.problems import Place, Problem


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
    return " ".join(text.split())


def where(place: Place) -> str:
    """Format a place: `dot.yaml:3:5` or `mau.docx: thân văn bản, bảng 1`; empty when unknown."""
    spot = place.file
    if place.line:
        spot += f":{place.line}:{place.column}" if place.column else f":{place.line}"
    return ": ".join(part for part in (spot, place.part) if part)


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
