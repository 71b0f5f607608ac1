"""The parts of a text that a trích sao copies: a heading with everything below it."""

import re
from collections.abc import Sequence

from generator.wording.compare import fold

_MARKS = re.compile(r"^#{1,2}\s+|\*\*")
_LEVELS = (
    re.compile(r"(?:phần|chương)\s+\S+", re.IGNORECASE),
    re.compile(r"mục\s+\d+", re.IGNORECASE),
    re.compile(r"[IVXLC]+\s*[.\-–]"),
    re.compile(r"điều\s+\d+", re.IGNORECASE),
    re.compile(r"\d+\s*[.)](?!\d)"),
    re.compile(r"\d+\.\d+"),
    re.compile(r"[a-zđ]\s*\)"),
    re.compile(r"-\s"),
)


def extracted(text: str, parts: Sequence[str]) -> tuple[str, list[str]]:
    """Return the named parts of a text, in the order of the text.

    A part begins at the line that begins with its words («II.», «II. Hạn chế», «Điều 3») and ends
    before the next heading of its own or a higher level; a line that is no heading is a part alone.

    Returns:
        The lines of the parts, and the names that no line begins with.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    taken: set[int] = set()
    unknown: list[str] = []
    for part in parts:
        start = next((i for i, line in enumerate(lines) if _begins(line, part)), None)
        if start is None:
            unknown.append(part)
            continue
        level = _level(lines[start])
        rest = range(start + 1, len(lines))
        end = start + 1
        if level < len(_LEVELS):
            end = next((i for i in rest if _level(lines[i]) <= level), len(lines))
        taken |= set(range(start, end))
    return "\n".join(lines[i] for i in sorted(taken)), unknown


def _begins(line: str, part: str) -> bool:
    said, wanted = (fold(_MARKS.sub("", each.strip())) for each in (line, part))
    return said.startswith(wanted) and not said[len(wanted) : len(wanted) + 1].isalnum()


def _level(line: str) -> int:
    plain = _MARKS.sub("", line.strip())
    return next((i for i, form in enumerate(_LEVELS) if form.match(plain)), len(_LEVELS))
