"""Keeps compiled templates between runs: to compile one takes twenty times as long as to read it.

What is kept is a program that Python runs, so it is read only from a folder in which nobody but the
user can write (`files.of_user.is_private`). Whoever can write there could as well change what
Python itself keeps of the modules of this program, or the program. A file counts only for the very
sources, templates and versions it was made from, and only whole.
"""

import contextlib
import hashlib
import pickle
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import shipped
from generator.engine.look import Look
from generator.files import of_user
from generator.files.atomic import create, drop, replace, temporary_name
from generator.files.digests import NoSourcesError, build_id, digest, files_in
from generator.files.real_path import real_path
from generator.opening.regular import whole
from generator.problems import Problem

if TYPE_CHECKING:
    from generator.engine.template import Template

Made = tuple["Template | None", list[Problem]]

FOLDER = "mau-da-dich"
_COMPILERS = ("jinja2", "docxtpl", "lxml", "markupsafe")
_LARGEST = 16 * 2**20
_MOST = 256
"""Templates that are kept; who has more begins again."""
_SIZE = 32


def sources(folders: tuple[Path, ...]) -> str:
    """Return what names the program and all templates and blocks of a search path; "" if it cannot.

    Args:
        folders: the search path. What is found where counts, as its place is told in problems.
    """
    files = [file for folder in folders for file in files_in(folder, "*.docx")]
    try:
        known = (build_id(), sys.version, *(version(each) for each in _COMPILERS))
    except (NoSourcesError, PackageNotFoundError):
        return ""
    places = (f"{file} {real_path(file)}" for file in files)
    return digest(files, *known, str(shipped.TEMPLATES), *map(str, folders), *places).hex()


def mark_of(name: str, shape: Mapping[str, Any] | None, look: Look | None) -> str:
    """Return what tells the uses of one template apart."""
    return digest([], name, repr(shape), repr(look)).hex()


def taken(sources: str, mark: str) -> Made | None:
    """Return a kept template and what was told of it; None if it must be compiled."""
    try:
        path = _folder() / f"{sources}-{mark}"
        if not (of_user.is_private(path.parent) and of_user.is_private(path)):
            return None
        data = whole(path, _LARGEST)
    except OSError:
        return None
    if _digest(data[_SIZE:]) != data[:_SIZE]:
        return None
    made: Made = pickle.loads(data[_SIZE:])  # noqa: S301 - see the head of this module
    return made


def keep(sources: str, mark: str, made: Made) -> None:
    """Keep a compiled template; where that cannot be, it will be compiled again."""
    data = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    temporary = None
    try:
        folder = _folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not of_user.is_private(folder):
            return
        _make_room(folder, sources)
        path = folder / f"{sources}-{mark}"
        temporary = temporary_name(path)
        create(temporary, _digest(data) + data)
        temporary.chmod(0o600)
        replace(temporary, path)
    except OSError:
        drop(temporary)


def _folder() -> Path:
    return of_user.spared() / FOLDER


def _make_room(folder: Path, sources: str) -> None:
    """Delete what other templates or programs left, as soon as there is much of it."""
    kept = list(folder.iterdir())
    others = [each for each in kept if not each.name.startswith(sources)]
    for each in others if len(kept) >= _MOST else ():
        with contextlib.suppress(OSError):
            each.unlink()


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SIZE).digest()
