"""Keeps compiled templates between runs: to compile one takes twenty times as long as to read it.

What is kept is a program that Python runs, so it is read only from where nobody but the user can
write (`files.spared`). Whoever can write there could as well change the program itself, or what
Python keeps of its modules. It counts only for the very sources, templates and versions it was
made from.
"""

import pickle
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import shipped
from generator.engine.look import Look
from generator.files import spared
from generator.files.digests import NoSourcesError, build_id, files_digest, folder_digest
from generator.files.real_path import real_path
from generator.problems import Problem

if TYPE_CHECKING:
    from generator.engine.template import Template

Made = tuple["Template | None", list[Problem]]

_COMPILERS = ("jinja2", "docxtpl", "lxml", "markupsafe")


def origin_of(folders: tuple[Path, ...]) -> str:
    """Return what names the program and all templates and blocks of a search path.

    What is found where counts, as problems tell the place. Empty for a program that cannot be told
    from another one: then nothing is kept.
    """
    try:
        known = (build_id(), sys.version, *map(version, _COMPILERS))
    except (NoSourcesError, PackageNotFoundError):
        return ""
    places = (
        str(each)
        for folder in (shipped.TEMPLATES, *folders)
        for each in (folder, real_path(folder))
    )
    return files_digest([], *known, *places, folder_digest(folders))


def use_of(name: str, shape: Mapping[str, Any] | None, look: Look | None) -> str:
    """Return what tells the uses of the templates of one origin apart."""
    return files_digest([], name, repr(shape), repr(look))


def taken(origin: str, use: str) -> Made | None:
    """Return a kept template and what was told of it; None if it must be compiled."""
    data = spared.taken(origin, use) if origin else None
    if data is None:
        return None
    made: Made = pickle.loads(data)  # noqa: S301 - see the head of this module
    return made


def keep(origin: str, use: str, made: Made) -> None:
    """Keep a compiled template, if there is one."""
    if origin and made[0]:
        spared.keep(origin, use, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
