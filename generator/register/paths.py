"""How a register names files, wherever one looks from, and which file a body's register is."""

import os
import platform
from pathlib import Path

from generator.files.file_names import file_name
from generator.model import CoQuan
from generator.wording.compare import same

ENDING = ".sqlite"

_MACHINE = "|"
"""Behind the name of a machine; no path on Windows has it."""


def named_from(register: Path, file: Path) -> str:
    """Return how a register names a file: the way from the folder above its own.

    A file on another drive of Windows is named by its machine and whole path, for two machines may
    both have it.
    """
    home, real = register.resolve().parent.parent, file.resolve()
    try:
        return Path(os.path.relpath(real, home)).as_posix()
    except ValueError:
        return f"{platform.node()}{_MACHINE}{real.as_posix()}"


def file_of(register: Path, name: str) -> Path | None:
    """Return the file a register names; None when it is on another machine."""
    machine, mark, path = name.partition(_MACHINE)
    if mark:
        return Path(path) if machine == platform.node() else None
    return register.resolve().parent.parent / name


def register_of(folder: Path, body: CoQuan) -> Path:
    """Return the file of a body's register, also when its name was spelt otherwise before."""
    name = file_name(body.ten)
    there = (each for each in sorted(folder.glob(f"*{ENDING}")) if same(each.stem, name))
    return next(there, folder / f"{name}{ENDING}")
