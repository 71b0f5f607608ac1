"""Leaves out what a blank form says about how to answer, where people left it standing."""

from collections.abc import Sequence

from generator.opening.written import Line
from generator.received.said import words_of
from generator.returned.cutting import part
from generator.returned.values import as_answered

Hints = frozenset[tuple[str, ...]]

ONE_BY_ONE = "trả lời theo từng gợi ý của mẫu"


def without_hints(
    lines: tuple[Line, ...], start: int, hints: Hints
) -> tuple[tuple[Line, ...], str]:
    """Leave hints out before and behind an answer; those between its lines belong to it.

    Args:
        lines: the lines of an answer, the first with the heading.
        start: where the answer may begin in the first.
        hints: the words of the hints.

    Returns:
        The lines, and what is doubtful: who answers each hint leaves nothing to be left out.
    """
    if not hints or not lines:
        return lines, ""
    said = [number for number, each in enumerate(lines) if _says(each, start if not number else 0)]
    whole = {number for number in said if number and words_of(lines[number].text).words in hints}
    gone = {*_leading(said, whole), *_leading(said[::-1], whole)}
    kept = [each for number, each in enumerate(lines) if number not in gone]
    begun = {
        number: end for number, each in enumerate(kept) if number and (end := _end(each, hints))
    }
    if whole - gone or len(begun) > 1:
        return tuple(kept), ONE_BY_ONE
    for number, end in begun.items():
        kept[number] = _behind(kept[number], end)
    return tuple(kept), ""


def _says(line: Line, start: int) -> bool:
    return any(map(str.isalnum, line.text[start:]))


def _leading(said: Sequence[int], whole: set[int]) -> list[int]:
    """Return the hints with which a sequence of lines begins."""
    found = []
    for number in said:
        if number not in whole:
            break
        found.append(number)
    return found


def _end(line: Line, hints: Hints) -> int:
    """Return where a hint ends behind which an answer stands: «- Về lối sống: giản dị»."""
    said = words_of(line.text)
    for size in range(len(said.words) - 1, 1, -1):
        end = said.ends[size - 1]
        if said.words[:size] in hints and line.text[end:].lstrip().startswith(":"):
            return end
    return 0


def _behind(line: Line, end: int) -> Line:
    own = part(as_answered(line, end), end, len(line.text))
    begin = len(own.text) - len(own.text.lstrip(" :.-–\u00a0"))
    return part(own, begin, len(own.text))
