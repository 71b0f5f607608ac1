"""Keeps compiled templates between runs: to compile one takes twenty times as long as to read it.

What is kept is a program that Python runs, so it is read only from where nobody but the user can
write (`files.spared`). Whoever can write there could as well change the program itself, or what
Python keeps of its modules. It counts only for the very program and libraries that made it, and as
long as the same files are found, with the same contents, under every name it asked for.
"""

import pickle
import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import shipped
from generator.engine.look import Look
from generator.files import spared
from generator.files.digests import NoSourcesError, build_id, files_digest
from generator.problems import Problem

if TYPE_CHECKING:
    from generator.engine.template import Template

Made = tuple["Template | None", list[Problem]]
Find = Callable[[str], Path | None]
Found = tuple[Path | None, str]
"""The file that was found under a name, None if none was, and the digest of its content."""

_COMPILERS = ("jinja2", "docxtpl", "lxml", "markupsafe")


def use_of(
    path: Path, shape: Mapping[str, Any] | None, look: Look | None, folders: tuple[Path, ...]
) -> str:
    """Return what tells the uses of template files on one machine apart."""
    places = map(str, (path, shipped.TEMPLATES, *folders))
    return files_digest([], repr(shape), repr(look), *places)


def found(find: Find, name: str) -> Found:
    """Return what is found under a name now."""
    path = find(name)
    return path, files_digest([path] if path else [])


def taken(use: str, find: Find) -> Made | None:
    """Return a kept template and what was told of it; None if it must be compiled."""
    data = spared.taken(_program(), use) if _program() else None
    if data is None:
        return None
    asked: dict[str, Found]
    made: Made
    asked, made = pickle.loads(data)  # noqa: S301 - see the head of this module
    return made if _is_so(asked, find) else None


def keep(use: str, asked: dict[str, Found], find: Find, made: Made) -> None:
    """Keep a compiled template, if there is one and nobody changed its files meanwhile.

    Args:
        use: from `use_of`.
        asked: what was found, by the names it asked for, before it was read.
        find: finds a file by its name.
        made: what the compiler gave.
    """
    if _program() and made[0] and _is_so(asked, find):
        spared.keep(_program(), use, pickle.dumps((asked, made), pickle.HIGHEST_PROTOCOL))


def _is_so(asked: dict[str, Found], find: Find) -> bool:
    return all(found(find, name) == before for name, before in asked.items())


@cache
def _program() -> str:
    """Return what names the program with what it compiles with, "" if it cannot be told."""
    try:
        return files_digest([], build_id(), sys.version, *map(version, _COMPILERS))
    except (NoSourcesError, PackageNotFoundError):
        return ""
