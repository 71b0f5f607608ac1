"""How a register names document files, and which file holds the register of a body."""

import os
import platform
from pathlib import Path

from generator.files.file_names import file_name
from generator.files.real_path import real_path
from generator.model import CoQuan
from generator.wording.checks.speaker import class_of
from generator.wording.compare import after, same
from generator.wording.speaker import lead_of

ENDING = ".sqlite"

_MACHINE = "|"
"""Separates the machine's name from the path; no Windows path contains it."""


def named_from(register: Path, file: Path) -> str:
    """Return a file's name in a register: its path relative to the folder above the register's.

    A file on another Windows drive is named by machine and full path, since two machines may both
    have that path.
    """
    home, real = real_path(register).parent.parent, real_path(file)
    try:
        return Path(os.path.relpath(real, home)).as_posix()
    except ValueError:
        return f"{platform.node()}{_MACHINE}{real.as_posix()}"


def file_of(register: Path, name: str) -> Path | None:
    """Return the file behind a name in a register; None if it is on another machine."""
    machine, mark, path = name.partition(_MACHINE)
    if mark:
        return Path(path) if machine == platform.node() else None
    return real_path(register).parent.parent / name


def register_of(folder: Path, body: CoQuan) -> Path:
    """Return the path of a body's register; an existing file with a variant spelling is reused.

    Bodies that issue a document together number it in the register of the lead (HD 05 p. 6-9),
    whose committee stands in the joint name but above its own one.
    """
    lead = lead_of(body.ten)
    name = file_name(lead)
    there = sorted(folder.glob(f"*{ENDING}"))
    found = [each for each in there if same(each.stem, name)]
    if lead != body.ten:
        rests = ((each, after(lead, each.stem)) for each in there)
        found += [each for each, rest in rests if rest and class_of(rest) == "cap_uy"]
    return found[0] if found else folder / f"{name}{ENDING}"
