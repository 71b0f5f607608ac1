"""Writes a text as a YAML scalar: plain, quoted or as a block of lines."""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.reading.yaml_text import parse

_WORDS = frozenset({"~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Read as text by this program, but not by other programs that read YAML."""

_UNPLAIN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|^[ \t]|[ \t]$")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\ufeff": "\\uFEFF"}
_TO_ESCAPE = re.compile(r'[\\"\n\r\t\ufeff]')
_MOST_DIGIT = 9


class Block(NamedTuple):
    """A block scalar: what follows its `key: `, and its lines without indentation."""

    head: str
    rows: list[str]


def inline(text: str, *, flow: bool, was: str = "") -> str:
    """Write a text on one line.

    Args:
        text: the text, as the reader gives it back.
        flow: whether it stands in brackets.
        was: the style of the text in whose place it comes; its quotes are kept where they can.
    """
    if was == '"':
        return _double(text)
    if was == "'" and not _UNPLAIN.search(text.strip(" ")):
        return _single(text)
    if _is_plain(text, flow=flow):
        return text
    hard = '"' in text or "\\" in text
    return _single(text) if hard and not _UNPLAIN.search(text.strip(" ")) else _double(text)


def block(  # noqa: PLR0913 - how a block stood before it was written anew
    text: str,
    indent: int,
    digit: str = "",
    sign: str = "|",
    *,
    open_end: bool = False,
    keep: bool = False,
) -> Block | None:
    """Write a text as a block of lines.

    Args:
        text: the text, as the reader gives it back.
        indent: by how much its lines stand deeper than its key or dash.
        digit: the indentation indicator, if there has to be one.
        sign: «|», or «>» for a text of one line.
        open_end: whether the file ends with its last line, without a line end.
        keep: whether a text that ends with one line end bears the sign of those that end with more.

    Returns:
        The block; None if a block cannot hold this text.
    """
    lines = text.strip("\n")
    if not lines or "\r" in text or "\ufeff" in text:
        return None
    if lines[0] in " \t":
        if indent > _MOST_DIGIT:
            return None
        digit = str(indent)
    if sign == ">" and ("\n" in lines or lines[0] in " \t" or text[0] == "\n"):
        sign = "|"
    if text.endswith("\n\n") or (keep and text.endswith("\n")):
        return Block(f"{sign}{digit}+", text[:-1].split("\n"))
    chomp = "" if text.endswith("\n") or open_end else "-"
    return Block(f"{sign}{digit}{chomp}", text.removesuffix("\n").split("\n"))


def key(name: str, *, flow: bool) -> str:
    """Write a key."""
    return name if _is_key(name, flow=flow) else _double(name)


@lru_cache(maxsize=1024)
def _is_key(name: str, *, flow: bool) -> bool:
    if _UNPLAIN.search(name):
        return False
    line = f"a: {{{name}: x}}\n" if flow else f"{name}: x\n"
    return parse(line) == ({"a": {name: "x"}} if flow else {name: "x"})


def _is_plain(text: str, *, flow: bool) -> bool:
    """Return whether the reader, asked, reads it as it stands."""
    if not text or _UNPLAIN.search(text) or text.lower() in _WORDS:
        return False
    line = f"a: [{text}]\n" if flow else f"a:\n- {text}\n"
    return parse(line) == {"a": [text]}


def _single(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _double(text: str) -> str:
    escaped = _TO_ESCAPE.sub(lambda found: _ESCAPED[found[0]], text)
    return f'"{escaped}"'
