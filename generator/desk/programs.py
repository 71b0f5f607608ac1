"""Files of a campaign opened in the machine's own programs, and their folders.

Only on the machine whose screen the clerk looks at: the desk serves no other. What may be opened is
decided here: a file of a known kind that lies below the campaign or its output, never a program.
"""

import os
import shutil
import subprocess
import sys
import threading
from enum import StrEnum
from pathlib import Path

from generator.desk.campaigns import Open
from generator.files.real_path import real_path

KINDS = {".docx": "Word", ".xlsx": "Excel", ".pdf": "PDF", ".zip": "tệp nén"}
"""The kinds of files that are opened, by ending, with the word for each."""

_AT_ONCE = 1.0
"""Seconds within which a program that cannot open a file says so."""


class Way(StrEnum):
    """How this machine opens a file."""

    WINDOWS = "windows"
    MAC = "mac"
    XDG = "xdg"


def way() -> Way | None:
    """Return how this machine opens files; None if it has no way, as a server without a screen."""
    if sys.platform == "win32":
        return Way.WINDOWS
    if sys.platform == "darwin":
        return Way.MAC
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return Way.XDG if screen and shutil.which("xdg-open") else None


def openable(opened: Open, name: str) -> Path | None:
    """Return a file of the campaign that may be opened, with links followed.

    Args:
        opened: the campaign.
        name: the file's name in addresses.

    Returns:
        Its place; None if it lies elsewhere, is not there, or is of no known kind.
    """
    found = lying(opened, name)
    kinds = {Path(name).suffix.lower(), found.suffix.lower()} if found else set()
    return found if found and len(kinds) == 1 and kinds <= KINDS.keys() else None


def lying(opened: Open, name: str) -> Path | None:
    """Return a file of the campaign of any kind, with links followed; None if there is none."""
    path = opened.path(name)
    found = real_path(path) if path and path.is_file() else None
    # On Windows «a.exe:b.docx» names a part of a.exe.
    return None if found is None or ":" in found.name else found


def deed(name: str) -> str:
    """Return what the button that opens a file of a name says; empty if it is not opened."""
    kind = KINDS.get(Path(name).suffix.lower(), "")
    return f"Mở bằng {kind}" if kind in {"Word", "Excel"} else f"Mở {kind}" if kind else ""


def open_file(path: Path) -> bool:
    """Open a file in the program that the machine has for its kind; return whether it began."""
    match way():
        case Way.WINDOWS:
            return _windows(path)
        case Way.MAC:
            return _started(["open", str(path)])
        case Way.XDG:
            return _started(["xdg-open", str(path)])
    return False


def open_folder(path: Path) -> bool:
    """Show a file in its folder; return whether that began."""
    match way():
        case Way.WINDOWS:
            # A list would be quoted as a whole, which the explorer does not read; a name on
            # Windows holds no quotation mark.
            home = os.environ.get("SYSTEMROOT", r"C:\Windows")
            return _started(f'"{home}\\explorer.exe" /select,"{path}"')
        case Way.MAC:
            return _started(["open", "-R", str(path)])
        case Way.XDG:
            return _started(["xdg-open", str(path.parent)])
    return False


def _windows(path: Path) -> bool:
    try:
        os.startfile(str(path))  # type: ignore[attr-defined,unused-ignore]  # noqa: S606 - a known kind
    except OSError:  # no program for this kind
        return False
    return True


def _started(command: list[str] | str) -> bool:
    """Start a program that has nothing of this one; return whether it did not fail at once."""
    own = sys.platform == "win32"
    try:
        process = subprocess.Popen(  # noqa: S603 - the command is ours, the file resolved
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            close_fds=True,
            start_new_session=not own,
        )
    except OSError:
        return False
    try:
        # The explorer ends with 1 although it showed the folder.
        return process.wait(_AT_ONCE) == 0 or own
    except subprocess.TimeoutExpired:
        threading.Thread(target=process.wait, daemon=True).start()  # nobody is left unheard
        return True
