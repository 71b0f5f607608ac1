"""Reads the lines of a Word body that is made of paragraphs and texts alone.

Most bodies are; their texts are cut out of the bytes, in a fraction of the time that walking the
tree takes. The lines are the same as those of the walk in `opening.word`, to which every body is
left that holds anything else, or that says the same in another way than Word and this program do.
"""

import re

from generator.opening.hidden import HIDING
from generator.opening.remembered import remembered

_HEAD = b'<?xml version="1.0" encoding="UTF-8"'
_OURS = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMESPACE = b"/wordprocessingml/2006/main"
_MATH = b"/officeDocument/2006/math"
_OUR_MATH = b'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

_ELSE = re.compile(
    rb"<(?:w:(?:s(?:dt|ym|ubDoc)|ffData|altChunk|del|moveFrom|drawing|pict|object|tab)|m:t|!)"
)
_MARKS = (b"\r", b"Fallback", b"Wingdings", *HIDING)
_DECLARED = re.compile(rb"xmlns:w[\s=]")
_ESCAPED = re.compile(rb"xmlns[^<>]*&")
"""A namespace that may be another than it seems."""

_PIECE = re.compile(r"<w:t(?:\s[^>]*)?(?<!/)>([^<]+)|<(?:/?w:(?:p|br|cr)|(w:noBreakHyphen))[\s/>]")
_REFERENCE = re.compile("&([^;]*);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def plain_lines(data: bytes) -> list[str] | None:
    """Return the lines of a body, None if it has to be walked.

    Args:
        data: a well-formed part, of a file whose styles hide nothing.
    """
    head, *rest = data.split(b"</w:p>")
    if not _is_plain(head):
        return None
    lines = lines_of(head)
    for each in map(_rest, rest):
        if each is None:
            return None
        lines += each
    return lines


def _lines_behind(piece: bytes) -> list[str] | None:
    """Return the lines between the ends of two paragraphs."""
    if b"xmlns" in piece or b"<?" in piece or _is_else(piece):
        return None
    return lines_of(piece)


_rest = remembered(_lines_behind, longest=1000)


def lines_of(piece: bytes) -> list[str]:
    """Return the lines of a piece of a plain body."""
    lines: list[str] = []
    now: list[str] = []
    for said, hyphen in (*_PIECE.findall(piece.decode()), ("", "")):
        if said or hyphen:
            text = _REFERENCE.sub(_meant, said) if "&" in said else said
            now.append(text or "-")
        elif now:
            line = "".join(now)
            now.clear()
            if line.strip(" \u00a0"):
                lines.append(line)
    return lines


def _is_plain(data: bytes) -> bool:
    """Return whether the beginning of a body, with all its namespaces, is plain."""
    return (
        data.startswith(_HEAD)
        and data.count(b"<?") == 1
        and data.count(_NAMESPACE) == data.count(_OURS) == len(_DECLARED.findall(data)) == 1
        and data.count(_MATH) == data.count(_OUR_MATH)
        and not _ESCAPED.search(data)
        and not _is_else(data)
    )


def _is_else(piece: bytes) -> bool:
    return bool(
        piece.count(b"<") != piece.count(b">")  # one stands in a text or an attribute
        or _ELSE.search(piece)
        or any(mark in piece for mark in _MARKS)
    )


def _meant(reference: re.Match[str]) -> str:
    name = reference[1]
    if not name.startswith("#"):
        return _NAMED[name]
    return chr(int(name[1:].lstrip("x"), 16 if name[1] == "x" else 10))
