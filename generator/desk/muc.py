"""A place of a data file as addresses and forms write it («ca_nhan.0.pl5.[I.1]»), without loss.

An index of a list is its digits; a key is itself. A key that could be read as something else
stands in brackets: one with a dot, of digits, empty, or with a bracket in front. Inside of them a
closing bracket, a percent and what does not print is a percent with two digits: a browser sends
line ends as it likes.
"""

import re

from generator.problems import DataPath

_INDEX = re.compile(r"0|-?[1-9][0-9]{0,17}")
_IN_BRACKETS = re.compile(r"\[([^\]]*)\](?:\.|$)")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f%\]]")
_SHOWN = re.compile(r"%([0-9A-F]{2})")


def muc_of(path: DataPath) -> str:
    """Return a path as addresses write it; the whole file is «»."""
    return ".".join(str(step) if isinstance(step, int) else _key(step) for step in path)


def path_of(muc: str) -> DataPath:
    """Return the path that addresses write so; any text is some path."""
    path: list[str | int] = []
    rest: str | None = muc or None
    while rest is not None:
        bracketed = _IN_BRACKETS.match(rest)
        if bracketed:
            path.append(_SHOWN.sub(lambda found: chr(int(found[1], 16)), bracketed[1]))
            rest = rest[bracketed.end() :] if bracketed[0].endswith(".") else None
        else:
            step, dot, behind = rest.partition(".")
            path.append(int(step) if _INDEX.fullmatch(step) else step)
            rest = behind if dot else None
    return tuple(path)


def _key(name: str) -> str:
    plain = name and name[0] != "[" and "." not in name and not _INDEX.fullmatch(name)
    if plain and not any(each < " " or each == "\x7f" for each in name):
        return name
    return f"[{_HIDDEN.sub(lambda found: f'%{ord(found[0]):02X}', name)}]"
