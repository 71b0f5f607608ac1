"""Lines of a text by the offset of a character in them; line ends may be of any kind."""

import re

_BREAK = re.compile(r"\r\n|\n|\r")


def row_start(text: str, at: int) -> int:
    """Return where the line of a character begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def row_end(text: str, at: int) -> int:
    """Return where the line of a character ends, without its line end."""
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def next_row(text: str, at: int) -> int:
    """Return where the next line begins; the length of the text if there is none."""
    found = _BREAK.search(text, at)
    return found.end() if found else len(text)


def row_above(text: str, start: int) -> int:
    """Return where the line above ends, given where a line begins; 0 if there is none."""
    return start - 2 if text[max(start - 2, 0) : start] == "\r\n" else max(start - 1, 0)


def column(text: str, at: int) -> int:
    """Return the column of a character, from 0."""
    return at - row_start(text, at)


def row_break(text: str, at: int) -> str:
    """Return how the line of a character ends: if it is the last, as the line before; else LF."""
    found = _BREAK.search(text, at)
    if found is None:
        start = row_start(text, at)
        found = _BREAK.match(text, row_above(text, start)) if start else None
    return found[0] if found else "\n"


def indent(text: str, start: int) -> int:
    """Return the number of blanks at the beginning of a line."""
    at = start
    while text[at : at + 1] == " ":
        at += 1
    return at - start


def own_end(text: str, end: int, owner: int) -> int:
    """Return where the lines of a key or item end, without the last line end.

    Args:
        text: the file.
        end: the end of its value.
        owner: the column of the key or of the dash; comments below that stand deeper belong to it.
    """
    found = row_end(text, end)
    start = next_row(text, found)
    while start < len(text):
        stop = row_end(text, start)
        row = text[start:stop].lstrip(" \t")
        if row and not (row[0] == "#" and indent(text, start) > owner):
            break
        if row:
            found = stop
        start = next_row(text, stop)
    return found


def comments_above(text: str, at: int, floor: int) -> int:
    """Return where the lines of comments right above a line begin, or the line itself.

    Args:
        text: the file.
        at: a character of the line.
        floor: where the first line begins that may belong to it.
    """
    start = row_start(text, at)
    while start > floor:
        stop = row_above(text, start)
        above = row_start(text, stop)
        if above < floor or not text[above:stop].lstrip(" \t").startswith("#"):
            break
        start = above
    return start


def stands_clear(text: str, end: int, most: int, *, keeps: bool) -> bool:
    """Return whether a block scalar may end at the end of a line: nothing below joins its text.

    Args:
        text: the file.
        end: the end of the block's last line.
        most: the deepest column at which the next line does not belong to the block.
        keeps: whether blank lines below would belong to it (`|+`).
    """
    start = next_row(text, end)
    while start < len(text):
        stop = row_end(text, start)
        if text[start:stop].strip(" "):
            return indent(text, start) <= most
        if keeps or stop - start > most:
            return False
        start = next_row(text, stop)
    return True
