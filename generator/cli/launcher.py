"""How to call the program again, in words that can be typed as they stand."""

import os
import re
import shlex
import shutil
import sys
from pathlib import Path


def called() -> str:
    """Return the words that call this program: its name if the shell finds it, else its path.

    A virtual environment that is not activated has its commands outside of the search path, and
    `python -m generator` runs the program where no command was installed. In the folder for Windows
    the command is a file above the one of Python.
    """
    started = Path(sys.argv[0])
    if started.name == "__main__.py":
        command = Path(sys.executable).parent.parent / "kiemdiem.cmd"
        if command.is_file():
            return _typed(command)
        return f"{_typed(Path(sys.executable))} -m generator"
    if not started.parent.name or not started.exists():
        return "kiemdiem"
    return _typed(started)


def typed(path: Path) -> str:
    """Return a path as it can be typed behind the words that call this program."""
    text = str(path)
    if os.name == "nt":
        return f'"{text}"' if " " in text else text
    return shlex.quote(text) if _SPECIAL.search(text) else text


_SPECIAL = re.compile(r"[^\w./+:=@%,-]")
"""What a shell may not take as it stands; letters with accents are no problem to it."""


def _typed(program: Path) -> str:
    found = shutil.which(program.stem)
    # Folders are compared, not files: the Python of an environment is a link to the system's.
    if found and Path(found).absolute().parent == program.absolute().parent:
        return program.stem
    path = Path(os.path.relpath(program)) if Path.cwd() in program.absolute().parents else program
    return typed(path)
